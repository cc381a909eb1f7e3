/* Being told to stop. */
#include "support/signals.h"

#include <string.h>

volatile sig_atomic_t stop_signal;

static void note_signal(int number)
{
	stop_signal = number;
}

void signals_watch(void)
{
	/* Batch systems send the last ones some time before they kill. */
	static const int signals[] = { SIGINT,	SIGTERM, SIGHUP,
				       SIGPIPE, SIGQUIT, SIGXCPU,
				       SIGALRM, SIGUSR1, SIGUSR2 };
	struct sigaction action, old;

	memset(&action, 0, sizeof(action));
	action.sa_handler = note_signal;
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		/* What was ignored (nohup) stays ignored. */
		if (sigaction(signals[i], NULL, &old) == 0 &&
		    old.sa_handler != SIG_IGN)
			sigaction(signals[i], &action, NULL);
	}
}

void signals_die(void)
{
	const int number = stop_signal;

	if (!number)
		return;
	signal(number, SIG_DFL);
	raise(number);
}

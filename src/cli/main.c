/* copydesk: the program. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "cli/run.h"
#include "support/signals.h"

/* A file must not get the number of a standard stream that is closed. */
static void hold_standard_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
			open("/dev/null",
			     fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
	}
}

int main(int argc, char **argv)
{
	int status;

	/* A closed pipe ends the program quietly, whatever was inherited. */
	signal(SIGPIPE, SIG_DFL);
	/* A file that may not grow is a write that fails, and is said. */
	signal(SIGXFSZ, SIG_IGN);
	hold_standard_streams();
	status = run_arguments(argc, argv);
	signals_die();
	return status;
}

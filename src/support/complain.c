/* Messages on standard error. */
#include "support/complain.h"

#include <stdio.h>

#include "support/signals.h"

void complain(const char *name, const char *what)
{
	/* What fails now fails because of the signal, which says it all. */
	if (stop_signal)
		return;
	fprintf(stderr, "copydesk: %s: %s\n", name, what);
}

/*
 * Output page by page, as git does it: where standard output is a terminal, it
 * goes to $COPYDESK_PAGER, $PAGER or less, which ends at once where all fits on
 * a screen.
 */
#ifndef COPYDESK_CLI_PAGER_H
#define COPYDESK_CLI_PAGER_H

#include <stdbool.h>
#include <sys/types.h>

struct pager {
	pid_t pid; /* 0: there is none */
};

/* Send standard output through a pager, if there is to be one. */
void pager_start(struct pager *pager);

/* After standard output was closed: wait until the reader is done. */
void pager_finish(struct pager *pager);

#endif

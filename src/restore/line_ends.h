/*
 * What line ends of a text without marks are: README.md, "how a gap is seen".
 */
#ifndef COPYDESK_RESTORE_LINE_ENDS_H
#define COPYDESK_RESTORE_LINE_ENDS_H

#include "restore/task.h"
#include "restore/words.h"

struct line_ends {
	bool wrapped; /* they are within sentences */
	bool told;    /* then: gaps like others, with their spaces */
	bool beside;  /* then: beside spaces that are the gap */
};

/* `words` are the task's, with their lists. */
void line_ends_read(struct line_ends *ends, const struct restore_task *task,
		    const struct words *words);

#endif

/* The end of a run: its line of summary, and the file of --stats. */
#ifndef COPYDESK_CLI_SUMMARY_H
#define COPYDESK_CLI_SUMMARY_H

#include "batch/driver.h"
#include "cli/options.h"

/* What the workers have to count for it: WANT_COUNTS, or 0. */
unsigned summary_wants(const struct options *options);

/* "copydesk: LINE" to standard error. */
void summary_line(const struct buffer *line);

/* "1 not read, 2 cut off"; false: nothing, since all were read. */
bool summary_unread(struct buffer *line, const struct stats *stats);

/* Write both, as the options say. False: a message was written. */
bool summarise(struct driver *driver, const struct options *options);

#endif

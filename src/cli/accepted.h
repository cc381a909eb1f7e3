/* The baseline of a check: read from one file, written to another or the same.
 */
#ifndef COPYDESK_CLI_ACCEPTED_H
#define COPYDESK_CLI_ACCEPTED_H

#include "cli/options.h"
#include "writer/baseline.h"

/* Whether the options name a baseline, to read or to write. */
bool accepted_wanted(const struct options *options);

/* Read the one of --baseline. False: a message was written. */
bool accepted_read(struct baseline *baseline, const struct options *options);

/* Write the one of --write-baseline. False: a message was written. */
bool accepted_write(struct baseline *baseline, const struct options *options);

#endif

/* The file of --stripped. */
#ifndef COPYDESK_CLI_STRIPPED_H
#define COPYDESK_CLI_STRIPPED_H

#include "cli/command.h"

/*
 * Open it where the options ask for it; the texts go to `texts`, and not to the
 * same place. With --resume its first `at` bytes are there. False: a message
 * was written.
 */
bool stripped_open(struct output *output, const struct options *options,
		   const struct output *texts, uint64_t at);

/*
 * The same to append to it: what an earlier fix took out of its files is
 * nowhere else.
 */
bool stripped_append(struct output *output, const struct options *options);

/* Close it; false: a message was written. */
bool stripped_close(struct output *output, const struct options *options);

#endif

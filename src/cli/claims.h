/*
 * The names of what several inputs put into one archive: two of one name would
 * be one file where it is unpacked.
 */
#ifndef COPYDESK_CLI_CLAIMS_H
#define COPYDESK_CLI_CLAIMS_H

#include <stdbool.h>

#include "batch/file.h"

struct claims {
	void *tree;
};

/* Why the file cannot have its name there, static; NULL: it can. An archive's
 * own members may share one, as they do in it. */
const char *claims_take(struct claims *claims, const struct file *file);
void claims_release(struct claims *claims);

#endif

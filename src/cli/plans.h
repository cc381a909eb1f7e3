/*
 * Plans by file: the options of the command line, and those of the .copydesk in
 * the file's folder or the nearest above it.
 */
#ifndef COPYDESK_CLI_PLANS_H
#define COPYDESK_CLI_PLANS_H

#include "cli/command.h"

struct plans {
	const struct options *options; /* borrowed */
	struct plan plain;	       /* where no file is found */
	struct found *found;	       /* owned: a list */
	char *folder;		       /* owned: of the last path */
	struct found *last;	       /* what was found for it */
	struct buffer within; /* the folder below that of what was found */
	struct buffer name;   /* of a file there */
};

/* What all plans of a command share is in `plain`, which is copied. */
void plans_init(struct plans *plans, const struct options *options,
		const struct plan *plain);
void plans_release(struct plans *plans);

/* A driver's excludes(): by the .copydesk of its folder. */
bool plans_exclude(void *context, const char *path);

/*
 * The options for a file and the configuration file that they are from, or
 * NULL: borrowed. NULL, and `why`: they are wrong.
 */
const struct options *plans_options(struct plans *plans, const char *path,
				    const char **config, struct buffer *why);

/*
 * A driver's choose(): the plan for the file `path` (NULL: standard input
 * without a name); NULL: `why` says what is wrong.
 */
const struct plan *plans_choose(void *context, const char *path,
				struct buffer *why);

/*
 * Read --config, if it is given, into the options. False: a message is on
 * standard error. `text` holds what the options then point to.
 */
bool plans_read_config(struct options *options, struct buffer *text);

#endif

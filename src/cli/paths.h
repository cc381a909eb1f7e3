/* The paths that a command works through. */
#ifndef COPYDESK_CLI_PATHS_H
#define COPYDESK_CLI_PATHS_H

#include "batch/driver.h"
#include "cli/options.h"

/*
 * Whether there is something to read: nobody is left waiting for a terminal.
 * False: a message is on standard error.
 */
bool paths_given(const struct options *options);

/*
 * Run the driver over the options' paths, those of --files-from, or standard
 * input (check, diff and report: at a terminal the current folder). Nothing to
 * look at is trouble, and is said.
 */
bool run_paths(struct driver *driver, const struct options *options);

/*
 * Whether the list of --files-from has a path that is `found`. Not so one that
 * can be read once only.
 */
bool paths_list_has(const struct options *options,
		    bool (*found)(const void *context, const char *path),
		    const void *context);

/*
 * Whether the driver has met an article; else there is nothing to write about.
 * That is said, where nothing else was. A share may have none.
 */
bool has_articles(struct driver *driver);

#endif

/* The folder of --output-dir, which mirrors those that are read. */
#ifndef COPYDESK_CLI_MIRROR_H
#define COPYDESK_CLI_MIRROR_H

#include "batch/file.h"
#include "cli/options.h"

struct mirror {
	const struct options *options;
	void *made;	   /* paths that were written: tsearch(3)'s */
	const char *error; /* static */
	/* What is read, as far as files of the folder may be. */
	bool inputs_known;
	void *inputs;	/* places of files: tsearch(3)'s */
	void *folders;	/* real paths of folders: the same */
	bool no_memory; /* for these */
};

/*
 * Make the folder, before the walk, which must know what to leave out. `mirror`
 * is zeroed. False: a message is on standard error.
 */
bool mirror_open(struct mirror *mirror, const struct options *options);
void mirror_release(struct mirror *mirror);

/* Where the file goes; free() it. NULL: `error` says why it cannot. */
char *mirror_path(struct mirror *mirror, const struct file *file);

/* Make the folders that lead to `path`; false: see errno. */
bool mirror_folders(char *path);

#endif

/*
 * Which files are read: the paths named, and the folders among them walked.
 *
 * A folder is walked whole and in the order of its names' bytes; hidden names
 * are skipped, and so are those that are not chosen. Symbolic links that are
 * named are followed; those in a folder on request, but not back to a folder
 * that is being walked.
 */
#ifndef COPYDESK_READER_WALK_H
#define COPYDESK_READER_WALK_H

#include <stdbool.h>
#include <sys/types.h>

#include "reader/choice.h"

struct walk_file {
	const char *path;     /* "-": standard input */
	const char *relative; /* the path within the folder named, or the
				 file's own name */
	bool named;	      /* by the user; else found in a folder */
	bool annotated;	      /* perhaps: its folder is not known to be without
				 what standoff.h tells of */
	const char *problem;  /* why it cannot be walked; NULL: a file */
	bool harmless;	      /* the problem is worth a note, not exit 2 */
};

/* A file or folder, whatever its name. */
struct walk_place {
	dev_t device;
	ino_t inode;
};

struct walk {
	/* Called for each file and problem. False ends the walk. */
	bool (*visit)(void *context, const struct walk_file *file);
	void *context;
	const struct choice *choice; /* borrowed */
	struct passed *passed;	     /* counts files that are not chosen */
	bool follow;		     /* symbolic links in folders */
	bool no_folders;	     /* a folder is a problem */
	bool only_files;	     /* a device or pipe is a problem */
	/* Left out: the folder where output goes. Zeroed: none. */
	struct walk_place output;
};

/* Where `path` is; zeroed: nowhere. */
struct walk_place walk_place(const char *path);

/* Walk one path; false when `visit` ended it. */
bool walk_path(const struct walk *walk, const char *path);

#endif

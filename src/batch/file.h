/* A file in work, from its opening to the sink's end. */
#ifndef COPYDESK_BATCH_FILE_H
#define COPYDESK_BATCH_FILE_H

#include <sys/stat.h>

#include "batch/worker.h"
#include "reader/walk.h"
#include "support/archiving.h"

struct file {
	const char *path;     /* to open it */
	const char *name;     /* to speak of it */
	const char *relative; /* see struct walk_file */
	bool named;	      /* by the user; else found in a folder */
	bool annotated;	      /* see struct walk_file */
	bool is_link; /* the path is a symbolic link, as it was opened */
	const struct plan *plan;
	int fd;
	struct stat info; /* when it was opened */
	dev_t device;	  /* where it is on disk; a member: its archive */
	ino_t inode;
	enum format format;
	bool doubtful; /* its ending says text; its bytes may say otherwise */
	enum packing packing; /* it is compressed */
	enum archiving archiving;
	struct member *member; /* owned: of an archive, or NULL */
	struct file
		*archive; /* borrowed, of fix only: that it is a member of */
	struct tally tally;
	struct stats *stats; /* borrowed: to add it to; NULL: the run's */
	bool resumed;	     /* an earlier run came to: */
	struct reader_mark from;
	bool failed;	   /* reading broke off */
	bool dropped;	   /* the sink's begin said so */
	void *state;	   /* the sink's, from begin to end */
	struct file *next; /* of those in work */
	char names[];	   /* path, name and relative */
};

/*
 * A file that is not open yet; standard input is called `stdin_name`, or, NULL,
 * "<stdin>". NULL when memory ran out.
 */
struct file *file_new(const struct walk_file *from, const char *stdin_name);
/*
 * A member of an archive, as a file; takes the member. NULL, and the member is
 * freed, when memory ran out.
 */
struct file *file_of_member(struct file *archive, struct member *member);
void file_free(struct file *file); /* NULL is no file */

/*
 * It is to be read by `plan`: its format, where the plan or its ending says it.
 * What separates articles separates those of a text.
 */
void file_plan(struct file *file, const struct plan *plan,
	       enum separator separator);

/* Open it; false: see errno. */
bool file_open(struct file *file);

/* Whether `path` still names this file, and nobody has written to it since. */
bool file_is_unchanged(const char *path, const struct stat *since);

#endif

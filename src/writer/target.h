/*
 * What an output writes to: an open descriptor, a device, or a temporary file
 * in the folder of the one that it becomes in the end.
 */
#ifndef COPYDESK_WRITER_TARGET_H
#define COPYDESK_WRITER_TARGET_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

struct target {
	int fd;		   /* -1: none */
	char *path;	   /* owned; NULL: no rename */
	char *temporary;   /* owned; NULL: none, or it was renamed */
	bool stays;	   /* the temporary file, after a failure */
	const char *error; /* static, or strerror()'s */
};

/* What `path` names, as output_to_path() does. False: see `error`. */
bool target_open(struct target *target, const char *path);

/* What a path may be: a file that was opened is known to be none, or one. */
enum target_path { TARGET_FILE, TARGET_LINK };

/*
 * A temporary file that becomes `path`, or what the link `path` points to, with
 * the mode and owner of `old`.
 */
bool target_replace(struct target *target, const char *path,
		    enum target_path what, const struct stat *old);

/* As output_resume() says. */
bool target_resume(struct target *target, const char *path, uint64_t at);

/* Close it, and give a temporary file its name. */
bool target_close(struct target *target);

/* Close what is open, remove the temporary file, release all. */
void target_discard(struct target *target);

#endif

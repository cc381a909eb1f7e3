/* The archive of -o: each file, or member of an archive, is a member of it. */
#ifndef COPYDESK_CLI_ARCHIVED_H
#define COPYDESK_CLI_ARCHIVED_H

#include "batch/driver.h"
#include "cli/claims.h"
#include "cli/options.h"
#include "writer/output.h"

struct archived {
	struct archiver *archiver; /* owned; NULL: -o is no archive */
	struct output *output;	   /* the caller's */
	struct buffer text;	   /* of the member, whose size goes first */
	bool as_it_is;		   /* the member's bytes are written at once */
	struct buffer comment;	   /* of a zip archive */
	struct buffer front;	   /* of a tar archive: written before */
	struct buffer end;	   /* of the archive, while it is made */
	bool ends;
	bool joins; /* several inputs: */
	struct claims claims;
	const char *error; /* static, or the archiver's */
};

/* Whether -o is one, by its name. */
bool archived_wanted(const char *name);

/* Begin with no archive. */
void archived_init(struct archived *archived);

/* Begin to write one. False: see output->error. */
bool archived_start(struct archived *archived, enum archiving archiving,
		    struct output *output);

/*
 * What the archive in `fd` says of itself stands in the new one, too: the
 * comment of a zip archive, the global headers of a tar archive, which are
 * written. `members`: that members have comments, which are lost. For regular
 * files, after archived_start(). False: see `error`.
 */
bool archived_keep(struct archived *archived, enum archiving archiving, int fd,
		   bool *members);

/*
 * Both for -o, where its name is that of one: what an only input of its kind
 * says is kept, what others say is lost, and a message says so. False: see
 * output->error. archived_release() is due either way.
 */
bool archived_open(struct archived *archived, const struct options *options,
		   struct output *output);
void archived_release(struct archived *archived);

/* The sink's begin, chunk and end. After a failure `error` is set. */
void archived_begin(struct archived *archived, const struct file *file);
void archived_chunk(struct archived *archived, const struct buffer *text);
void archived_end(struct archived *archived, const struct file *file);

/* Another archive's member as it is, of which nothing was read before. */
void archived_copy(struct archived *archived, const struct member *member,
		   struct unarchiver *from);

/* Write the archive's end; false: see `error`. */
bool archived_close(struct archived *archived);

#endif

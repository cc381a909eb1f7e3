/*
 * Archives, by libarchive: tar and zip, read and written member by member.
 *
 * Only these two formats are switched on, and no filter: tar is read from bytes
 * that are decompressed already (see support/packing.h).
 */
#ifndef COPYDESK_SUPPORT_ARCHIVING_H
#define COPYDESK_SUPPORT_ARCHIVING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

enum archiving { ARCHIVING_NONE, ARCHIVING_TAR, ARCHIVING_ZIP };

/* By the first bytes: ARCHIVING_MAGIC of them tell either. */
#define ARCHIVING_MAGIC 262
enum archiving archiving_of_bytes(const char *bytes, size_t len);

/* By the ending, before or with that of a compression: .tar, .tgz, .tar.zst. */
enum archiving archiving_of_name(const char *name);

/* As packing_cut(). */
const char *archiving_cut(const char *name, const char *bytes, size_t len);

/* What an archive says of a member: its path, kind, size, times, owner. */
struct member;

/* A member for a file of the disk. NULL: no memory. */
struct member *member_of_file(const char *path, const struct stat *info);
void member_free(struct member *member); /* NULL is no member */

const char *member_path(const struct member *member); /* never NULL */
bool member_is_file(const struct member *member); /* with bytes of its own */
/* The name of the member that it is a link to; NULL: it is none. Borrowed. */
const char *member_link(const struct member *member);
uint64_t member_size(const struct member *member);
void member_stat(const struct member *member, struct stat *info);

/* Whether it has a path: that of a zip archive may be in no charset. */
bool member_has_path(const struct member *member);

/* Whether the path is one within the archive: neither absolute nor upward. */
bool member_stays_inside(const struct member *member);

/* Reading. */
struct unarchiver;

/*
 * `read` is read(2) on what `context` says; where it fails, `error` says why.
 * NULL: no memory.
 */
struct unarchiver *
unarchiver_tar(ssize_t (*read)(void *context, char *to, size_t len),
	       const char *(*error)(void *context), void *context);

/* Why the next function has to have a file. */
#define ZIP_IN_A_PIPE                                                          \
	"a zip archive is read from a file, not a pipe: its list of files is " \
	"at its end"

/* An open file: the names of a zip archive are at its end. NULL: no memory. */
struct unarchiver *unarchiver_zip(int fd);
void unarchiver_free(struct unarchiver *unarchiver);

/*
 * The next member, the caller's to free. UNARCHIVER_FAILED: nothing more can be
 * read; see unarchiver_error().
 */
enum unarchiver_status { UNARCHIVER_MEMBER, UNARCHIVER_END, UNARCHIVER_FAILED };
enum unarchiver_status unarchiver_next(struct unarchiver *unarchiver,
				       struct member **member);

/* Up to `len` bytes of the member; 0 at its end, -1: see unarchiver_error(). */
ssize_t unarchiver_read(struct unarchiver *unarchiver, char *to, size_t len);
const char *unarchiver_error(struct unarchiver *unarchiver); /* borrowed */

/*
 * Writing, the same bytes for the same members. `write` takes all, or returns
 * false. Each member's bytes follow it, as many as `size` says.
 */
struct archiver;
struct archiver *archiver_new(enum archiving archiving,
			      bool (*write)(void *context, const char *bytes,
					    size_t len),
			      void *context); /* NULL: no memory */
void archiver_free(struct archiver *archiver);
bool archiver_member(struct archiver *archiver, const struct member *member,
		     uint64_t size);
bool archiver_write(struct archiver *archiver, const char *bytes, size_t len);
bool archiver_end(struct archiver *archiver);
const char *archiver_error(struct archiver *archiver); /* borrowed */

#endif

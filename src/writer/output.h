/*
 * An output: standard output, a device, or a file that appears whole or not at
 * all (a temporary file in the same folder, and a rename).
 *
 * Every write is checked. After a failure `error` is set, further writes do
 * nothing, and output_close() fails.
 */
#ifndef COPYDESK_WRITER_OUTPUT_H
#define COPYDESK_WRITER_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "reader/format.h"
#include "support/packing.h"
#include "writer/target.h"

struct warc_cutter;

struct output {
	struct target target;	    /* owned */
	struct buffer pending;	    /* not yet written */
	char last;		    /* the last byte that was written */
	size_t written;		    /* bytes, pending ones too */
	struct packer *packer;	    /* owned; NULL: not compressed */
	enum packing packing;	    /* how it compresses */
	bool packed;		    /* something was written to it */
	struct warc_cutter *cutter; /* owned; NULL: all is one member */
	const char *error;	    /* static, or strerror()'s */
};

/* Begin with nothing open. */
void output_init(struct output *output);

/* Write to an open descriptor, which output_close() closes. */
void output_to_fd(struct output *output, int fd);

/*
 * Write to `path`: into it where it is a device, a pipe or an open file
 * (/dev/stderr); else to a temporary file beside it, which output_close()
 * renames. `path` may be a symbolic link: what it points to is replaced.
 * False: see `error`.
 */
bool output_to_path(struct output *output, const char *path);

/* The same to replace the open file that `old` describes: mode and owner. */
bool output_replace(struct output *output, const char *path,
		    enum target_path what, const struct stat *old);

/*
 * Compress what is written from now on. output_to_path() does so by the path's
 * ending. Of a WARC each record is compressed by itself, as readers expect that
 * go to a record by its place.
 */
bool output_pack(struct output *output, enum packing packing,
		 enum format format);

/*
 * As output_to_path(), to a temporary file with a name that the next run knows:
 * it stays whatever happens, until output_close() renames it. Its first `at`
 * bytes are there already, and what follows them is cut off.
 */
bool output_resume(struct output *output, const char *path, uint64_t at);

/* A hash of the last bytes that were written, which are flushed before. */
uint64_t output_tail(struct output *output);

void output_write(struct output *output, const char *data, size_t len);

/* Write what is pending. */
bool output_flush(struct output *output);

/* Wait until the disk has the data, before it is renamed. */
bool output_sync(struct output *output);

/* Flush, rename and close. False, and nothing at the target, on failure. */
bool output_close(struct output *output);

/* Close, and remove the temporary file. */
void output_discard(struct output *output);

#endif

/*
 * An input: an open file or stream as a flow of UTF-8 bytes, decompressed and
 * decoded.
 *
 * UTF-16 and UTF-32 are known by their byte order mark or the places of their
 * zero bytes, ISO-2022 by its escapes, any charset by its name. Other bytes
 * pass as they are: what is not UTF-8 in them is the library's to find.
 */
#ifndef COPYDESK_READER_INPUT_H
#define COPYDESK_READER_INPUT_H

#include <copydesk.h>

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "reader/compared.h"
#include "support/archiving.h"
#include "support/packing.h"

/* What is read instead of a descriptor; `read` NULL: nothing. */
struct input_source {
	ssize_t (*read)(void *context, char *to, size_t len);
	const char *(*error)(void *context); /* why it failed */
	void *context;
};

#define INPUT_BLOCK ((size_t)65536)

struct input {
	struct input_source source;
	int fd;	      /* the caller's */
	bool limited; /* reads no more than `left` bytes */
	off_t left;
	const struct stat *info; /* borrowed; of a file, or NULL */
	off_t promised; /* bytes that it held when it was opened, still to come
			 */
	const char *charset;	  /* what is decoded; NULL: taken as UTF-8 */
	struct compared compared; /* with what it is decoded to */
	bool shrunk;		  /* it ended before they came */
	bool lossy;		  /* the decoder met what it cannot hold */
	const char *error;	  /* why a call failed; until input_stop() */

	enum packing packing;	   /* it is compressed */
	struct unpacker *unpacker; /* owned; NULL: it is not */
	char *packed;		   /* owned: its first bytes */
	size_t packed_at, packed_len;
	struct cd_decoder *decoder; /* owned */
	size_t raw_at, raw_len;	    /* of `raw` */
	struct cd_span ready;	    /* decoded and not yet handed on */
	bool ended;		    /* the fd is at its end, or */
	bool broken;		    /* cannot be read further: see `error` */
	bool flushed;		    /* and the decoder has been told */
	char raw[INPUT_BLOCK]; /* last: of a small file little is touched */
};

struct input_options {
	const char *charset; /* borrowed; NULL: by the bytes */
	struct input_source source;
	bool plain;	    /* compressed bytes are left so */
	bool nul_separates; /* NUL bytes are no sign of UTF-16 */
	off_t from, end;    /* of a file only these bytes; both 0: all */
	/*
	 * Of the descriptor, when it was opened, borrowed until input_stop(): a
	 * regular file that became shorter since cannot be read. NULL: unknown.
	 */
	const struct stat *info;
};

/* Nothing to read yet, and nothing for input_stop() to do. */
void input_init(struct input *input);

/*
 * Begin to read `fd`. False: see `error`. input_stop() is due either way.
 */
bool input_start(struct input *input, int fd,
		 const struct input_options *options);
void input_stop(struct input *input);

/* Up to `len` bytes to `to`; 0 at the end, -1 on failure: see `error`. */
ssize_t input_read(struct input *input, char *to, size_t len);

/* The same for what knows no inputs: unarchiver_tar(). */
ssize_t input_read_any(void *input, char *to, size_t len);
const char *input_error_any(void *input);

/*
 * The first bytes, decoded, which are not taken: until `enough` says so, a
 * block is full or the input ends (*whole). False: see `error`.
 */
bool input_peek(struct input *input, bool (*enough)(struct cd_span start),
		struct cd_span *start, bool *whole);

/*
 * What the first bytes show the input to be that is no text ("gzip data", ...);
 * NULL: it may be text. Static.
 */
const char *input_foreign(const struct input *input);

/*
 * Of an input of that name: what it says, where these few bytes are no more
 * than the start of that ("truncated gzip input"); NULL: they are not. Static.
 */
const char *input_cut(const struct input *input, const char *name);

/* Whether it begins as an archive. */
enum archiving input_archive(const struct input *input);

/*
 * Back to the first byte, undecoded: after input_start() and input_peek(), and
 * before anything was read.
 */
void input_rewind(struct input *input);

/* Whether it begins as a WARC, whose blocks may be anything. */
bool input_is_warc(const struct input *input);

/* Whether the first block holds a NUL that is no sign of UTF-16 or 32. */
bool input_has_nul(const struct input *input);

/* Whether it looks binary: NUL and other bytes that no text has, many of them.
 */
bool input_binary(const struct input *input);

#endif

/*
 * What the steps for markup of other formats share: a walk over lines that
 * first counts a format's signs and then takes them out, and pairs of signs.
 */
#ifndef COPYDESK_STAGES_ENCODING_MARKUP_WALK_H
#define COPYDESK_STAGES_ENCODING_MARKUP_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/byte_set.h"
#include "edit/pass.h"

#define MARKUP_OPEN 8	/* pairs within each other */
#define MARKUP_PAIR 800 /* bytes of a pair */

struct markup_span {
	size_t at, end;
};

struct markup_walk {
	struct pass *pass;
	const char *text;
	size_t len;
	struct byte_set begins; /* what signs may begin with */
	size_t signs;		/* of the format */
	size_t pairs; /* signs around words, where these count apart */
	bool emit;    /* take them out; else count them */
	bool inside;  /* the line is in a table, or another block */
	/* Where the signs that close a pair are, the next one last. */
	struct markup_span open[MARKUP_OPEN];
	size_t open_count;
};

/* A walk over the text that counts; `begins`: the bytes, ended by NUL. */
static inline struct markup_walk markup_begin(struct pass *pass,
					      const char *begins)
{
	return (struct markup_walk){
		.pass = pass,
		.text = pass->text,
		.len = pass->len,
		.begins = byte_set_of(begins),
	};
}

static inline unsigned char markup_byte(const struct markup_walk *walk,
					size_t at)
{
	return bytes_at(walk->text, walk->len, at);
}

bool markup_stands(const struct markup_walk *walk, size_t at, const char *sign);

/* Where a row of the byte c ends; `at` when there is none. */
size_t markup_row(const struct markup_walk *walk, size_t at, char c);

/* Where the line at `at` ends. */
size_t markup_line_end(const struct markup_walk *walk, size_t at);

/* Where `sign` is from `at` on, before `end`; 0: it is not there, or far. */
size_t markup_find(const struct markup_walk *walk, size_t at, size_t end,
		   const char *sign);

/* Whether `sign` is anywhere in the text. */
bool markup_holds(const struct markup_walk *walk, const char *sign);

/* From `at` on, before `end`: where a byte of walk->begins is, or a pair
 * closes.
 */
size_t markup_next(const struct markup_walk *walk, size_t at, size_t end);

/* Take text[at, end) out, word by word: an edit of a step that decodes takes
   one at most. */
void markup_drop(struct markup_walk *walk, size_t at, size_t end);

/* A pair closes with text[at, end). False: it crosses another one. */
bool markup_open(struct markup_walk *walk, size_t at, size_t end);

/* If a pair closes at `at`, take its signs out; where they end, or `at`. */
size_t markup_close(struct markup_walk *walk, size_t at);

#endif

/*
 * Unified diffs of two texts.
 */
#ifndef COPYDESK_WRITER_DIFF_H
#define COPYDESK_WRITER_DIFF_H

#include "writer/report.h"
#include "writer/units.h"

struct diff_style {
	enum colour colour;
	enum match_unit unit; /* lines: a patch; words: for people */
};

struct diff_side {
	const char *text;
	size_t len;
	size_t line; /* number of its first line */
};

/*
 * Append the hunks that lead from `old` to `fresh`. False when memory ran out;
 * `out` then holds none of them.
 */
bool diff_hunks(struct buffer *out, const struct diff_style *style,
		const struct diff_side *old, const struct diff_side *fresh);

/*
 * Append the two lines that name the file; returns how many folders above this
 * one it is named from: see patch_name().
 */
size_t diff_header(struct buffer *out, enum colour colour, const char *path);

#endif

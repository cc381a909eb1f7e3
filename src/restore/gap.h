/*
 * Gaps as they are seen: normalised. README.md, "how a gap is seen".
 */
#ifndef COPYDESK_RESTORE_GAP_H
#define COPYDESK_RESTORE_GAP_H

#include "restore/words.h"

/* Marks of gaps, as code points. */
#define OPEN_DOUBLE 0x201C
#define CLOSE_DOUBLE 0x201D
#define OPEN_SINGLE 0x2018
#define CLOSE_SINGLE 0x2019
#define EN_DASH 0x2013
#define EM_DASH 0x2014

#define GAP_POINTS 40 /* a longer gap is like no class */
#define GAP_BYTES (4 * GAP_POINTS)

/* A normalised gap and where each of its code points came from. */
struct seen_gap {
	char text[GAP_BYTES];
	size_t len;   /* bytes of `text` */
	size_t count; /* code points */
	uint32_t points[GAP_POINTS];
	uint32_t at[GAP_POINTS], end[GAP_POINTS]; /* of the raw text */
	bool space, newline;
	bool too_long;
};

/* How an article's gaps are to be read. */
struct gap_view {
	bool runs;	/* runs of spaces were kept */
	bool wrapped;	/* a lone line break is a space */
	bool told;	/* a line end and its spaces are as wide as a gap */
	bool beside;	/* then: its spaces alone are */
	bool set_apart; /* marks are between spaces */
	/* Then: what spaced_quotes_read() said of each byte. */
	const unsigned char *quotes; /* borrowed, or NULL */
};

/* Whether a gap holds nothing but spaces, and a line end that tells no more. */
bool gap_is_blank(const struct gap_view *view, const struct words *words,
		  size_t i);

/* The bytes of gap `i`, less a line end that took no space's place. */
size_t gap_width(const struct gap_view *view, const struct words *words,
		 size_t i);

/* Gap `i` of the words (of `count`) as the model sees it. */
void gap_see(struct seen_gap *seen, const struct gap_view *view,
	     const struct words *words, size_t i);

#endif

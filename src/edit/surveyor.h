/*
 * What the files of the survey share while a text is read: survey_blocks.c
 * reads blocks, survey_lines.c lines, survey_points.c the code points above
 * ASCII, survey_tokens.c what tokenisers leave.
 */
#ifndef COPYDESK_EDIT_SURVEYOR_H
#define COPYDESK_EDIT_SURVEYOR_H

#include "base/window.h"
#include "edit/quote_watch.h"

struct survey;

struct surveyor {
	struct survey *survey;
	const char *text;
	size_t len;
	size_t line_start;
	uint32_t line_lower, line_upper; /* counts at the line's start */
	/* letters of the block that are after the line's end */
	uint32_t lower_after, upper_after;
	size_t blank_run;
	struct quote_watch curly, straight;
};

/* Add one to the counter at that offset in struct survey. */
static inline void surveyor_bump(struct survey *survey, size_t counter)
{
	++*(uint32_t *)((char *)survey + counter);
}

/* Read all blocks of the text; the same as on any machine. */
typedef void surveyor_loop(struct surveyor *s);
surveyor_loop surveyor_read_blocks, surveyor_read_portable;

/* The line that ends at `end`; its block's masks and letters are counted. */
void surveyor_see_line(struct surveyor *s, size_t end);

/* The code point above ASCII that begins at text[at]. */
void surveyor_see_point(struct surveyor *s, size_t at);

/* The letter after a hyphen: "-LRB-"; a small one, if no letter is before it.
 */
void surveyor_see_dash(struct surveyor *s, size_t at);

/* A semicolon: is it the end of an entity? A tokeniser leaves a space before
 * it. */
void surveyor_see_semicolon(struct surveyor *s, size_t at);

#endif

/*
 * Line cache: an article is read again after a pass that changed it, and most
 * of its lines are the same as before, or have had their quotation marks
 * turned. A line in which no rule matched need not be inspected again if it is
 * the same so far, and at the same edges.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_CACHE_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_CACHE_H

#include "stages/boilerplate/article.h"

/* The lines of the pass before, in the article's arena. */
struct line_cache {
	const char *text; /* the text as it was then */
	struct line *lines;
	size_t room;	    /* lines that there is memory for */
	struct line *spare; /* memory for so many, too, from another pass; */
	size_t spare_room;  /* or NULL */
	size_t count, next; /* `next`: the first that has not come again */
	bool uppercased;    /* the article was in capitals */
	bool transcript;    /* or a transcript */
	const struct line_score *scores; /* of the lines; or NULL */
};

/* What the pass before left; NULL in the first, or when nothing can be reused.
 */
struct line_cache *line_cache_last(const struct pass *pass);

/*
 * Memory for so many of the article's lines: that of the pass before the one
 * before, where it is enough. False when memory runs out.
 */
bool line_cache_make_room(struct article *article, size_t lines);

/*
 * Whether no rule matched the line then; it is suspect if it was. line->past is
 * the line then, whatever was found in it.
 */
bool line_cache_unmatched(const struct article *article, struct line *line);

/* Whether a line is suspect because line->past was, at no more edges. */
bool line_cache_suspect(const struct article *article, const struct line *line);

/*
 * What line->past found, if that is known and holds still: words, features and
 * matches. False where it does not, or when memory runs out.
 */
bool line_cache_take(const struct article *article, struct line *line);

/*
 * Where a line with so many lines around it that stay is, as far as rules ask;
 * not 0.
 */
uint8_t line_cache_place(const size_t around[2]);

/* Whether no part of line->past went at that place, and so none will now. */
bool line_cache_whole(const struct article *article, const struct line *line,
		      uint8_t place);

/* Keep the article's lines for the next pass. */
void line_cache_keep(const struct article *article);

/* And what they scored. */
void line_cache_keep_scores(const struct article *article);

#endif

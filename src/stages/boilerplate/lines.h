/*
 * The lines of an article, what is known of each, and which rules matched.
 *
 * Only lines that could be furniture are looked at closely: those in which a
 * rule's anchor word stands, and those that do not end like a sentence.
 */
#ifndef COPYDESK_BOILERPLATE_LINES_H
#define COPYDESK_BOILERPLATE_LINES_H

#include "edit/pass.h"
#include "stages/boilerplate/rules.h"

/* A rule that matched a line, or a part of it. */
struct hit {
	uint32_t rule;	     /* index of the table's rules */
	uint32_t first, end; /* words */
};

struct line {
	uint32_t at, end; /* bytes, without white space at either end */
	uint32_t facts;	  /* enum line_fact; NEAR and AFTER are set late */
	uint16_t marks;	  /* enum gap: all that stand in it */
	bool known;	  /* words, facts and hits are worked out */
	uint8_t edges; /* those at which it was asked after: enum strip_edge */
	uint16_t mark; /* the class by which it goes; 0: it stays */
	struct tokens words;
	size_t sentence;  /* words of the first sentence */
	struct hit *hits; /* in the arena */
	size_t hit_count;
	bool dateline; /* a dateline stands at its front */
	bool teaser;   /* a teaser in it ends before the line does */
};

struct recall;

struct article {
	struct pass *pass;
	struct recall *recall; /* the round before; NULL: none */
	const struct strip_rules *rules;
	struct line *lines; /* those that hold text, and a spare one */
	size_t count;
	uint32_t *stamps; /* for each rule, the last look that tried it */
	uint32_t looks;	  /* lines looked at closely so far */
};

/* Whether a line is a sentence of some length, by its end and its bytes. */
bool line_is_sentence(const struct article *article, size_t index);

/*
 * Find the lines, and look closely at the suspect ones: `looks` says whether
 * there are any. False: no memory.
 */
bool lines_read(struct article *article);

/*
 * Look closely at a line that has come to stand at the article's edge, where
 * more rules apply, if it is suspect there. False: no memory.
 */
bool lines_know_edge(struct article *article, size_t index, unsigned edges);

/* Look closely at a line, if that has not been done. False: no memory. */
bool lines_know(struct article *article, size_t index);

/* Whether an article is in capitals: they say nothing of a line of it. */
bool lines_uppercased(const struct survey *survey);

#endif

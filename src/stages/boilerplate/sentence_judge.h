/*
 * A sentence of a line, judged as a line of its own would be, and by what is
 * beside it in its line.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SENTENCE_JUDGE_H
#define COPYDESK_STAGES_BOILERPLATE_SENTENCE_JUDGE_H

#include "stages/boilerplate/article.h"

/* A sentence of the line at hand. */
struct sentence {
	size_t first, end; /* words */
	uint16_t class;	   /* 0: it stays */
	uint32_t cause;	   /* as a line's */
	bool taken;	   /* a rule's match covers it already */
	bool rest;	   /* or its start: what follows is judged without it */
	bool weak;	   /* it would go, but is too short to go alone */
	uint32_t from;	   /* its first word that goes; 0: all of it goes */
	int open;	   /* a quotation is open before it */
};

struct sentences {
	struct article *article;
	struct line *line;
	struct sentence *list; /* the arena's */
	size_t count;
	bool counted; /* `open` of all of them is known */
	bool plain;   /* no rule matched the line, which ends in a sentence */
	bool opens;   /* the line is the article's first */
	bool speech;  /* the line is a transcript */
};

/* Where a sentence ends in the text, with its marks. */
size_t sentence_end_at(const struct sentences *all, const struct sentence *one);

/*
 * The class of a sentence that has so many lines and sentences before and after
 * it, or 0. Notes in it from where it goes, why, and whether it is weak.
 */
uint16_t sentence_judge(struct sentences *all, struct sentence *one,
			size_t before, size_t after);

#endif

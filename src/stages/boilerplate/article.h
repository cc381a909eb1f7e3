/*
 * An article as the stage sees it: its lines, what is known of each, and which
 * rules matched.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_ARTICLE_H
#define COPYDESK_STAGES_BOILERPLATE_ARTICLE_H

#include "edit/pass.h"
#include "stages/boilerplate/prefilter.h"
#include "stages/boilerplate/rims.h"
#include "stages/boilerplate/rules.h"

/* A rule that matched a line, or a part of it. */
struct rule_match {
	uint32_t rule;	     /* index of the table's rules */
	uint32_t first, end; /* words */
};

/* A part of a line that goes. */
struct strip_span {
	uint32_t at, end; /* bytes of the text */
	uint32_t cause;	  /* the line of its rule in the rules file */
	uint16_t rule;
	bool parts; /* it was between two paragraphs */
};

/* The widest first: there is one for each line, some for two bytes of text. */
struct line {
	const struct line *past; /* the same line in the pass before; or NULL */
	struct tokens words;
	struct rule_match *matches; /* in the arena */
	uint32_t *starts; /* its sentences' first words; NULL: not split */
	struct strip_span *spans; /* the parts that go, if it stays */
	uint32_t at, end;	  /* bytes, without white space at either end */
	uint32_t features; /* enum line_feature; the late ones are not in it */
	uint32_t lead;	   /* of an item: the line before its list, from 1 */
	uint32_t cause;	   /* of the mark: the rule's line in the rules file */
	uint32_t goes_after, goes_before; /* lines beside it: kept.c */
	uint32_t sentence;		  /* words of the first sentence */
	uint32_t sentences;
	uint32_t match_count, span_count;
	uint32_t held_at, held_end; /* bytes of a span too long to take */
	uint16_t held;		    /* the class of that span; 0: none */
	uint16_t marks;		    /* enum gap: all that are in it */
	uint16_t mark;	    /* the class by which it goes; 0: it stays */
	uint8_t confidence; /* of the mark, percent; 0: a rule's */
	uint8_t edges;	/* those at which it was asked after: enum strip_edge */
	uint8_t others; /* those at which the prefilter might let it pass */
	bool own;	/* the article's: no rule is asked; own_lines.c */
	bool suspect;	/* it was worth a close look for its own sake */
	bool known;	/* words, features and matches are worked out */
	bool turned;	/* it has other quotation marks than `past` */
	bool dateline;	/* a dateline begins it */
	bool teaser;	/* a teaser in it ends before the line does */
	bool flat;	/* it is judged by its sentences, not as a whole */
	bool piece;	/* of a sentence that has several lines; pieces.c */
	uint8_t whole;	/* no part of it goes at this line_cache_place() */
	uint8_t colon;	/* bytes up to its first one, if they are few; or 0 */
};

/* As far as the colon of a label is looked for: a name, and the time. */
#define COLON_BYTES 100

struct line_cache;
struct line_score;

struct article {
	struct pass *pass;
	struct line_cache *cache; /* the pass before; NULL: none */
	const struct strip_rules *rules;
	struct line *lines;  /* those that hold text, and a spare one */
	size_t count, room;  /* `room`: lines that there is memory for */
	size_t front_matter; /* bytes of it; they are no line */
	struct rims rims;
	/* Set where a line was judged by more than itself and its place. */
	bool *beyond;
	uint64_t *tried;     /* bits: the rules tried on the line at hand */
	uint32_t inspected;  /* lines looked at closely so far */
	uint8_t *lone;	     /* for each rule, the lines that it matched */
	uint32_t menu_lines; /* that match a rule for menus */
	bool called;	     /* a line that goes is a call in capitals */
	bool mail;	     /* it begins with the header of one */
	bool transcript;     /* speakers' names begin its lines */
	struct line_score *scores; /* NULL: none so far; line_score.c */
};

/* Whether an article is in capitals: they say nothing about a line of it. */
static inline bool article_is_uppercased(const struct survey *survey)
{
	return survey->upper > survey->lower;
}

#endif

/*
 * The survey: one fast look at a text, and the facts that all stages share.
 *
 * Nothing is decided twice: a stage asks the survey whether it has work, and
 * the article's condition is found here and nowhere else.
 */
#ifndef COPYDESK_EDIT_SURVEY_H
#define COPYDESK_EDIT_SURVEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "edit/shape_facts.h"
#include "edit/traces.h"

struct word_lists;

/* Bytes and sequences that occur at all. */
enum survey_seen {
	SEEN_TAB = 1 << 0,
	SEEN_CR = 1 << 1,
	SEEN_CONTROL = 1 << 2, /* other C0, DEL, C1 */
	SEEN_AMPERSAND = 1 << 3,
	SEEN_LESS = 1 << 4, /* < */
	SEEN_BACKSLASH = 1 << 5,
	SEEN_HASH = 1 << 6,
	SEEN_BRACKET_TOKEN = 1 << 7, /* -LRB- and the like */
	SEEN_SPACE_EXOTIC = 1 << 8,  /* U+00A0, U+1680, U+2000-200A, 202F.. */
	SEEN_INVISIBLE = 1 << 9,     /* U+00AD, 200B-200F, 2028-202E, 2060-,
					FEFF; 00AC and 2010, which may be
					hyphens at line ends */
	SEEN_HIGH = 1 << 10,	     /* any byte from 0x80 */
	SEEN_COMPOSE = 1 << 11,	     /* a code point that NFC may change */
	SEEN_LATIN_LEAD = 1 << 12,   /* U+0080-009F, A1, AB, AC, B2-B4, B9,
					BB-FF */
	SEEN_REPLACEMENT = 1 << 13,  /* U+FFFD */
	SEEN_LIGATURE = 1 << 14,     /* U+FB00-FB06; full width: FF01-FF5E,
					3001, 3002 */
	SEEN_DOUBLE_TICK = 1 << 15,  /* `` or '' */
	SEEN_SEMICOLON_ENTITY = 1 << 16, /* quot; lt; gt; amp; apos; #39; */
	SEEN_MOJIBAKE = 1 << 17,	 /* what mojibake begins with, and one
					    more character from U+0080 */
	SEEN_QUESTION = 1 << 18,	 /* "it?s", "LE?N", "it???s", " ?Yes" */
	SEEN_PRINTABLE = TRACE_PRINTABLE,
	SEEN_ESCAPE = TRACE_ESCAPE,
	SEEN_MARKUP = TRACE_MARKUP,
	SEEN_FRAME = TRACE_FRAME,
	SEEN_LETTER = TRACE_LETTER,
	SEEN_LITERAL = TRACE_LITERAL,
	SEEN_SHORTCODE = TRACE_SHORTCODE,
	SEEN_SIGN = TRACE_SIGN,
	SEEN_CITATION = TRACE_CITATION, /* and U+3010, U+E200 */
	SEEN_STYLED = 1 << 30, /* U+02BC, U+201A, letters of mathematics, marks
				  of dingbats */
	SEEN_SYMBOL = 1 << 29, /* U+F020-F0FF: signs of a font */
	SEEN_SUBWORD = TRACE_SUBWORD, /* and U+0120, U+2581, U+FFED */
};

/* What is wrong with the article as a whole. */
enum survey_condition {
	CONDITION_LOWERCASED = 1 << 0,	/* (nearly) no upper-case letter */
	CONDITION_UPPERCASED = 1 << 1,	/* (nearly) no lower-case letter */
	CONDITION_MARKS_GONE = 1 << 2,	/* no punctuation is left */
	CONDITION_MARKS_SOME = 1 << 3,	/* . and , but no quotes, hyphens.. */
	CONDITION_RUNS_KEPT = 1 << 4,	/* each mark left a space of its own */
	CONDITION_QUOTES_LOST = 1 << 5, /* cased; quotes, apostrophes spaces */
	CONDITION_WRAPPED = 1 << 6,	/* hard-wrapped lines */
	CONDITION_FLATTENED = 1 << 7,	/* one long line, paragraphs as runs */
	CONDITION_TOKENISED = 1 << 8,	/* Penn Treebank or Moses tokens */
	CONDITION_ONE_SIDED = 1 << 9,	/* quotes all of one direction */
	CONDITION_DOUBLE_SPACED = 1 << 10, /* two spaces after each sentence */
	CONDITION_SHORT = 1 << 11,   /* too short to be sure of its casing */
	CONDITION_FOREIGN = 1 << 12, /* casing lost, but not English */
	CONDITION_PARTS = 1 << 13,   /* cased, but for whole paragraphs */
	CONDITION_CAPITALS_KEPT = 1 << 14, /* lowercased, but heads, datelines
					      and the like kept their case */
	CONDITION_BLOCKS = 1 << 15, /* some paragraphs are hard-wrapped */
	CONDITION_STARTS = 1 << 16, /* lowercased, but only where sentences
				       begin */
};

/* The whole article lost its case, or its quotes. */
#define CONDITION_CASING                                                       \
	(CONDITION_LOWERCASED | CONDITION_UPPERCASED | CONDITION_QUOTES_LOST)

#define SURVEY_RUNS 8

struct survey {
	size_t len;		       /* bytes surveyed */
	uint32_t seen;		       /* enum survey_seen */
	uint32_t conditions;	       /* enum survey_condition, as far as they
					  are judged: survey_conditions() */
	uint32_t lower, upper, digits; /* letters and digits (ASCII; other
					  letters count as lower or upper) */
	uint32_t high;		       /* code points above U+007F */
	uint32_t high_cased;	       /* of these, lower and upper */
	uint32_t high_wide;	       /* and kana, ideographs and Hangul */
	uint32_t capitals;	       /* lower-case words that begin upper */
	uint32_t clitics;	       /* " s ", " t ": an apostrophe lost */
	uint32_t marks;		       /* . , ; : ? ! */
	uint32_t sentence_ends;	       /* letter, . ? or !, space, upper */
	uint32_t small_starts;	       /* letter, full stop, space, lower */
	uint32_t sentence_ends_wide;   /* with two spaces or more, and upper */
	uint32_t straight_double, straight_single, backtick;
	uint32_t open_double, close_double, open_single, close_single;
	uint32_t quotes_other;		/* guillemets, low quotes, primes */
	uint32_t quote_faults;		/* curly, but facing the wrong way or
					   out of turn, or a space inside */
	uint32_t straight_faults;	/* the same of straight marks */
	uint32_t runs[SURVEY_RUNS + 1]; /* spaces in a row; [8]: 8 and more */
	uint32_t trailing;		/* lines that end in white space */
	uint32_t leading;		/* lines that begin with white space */
	uint32_t before_mark;		/* spaces before , . ; : ? ! ) */
	uint32_t inside_bracket;	/* spaces after ( and before ) */
	uint32_t after_mark;		/* sentences glued: "said.But" */
	uint32_t joined;		/* "recordShell", "PRESSThe" */
	uint32_t humps;			/* "aEUR": two capitals after a small */
	uint32_t after_pause;		/* "Sunday,while", "said:The" */
	uint32_t after_both;		/* a stop and a comma: "said.,The" */
	uint32_t separated; /* " 's", "’ s", " n't", "$ 5", "$2. 7", "- a" */
	uint32_t underscores;	     /* " _ " */
	uint32_t spaced_initials;    /* "U. S.", "p. m." */
	uint32_t lines, blank_lines; /* lines that hold text; others */
	uint32_t blank_runs;	     /* two blank lines or more in a row */
	uint32_t lowered_lines;	     /* long, and no upper-case letter */
	uint32_t raised_lines;	     /* long, and no lower-case letter */
	uint32_t longest_line;	     /* bytes */
	uint32_t wrapped_lines;	     /* of 40 to 100 bytes, next line goes on */
	uint32_t broken_lines;	   /* end in mid-sentence, next begins small */
	uint32_t ordinals;	   /* "5 th", or with a line end between */
	uint32_t inner_lines;	   /* begin with "'s " */
	uint32_t spaced_heads;	   /* lines that begin with "S P " */
	uint32_t digits_separated; /* "110, 000", "1: 2" */
	uint32_t digits_glued;	   /* "harbour3", "ferry.12" */
	uint32_t stops_doubled;	   /* ".." and "..." */
	struct shape shape;	   /* as far as it was asked after:
				      survey_shape() */
	/* The survey itself until its conditions are judged, and what that
	   takes; edit/examine.h */
	struct survey *unjudged;
	const char *text;
	const struct word_lists *lists;
};

/*
 * Count. The conditions that need a second look at the text are judged for a
 * survey of examine_text() only, which stages and the engine rely on.
 */
void survey_text(struct survey *survey, const char *text, size_t len);

/* The same as on any machine; for tests. */
void survey_portable(struct survey *survey, const char *text, size_t len);

static inline bool survey_saw(const struct survey *survey, uint32_t seen)
{
	return (survey->seen & seen) != 0;
}

/* Judge the conditions of `survey`, which waits for it. */
void survey_judge(struct survey *survey);

/* The conditions; the first who asks has them judged. */
static inline uint32_t survey_conditions(const struct survey *survey)
{
	if (survey->unjudged)
		survey_judge(survey->unjudged);
	return survey->conditions;
}

static inline bool survey_is(const struct survey *survey, uint32_t condition)
{
	return (survey_conditions(survey) & condition) != 0;
}

/* What had to be read of the shape to judge them. */
static inline const struct shape *survey_shape(const struct survey *survey)
{
	if (survey->unjudged)
		survey_judge(survey->unjudged);
	return &survey->shape;
}

#endif

/*
 * Boilerplate rules: the table that a rules file becomes (rules_file.h).
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_RULES_H
#define COPYDESK_STAGES_BOILERPLATE_RULES_H

#include <copydesk.h>

#include "pattern/literal_index.h"
#include "pattern/pattern.h"

struct regex;

/* Where in the article a line may be. */
enum strip_where {
	WHERE_ANY,
	WHERE_TOP,     /* nothing of the article is before it */
	WHERE_LATER,   /* something of the article before it */
	WHERE_HEAD,    /* at most two of the article's lines before it */
	WHERE_BETWEEN, /* the article's lines before it and after it */
	WHERE_TAIL,    /* at most three after it */
	WHERE_END,     /* none after it */
	WHERE_EDGE,    /* head or tail */
};

#define HEAD_LINES 2 /* what WHERE_HEAD and WHERE_TAIL mean */
#define TAIL_LINES 3

/* The edges at which a line is, as bits. */
enum strip_edge {
	EDGE_HEAD = 1 << 0,
	EDGE_TAIL = 1 << 1,
	EDGE_END = 1 << 2,
};

#define EDGES_ALL (EDGE_HEAD | EDGE_TAIL | EDGE_END)

/* By how many lines are before it and after it. */
static inline unsigned strip_edges(size_t before, size_t after)
{
	return (before <= HEAD_LINES ? EDGE_HEAD : 0) |
	       (after <= TAIL_LINES ? EDGE_TAIL : 0) |
	       (after == 0 ? EDGE_END : 0);
}

/* How a pattern matches, and so what it takes out. */
enum strip_how {
	HOW_LINE,   /* the whole line matches: the line goes */
	HOW_PREFIX, /* it begins the line: the line goes */
	HOW_SUFFIX, /* it ends the line: the line goes */
	HOW_INSIDE, /* it is anywhere in the line: the line goes */
	HOW_SHAPE,  /* no pattern: points for a line that has some */
	HOW_REGEX,  /* an ICU expression matches the line: the line goes */
	HOW_FRONT,  /* what matches at the line's start goes */
	HOW_REAR,   /* what matches at its end goes */
	HOW_BACK,   /* from a sentence's start to its end goes */
	HOW_INLINE, /* what matches, anywhere in the line, goes */
};

/* How far what a rule takes out reaches. */
enum strip_until {
	UNTIL_MATCH,	/* no farther */
	UNTIL_SENTENCE, /* to the sentence's end */
	UNTIL_HEADLINE, /* to where a new sentence is likely to begin */
	UNTIL_BRACKET,	/* to the bracket that closes */
	UNTIL_GLUED,	/* and back to the name that a headline is glued to */
	UNTIL_LABEL,	/* no farther; it is between two sentences */
	UNTIL_ASIDE,	/* the comma before it, or the brackets around it */
	UNTIL_BODY,	/* lines up to the dateline or the first paragraph */
	UNTIL_OPEN,	/* following lines that end without a full stop */
	UNTIL_END,	/* following lines to the end of the article */
	UNTIL_CONTACT,	/* names and addresses that follow; it needs them */
	UNTIL_TAGS,	/* words, one a line, that end the page */
	UNTIL_ABOVE,	/* all lines above it */
	UNTIL_MENU,	/* a run of short lines with others that match */
};

/* Facts about a line that a rule can ask for. */
enum line_feature {
	FEATURE_OPEN = 1 << 0,	 /* no full stop, ? or ! at the end */
	FEATURE_CAPS = 1 << 1,	 /* no small letter */
	FEATURE_TITLE = 1 << 2,	 /* most words begin with a capital */
	FEATURE_BULLET = 1 << 3, /* begins with a bullet or a dash */
	FEATURE_HANDLE = 1 << 4, /* holds @name */
	FEATURE_URL = 1 << 5,
	FEATURE_MAIL = 1 << 6,
	FEATURE_NUMBER = 1 << 7,
	FEATURE_QUOTE = 1 << 8,	   /* holds a double quotation mark */
	FEATURE_BAR = 1 << 9,	   /* holds | */
	FEATURE_BRACKET = 1 << 10, /* is in brackets */
	FEATURE_NAME = 1 << 11,	   /* two to four capitalised words, no more */
	FEATURE_SHORT = 1 << 12,   /* at most eight words */
	FEATURE_LONG = 1 << 13,	   /* more than 40 words */
	FEATURE_COLON = 1 << 14,   /* ends in a colon */
	FEATURE_QUERY = 1 << 15,   /* ends in ? or ! */
	FEATURE_SAID = 1 << 16,	   /* a full sentence that tells who said it */
	FEATURE_NEAR = 1 << 17,	   /* furniture is next to it */
	FEATURE_CALLED = 1 << 18, /* the page calls in capitals: "CLICK HERE" */
	FEATURE_COMMON = 1 << 19, /* some words are no capitals: a sentence */
	FEATURE_YOU = 1 << 20,	  /* speaks to the reader: you, your, us, our */
	FEATURE_GLUED = 1 << 21,  /* a capital inside a word: "BoltonAre" */
	FEATURE_INSET = 1 << 23,  /* a full sentence is the line before it, and
				     the one after it, of those that stay */
	FEATURE_TABLE = 1 << 24,  /* every third word is a number */
	FEATURE_TIGHT = 1 << 22, /* a colon between two words without a space */
	FEATURE_CLAUSE =
		1 << 25, /* a full sentence with ", the" and its like */
	FEATURE_SPEAKER = 1 << 26, /* "DOE: ..." in a transcript */
	FEATURE_ROW = 1 << 27,	   /* a button is next to it */
	FEATURE_LED = 1 << 28,	   /* two headlines follow */
};

/* Features that are not the line's own: they come with classification. */
#define FEATURES_LATE                                                          \
	(FEATURE_NEAR | FEATURE_CALLED | FEATURE_INSET | FEATURE_ROW |         \
	 FEATURE_LED)

/* Features that are found only where a rule matches: see features_of_prose().
 */
#define FEATURES_PROSE (FEATURE_SAID | FEATURE_CLAUSE)

/*
 * A line of more bytes holds more words than rules for short lines allow.
 * Words of fewer bytes than that are rare in a row.
 */
#define SHORT_LINE_WORDS 20
#define SHORT_LINE_BYTES (SHORT_LINE_WORDS * 8)

#define LONE_LINES 2 /* more that match are a list of the article's */

#define POINTS_SURE 100 /* a line with as many goes */

#define WORDS_ANY UINT16_MAX /* as the most words: there is no limit */

struct strip_rule {
	uint16_t rule; /* enum rule: the class; RULE_COUNT: all */
	uint8_t where, how, until;
	uint8_t edges;	/* enum strip_edge: one is needed; 0: none */
	uint16_t marks; /* enum gap: the pattern needs all of them */
	/* enum token_flag: its first and second have one of; 0: any */
	uint16_t first_word, second_word;
	uint8_t lines;	/* most lines that `until` takes */
	bool lone;	/* not where many lines match: LONE_LINES */
	bool unbounded; /* it may take more than bound.h allows */
	int16_t points;
	uint16_t min_words, max_words; /* of the line */
	uint16_t reach;		       /* most words that the pattern takes */
	uint32_t need, forbid;	       /* enum line_feature */
	uint32_t pattern;	       /* first node; of HOW_REGEX: index */
	uint32_t source_line;	       /* of the rules file */
	struct word_bits begins;       /* words that it can begin with, */
	struct word_bits begins_by;    /* and by other bits of their hashes */
};

/* What is asked first of each rule that is met: all of them are near. */
struct rule_gate {
	uint32_t need, forbid; /* of what a line has before it is classified */
	uint16_t min_words, max_words, marks;
	uint8_t how, edges;
	uint64_t begins; /* by one bit of their hash, words that begin it */
	uint32_t pattern;
	uint32_t unused; /* 0: gates are compared by their bytes */
};

static inline bool rule_gate_begins(const struct rule_gate *gate, uint32_t hash)
{
	return gate->begins >> (hash & 63) & 1;
}

/* The pattern is brought nearer: it will be asked for. */
static inline void rule_gate_bring(const struct rule_gate *gate,
				   const struct pattern_table *table)
{
	__builtin_prefetch(&table->nodes[gate->pattern]);
}

static inline bool strip_rule_begins(const struct strip_rule *rule,
				     uint32_t hash)
{
	return word_bits_has(&rule->begins, hash) &&
	       word_bits_has(&rule->begins_by, hash >> 8);
}

static inline bool rule_words_fit(size_t words, uint16_t least, uint16_t most)
{
	return words >= least && (words <= most || most == WORDS_ANY);
}

/* Whether a line of so many words is one of the rule's. */
static inline bool strip_rule_fits(const struct strip_rule *rule, size_t words)
{
	return rule_words_fit(words, rule->min_words, rule->max_words);
}

static inline bool rule_gate_fits(const struct rule_gate *gate, size_t words)
{
	return rule_words_fit(words, gate->min_words, gate->max_words);
}

/* Kinds of sentences, by bits. */
enum sentence_kind {
	SENTENCE_LONG = 1 << 0, /* see SHORT_LINE_BYTES */
	SENTENCE_EDGE = 1 << 1, /* it is at an edge of the article */
	SENTENCE_KINDS = 1 << 2,
};

#define NO_RULE UINT32_MAX /* of a literal: it leads to those for addresses */

/*
 * The rules by which a sentence of a kind may go, for the prefilter: none that
 * speak against a class.
 */
struct sentence_rules {
	struct literal_index prefixes, words;
	uint32_t *always; /* owned: rules without a literal */
	size_t always_count, always_cap;
	bool parts; /* the parts of addresses are among the words */
};

/*
 * tools/compile.c writes it as C: what is new in it, or in its parts, is new
 * there, too, or test_built_in fails.
 */
struct strip_rules {
	struct pattern_table patterns;
	struct strip_rule *rules; /* owned */
	size_t rule_count, rule_cap;
	struct rule_gate *gates;       /* owned: of the rules */
	struct literal_index prefixes; /* rules by a line's first words */
	struct literal_index words;    /* rules by any of its words */
	uint32_t *always;	       /* owned: rules without a literal */
	size_t always_count, always_cap;
	struct sentence_rules sentences[SENTENCE_KINDS];
	uint32_t *shapes; /* owned: those without a pattern */
	size_t shape_count, shape_cap;
	struct regex **regexes; /* owned */
	size_t regex_count, regex_cap;
	struct token_set common;     /* words that cost much as literals */
	struct token_set frequent;   /* words that cost less */
	struct token_set you;	     /* words that speak to the reader */
	struct token_set me;	     /* words of a person who posts */
	struct token_set told;	     /* verbs that say who said it */
	struct token_set subject;    /* words that begin a main clause, and */
	struct token_set joining;    /* those that join it to one before, */
	struct token_set person;     /* with its subject */
	struct token_set calls;	     /* words of labels: "READ MORE:" */
	struct token_set units;	     /* of a table: "(in thousands)" */
	struct token_set openers;    /* words that begin a sentence unmarked, */
	struct token_set enders;     /* after these, or after a name */
	struct token_set unfinished; /* no headline or call ends so: "up to" */
	struct token_set leading;    /* these lead to an address: "go to" */
	struct token_set occasion;   /* labels of what takes place: "Where:" */
	struct token_set amends;     /* labels of a correction: "Update:" */
	struct token_set starters;   /* words that begin a sentence, */
	struct token_set determiners; /* and among them those before a noun */
	struct token_set verbs;	      /* after the sentence's subject, */
	struct token_set speech;      /* where somebody says something, */
	struct token_set past;	      /* and where something happened */
	struct token_set page;	      /* a page speaks so of itself */
};

#endif

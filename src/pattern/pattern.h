/*
 * Patterns over words: what a rule looks for. src/lang/README.md describes how
 * they are written.
 *
 * A pattern is a chain of nodes; all patterns of a table share one array.
 */
#ifndef COPYDESK_PATTERN_PATTERN_H
#define COPYDESK_PATTERN_PATTERN_H

#include "pattern/tokens.h"
#include "pattern/word_bits.h"

enum node_kind {
	NODE_END,
	NODE_WORD,  /* `value`: hash */
	NODE_SPLIT, /* try what follows, then node `value` */
	NODE_JUMP,  /* go on at node `value` */
	NODE_SET,   /* `value`: index of a set of phrases */
	NODE_ANY,   /* `min` to `max` words of any kind */
	NODE_NAMES, /* `min` to `max` words of names: capitals, "and", "of" */
	NODE_FLAG,  /* a word with any of the flags `value` */
	NODE_RUN,   /* `min` to `max` of such words */
	NODE_GAP,   /* no word: any of the marks `value` is here */
};

/* What a node asks of its word. */
enum node_need {
	NEED_CAPITAL = 1 << 0, /* as the pattern's ^Word */
	NEED_CAPS = 1 << 1,    /* as its ^WORD */
};

/* One of them is on the first word of NODE_NAMES. */
#define TOKENS_NAME (TOKEN_CAPITAL | TOKEN_NUMBER | TOKEN_HANDLE)

#define TOKENS_ADDRESS (TOKENS_CONTACT | TOKEN_POST)

struct node {
	uint8_t kind;	  /* enum node_kind */
	uint8_t min, max; /* of NODE_SPLIT: node_begins() */
	uint8_t need;	  /* enum node_need */
	uint32_t value;
};

/*
 * Of a group's first split: which of the table's `begins` holds the words that
 * can follow from there on, plus 1; 0 where any word can.
 */
static inline unsigned node_begins(const struct node *node)
{
	return node->min | (unsigned)node->max << 8;
}

static inline void node_set_begins(struct node *node, unsigned begins)
{
	node->min = begins & 0xFF;
	node->max = (uint8_t)(begins >> 8);
}

/*
 * The node after the group whose first split is at `at`: each branch but the
 * last ends in a jump there.
 */
static inline uint32_t node_group_end(const struct node *nodes, uint32_t at)
{
	return nodes[nodes[at].value - 1].value;
}

static inline bool node_splits_to(const struct node *nodes, uint32_t at,
				  uint32_t end)
{
	return nodes[at].kind == NODE_SPLIT && node_group_end(nodes, at) == end;
}

/* A named set of phrases, each a run of word hashes. */
struct phrase_set {
	char name[16];
	uint32_t first, count;	 /* of the table's phrases, by first word */
	struct word_bits begins; /* the words that they begin with */
};

struct phrase {
	uint32_t first, count; /* of the table's hashes */
};

struct pattern_table {
	struct node *nodes; /* owned */
	size_t node_count, node_cap;
	struct phrase_set *sets; /* owned */
	size_t set_count, set_cap;
	struct phrase *phrases; /* owned */
	size_t phrase_count, phrase_cap;
	uint32_t *hashes; /* owned */
	size_t hash_count, hash_cap;
	struct word_bits *begins; /* owned: words that groups begin with */
	size_t begins_count, begins_cap;
	size_t joiners; /* of the set of words within names + 1; 0: none */
};

enum pattern_status {
	PATTERN_OK,
	PATTERN_NOMEM,
	PATTERN_UNBALANCED, /* a ( without its ), or the other way */
	PATTERN_UNKNOWN,    /* <name> is neither a wildcard nor a set */
	PATTERN_EMPTY,
};

/* PATTERN_EMPTY and so on in words; static. */
const char *pattern_status_text(enum pattern_status status);

void pattern_table_release(struct pattern_table *table);

/* Add the set `name` of phrases separated by "|" or line ends. */
enum pattern_status pattern_add_set(struct pattern_table *table,
				    const char *name, size_t name_len,
				    const char *text, size_t len);

/* Compile a pattern; *first is its first node. */
enum pattern_status pattern_add(struct pattern_table *table, const char *text,
				size_t len, uint32_t *first);

/* What it costs to look for a word: more for a common one. */
struct word_costs {
	const struct token_set *common, *frequent;
};

/* How a rule is found by a word. */
enum literal_kind {
	LITERAL_WORD,	/* it is in the line */
	LITERAL_CAPS,	/* it does, in capitals */
	LITERAL_AFTER,	/* it does, right after `other` */
	LITERAL_BEFORE, /* it does, right before `other` */
	LITERAL_PART,	/* it may be part of an address: for the prefilter */
};

struct literal {
	uint32_t word, other; /* hashes */
	enum literal_kind kind;
};

#define LITERALS_MAX 256
#define LITERALS_SEEN 16 /* words of 64 bits */

/* Words of which one occurs wherever a pattern matches. */
struct literals {
	struct literal list[LITERALS_MAX];
	size_t count; /* 0: no words can be named */
	uint32_t cost;
	uint64_t seen[LITERALS_SEEN]; /* bits of those that it may hold */
};

/* The cheapest set of literals for the pattern at `first`. */
void pattern_literals(const struct pattern_table *table, uint32_t first,
		      const struct word_costs *costs,
		      struct literals *literals);

/* The words with which the pattern at `first` can begin; 0: any. */
void pattern_first_words(const struct pattern_table *table, uint32_t first,
			 struct literals *literals);

/* The same, but pairs of words where a second one must follow. */
void pattern_prefixes(const struct pattern_table *table, uint32_t first,
		      const struct word_costs *costs,
		      struct literals *literals);

/* The most words that the pattern at `first` can take. */
size_t pattern_most_words(const struct pattern_table *table, uint32_t first);

/* The marks without which the pattern at `first` matches nothing. */
unsigned pattern_marks(const struct pattern_table *table, uint32_t first);

/* The flags that the first word must have one of; 0: any word may begin it. */
unsigned pattern_first_flags(const struct pattern_table *table, uint32_t first);

/* The same for the second word. */
unsigned pattern_second_flags(const struct pattern_table *table,
			      uint32_t first);

struct matcher {
	const struct pattern_table *table;
	const struct tokens *words;
	const char *text;
	size_t budget; /* steps left: keeps the time linear */
	bool to_end;   /* the last word must be matched too */
};

#define NO_MATCH ((size_t)-1)

/*
 * Match the pattern from word `at` on: the index after the last word that it
 * takes, or NO_MATCH. The shortest way through is taken first.
 */
size_t pattern_match(struct matcher *match, uint32_t first, size_t at);

#endif

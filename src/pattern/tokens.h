/*
 * Words of a line: what patterns are matched against.
 *
 * A word is a run of letters, marks and digits, known by the hash of its
 * ASCII-folded bytes. Apostrophes, hyphens and stops part words ("CNN's" is
 * two, "U.S." is two), so that a pattern need not know how they were typed. An
 * address of the web, an e-mail address and a handle are one word each. What
 * stands between two words is kept as a set of marks.
 */
#ifndef COPYDESK_PATTERN_TOKENS_H
#define COPYDESK_PATTERN_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "pattern/words.h"
#include "text/address.h"

/* Marks in the gap before a word, or behind the last one. */
enum gap {
	GAP_COLON = 1 << 0,
	GAP_COMMA = 1 << 1,
	GAP_STOP = 1 << 2,   /* . ! ? and the ellipsis */
	GAP_OPEN = 1 << 3,   /* ( [ */
	GAP_CLOSE = 1 << 4,  /* ) ] */
	GAP_DASH = 1 << 5,   /* a dash of any length, standing free or long */
	GAP_HYPHEN = 1 << 6, /* a hyphen between two words */
	GAP_BAR = 1 << 7,    /* | */
	GAP_QUOTE = 1 << 8,  /* a double quotation mark */
	GAP_BULLET = 1 << 9, /* * and the round, square and arrow bullets */
	GAP_SLASH = 1 << 10,
	GAP_SPACE = 1 << 11,
	GAP_APOSTROPHE = 1 << 12,
	GAP_SIGN = 1 << 13,  /* $ % # + = < > and their kin */
	GAP_QUERY = 1 << 14, /* ? or ! */
};

enum token_flag {
	TOKEN_CAPITAL = 1 << 0, /* begins with a capital */
	TOKEN_CAPS = 1 << 1,	/* holds a capital, and no small letter */
	TOKEN_NUMBER = 1 << 2,	/* begins with a digit */
	TOKEN_URL = ADDRESS_URL,
	TOKEN_MAIL = ADDRESS_MAIL,
	TOKEN_HANDLE = ADDRESS_HANDLE,
	TOKEN_POST = ADDRESS_POST,
	TOKEN_GLUED = 1 << 6, /* a capital after a small letter: "BoltonAre" */
};

struct token {
	uint32_t hash;
	uint32_t at, end; /* bytes of the text */
	uint16_t gap;	  /* marks before the word */
	uint16_t flags;
};

struct tokens {
	struct token *word; /* count + 1: the last holds the gap at the end */
	size_t count;
};

/* The hash of one word's bytes, letters of any case. */
uint32_t token_hash(const char *bytes, size_t len);

/*
 * Hashes for what is no word: the copyright sign, and kinds of address.
 */
uint32_t token_sign_hash(void);
uint32_t token_flag_hash(unsigned flag); /* TOKEN_URL, _MAIL, _HANDLE */

/* Whether a copyright sign stands in text[at, end). */
bool token_sign_in(const char *text, size_t at, size_t end);

/*
 * Part text[at, end) into words. Memory is the arena's; false when there is
 * none.
 */
bool tokens_split(struct tokens *words, struct arena *arena, const char *text,
		  size_t at, size_t end);

/* Whether a sentence ends before word `at`, by its marks and capitals. */
bool tokens_end_sentence(const struct tokens *tokens, size_t at);

#define TOKEN_SET_BITS 65536u

/* A set of hashes: two bits for each, so that few others seem to be in it. */
struct token_set {
	uint64_t bits[TOKEN_SET_BITS / 64];
};

static inline bool token_bit(const struct token_set *set, uint32_t bit)
{
	bit %= TOKEN_SET_BITS;
	return set->bits[bit / 64] >> bit % 64 & 1;
}

static inline void token_set_add(struct token_set *set, uint32_t hash)
{
	const uint32_t one = hash % TOKEN_SET_BITS;
	const uint32_t two = (hash >> 16) % TOKEN_SET_BITS;

	set->bits[one / 64] |= (uint64_t)1 << one % 64;
	set->bits[two / 64] |= (uint64_t)1 << two % 64;
}

static inline bool token_set_has(const struct token_set *set, uint32_t hash)
{
	return token_bit(set, hash) && token_bit(set, hash >> 16);
}

/* The hashes of the first two words of text[at, end); 0 where there is none. */
void tokens_first(const char *text, size_t at, size_t end, uint32_t first[2]);

#endif

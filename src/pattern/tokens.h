/*
 * Words of a line: what patterns are matched against.
 *
 * A word is a run of letters, marks and digits, known by the hash of its
 * ASCII-folded bytes. Apostrophes, hyphens and stops separate words ("CNN's" is
 * two, "U.S." is two), so that a pattern need not know how they were typed. An
 * address of the web, an e-mail address and a handle are one word each. What
 * is between two words is kept as a set of marks.
 */
#ifndef COPYDESK_PATTERN_TOKENS_H
#define COPYDESK_PATTERN_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "pattern/word_bits.h"
#include "pattern/words.h"
#include "text/address.h"
#include "text/marks.h"

/* Marks in the gap before a word, or after the last one: classes of mark. */
enum gap {
	GAP_COLON = MARK_COLON,
	GAP_COMMA = MARK_COMMA,
	GAP_STOP = MARK_TERMINAL,
	GAP_OPEN = MARK_OPEN_BRACKET,
	GAP_CLOSE = MARK_CLOSE_BRACKET,
	GAP_DASH = MARK_DASH,	  /* and a hyphen that is free */
	GAP_HYPHEN = MARK_HYPHEN, /* between two words */
	GAP_BAR = MARK_BAR,
	GAP_QUOTE = MARK_QUOTE,
	GAP_BULLET = MARK_BULLET,
	GAP_SLASH = MARK_SLASH,
	GAP_SPACE = MARK_SPACE,
	GAP_APOSTROPHE = MARK_APOSTROPHE,
	GAP_SIGN = MARK_SIGN,
	GAP_QUERY = MARK_QUERY,
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
	TOKEN_LABEL = 1 << 8, /* a match begins here; the matcher's user says */
};

/* How somebody is reached: no word of a sentence. */
#define TOKENS_CONTACT (TOKEN_URL | TOKEN_MAIL | TOKEN_HANDLE)

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

/* Neither a capital nor a digit begins it. */
static inline bool token_is_small(const struct token *word)
{
	return !(word->flags & (TOKEN_CAPITAL | TOKEN_NUMBER));
}

/* A small word that no mark parts from the one before: a sentence goes on. */
static inline bool token_goes_on(const struct token *word)
{
	return token_is_small(word) && word->gap == GAP_SPACE;
}

/* The hash of one word's bytes, letters of any case. */
uint32_t token_hash(const char *bytes, size_t len);

/*
 * Hashes for what is no word: the copyright sign, and kinds of address.
 */
static inline uint32_t token_sign_hash(void)
{
	return word_mix(1);
}

/* TOKEN_URL, _MAIL, _HANDLE */
static inline uint32_t token_flag_hash(unsigned flag)
{
	return word_mix(flag);
}

/* Whether a copyright sign is in text[at, end). */
bool token_sign_in(const char *text, size_t at, size_t end);

/* Whether a gap in text[at, end) may have GAP_DASH. */
bool tokens_have_dash(const char *text, size_t at, size_t end);

/*
 * Split text[at, end) into words. Memory is the arena's; false when there is
 * none.
 */
bool tokens_split(struct tokens *words, struct arena *arena, const char *text,
		  size_t at, size_t end);

/* Whether a sentence ends before word `at`, by its marks and capitals. */
bool tokens_end_sentence(const struct tokens *tokens, size_t at);

#define TOKEN_SET_BITS 65536u

/*
 * A set of hashes: two bits for each, so that few others seem to be in it. Most
 * words are told by `some`, which a cache keeps where it drops the rest.
 */
struct token_set {
	struct word_bits some;
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

	word_bits_add(&set->some, hash);
	set->bits[one / 64] |= (uint64_t)1 << one % 64;
	set->bits[two / 64] |= (uint64_t)1 << two % 64;
}

static inline bool token_set_has(const struct token_set *set, uint32_t hash)
{
	return word_bits_has(&set->some, hash) && token_bit(set, hash) &&
	       token_bit(set, hash >> 16);
}

/* The hashes of the first two words of text[at, end); 0 where there is none. */
void tokens_first(const char *text, size_t at, size_t end, uint32_t first[2]);

#endif

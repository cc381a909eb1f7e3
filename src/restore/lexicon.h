/*
 * Words as numbers: what the model knows of a word, looked up by hash.
 */
#ifndef COPYDESK_RESTORE_LEXICON_H
#define COPYDESK_RESTORE_LEXICON_H

#include "restore/model.h"

#define LEXICON_WORDS 65536 /* slots of the tables of words and pairs */
#define LEXICON_MIXED 8192  /* slots of the mixed forms */
#define LEXICON_PRIOR_ROWS 128
#define LEXICON_SEEN_ROWS 256
#define LEXICON_SEEN_FIRST 3 /* below: nothing, other, other with a break */
#define LEXICON_RUN_ROWS 14

/* A longer word is known by its first letters only. */
#define LEXICON_BYTES 192

/* A word as the model reads it. */
struct lexeme {
	char low[LEXICON_BYTES + 4];   /* lower case */
	char plain[LEXICON_BYTES + 4]; /* the same with each digit as 0 */
	uint16_t len;		       /* bytes of both */
	uint16_t points;	       /* code points */
	uint16_t digits;	       /* ASCII digits */
	uint8_t seen_case;	       /* 1 lower, 2 Title, 3 UPPER, 4 mixed */
	bool has_upper;		       /* as it is */
};

/* By which the tables know a word. */
struct lexeme_keys {
	uint64_t state; /* of hashing its lower-case form */
	uint64_t low;	/* the hash of that */
	uint64_t plain, prefix, suffix;
};

void lexeme_read(struct lexeme *lexeme, const char *word, size_t len);

void lexicon_keys(const struct lexeme *lexeme, struct lexeme_keys *keys);

/* The key of a word and the one before it, whose keys have this state. */
uint64_t lexicon_pair_key(uint64_t before, const struct lexeme *lexeme);

/* Get what the keys lead to into the cache. */
void lexicon_fetch(const struct restore_model *model,
		   const struct lexeme_keys *keys, uint64_t pair);

/* All bits of a hash in each: words that differ in a letter are far apart. */
static inline uint64_t lexicon_mix(uint64_t hash)
{
	hash ^= hash >> 32;
	hash *= 0xD6E8FEB86659FD93u;
	return hash ^ hash >> 32;
}

/* Its rows: word, prefix, suffix, prior. */
void lexicon_rows(const struct restore_model *model,
		  const struct lexeme *lexeme, const struct lexeme_keys *keys,
		  uint32_t rows[4]);

/* The rows of a token that is no word. */
void lexicon_virtual_rows(const struct restore_model *model, uint32_t rows[4]);

/* The row of two words in sequence, by their key. */
uint32_t lexicon_pair(const struct restore_model *model, uint64_t pair);

/* Which code points of its mixed form are capitals; 0: it has none. */
uint32_t lexicon_mixed(const struct restore_model *model,
		       const struct lexeme *lexeme,
		       const struct lexeme_keys *keys);

/* The number of a gap as it is seen, and the table after that. */
uint32_t lexicon_seen(const struct restore_model *model, const char *gap,
		      size_t len);
void lexicon_index_seen(struct restore_model *model);

#endif

/*
 * The literal index: which patterns are worth trying where a word occurs.
 *
 * A caller adds the required literals of each pattern (pattern_literals()) with
 * a number of its own. Once all are added, those of a word lie side by side, in
 * the order of adding. A bit filter over the first bytes of words tells most
 * other words apart before their whole hash is known; two more, whether a word
 * that passes it leads to a pattern alone, or with the words beside it.
 */
#ifndef COPYDESK_PATTERN_LITERAL_INDEX_H
#define COPYDESK_PATTERN_LITERAL_INDEX_H

#include "pattern/pattern.h"
#include "pattern/word_bits.h"

struct indexed_literal {
	uint32_t word, other; /* as in struct literal */
	uint32_t owner;	      /* the caller's number */
	uint16_t kind;	      /* enum literal_kind */
	uint16_t edges;	      /* the caller's, of the owner */
};

/* Whose literal it is. */
struct literal_owner {
	uint32_t number;
	uint16_t edges;
};

/* Fewer bits than a word's start has: they stay in the nearest cache. */
#define LITERAL_FILTER_BITS 15
#define LITERAL_HIGH (WORD_FRONT_BITS - LITERAL_FILTER_BITS)

struct literal_filter {
	uint64_t bits[((size_t)1 << LITERAL_FILTER_BITS) / 64];
};

/*
 * Which words are a literal by themselves, or in capitals, and beside which
 * others: sets of those whose hashes have the same bits from LITERAL_HIGH on.
 * Of the words that the filter confuses with literals few have the same.
 */
struct literal_lead {
	uint64_t alone, beside;
};

#define LITERAL_LEAD_BITS 9

struct literal_index {
	struct indexed_literal *list; /* owned */
	size_t count, cap;
	uint32_t *starts; /* owned: of buckets in the list; bucket_count + 1 */
	size_t bucket_count; /* a power of two */
	struct literal_filter filter;
	struct literal_lead leads[1 << LITERAL_LEAD_BITS];
};

/* False when memory runs out. */
bool literal_index_add(struct literal_index *index,
		       const struct literal *literal,
		       struct literal_owner owner);

/* Sort into buckets, once all literals are added. False: no memory. */
bool literal_index_finish(struct literal_index *index);

void literal_index_release(struct literal_index *index);

/* Whether a word with this hash may be a literal's; few others pass. */
static inline bool literal_filter_passes(const struct literal_filter *filter,
					 uint32_t hash)
{
	const uint32_t bit = hash & (((uint32_t)1 << LITERAL_FILTER_BITS) - 1);

	return filter->bits[bit / 64] >> bit % 64 & 1;
}

/* Which of the leads is a word's, and the bits of it. */
static inline size_t literal_lead_of(uint32_t word)
{
	return word >> LITERAL_HIGH & ((1 << LITERAL_LEAD_BITS) - 1);
}

static inline unsigned literal_lead_alone(uint32_t word)
{
	return word >> (LITERAL_HIGH + LITERAL_LEAD_BITS) & 63;
}

static inline unsigned literal_lead_caps(uint32_t word)
{
	return literal_lead_alone(word) ^ 32;
}

static inline unsigned literal_lead_last(uint32_t last)
{
	return last & 63;
}

static inline unsigned literal_lead_next(uint32_t next)
{
	return next >> 6 & 63;
}

/*
 * Whether a word that passes the filter may be a literal, after `last` and
 * before `next` (0: there is none); `caps`: it may be in capitals. The lowest
 * WORD_FRONT_BITS of the hashes suffice.
 */
static inline bool literal_index_leads(const struct literal_index *index,
				       uint32_t last, uint32_t word,
				       uint32_t next, bool caps)
{
	const struct literal_lead *lead = &index->leads[literal_lead_of(word)];

	return (lead->alone >> literal_lead_alone(word) & 1) |
	       (caps && lead->alone >> literal_lead_caps(word) & 1) |
	       (lead->beside >> literal_lead_last(last) & 1) |
	       (lead->beside >> literal_lead_next(next) & 1);
}

/* The same for the first word of a text, where nothing is before a literal. */
static inline bool literal_index_begins(const struct literal_index *index,
					uint32_t word, uint32_t next)
{
	const struct literal_lead *lead = &index->leads[literal_lead_of(word)];

	return (lead->alone >> literal_lead_alone(word) & 1) |
	       (lead->alone >> literal_lead_caps(word) & 1) |
	       (lead->beside >> literal_lead_next(next) & 1);
}

/*
 * What will be asked of a word is brought nearer, step by step: whether it
 * leads, where its literals are, and these. The bits of its front tell.
 */
static inline void literal_index_lead(const struct literal_index *index,
				      uint32_t hash)
{
	__builtin_prefetch(&index->leads[literal_lead_of(hash)]);
}

static inline void literal_index_near(const struct literal_index *index,
				      uint32_t hash)
{
	__builtin_prefetch(&index->starts[hash & (index->bucket_count - 1)]);
}

static inline void literal_index_bring(const struct literal_index *index,
				       uint32_t hash)
{
	__builtin_prefetch(index->list +
			   index->starts[hash & (index->bucket_count - 1)]);
}

/*
 * The literals of a word are in [first, *end), and maybe others: their words
 * are to be compared.
 */
static inline const struct indexed_literal *
literal_index_find(const struct literal_index *index, uint32_t hash,
		   const struct indexed_literal **end)
{
	const uint32_t *start =
		&index->starts[hash & (index->bucket_count - 1)];

	*end = index->list + start[1];
	return index->list + start[0];
}

#endif

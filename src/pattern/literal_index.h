/*
 * The literal index: which patterns are worth trying where a word occurs.
 *
 * A caller adds the required literals of each pattern (pattern_literals()) with
 * a number of its own. Literals are chained by the hash of their word, each
 * chain in the order of adding. A bit filter over the first bytes of words
 * tells most other words apart before their whole hash is known.
 */
#ifndef COPYDESK_PATTERN_LITERAL_INDEX_H
#define COPYDESK_PATTERN_LITERAL_INDEX_H

#include "pattern/pattern.h"

#define LITERAL_CHAIN_END UINT32_MAX

struct indexed_literal {
	struct literal literal;
	uint32_t owner; /* the caller's number */
	uint32_t next;	/* in the chain, or LITERAL_CHAIN_END */
};

struct literal_filter {
	uint64_t bits[((size_t)1 << WORD_FRONT_BITS) / 64];
};

struct literal_index {
	struct indexed_literal *list; /* owned */
	size_t count, cap;
	uint32_t *heads; /* owned; a power of two of them */
	size_t head_count;
	struct literal_filter all; /* the first bytes of every word */
	struct literal_filter
		some; /* of those added with LITERAL_SOME, _WIDE */
	struct literal_filter wide; /* of those added with LITERAL_WIDE */
};

/* The narrowest filter that a literal is in; the wider ones have it, too. */
enum literal_filters { LITERAL_ALL, LITERAL_SOME, LITERAL_WIDE };

/* False when memory runs out. */
bool literal_index_add(struct literal_index *index,
		       const struct literal *literal, uint32_t owner,
		       enum literal_filters filters);

/* Link the chains, once all literals are added. False: no memory. */
bool literal_index_finish(struct literal_index *index);

void literal_index_release(struct literal_index *index);

/* Whether a word with this hash may be a literal's; few others pass. */
static inline bool literal_filter_passes(const struct literal_filter *filter,
					 uint32_t hash)
{
	const uint32_t bit = hash & (((uint32_t)1 << WORD_FRONT_BITS) - 1);

	return filter->bits[bit / 64] >> bit % 64 & 1;
}

/* The first literal of the chain for a word; others may be in it, too. */
static inline uint32_t literal_index_first(const struct literal_index *index,
					   uint32_t hash)
{
	return index->count ? index->heads[hash & (index->head_count - 1)]
			    : LITERAL_CHAIN_END;
}

#endif

/*
 * The index: by which words of a line rules are found.
 *
 * A rule is tried only on lines that hold one of its anchors: a word or a pair
 * of words, as rare as its pattern has them, or else those with which it
 * begins.
 */
#ifndef COPYDESK_BOILERPLATE_INDEX_H
#define COPYDESK_BOILERPLATE_INDEX_H

#include "stages/boilerplate/rules.h"

/* Put rules->rules[index] into the index. False when memory runs out. */
bool index_rule(struct strip_rules *rules, uint32_t index);

/* Make the index ready, when all rules are in it. False: no memory. */
bool index_finish(struct strip_rules *rules);

void index_release(struct strip_index *index);

/* Whether a word with such a front may be an anchor's; few others pass. */
static inline bool filter_passes(const struct strip_filter *filter,
				 uint32_t hash)
{
	const uint32_t bit = hash & (((uint32_t)1 << WORD_FRONT_BITS) - 1);

	return filter->bits[bit / 64] >> bit % 64 & 1;
}

/* The first of a chain in which the anchors of a word are, with others. */
static inline uint32_t index_first(const struct strip_index *index,
				   uint32_t hash)
{
	return index->count ? index->heads[hash & (index->head_count - 1)]
			    : STRIP_CHAIN_END;
}

#endif

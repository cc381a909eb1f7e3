/* Patterns over words: matching. */
#include "pattern/pattern.h"

/* Marks over which a name never reaches, and words that join names. */
#define NAME_BREAK                                                             \
	(GAP_COLON | GAP_OPEN | GAP_CLOSE | GAP_BAR | GAP_QUOTE | GAP_QUERY)

/* The words of the set "joiner" join names. */
static bool is_joiner(const struct pattern_table *table,
		      const struct token *word)
{
	const struct phrase_set *set =
		table->joiners ? &table->sets[table->joiners - 1] : NULL;

	if (!set || !word_bits_has(&set->begins, word->hash))
		return false;
	for (size_t i = 0; i < set->count; i++) {
		const struct phrase *phrase = &table->phrases[set->first + i];

		if (table->hashes[phrase->first] == word->hash)
			return true;
	}
	return false;
}

/* Whether word `at` may be in a name that began at word `first`. */
static bool in_names(const struct matcher *match, size_t first, size_t at)
{
	const struct token *word = &match->words->word[at];
	const unsigned gap = at > first ? word->gap : 0;

	if (gap & NAME_BREAK)
		return false;
	/* A full stop ends a name, but for that of an initial or "Jr." */
	if (gap & GAP_STOP && word[-1].end - word[-1].at > 3)
		return false;
	if (word->flags & TOKENS_NAME)
		return true;
	return at > first && is_joiner(match->table, word);
}

static bool needs_met(const struct node *node, const struct token *word)
{
	if (node->need & NEED_CAPITAL && !(word->flags & TOKEN_CAPITAL))
		return false;
	return !(node->need & NEED_CAPS) || word->flags & TOKEN_CAPS;
}

/* The first phrase of a set whose first word is not before `hash`. */
static size_t phrase_find(const struct pattern_table *table,
			  const struct phrase_set *set, uint32_t hash)
{
	size_t low = set->first, high = set->first + set->count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (table->hashes[table->phrases[middle].first] < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The end of the longest phrase of a set that is at word `at`. */
static size_t match_set(const struct matcher *match, const struct node *node,
			size_t at)
{
	const struct pattern_table *table = match->table;
	const struct phrase_set *set = &table->sets[node->value];
	const uint32_t hash = match->words->word[at].hash;
	size_t best = 0;

	if (!word_bits_has(&set->begins, hash))
		return NO_MATCH;
	for (size_t i = phrase_find(table, set, hash);
	     i < set->first + set->count; i++) {
		const struct phrase *phrase = &table->phrases[i];
		size_t k = 0;

		if (table->hashes[phrase->first] != hash)
			break;
		if (phrase->count <= best ||
		    phrase->count > match->words->count - at)
			continue;
		while (k < phrase->count &&
		       table->hashes[phrase->first + k] ==
			       match->words->word[at + k].hash)
			k++;
		if (k == phrase->count)
			best = k;
	}
	return best ? at + best : NO_MATCH;
}

/*
 * Whether node `first` may match at word `at`, as far as a glance tells: most
 * branches of a group fail at their first word.
 */
static bool may_begin(const struct matcher *match, uint32_t first, size_t at)
{
	const struct node *node = &match->table->nodes[first];
	const struct token *word = &match->words->word[at];

	switch (node->kind) {
	case NODE_WORD:
		return at < match->words->count && word->hash == node->value;
	case NODE_FLAG:
		return at < match->words->count && word->flags & node->value;
	case NODE_SET:
		return at < match->words->count &&
		       word_bits_has(&match->table->sets[node->value].begins,
				     word->hash);
	case NODE_NAMES:
		return at < match->words->count && in_names(match, at, at);
	case NODE_GAP:
		return word->gap & node->value;
	default:
		return true;
	}
}

/* Every length from `min` to `max` that the wildcard allows, shortest first. */
static size_t match_many(struct matcher *match, uint32_t first, size_t at)
{
	const struct node *node = &match->table->nodes[first];
	const struct token *word = match->words->word;

	for (size_t n = 0; n <= node->max; n++) {
		if (n >= node->min && may_begin(match, first + 1, at + n)) {
			const size_t end =
				pattern_match(match, first + 1, at + n);

			if (end != NO_MATCH)
				return end;
		}
		if (at + n >= match->words->count)
			break;
		if (!n && !needs_met(node, &word[at]))
			break;
		if (node->kind == NODE_NAMES && !in_names(match, at, at + n))
			break;
		if (node->kind == NODE_RUN &&
		    !(word[at + n].flags & node->value))
			break;
		if (!match->budget)
			break;
	}
	return NO_MATCH;
}

/* One step over a node that takes words; NO_MATCH when it does not. */
static size_t match_one(const struct matcher *match, const struct node *node,
			size_t at)
{
	const struct token *word = &match->words->word[at];

	if (node->kind == NODE_GAP)
		return word->gap & node->value ? at : NO_MATCH;
	if (at >= match->words->count || !needs_met(node, word))
		return NO_MATCH;
	if (node->kind == NODE_SET)
		return match_set(match, node, at);
	if (node->kind == NODE_WORD ? word->hash != node->value
				    : !(word->flags & node->value))
		return NO_MATCH;
	return at + 1;
}

/* Whether any branch of a group can begin with word `at`, if it is the first.
 */
static bool group_may_begin(const struct matcher *match,
			    const struct node *node, size_t at)
{
	const unsigned begins = node_begins(node);

	return !begins || (at < match->words->count &&
			   word_bits_has(&match->table->begins[begins - 1],
					 match->words->word[at].hash >> 8));
}

size_t pattern_match(struct matcher *match, uint32_t first, size_t at)
{
	for (;;) {
		const struct node *node = &match->table->nodes[first];

		if (!match->budget)
			return NO_MATCH;
		match->budget--;
		switch (node->kind) {
		case NODE_END:
			return match->to_end && at < match->words->count
				       ? NO_MATCH
				       : at;
		case NODE_JUMP:
			first = node->value;
			continue;
		case NODE_SPLIT: {
			if (!group_may_begin(match, node, at))
				return NO_MATCH;
			const size_t end =
				may_begin(match, first + 1, at)
					? pattern_match(match, first + 1, at)
					: NO_MATCH;

			if (end != NO_MATCH)
				return end;
			first = node->value;
			continue;
		}
		case NODE_ANY:
		case NODE_NAMES:
		case NODE_RUN:
			return match_many(match, first, at);
		default:
			at = match_one(match, node, at);
			if (at == NO_MATCH)
				return NO_MATCH;
			first++;
		}
	}
}

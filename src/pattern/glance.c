/* The glance: a pattern's words, whatever is between them. */
#include "pattern/glance.h"

#include "pattern/words.h"

/*
 * Whether `hash` is there, after `last` (0: after anything). Next to a sign,
 * which is no word, words are not as the pattern has them.
 */
static inline bool has_word(const struct text_bits *text, uint32_t last,
			    uint32_t hash)
{
	const uint32_t sign = token_sign_hash();

	return word_bits_has(&text->words, hash) &&
	       (!last || last == sign || hash == sign ||
		text_bits_has_pair(text, last, hash));
}

static bool has_phrase(const struct pattern_table *table,
		       const struct phrase *phrase,
		       const struct text_bits *text, uint32_t last)
{
	for (uint32_t i = 0; i < phrase->count; i++) {
		const uint32_t hash = table->hashes[phrase->first + i];

		if (!has_word(text, last, hash))
			return false;
		last = hash;
	}
	return true;
}

static bool has_set(const struct pattern_table *table, uint32_t index,
		    const struct text_bits *text, uint32_t last)
{
	const struct phrase_set *set = &table->sets[index];

	if (!word_bits_meet(&set->begins, &text->words))
		return false;
	for (size_t i = 0; i < set->count; i++)
		if (has_phrase(table, &table->phrases[set->first + i], text,
			       last))
			return true;
	return false;
}

/* Nodes [at, end), right after the word `last` (0: after anything). */
static bool has_chain(const struct pattern_table *table, uint32_t at,
		      uint32_t end, const struct text_bits *text,
		      uint32_t last);

/* Most branches begin with a word that is not there: told without a call. */
static inline bool has_branch(const struct pattern_table *table, uint32_t at,
			      uint32_t end, const struct text_bits *text,
			      uint32_t last)
{
	const struct node *node = &table->nodes[at];

	return (at == end || node->kind != NODE_WORD ||
		has_word(text, last, node->value)) &&
	       has_chain(table, at, end, text, last);
}

static bool has_group(const struct pattern_table *table, uint32_t at,
		      const struct text_bits *text, uint32_t last)
{
	const uint32_t end = node_group_end(table->nodes, at);

	while (node_splits_to(table->nodes, at, end)) {
		const uint32_t next = table->nodes[at].value;

		if (has_branch(table, at + 1, next - 1, text, last))
			return true;
		at = next;
	}
	return has_branch(table, at, end, text, last);
}

static bool has_chain(const struct pattern_table *table, uint32_t at,
		      uint32_t end, const struct text_bits *text, uint32_t last)
{
	const struct node *nodes = table->nodes;

	while (at < end && nodes[at].kind != NODE_END) {
		const struct node *node = &nodes[at++];

		switch (node->kind) {
		case NODE_WORD:
			if (!has_word(text, last, node->value))
				return false;
			last = node->value;
			continue;
		case NODE_GAP:
			if (!(text->marks & node->value))
				return false;
			continue;
		case NODE_SET:
			if (!has_set(table, node->value, text, last))
				return false;
			break;
		case NODE_SPLIT:
			if (!has_group(table, at - 1, text, last))
				return false;
			at = node_group_end(nodes, at - 1);
			break;
		default:
			break;
		}
		last = 0;
	}
	return true;
}

bool pattern_may_match(const struct pattern_table *table, uint32_t first,
		       const struct text_bits *text)
{
	return has_chain(table, first, UINT32_MAX, text, 0);
}

void text_bits_read(struct text_bits *bits, const char *text, size_t at,
		    size_t end)
{
	struct words words;
	size_t start, tail;

	*bits = (struct text_bits){ .last = 0 };
	words_init(&words, text, at, end);
	while (words_next(&words, &start, &tail))
		text_bits_add(bits, word_front_hash(text, start, tail));
}

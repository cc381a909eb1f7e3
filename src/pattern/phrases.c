/* Named sets of phrases, which patterns refer to. */
#include <string.h>

#include "base/buffer.h"
#include "pattern/pattern.h"
#include "pattern/words.h"

static enum pattern_status add_phrase(struct pattern_table *table,
				      const char *text, size_t len)
{
	const struct phrase phrase = { (uint32_t)table->hash_count, 0 };
	struct phrase *added;

	if (!array_grow(&table->phrases, &table->phrase_cap,
			table->phrase_count, sizeof(phrase)))
		return PATTERN_NOMEM;
	added = &table->phrases[table->phrase_count];
	*added = phrase;
	for (size_t at = 0, end; at < len; at = end) {
		end = word_end(text, at, len);
		if (end == at) {
			end++;
			continue;
		}
		if (!array_grow(&table->hashes, &table->hash_cap,
				table->hash_count, sizeof(*table->hashes)))
			return PATTERN_NOMEM;
		table->hashes[table->hash_count++] =
			token_hash(text + at, end - at);
		added->count++;
	}
	if (added->count)
		table->phrase_count++;
	return PATTERN_OK;
}

/* By their first words: an insertion sort, which keeps their order. */
static void sort_phrases(struct pattern_table *table, size_t first)
{
	const uint32_t *hashes = table->hashes;

	for (size_t i = first + 1; i < table->phrase_count; i++) {
		const struct phrase phrase = table->phrases[i];
		size_t k = i;

		for (; k > first && hashes[table->phrases[k - 1].first] >
					    hashes[phrase.first];
		     k--)
			table->phrases[k] = table->phrases[k - 1];
		table->phrases[k] = phrase;
	}
}

enum pattern_status pattern_add_set(struct pattern_table *table,
				    const char *name, size_t name_len,
				    const char *text, size_t len)
{
	struct phrase_set set = { .first = (uint32_t)table->phrase_count };
	enum pattern_status status = PATTERN_OK;

	if (name_len >= sizeof(set.name) || !name_len)
		return PATTERN_UNKNOWN;
	memcpy(set.name, name, name_len);
	for (size_t at = 0; at < len && status == PATTERN_OK;) {
		size_t end = at;

		while (end < len && text[end] != '|' && text[end] != '\n')
			end++;
		status = add_phrase(table, text + at, end - at);
		at = end + 1;
	}
	if (status != PATTERN_OK)
		return status;
	set.count = (uint32_t)table->phrase_count - set.first;
	sort_phrases(table, set.first);
	for (size_t i = set.first; i < table->phrase_count; i++)
		word_bits_add(&set.begins,
			      table->hashes[table->phrases[i].first]);
	if (!set.count)
		return PATTERN_EMPTY;
	if (!array_grow(&table->sets, &table->set_cap, table->set_count,
			sizeof(set)))
		return PATTERN_NOMEM;
	table->sets[table->set_count++] = set;
	if (!strcmp(set.name, "joiner"))
		table->joiners = table->set_count;
	return PATTERN_OK;
}

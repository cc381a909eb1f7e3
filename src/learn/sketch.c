/* Lines and templates counted in bounded memory. */
#include "learn/sketch.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define SKETCH_ROWS 4
#define SKETCH_COLUMNS ((size_t)1 << 20)
#define TABLE_SLOTS ((size_t)1 << 17) /* a power of two */
#define TABLE_MOST (TABLE_SLOTS / 2)
#define EXAMPLE_BYTES 160

bool learn_init(struct learn *learn)
{
	memset(learn, 0, sizeof(*learn));
	buffer_init(&learn->texts);
	buffer_init(&learn->pattern);
	buffer_init(&learn->rules);
	arena_init(&learn->arena);
	learn->sketch = calloc(SKETCH_ROWS * SKETCH_COLUMNS, sizeof(uint32_t));
	learn->entries = calloc(TABLE_SLOTS, sizeof(*learn->entries));
	learn->seen = calloc(SEEN_BITS / 64, sizeof(uint64_t));
	return learn->sketch && learn->entries && learn->seen;
}

void learn_release(struct learn *learn)
{
	free(learn->sketch);
	free(learn->entries);
	free(learn->seen);
	buffer_release(&learn->texts);
	buffer_release(&learn->pattern);
	buffer_release(&learn->rules);
	arena_release(&learn->arena);
}

/* Count `key` once more: about how often it was seen, never too few. */
static uint32_t sketch_add(struct learn *learn, uint64_t key)
{
	uint32_t least = UINT32_MAX;

	for (size_t row = 0; row < SKETCH_ROWS; row++) {
		const size_t column =
			(key >> row * 12 ^ key >> 44) & (SKETCH_COLUMNS - 1);
		uint32_t *cell = &learn->sketch[row * SKETCH_COLUMNS + column];

		if (*cell < UINT32_MAX)
			++*cell;
		if (*cell < least)
			least = *cell;
	}
	return least;
}

struct learn_entry *sketch_find(const struct learn *learn, uint64_t key)
{
	size_t slot = key & (TABLE_SLOTS - 1);

	while (learn->entries[slot].key && learn->entries[slot].key != key)
		slot = (slot + 1) & (TABLE_SLOTS - 1);
	return &learn->entries[slot];
}

static int by_pattern(const struct learn_entry *a, const struct learn_entry *b)
{
	const size_t len = a->pattern_len < b->pattern_len ? a->pattern_len
							   : b->pattern_len;
	const int order = memcmp(a->pattern, b->pattern, len);

	return order ? order : (int)a->pattern_len - (int)b->pattern_len;
}

int sketch_by_count(const void *left, const void *right)
{
	const struct learn_entry *a = left, *b = right;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return by_pattern(a, b);
}

struct learn_entry *sketch_list(struct learn *learn)
{
	struct learn_entry *list =
		calloc(learn->entry_count + 1, sizeof(*list));
	size_t count = 0;

	if (!list)
		return NULL;
	for (size_t i = 0; i < TABLE_SLOTS; i++)
		if (learn->entries[i].key) {
			list[count] = learn->entries[i];
			list[count].pattern =
				learn->texts.bytes + list[count].text;
			count++;
		}
	qsort(list, count, sizeof(*list), sketch_by_count);
	return list;
}

/* Keep the more frequent half of a full table. */
static bool prune(struct learn *learn)
{
	struct learn_entry *list = sketch_list(learn);
	struct buffer texts;
	const size_t keep = learn->entry_count / 2;

	if (!list)
		return false;
	buffer_init(&texts);
	memset(learn->entries, 0, TABLE_SLOTS * sizeof(*learn->entries));
	for (size_t i = 0; i < keep; i++) {
		struct learn_entry *slot = sketch_find(learn, list[i].key);

		*slot = list[i];
		slot->text = (uint32_t)texts.len;
		buffer_add(&texts, learn->texts.bytes + list[i].text,
			   (size_t)list[i].pattern_len + list[i].example_len);
	}
	free(list);
	learn->entry_count = keep;
	buffer_release(&learn->texts);
	learn->texts = texts;
	return !texts.failed;
}

static size_t example_length(const char *text, size_t len)
{
	if (len <= EXAMPLE_BYTES)
		return len;
	len = EXAMPLE_BYTES;
	while (len && utf8_is_trail(text[len]))
		len--;
	return len;
}

static void fill_entry(struct learn *learn, struct learn_entry *entry,
		       const struct sighting *seen, const char *line,
		       size_t len)
{
	*entry = (struct learn_entry){
		.key = seen->key,
		.text = (uint32_t)learn->texts.len,
		.literal = seen->literal,
		.pattern_len = (uint16_t)learn->pattern.len,
		.example_len = (uint16_t)example_length(line, len),
		.kind = seen->kind,
		.sentence = seen->sentence,
		.parents = { seen->parents[0], seen->parents[1] },
	};
	buffer_add(&learn->texts, learn->pattern.bytes, learn->pattern.len);
	buffer_add(&learn->texts, line, entry->example_len);
	learn->entry_count++;
}

bool sketch_note(struct learn *learn, const struct sighting *seen,
		 const char *line, size_t len)
{
	const uint32_t count = sketch_add(learn, seen->key);
	struct learn_entry *entry = sketch_find(learn, seen->key);

	if (!entry->key) {
		if (count < LEARN_LEAST)
			return true;
		if (learn->entry_count >= TABLE_MOST) {
			if (!prune(learn))
				return false;
			entry = sketch_find(learn, seen->key);
		}
		fill_entry(learn, entry, seen, line, len);
	}
	/* what came before the entry is taken to have been alike */
	entry->head += seen->head * (count - entry->count);
	entry->tail += seen->tail * (count - entry->count);
	entry->varied += entry->literal != seen->literal;
	entry->count = count;
	return !learn->texts.failed;
}

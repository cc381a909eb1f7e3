/* Learning: which lines and templates occur in many articles. */
#include "learn/sketch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "base/utf8.h"
#include "learn/template.h"
#include "text/lines.h"

#define SKETCH_ROWS 4
#define SKETCH_COLUMNS ((size_t)1 << 20)
#define TABLE_SLOTS ((size_t)1 << 17) /* a power of two */
#define TABLE_MOST (TABLE_SLOTS / 2)
#define SEEN_BITS ((size_t)1 << 24)
#define WORTH 3	      /* articles before a line is worth keeping */
#define MOST_WORDS 40 /* longer lines are left to the built-in rules */
#define MOST_BYTES 600
#define EXAMPLE_BYTES 160
#define EDGE 3 /* lines from either end that count as an edge */

struct learn_entry {
	uint64_t key;	     /* 0: the slot is free */
	uint32_t text;	     /* the pattern, then an example: in `texts` */
	uint32_t count;	     /* articles */
	uint32_t head, tail; /* of those, at the article's edges */
	uint32_t varied;     /* that read otherwise than the first */
	uint32_t literal;    /* hash of the first line's words */
	uint16_t pattern_len, example_len;
	uint8_t kind;	     /* enum template_kind */
	uint8_t sentence;    /* it ends as a sentence */
	uint64_t parents[2]; /* of a literal: the keys of its templates */
	const char *pattern; /* while entries are sorted */
};

/* One line under one pattern. */
struct sighting {
	uint64_t key;
	uint64_t parents[2];
	uint32_t literal;
	uint32_t at, end; /* bytes of the article */
	uint8_t kind, sentence, head, tail;
};

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

static struct learn_entry *find_slot(const struct learn *learn, uint64_t key)
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

static int by_count(const void *left, const void *right)
{
	const struct learn_entry *a = left, *b = right;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return by_pattern(a, b);
}

/* The words that an entry's rule would take out of the corpus. */
static uint64_t words_saved(const struct learn_entry *entry)
{
	const char *example = entry->pattern + entry->pattern_len;
	uint64_t words = 1;

	for (size_t i = 0; i < entry->example_len; i++)
		words += example[i] == ' ';
	return words * entry->count;
}

/* What a person would cut first: what takes the most words. */
static int by_words(const void *left, const void *right)
{
	const struct learn_entry *a = left, *b = right;
	const uint64_t one = words_saved(a), two = words_saved(b);

	if (one != two)
		return one > two ? -1 : 1;
	return by_count(a, b);
}

/* The entries in one piece, the most frequent first; free() it. */
static struct learn_entry *take_entries(struct learn *learn)
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
	qsort(list, count, sizeof(*list), by_count);
	return list;
}

/* Keep the more frequent half of a full table. */
static bool prune(struct learn *learn)
{
	struct learn_entry *list = take_entries(learn);
	struct buffer texts;
	const size_t keep = learn->entry_count / 2;

	if (!list)
		return false;
	buffer_init(&texts);
	memset(learn->entries, 0, TABLE_SLOTS * sizeof(*learn->entries));
	for (size_t i = 0; i < keep; i++) {
		struct learn_entry *slot = find_slot(learn, list[i].key);

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
	while (len && ((unsigned char)text[len] & 0xC0) == 0x80)
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

/* Count one line under one pattern, which is in learn->pattern. */
static bool note(struct learn *learn, const struct sighting *seen,
		 const char *line, size_t len)
{
	const uint32_t count = sketch_add(learn, seen->key);
	struct learn_entry *entry = find_slot(learn, seen->key);

	if (!entry->key) {
		if (count < WORTH)
			return true;
		if (learn->entry_count >= TABLE_MOST) {
			if (!prune(learn))
				return false;
			entry = find_slot(learn, seen->key);
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

/* Keys that an article has counted, so that none counts twice. */
struct seen_keys {
	uint64_t *keys;
	size_t count, cap; /* cap: a power of two */
};

static bool first_time(struct seen_keys *seen, uint64_t key)
{
	size_t slot = key & (seen->cap - 1);

	while (seen->keys[slot]) {
		if (seen->keys[slot] == key)
			return false;
		slot = (slot + 1) & (seen->cap - 1);
	}
	seen->keys[slot] = key;
	return true;
}

static uint64_t pattern_key(const struct buffer *pattern)
{
	const uint64_t key = XXH3_64bits(pattern->bytes, pattern->len);

	return key ? key : 1;
}

static bool has_stop(const struct tokens *words)
{
	return words->count > 2 && words->word[words->count].gap & GAP_STOP;
}

/* Count one line under each of its patterns. */
static bool learn_line(struct learn *learn, struct seen_keys *seen,
		       const char *text, const struct sighting *place)
{
	struct sighting sightings[TEMPLATE_KINDS] = { 0 };
	const size_t len = place->end - place->at;
	struct tokens words;

	if (len > MOST_BYTES)
		return true;
	if (!tokens_split(&words, &learn->arena, text, place->at, place->end))
		return false;
	if (!words.count || words.count > MOST_WORDS)
		return true;
	for (int kind = TEMPLATE_KINDS; kind-- > 0;) {
		struct sighting *sighting = &sightings[kind];

		*sighting = *place;
		sighting->key = 0;
		sighting->kind = (uint8_t)kind;
		sighting->sentence = has_stop(&words);
		if (template_write((enum template_kind)kind, &words, text,
				   &learn->pattern))
			sighting->key = pattern_key(&learn->pattern);
		if (learn->pattern.failed)
			return false;
	}
	for (int kind = 0; kind < TEMPLATE_KINDS; kind++) {
		struct sighting *sighting = &sightings[kind];

		sighting->literal = (uint32_t)sightings[0].key;
		if (kind == TEMPLATE_LITERAL) {
			sighting->parents[0] = sightings[1].key;
			sighting->parents[1] = sightings[2].key;
		}
		if (!sighting->key || !first_time(seen, sighting->key))
			continue;
		template_write((enum template_kind)kind, &words, text,
			       &learn->pattern);
		if (!note(learn, sighting, text + place->at, len))
			return false;
	}
	return true;
}

/* Note a paragraph; true when it had been noted before. */
static bool was_seen(struct learn *learn, const char *text, size_t len)
{
	const XXH128_hash_t hash = XXH3_128bits(text, len);
	const size_t bits[] = { hash.low64 % SEEN_BITS,
				hash.high64 % SEEN_BITS };
	bool all = true;

	for (size_t i = 0; i < 2; i++) {
		uint64_t *word = &learn->seen[bits[i] / 64];
		const uint64_t bit = (uint64_t)1 << bits[i] % 64;

		all &= (*word & bit) != 0;
		*word |= bit;
	}
	return all;
}

/* How many lines an article has, and whether its longest one is known. */
static size_t look_over(struct learn *learn, const char *text, size_t len,
			bool *copy)
{
	size_t next = 0, at, end, count = 0, longest = 0, longest_len = 0;

	for (; text_next_line(text, len, &next, &at, &end); count++) {
		if (end - at > longest_len) {
			longest = at;
			longest_len = end - at;
		}
	}
	*copy = count && was_seen(learn, text + longest, longest_len);
	return count;
}

static bool make_room(struct seen_keys *seen, struct arena *arena, size_t lines)
{
	seen->cap = 16;
	while (seen->cap < lines * TEMPLATE_KINDS * 2)
		seen->cap *= 2;
	seen->keys = arena_alloc(arena, seen->cap * sizeof(*seen->keys));
	if (seen->keys)
		memset(seen->keys, 0, seen->cap * sizeof(*seen->keys));
	return seen->keys != NULL;
}

bool learn_article(struct learn *learn, const char *text, size_t len)
{
	struct seen_keys seen = { 0 };
	size_t next = 0, at, end, line = 0, count;
	bool copy;

	arena_reset(&learn->arena);
	count = look_over(learn, text, len, &copy);
	if (copy) {
		learn->repeated++;
		return true;
	}
	learn->articles++;
	if (!make_room(&seen, &learn->arena, count))
		return false;
	for (; text_next_line(text, len, &next, &at, &end); line++) {
		const struct sighting place = {
			.at = (uint32_t)at,
			.end = (uint32_t)end,
			.head = line < EDGE,
			.tail = count - line <= EDGE,
		};

		if (!learn_line(learn, &seen, text, &place))
			return false;
	}
	return true;
}

/* Writing the rules. */

static bool mostly(uint32_t part, uint32_t whole)
{
	return (uint64_t)part * 10 >= (uint64_t)whole * 9;
}

static const char *place_of(const struct learn_entry *entry)
{
	if (mostly(entry->tail, entry->count))
		return "tail";
	return mostly(entry->head, entry->count) ? "head" : "any";
}

/* A template whose lines all read alike says no more than the line. */
static bool is_varied(const struct learn_entry *entry)
{
	return entry->kind == TEMPLATE_LITERAL ||
	       (uint64_t)entry->varied * 4 >= entry->count;
}

/*
 * A sentence that is anywhere in articles is a phrase that reporters use
 * ("He declined to comment."); furniture has its place.
 */
static bool has_its_place(const struct learn_entry *entry)
{
	return !entry->sentence || strcmp(place_of(entry), "any") != 0;
}

static bool is_wanted(const struct learn_entry *entry, size_t least)
{
	return entry->key && entry->count >= least && is_varied(entry) &&
	       has_its_place(entry);
}

/* A line goes by its template, if there is a rule for that. */
static bool is_covered(const struct learn *learn,
		       const struct learn_entry *entry, size_t least)
{
	for (size_t i = 0; i < 2; i++) {
		const struct learn_entry *parent;

		if (!entry->parents[i])
			continue;
		parent = find_slot(learn, entry->parents[i]);
		if (is_wanted(parent, least))
			return true;
	}
	return false;
}

static void write_example(struct buffer *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		buffer_add_byte(out,
				(unsigned char)text[i] < ' ' ? ' ' : text[i]);
}

static void write_entry(struct learn *learn, const struct learn_entry *entry)
{
	const char *text = learn->texts.bytes + entry->text;
	char line[80];

	snprintf(line, sizeof(line), "# %u: ", entry->count);
	buffer_add_text(&learn->rules, line);
	write_example(&learn->rules, text + entry->pattern_len,
		      entry->example_len);
	snprintf(line, sizeof(line), "\nuser\t%s\tline\t:: ", place_of(entry));
	buffer_add_text(&learn->rules, line);
	buffer_add(&learn->rules, text, entry->pattern_len);
	buffer_add_byte(&learn->rules, '\n');
}

bool learn_write(struct learn *learn, size_t least)
{
	struct learn_entry *list = take_entries(learn);
	char line[160];

	if (!list)
		return false;
	qsort(list, learn->entry_count, sizeof(*list), by_words);
	buffer_reset(&learn->rules);
	snprintf(
		line, sizeof(line),
		"# Lines that occur in %zu or more of %zu articles (%zu copies "
		"left out).\n# Before each rule: in how many, and one example."
		"\n",
		least, learn->articles, learn->repeated);
	buffer_add_text(&learn->rules, line);
	for (size_t i = 0; i < learn->entry_count; i++)
		if (is_wanted(&list[i], least) &&
		    !is_covered(learn, &list[i], least))
			write_entry(learn, &list[i]);
	free(list);
	return !learn->rules.failed;
}

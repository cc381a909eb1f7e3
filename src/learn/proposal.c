/* What was counted to boilerplate rules for a person to read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "learn/sketch.h"
#include "learn/template.h"

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
	return sketch_by_count(a, b);
}

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
		parent = sketch_find(learn, entry->parents[i]);
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
	struct learn_entry *list = sketch_list(learn);
	char line[160];

	if (!list)
		return false;
	if (least < LEARN_LEAST)
		least = LEARN_LEAST;
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

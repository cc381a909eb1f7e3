/* Lists of words: their file and their table. */
#include "text/word_lists.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "text/wordset.h"
#include "unicode/props.h"

struct word_entry {
	uint64_t hash; /* wordset_hash() of the word, which is told by it */
	uint32_t lists;
};

/* In the order of enum word_list. */
static const char *const names[] = {
	"accented", "bare",	  "capital",   "clause",     "clipped",
	"clitic",   "contracted", "currency",  "dated",	     "definite",
	"elided",   "ending",	  "exclaimed", "forming",    "glued",
	"hanging",  "measure",	  "month",     "negated",    "negative",
	"party",    "period",	  "portion",   "possessive", "prefix",
	"pronoun",  "proper",	  "said",      "single",     "symbol",
	"telltale", "unit",
};

#define LISTS (sizeof(names) / sizeof(*names))

const char *word_list_name(size_t i)
{
	return i < LISTS ? names[i] : NULL;
}

/* Part of a line. */
struct span {
	const char *at, *end;
};

static bool is_blank_at(const struct span *span)
{
	return span->at < span->end && ascii_is_blank((unsigned char)*span->at);
}

/* The next run of bytes without spaces. */
static struct span next_field(struct span *rest)
{
	struct span field;

	while (is_blank_at(rest))
		rest->at++;
	field.at = rest->at;
	while (rest->at < rest->end && !is_blank_at(rest))
		rest->at++;
	field.end = rest->at;
	return field;
}

static bool span_is(struct span span, const char *text)
{
	return bytes_are(span.at, (size_t)(span.end - span.at), text);
}

/* The bit of a list's name; 0: a set for boilerplate rules only. */
static uint32_t list_of(struct span name)
{
	for (size_t i = 0; i < LISTS; i++) {
		if (span_is(name, names[i]))
			return (uint32_t)1 << i;
	}
	return 0;
}

/* The entry of the word with that hash, or the free one where it would be. */
static struct word_entry *entry_of(const struct word_lists *lists,
				   uint64_t hash)
{
	size_t i = (size_t)hash & lists->mask;

	while (lists->entries[i].hash && lists->entries[i].hash != hash)
		i = (i + 1) & lists->mask;
	return &lists->entries[i];
}

/* The bits of the lengths that words with these first and last letters have. */
static uint16_t lengths_of(const struct word_lists *lists, const char *word,
			   size_t len)
{
	return lists->lengths[word[0] & 31][word[len - 1] & 31];
}

static void add(struct word_lists *lists, struct span word, uint32_t list)
{
	const size_t len = (size_t)(word.end - word.at);
	struct word_entry *entry;
	uint64_t hash;

	if (!len || len > WORD_LIST_MAX)
		return;
	hash = wordset_hash(word.at, len);
	entry = entry_of(lists, hash);
	entry->hash = hash;
	entry->lists |= list;
	lists->lengths[word.at[0] & 31][word.at[len - 1] & 31] |=
		(uint16_t)(1 << len);
	lists->all |= list;
}

/* Words between bars; phrases of several words are for rules only. */
static void add_words(struct word_lists *lists, struct span rest, uint32_t list)
{
	while (rest.at < rest.end) {
		const char *bar =
			memchr(rest.at, '|', (size_t)(rest.end - rest.at));
		struct span part = { rest.at, bar ? bar : rest.end };
		const struct span word = next_field(&part);

		if (next_field(&part).at == part.end)
			add(lists, word, list);
		rest.at = bar ? bar + 1 : rest.end;
	}
}

/* A line of the list `list`, or one that begins a list; the list it is in. */
static uint32_t read_line(struct word_lists *lists, struct span line,
			  uint32_t list)
{
	if (line.at < line.end && *line.at == '#')
		return list;
	if (!is_blank_at(&line)) {
		if (!span_is(next_field(&line), "set"))
			return 0;
		list = list_of(next_field(&line));
		next_field(&line);
	}
	if (list)
		add_words(lists, line, list);
	return list;
}

/* Room for each word, and as much again. */
static bool make_room(struct word_lists *lists, const char *file, size_t len)
{
	size_t words = 1, size = 16;

	for (size_t at = 0; at < len; at++)
		words += file[at] == '|' || file[at] == '\n';
	while (size < 2 * words)
		size *= 2;
	lists->entries = calloc(size, sizeof(*lists->entries));
	lists->mask = size - 1;
	return lists->entries != NULL;
}

bool word_lists_read(struct word_lists *lists, const char *file, size_t len)
{
	struct span rest;
	uint32_t list = 0;

	*lists = (struct word_lists){ .entries = NULL };
	if (!len)
		return true;
	if (!make_room(lists, file, len))
		return false;
	rest = (struct span){ file, file + len };
	while (rest.at < rest.end) {
		const char *stop =
			memchr(rest.at, '\n', (size_t)(rest.end - rest.at));
		const struct span line = { rest.at, stop ? stop : rest.end };

		list = read_line(lists, line, list);
		rest.at = stop ? stop + 1 : rest.end;
	}
	return true;
}

void word_lists_release(struct word_lists *lists)
{
	free(lists->entries);
	*lists = (struct word_lists){ .entries = NULL };
}

uint32_t word_lists_find(const struct word_lists *lists, const char *word,
			 size_t len)
{
	if (!lists || !lists->entries || !len || len > WORD_LIST_MAX)
		return 0;
	if (!(lengths_of(lists, word, len) >> len & 1))
		return 0;
	return entry_of(lists, wordset_hash(word, len))->lists;
}

uint32_t word_lists_at(const struct word_lists *lists, const char *text,
		       size_t len, size_t at)
{
	size_t end = at;

	while (end < len && end - at <= WORD_LIST_MAX &&
	       ascii_is_letter((unsigned char)text[end]))
		end++;
	return unicode_is_word(utf8_at(text, len, end))
		       ? 0
		       : word_lists_find(lists, text + at, end - at);
}

uint32_t word_lists_before(const struct word_lists *lists, const char *text,
			   size_t end)
{
	size_t at = end;

	while (at && end - at <= WORD_LIST_MAX &&
	       ascii_is_letter((unsigned char)text[at - 1]))
		at--;
	return unicode_is_word(utf8_before(text, at))
		       ? 0
		       : word_lists_find(lists, text + at, end - at);
}

/* Looking a word up in the sorted lines of a language's abbreviations. */
#include "stages/whitespace/abbreviations.h"

#include <string.h>

static const struct {
	const char *name;
	enum abbreviation class;
} classes[] = {
	{ "title", ABBREVIATION_TITLE },   { "word", ABBREVIATION_WORD },
	{ "joined", ABBREVIATION_JOINED }, { "hour", ABBREVIATION_HOUR },
	{ "place", ABBREVIATION_PLACE },
};

static const char *line_front(const char *from, const char *at)
{
	while (at > from && at[-1] != '\n')
		at--;
	return at;
}

static const char *line_end(const char *at, const char *end)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));

	return newline ? newline : end;
}

/* Compare `word` with the first word of the line at `line`. */
static int compare(const char *word, size_t len, const char *line,
		   const char *end)
{
	const char *blank = memchr(line, ' ', (size_t)(end - line));
	const size_t key = (size_t)((blank ? blank : end) - line);
	const int order = memcmp(word, line, len < key ? len : key);

	if (order)
		return order;
	return len < key ? -1 : len > key;
}

static enum abbreviation class_of(const char *line, const char *end)
{
	const char *name = memchr(line, ' ', (size_t)(end - line));

	if (!name++)
		return ABBREVIATION_NONE;
	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++) {
		const size_t len = strlen(classes[i].name);

		if ((size_t)(end - name) == len &&
		    !memcmp(name, classes[i].name, len))
			return classes[i].class;
	}
	return ABBREVIATION_NONE;
}

enum abbreviation abbreviation_find(const struct lang_file *file,
				    const char *word, size_t len)
{
	const char *low = file->bytes, *high = file->end;

	while (low < high) {
		const char *line = line_front(low, low + (high - low) / 2);
		const char *end = line_end(line, high);
		const int order = compare(word, len, line, end);

		if (!order)
			return class_of(line, end);
		if (order < 0)
			high = line;
		else
			low = end < high ? end + 1 : high;
	}
	return ABBREVIATION_NONE;
}

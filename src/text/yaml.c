/*
 * YAML without a fence, or of which the end is not there: lines of "key:",
 * "key: value" and "- item", of which some are nested. A text that is nothing
 * else, and has values that only a program writes, is YAML without nested ones,
 * too.
 */
#include "text/preformatted.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"

#define KEYS 2	    /* at least */
#define KEYS_FLAT 4 /* where nothing is nested */
#define KEY_MOST 40 /* bytes */

enum kind { OTHER, COMMENT, KEY, PARENT, SCALAR, ITEM };

struct reading {
	size_t keys, nested;
	size_t indent; /* of the line before */
	bool parent;   /* the line before has a key and no value */
	bool scalar;   /* lines that are set in further than `base` go on */
	size_t base;
};

/* The byte after a key's name; `at` where there is none. */
static size_t skip_name(const char *text, size_t at, size_t end)
{
	const size_t front = at;

	if (at == end ||
	    !(ascii_is_lower((unsigned char)text[at]) || text[at] == '_'))
		return front;
	while (at < end && at - front < KEY_MOST &&
	       (ascii_is_alnum((unsigned char)text[at]) ||
		strchr("_-.", text[at])))
		at++;
	return at;
}

static enum kind key_kind(const char *text, size_t at, size_t end)
{
	const size_t name = skip_name(text, at, end);
	/* colons may stand in a column: "date   : " */
	const size_t colon = skip_spaces(text, end, name);

	if (name == at || colon == end || text[colon] != ':')
		return OTHER;
	if (colon + 1 == end)
		return PARENT;
	if (text[colon + 1] != ' ')
		return OTHER;
	return text[end - 1] == '|' || text[end - 1] == '>' ? SCALAR : KEY;
}

static enum kind kind_of(const char *text, const struct text_line *line)
{
	size_t at = line->at;
	enum kind kind;

	if (text[at] == '#' || bytes_are(text + at, line->end - at, "---"))
		return COMMENT;
	if (line->end - at < 2 || text[at] != '-' || text[at + 1] != ' ')
		return key_kind(text, at, line->end);
	kind = key_kind(text, at + 2, line->end);
	return kind == OTHER ? ITEM : kind;
}

static bool see_line(struct reading *reading, const char *text,
		     const struct text_line *line)
{
	const size_t indent = line->at - line->from;
	const enum kind kind = kind_of(text, line);

	if (reading->scalar && indent > reading->base)
		return true;
	reading->scalar = kind == SCALAR;
	reading->base = indent;
	reading->nested +=
		reading->parent && (indent > reading->indent || kind == ITEM);
	reading->parent = kind == PARENT;
	reading->indent = indent;
	reading->keys += kind == KEY || kind == PARENT || kind == SCALAR;
	return kind != OTHER;
}

bool text_is_yaml(const char *text, size_t at, size_t end)
{
	struct reading reading = { .keys = 0 };
	struct text_line line;

	for (; at < end; at = line.next) {
		text_line_read(&line, text, end, at);
		if (!see_line(&reading, text, &line))
			return false;
	}
	return reading.keys >= KEYS && reading.nested;
}

/* Text in marks, a list, a truth: no value of an article's fields. */
static bool is_typed(const char *value, size_t len)
{
	static const char *const words[] = { "true", "false", "null", "~" };
	const char first = *value, last = value[len - 1];

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (bytes_are(value, len, words[i]))
			return true;
	return len > 1 &&
	       ((first == last && strchr("\"'", first)) ||
		(first == '[' && last == ']') || (first == '{' && last == '}'));
}

bool text_is_settings(const char *text, size_t len)
{
	size_t keys = 0, typed = 0;
	struct text_line line;

	for (size_t at = 0; at < len; at = line.next) {
		size_t value;
		enum kind kind;

		text_line_read(&line, text, len, at);
		if (line.at == line.end)
			continue;
		kind = kind_of(text, &line);
		if (kind == OTHER || kind == SCALAR)
			return false;
		if (kind != KEY || text[line.at] == '-')
			continue;
		keys++;
		value = skip_name(text, line.at, line.end);
		value = skip_spaces(text, line.end, value) + 1;
		value = skip_spaces(text, line.end, value);
		typed += value < line.end &&
			 is_typed(text + value, line.end - value);
	}
	return keys >= KEYS_FLAT && typed;
}

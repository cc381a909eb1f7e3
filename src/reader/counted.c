/* Annotations within records. */
#include "reader/counted.h"

#include <stddef.h>
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

struct walk {
	const char *text;
	size_t at, len;
};

/* What one object has of a place. */
struct place {
	size_t from, to; /* from 1: which row of `bounds`; 0: none */
	bool kind;
};

static const struct {
	const char *from, *to;
} bounds[] = {
	{ "start", "end" },
	{ "start_offset", "end_offset" },
	{ "startOffset", "endOffset" },
	{ "start_char", "end_char" },
	{ "begin", "end" },
};

/* What a place is of: times, too, have a start and an end. */
static const char *const kinds[] = { "label",	     "labels",
				     "tag",	     "entity",
				     "entity_group", "entity_type",
				     "entity_label" };

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static char peek(const struct walk *walk)
{
	return walk->at < walk->len ? walk->text[walk->at] : '\0';
}

static void skip_space(struct walk *walk)
{
	while (peek(walk) == ' ' || peek(walk) == '\t' || peek(walk) == '\n' ||
	       peek(walk) == '\r')
		walk->at++;
}

static bool take(struct walk *walk, char c)
{
	skip_space(walk);
	if (peek(walk) != c)
		return false;
	walk->at++;
	return true;
}

/* From the opening mark on; `string` is what is between the marks. */
static bool take_string(struct walk *walk, struct cd_span *string)
{
	size_t from;

	if (!take(walk, '"'))
		return false;
	from = walk->at;
	while (walk->at < walk->len && peek(walk) != '"')
		walk->at += peek(walk) == '\\' ? 2 : 1;
	if (walk->at >= walk->len)
		return false;
	*string = (struct cd_span){ walk->text + from, walk->at++ - from };
	return true;
}

static bool take_count(struct walk *walk, size_t *count)
{
	size_t digits = 0;

	skip_space(walk);
	for (*count = 0;
	     ascii_is_digit((unsigned char)peek(walk)) && digits < 9;
	     digits++, walk->at++)
		*count = *count * 10 + (size_t)(peek(walk) - '0');
	return digits && peek(walk) != '.' && peek(walk) != 'e';
}

/* '[5, 10, "SHIP"', of a list of such */
static bool is_triple(struct walk walk)
{
	struct cd_span label;
	size_t from, to;

	return take(&walk, '[') && take_count(&walk, &from) &&
	       take(&walk, ',') && take_count(&walk, &to) && take(&walk, ',') &&
	       from < to && take_string(&walk, &label);
}

static bool is_name(struct cd_span key, const char *name)
{
	return bytes_are(key.bytes, key.len, name);
}

static void note_key(struct place *place, struct cd_span key, bool is_count)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		place->kind |= is_name(key, kinds[i]);
	for (size_t i = 0; is_count && i < COUNT(bounds); i++) {
		if (!place->from && is_name(key, bounds[i].from))
			place->from = i + 1;
		if (is_name(key, bounds[i].to) && !place->to)
			place->to = i + 1;
	}
}

static bool is_whole(const struct place *place)
{
	return place->kind && place->from && place->to &&
	       !strcmp(bounds[place->from - 1].to, bounds[place->to - 1].to);
}

/* A string, a number or a word; of a list its strings. */
static bool skip_value(struct walk *walk)
{
	struct cd_span string;

	skip_space(walk);
	if (peek(walk) == '"')
		return take_string(walk, &string);
	if (take(walk, '[')) {
		while (take_string(walk, &string) || take(walk, ','))
			;
		return take(walk, ']');
	}
	while (ascii_is_alnum((unsigned char)peek(walk)) || peek(walk) == '-' ||
	       peek(walk) == '.' || peek(walk) == '+')
		walk->at++;
	return true;
}

/*
 * '{"start": 5, "end": 10, "label": "SHIP"'. One that holds another is none,
 * nor is the record itself, which may be a part of a broadcast with its times.
 */
static bool is_place(struct walk walk)
{
	struct place place = { .kind = false };
	struct cd_span key;

	if (!take(&walk, '{'))
		return false;
	do {
		struct walk value;
		size_t count;

		if (!take_string(&walk, &key) || !take(&walk, ':'))
			return false;
		value = walk;
		note_key(&place, key, take_count(&value, &count));
		if (is_whole(&place))
			return true;
	} while (skip_value(&walk) && take(&walk, ','));
	return false;
}

bool counted_has_places(struct cd_span start)
{
	struct walk walk = { start.bytes, 0, start.len };
	struct cd_span string;
	size_t objects = 0;
	char before = '\0'; /* the last sign that is no space */

	for (; walk.at < walk.len; skip_space(&walk)) {
		const char c = peek(&walk);
		const bool in_list = before == '[' || before == ',';

		before = c;
		if (c == '"') {
			if (!take_string(&walk, &string))
				return false;
			if (is_name(string, "answer_start") && take(&walk, ':'))
				return true;
			continue;
		}
		if ((in_list && is_triple(walk)) || (objects && is_place(walk)))
			return true;
		objects += c == '{';
		objects -= c == '}' && objects;
		walk.at++;
	}
	return false;
}

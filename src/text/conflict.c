#include "text/conflict.h"

#include <string.h>

#include "base/bytes.h"

#define SIGNS 7

/* What stands at the start of a marker's line. */
static bool is_marker(const char *text, size_t len, size_t at, char sign)
{
	const unsigned char next = bytes_at(text, len, at + SIGNS);

	if (at && text[at - 1] != '\n')
		return false;
	for (size_t i = 0; i < SIGNS; i++)
		if (bytes_at(text, len, at + i) != (unsigned char)sign)
			return false;
	/* a name is after the outer ones */
	return !next || next == '\n' || next == '\r' ||
	       (next == ' ' && sign != '=');
}

/* The next marker of this sign from `at` on; the length: there is none. */
static size_t find_marker(const struct conflict_walk *walk, size_t at,
			  char sign)
{
	while (at < walk->len) {
		at = bytes_find(walk->text, walk->len, at, sign);
		if (is_marker(walk->text, walk->len, at, sign))
			return at;
		while (at < walk->len && walk->text[at] == sign)
			at++;
	}
	return walk->len;
}

bool conflict_next(struct conflict_walk *walk, struct listing *span)
{
	const size_t begin = find_marker(walk, walk->at, '<');
	const size_t middle = find_marker(walk, begin, '=');
	const size_t last = find_marker(walk, middle, '>');

	/* What does not end here ends nowhere. */
	walk->at = walk->len;
	if (last == walk->len)
		return false;
	span->at = begin;
	span->end = bytes_line_end(walk->text, walk->len, last);
	walk->at = span->end;
	return true;
}

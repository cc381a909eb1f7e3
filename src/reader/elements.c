/*
 * Cutting JSON: each element of a document's outermost array is a record; an
 * object is one. Documents may come one after the other, as jq reads and writes
 * them. What is not JSON becomes part of a record, whose check reports it.
 */
#include "reader/take.h"

#include <string.h>

/* An object is held whole up to this. */
#define OBJECT_MAX CD_ARTICLE_MAX

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t skip_space(const char *text, size_t len, size_t at)
{
	while (at < len && is_space(text[at]))
		at++;
	return at;
}

/* In a string, from `at` on: after its end, or where more is needed. */
static size_t scan_string(struct json_cutter *cutter, const char *text,
			  size_t len, size_t at)
{
	while (at < len) {
		at += json_plain(text + at, len - at);
		if (at == len)
			break;
		if (text[at] == '\\') {
			if (at + 1 == len)
				break;
			at += 2;
		} else if (text[at++] == '"') {
			cutter->in_string = false;
			break;
		}
	}
	return at;
}

/*
 * Past the next mark or string; false: more is needed. What is outside of all
 * brackets is the caller's.
 */
static bool scan_on(struct json_cutter *cutter, const char *text, size_t len,
		    size_t *at)
{
	const char c = text[*at];
	const size_t from = *at;

	if (cutter->in_string) {
		*at = scan_string(cutter, text, len, from);
		return *at > from;
	}
	if (c == '"')
		cutter->in_string = true;
	else if (c == '{' || c == '[')
		cutter->depth++;
	else if ((c == '}' || c == ']') && cutter->depth)
		cutter->depth--;
	++*at;
	return true;
}

/* The end of the element that goes on at `at`: a comma or "]"; or `len`. */
static size_t scan_element(struct json_cutter *cutter, const char *text,
			   size_t len, size_t *at)
{
	while (*at < len) {
		const char c = text[*at];

		if (!cutter->in_string && !cutter->depth &&
		    (c == ',' || c == ']'))
			return *at;
		if (!scan_on(cutter, text, len, at))
			break;
	}
	return len;
}

/* Past the object that goes on at *at; false: it does so after `len`. */
static bool scan_object(struct json_cutter *cutter, const char *text,
			size_t len, size_t *at)
{
	while (*at < len) {
		if (!scan_on(cutter, text, len, at))
			break;
		if (!cutter->in_string && !cutter->depth)
			return true;
	}
	return false;
}

static bool add_element(struct reader *reader, struct chunk *chunk, size_t at,
			size_t end, enum piece_kind kind)
{
	const char *text = chunk->text.bytes;
	struct piece piece = { .kind = kind, .at = at };

	while (end > at && is_space(text[end - 1]))
		end--;
	piece.len = end - at;
	piece.element = reader->json.place == JSON_IN_ARRAY
				? reader->json.element++
				: RECORD_ALONE;
	reader->record++;
	return take_piece(reader, chunk, piece);
}

/* Whether the element goes on where the input ends. */
static bool is_open(const struct json_cutter *cutter)
{
	return cutter->in_string || cutter->depth;
}

/* The element at *at, if all of it is there; false: more is needed. */
static bool take_element(struct reader *reader, struct chunk *chunk, size_t *at)
{
	struct json_cutter *cutter = &reader->json;
	const char *text = chunk->text.bytes;
	const size_t len = chunk->text.len;
	size_t from = *at + reader->scanned;
	const size_t end = scan_element(cutter, text, len, &from);
	const bool whole = end < len || reader->ended;
	const bool too_long = end - *at > reader->options->max_article;

	reader->scanned = from - *at;
	if (!whole && !too_long && !reader->skipping)
		return false;
	if (!reader->skipping &&
	    !add_element(reader, chunk, *at, end,
			 too_long ? PIECE_TOO_LONG : PIECE_RECORD))
		return false;
	reader->skipping = !whole;
	take_advance(reader, text + *at, end - *at);
	reader->scanned = 0;
	*at = end;
	/* The check of what is cut off says so; check_end() else. */
	if (end == len && reader->ended && is_open(cutter))
		cutter->place = JSON_AFTER;
	return true;
}

/* Between elements: past a comma, or the array's end. */
static void pass_mark(struct reader *reader, const char *text, size_t *at)
{
	if (text[*at] == ',')
		take_advance(reader, text + (*at)++, 1);
	else
		reader->json.place = JSON_AFTER;
}

static bool take_in_array(struct reader *reader, struct chunk *chunk,
			  size_t *at)
{
	struct json_cutter *cutter = &reader->json;
	const char *text = chunk->text.bytes;
	const bool begun = reader->scanned || reader->skipping;

	if (!begun && text[*at] == ']' && !cutter->element) {
		cutter->place = JSON_AFTER;
		return true;
	}
	if (!take_element(reader, chunk, at))
		return false;
	if (*at < chunk->text.len)
		pass_mark(reader, text, at);
	return true;
}

/* The object at *at, if all of it is there; false: more is needed. */
static bool take_object(struct reader *reader, struct chunk *chunk, size_t *at)
{
	struct json_cutter *cutter = &reader->json;
	const char *text = chunk->text.bytes;
	const size_t len = chunk->text.len;
	size_t end = *at + reader->scanned;
	const bool whole = scan_object(cutter, text, len, &end);
	const bool too_long = end - *at > OBJECT_MAX;

	reader->scanned = end - *at;
	if (!whole && !reader->ended && !too_long && !reader->skipping)
		return false;
	if (!whole && reader->ended)
		end = len;
	if (!reader->skipping &&
	    !add_element(reader, chunk, *at, end,
			 too_long ? PIECE_TOO_LONG : PIECE_RECORD))
		return false;
	reader->skipping = !whole && !reader->ended;
	take_advance(reader, text + *at, end - *at);
	reader->scanned = 0;
	*at = end;
	if (whole)
		cutter->place = JSON_BEFORE;
	return true;
}

/* All that is left is one record, which no document holds. */
static bool take_rest(struct reader *reader, struct chunk *chunk, size_t *at)
{
	const size_t len = chunk->text.len;
	const bool too_long = len - *at > OBJECT_MAX;

	if (reader->skipping) {
		*at = len;
		return true;
	}
	if (!reader->ended && !too_long)
		return false;
	if (!add_element(reader, chunk, *at, len,
			 too_long ? PIECE_TOO_LONG : PIECE_RECORD))
		return false;
	reader->skipping = too_long;
	*at = len;
	return true;
}

static bool begins_document(char c)
{
	return c == '{' || c == '[';
}

/*
 * After an array there may be space, and another document: anything else is
 * reported with its "]".
 */
static bool take_end(struct reader *reader, struct chunk *chunk, size_t *at)
{
	const char *text = chunk->text.bytes;
	const size_t len = chunk->text.len;
	const size_t next = skip_space(text, len, *at + 1);

	if (reader->skipping || (next < len && !begins_document(text[next])))
		return take_rest(reader, chunk, at);
	if (next == len && !reader->ended)
		return false;
	take_advance(reader, text + *at, next - *at);
	*at = next;
	reader->json.place = JSON_BEFORE;
	return true;
}

static void begin_document(struct reader *reader, const char *text, size_t *at)
{
	struct json_cutter *cutter = &reader->json;

	cutter->element = 0;
	if (text[*at] == '[') {
		cutter->place = JSON_IN_ARRAY;
		take_advance(reader, text + (*at)++, 1);
		return;
	}
	cutter->place = text[*at] == '{' ? JSON_IN_OBJECT : JSON_IN_REST;
}

/* The document ends here: inside its array, it is cut off. */
static void check_end(struct reader *reader, struct chunk *chunk)
{
	if (!reader->ended || reader->json.place != JSON_IN_ARRAY ||
	    reader->error)
		return;
	add_element(reader, chunk, chunk->text.len, chunk->text.len,
		    PIECE_RECORD);
	reader->json.place = JSON_AFTER;
}

static bool take_step(struct reader *reader, struct chunk *chunk, size_t *at)
{
	switch (reader->json.place) {
	case JSON_BEFORE:
		begin_document(reader, chunk->text.bytes, at);
		return true;
	case JSON_IN_ARRAY:
		return take_in_array(reader, chunk, at);
	case JSON_IN_OBJECT:
		return take_object(reader, chunk, at);
	case JSON_AFTER:
		return take_end(reader, chunk, at);
	case JSON_IN_REST:
		return take_rest(reader, chunk, at);
	}
	return false;
}

size_t take_elements(struct reader *reader, struct chunk *chunk)
{
	const char *text = chunk->text.bytes;
	const size_t len = chunk->text.len;
	size_t at = take_mark(reader, chunk);

	for (;;) {
		if (!reader->scanned && !reader->skipping) {
			const size_t from = at;

			at = skip_space(text, len, at);
			take_advance(reader, text + from, at - from);
		}
		if (at == len || !take_step(reader, chunk, &at))
			break;
	}
	if (at == len)
		check_end(reader, chunk);
	return at;
}

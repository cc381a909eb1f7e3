/*
 * JSON as the program needs it: check a record, find one string in it, read
 * and write strings. Nothing is parsed into a tree: every byte of a record but
 * the one string passes through as it is.
 *
 * Why not a library: jsmn gives offsets but takes for JSON what is not
 * (trailing commas, control characters, "1.2.3") and stops at a NUL; jansson
 * refuses records that are JSON (numbers beyond a double, a lone surrogate in
 * some other field), which must pass through.
 */
#ifndef COPYDESK_SUPPORT_JSON_H
#define COPYDESK_SUPPORT_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "support/json_path.h"

enum json_kind { JSON_MISSING, JSON_STRING, JSON_OTHER };

/* A value that was looked for. */
struct json_value {
	enum json_kind kind;
	size_t at, len; /* of a string: what is between the marks; of a number:
			   the number; of others where they begin */
	bool escaped;	/* a string that holds a backslash */
	size_t path;	/* which of the paths leads to it */
};

/*
 * What to look for, and what was found, in the order of the text. Of members
 * with the same name the last counts, but where a path has a "*".
 */
struct json_search {
	const struct json_path *paths; /* borrowed */
	size_t path_count;
	/* The record is an element of an array: a pointer's first step is it.
	 */
	const size_t *element;	   /* borrowed; NULL: it is not */
	bool any_charset;	   /* no string need be UTF-8 */
	struct json_value *values; /* the caller's to free() */
	size_t count, cap;
	const char *error; /* static */
	size_t error_at;
};

/*
 * Check that `record` is one JSON object, or, where it is an element, one value
 * (RFC 8259), and find what `search` looks for. False: see `error`, `error_at`.
 * All strings but the values found must be valid UTF-8, or in any_charset.
 */
bool json_search(const char *record, size_t len, struct json_search *search);

/* The same for one member of the record's object (field_len bytes of UTF-8). */
struct json_query {
	const char *field;
	size_t field_len;
	struct json_value value;
	const char *error;
	size_t error_at;
};

bool json_scan(const char *record, size_t len, struct json_query *query);

/* How far a text is one JSON value, in whatever charset: not at all, its start,
 * wholly; or it is one and more comes after it. */
enum json_extent { JSON_NONE, JSON_PART, JSON_WHOLE, JSON_MORE };
enum json_extent json_extent(const char *text, size_t len);

/*
 * Append the string whose escaped form is `len` bytes at `string` to `out`. A
 * lone surrogate becomes U+FFFD. Returns the number of such.
 */
size_t json_unescape(const char *string, size_t len, struct buffer *out);

/* Append `text` escaped as little as JSON allows, without the marks. */
void json_escape(struct buffer *out, const char *text, size_t len);

/* json_escape() of a whole string, with its marks. */
void json_string(struct buffer *out, const char *text, size_t len);

/*
 * A walk along a string as it is, to find where a code point of the
 * unescaped text is. Zeroed at first; `string` and its `len` bytes are the
 * escaped form.
 */
struct json_place {
	size_t at;     /* byte of the escaped form */
	size_t points; /* code points of the escaped form before it */
};

/*
 * Move on by one code point of the unescaped text; single: a byte that is not
 * valid UTF-8 counts alone, not with the rest of its sequence.
 */
void json_step(const char *string, size_t len, bool single,
	       struct json_place *place);

/* What both halves of the code need. */

/* The value of four hexadecimal digits; -1: they are not. */
int json_hex(const char *text, size_t len);

/* What a backslash and `c` stand for; 0: nothing ("u" is not looked at). */
unsigned char json_escaped(char c);

/* Bytes of a string that need no look: all but controls, `"` and `\`. */
size_t json_plain(const char *text, size_t len);

#endif

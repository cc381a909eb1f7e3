/*
 * JSON as the program needs it: check a record, find one string in it, read
 * and write strings. Nothing is parsed into a tree: every byte of a record but
 * the one string passes through as it stands.
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

enum json_kind { JSON_MISSING, JSON_STRING, JSON_OTHER };

/* A member of a record's object. */
struct json_value {
	enum json_kind kind;
	size_t at, len; /* of a string: what stands between the marks;
			   of a number: the number */
	bool escaped;	/* a string that holds a backslash */
};

/*
 * Check that `record` is one JSON object (RFC 8259) and find the last of its
 * members named `field` (len bytes of UTF-8). On failure *error is a static
 * message and *error_at the offset. All strings but the value of `field` must
 * be valid UTF-8.
 */
struct json_query {
	const char *field;
	size_t field_len;
	struct json_value value;
	const char *error;
	size_t error_at;
};

bool json_scan(const char *record, size_t len, struct json_query *query);

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
 * A walk along a string as it stands, to find where a code point of the
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

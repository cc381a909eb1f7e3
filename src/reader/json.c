/* Checking JSON records and finding one string in them. */
#include "reader/json.h"

#include <stdint.h>
#include <string.h>

#define DEPTH_MAX 2048

struct scan {
	const char *text;
	size_t len, at;
	struct json_query *query;
	size_t depth;
	unsigned char is_object[DEPTH_MAX / 8];	/* one bit a level */
	bool wanted;	/* the last key of the record was the field's name */
};

static bool fail(struct scan *scan, const char *error)
{
	scan->query->error = error;
	scan->query->error_at = scan->at;
	return false;
}

static void skip_space(struct scan *scan)
{
	while (scan->at < scan->len) {
		const char c = scan->text[scan->at];

		if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
			return;
		scan->at++;
	}
}

/* The byte at the scan's place; 0 at the end (a NUL is never JSON). */
static char peek(const struct scan *scan)
{
	return scan->at < scan->len ? scan->text[scan->at] : '\0';
}

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* The value of four hexadecimal digits; -1: they are not. */
static int hex_four(const char *text, size_t len)
{
	int value = 0;

	if (len < 4)
		return -1;
	for (size_t i = 0; i < 4; i++) {
		const int digit = hex_value(text[i]);

		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

static bool scan_escape(struct scan *scan)
{
	const char c = scan->at + 1 < scan->len ? scan->text[scan->at + 1] : 0;

	if (c == 'u') {
		if (hex_four(scan->text + scan->at + 2,
			     scan->len - scan->at - 2) < 0)
			return fail(scan, "\\u without four digits");
		scan->at += 6;
		return true;
	}
	if (!c || !strchr("\"\\/bfnrt", c))
		return fail(scan, "unknown escape in a string");
	scan->at += 2;
	return true;
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Whether a byte of eight is zero; one above a zero byte may seem so, too. */
static uint64_t has_zero(uint64_t eight)
{
	return (eight - EACH(0x01)) & ~eight & EACH(0x80);
}

/* Bytes of a string that need no look: all but controls, `"` and `\`. */
static size_t plain_length(const char *text, size_t len)
{
	size_t at = 0;

	for (uint64_t eight; len - at >= 8; at += 8) {
		memcpy(&eight, text + at, 8);
		if (has_zero(eight & EACH(0xE0)) | has_zero(eight ^ EACH('"')) |
		    has_zero(eight ^ EACH('\\')))
			break;
	}
	while (at < len) {
		const unsigned char c = (unsigned char)text[at];

		if (c < 0x20 || c == '"' || c == '\\')
			break;
		at++;
	}
	return at;
}

/* A string, from its opening mark; `value` gets its place. */
static bool scan_string(struct scan *scan, struct json_value *value)
{
	value->kind = JSON_STRING;
	value->at = ++scan->at;
	value->escaped = false;
	for (;;) {
		scan->at += plain_length(scan->text + scan->at,
					 scan->len - scan->at);
		switch (peek(scan)) {
		case '"':
			value->len = scan->at++ - value->at;
			return true;
		case '\\':
			value->escaped = true;
			if (!scan_escape(scan))
				return false;
			break;
		default:
			return fail(scan, scan->at < scan->len ?
				    "control character in a string" :
				    "string without an end");
		}
	}
}

static bool check_string(struct scan *scan, const struct json_value *value)
{
	if (bytes_valid(scan->text + value->at, value->len))
		return true;
	scan->at = value->at;
	return fail(scan, "string is not valid UTF-8");
}

static bool scan_digits(struct scan *scan)
{
	const size_t from = scan->at;

	while (peek(scan) >= '0' && peek(scan) <= '9')
		scan->at++;
	return scan->at > from || fail(scan, "number without a digit");
}

static bool scan_number(struct scan *scan)
{
	if (peek(scan) == '-')
		scan->at++;
	if (peek(scan) == '0')
		scan->at++;
	else if (!scan_digits(scan))
		return false;
	if (peek(scan) == '.') {
		scan->at++;
		if (!scan_digits(scan))
			return false;
	}
	if (peek(scan) == 'e' || peek(scan) == 'E') {
		scan->at++;
		if (peek(scan) == '+' || peek(scan) == '-')
			scan->at++;
		return scan_digits(scan);
	}
	return true;
}

static bool scan_word(struct scan *scan)
{
	static const char *const words[] = { "true", "false", "null" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const size_t len = strlen(words[i]);

		if (len <= scan->len - scan->at &&
		    !memcmp(scan->text + scan->at, words[i], len)) {
			scan->at += len;
			return true;
		}
	}
	return fail(scan, "value expected");
}

static bool open_level(struct scan *scan, bool object)
{
	const unsigned char bit = (unsigned char)(1u << scan->depth % 8);

	if (scan->depth == DEPTH_MAX)
		return fail(scan, "nested too deep");
	if (object)
		scan->is_object[scan->depth / 8] |= bit;
	else
		scan->is_object[scan->depth / 8] &= (unsigned char)~bit;
	scan->depth++;
	scan->at++;
	return true;
}

static bool in_object(const struct scan *scan)
{
	const size_t level = scan->depth - 1;

	return scan->is_object[level / 8] >> level % 8 & 1;
}

/* A value that is not an object or an array. */
static bool scan_scalar(struct scan *scan)
{
	const bool wanted = scan->wanted && scan->depth == 1;
	struct json_value value = { JSON_OTHER, scan->at, 0, false };
	const char c = peek(scan);

	if (c == '"') {
		if (!scan_string(scan, &value) ||
		    (!wanted && !check_string(scan, &value)))
			return false;
	} else if (c == '-' || (c >= '0' && c <= '9')) {
		if (!scan_number(scan))
			return false;
		value.len = scan->at - value.at;
	} else if (!scan_word(scan)) {
		return false;
	}
	if (wanted)
		scan->query->value = value;
	return true;
}

static bool is_field(const struct scan *scan, const struct json_value *key)
{
	const struct json_query *query = scan->query;
	const char *text = scan->text + key->at;
	struct bytes plain;
	bool same;

	if (!key->escaped)
		return key->len == query->field_len &&
		       !memcmp(text, query->field, key->len);
	bytes_init(&plain);
	json_unescape(text, key->len, &plain);
	same = !plain.failed && plain.len == query->field_len &&
	       !memcmp(plain.data, query->field, plain.len);
	bytes_release(&plain);
	return same;
}

static bool scan_key(struct scan *scan)
{
	struct json_value key;

	skip_space(scan);
	if (peek(scan) != '"')
		return fail(scan, "member name expected");
	if (!scan_string(scan, &key) || !check_string(scan, &key))
		return false;
	if (scan->depth == 1)
		scan->wanted = is_field(scan, &key);
	skip_space(scan);
	if (peek(scan) != ':')
		return fail(scan, "':' expected");
	scan->at++;
	return true;
}

/* After a value: close what ends here, and stand before the next value. */
static bool scan_on(struct scan *scan)
{
	while (scan->depth) {
		const char closing = in_object(scan) ? '}' : ']';

		skip_space(scan);
		if (peek(scan) == ',') {
			scan->at++;
			return !in_object(scan) || scan_key(scan);
		}
		if (peek(scan) != closing)
			return fail(scan, closing == '}' ? "',' or '}' expected"
							 : "',' or ']' expected");
		scan->at++;
		scan->depth--;
	}
	return true;
}

/* Into an object or array; *empty when it closed at once. */
static bool scan_open(struct scan *scan, bool *empty)
{
	const bool object = peek(scan) == '{';

	if (scan->depth == 1 && scan->wanted)
		scan->query->value = (struct json_value){ .kind = JSON_OTHER };
	if (!open_level(scan, object))
		return false;
	skip_space(scan);
	*empty = peek(scan) == (object ? '}' : ']');
	if (*empty) {
		scan->at++;
		scan->depth--;
		return true;
	}
	return !object || scan_key(scan);
}

static bool scan_record(struct scan *scan)
{
	bool empty;

	skip_space(scan);
	if (peek(scan) != '{')
		return fail(scan, "not an object");
	do {
		skip_space(scan);
		if (peek(scan) == '{' || peek(scan) == '[') {
			if (!scan_open(scan, &empty))
				return false;
			if (!empty)
				continue;
		} else if (!scan_scalar(scan)) {
			return false;
		}
		if (!scan_on(scan))
			return false;
	} while (scan->depth);
	skip_space(scan);
	return scan->at == scan->len ||
	       fail(scan, "more than one value in the record");
}

bool json_scan(const char *record, size_t len, struct json_query *query)
{
	struct scan scan;

	scan.text = record;
	scan.len = len;
	scan.at = 0;
	scan.depth = 0;
	scan.wanted = false;
	scan.query = query;
	memset(&query->value, 0, sizeof(query->value));
	query->error = NULL;
	query->error_at = 0;
	return scan_record(&scan);
}

static bool is_high(int unit)
{
	return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(int unit)
{
	return unit >= 0xDC00 && unit < 0xE000;
}

/*
 * The code point of the escape at `string` (a valid one) and its length in
 * *size; 0xD800 for a lone surrogate.
 */
static unsigned read_escape(const char *string, size_t len, size_t *size)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	const char *known;
	int unit, low;

	*size = 2;
	if (string[1] != 'u') {
		known = strchr(from, string[1]);
		return (unsigned char)(known ? to[known - from] : string[1]);
	}
	*size = 6;
	unit = hex_four(string + 2, len - 2);
	if (is_high(unit) && len >= 12 && string[6] == '\\' &&
	    string[7] == 'u') {
		low = hex_four(string + 8, len - 8);
		if (is_low(low)) {
			*size = 12;
			return 0x10000u + ((unsigned)unit - 0xD800u) * 0x400u +
			       ((unsigned)low - 0xDC00u);
		}
	}
	return is_high(unit) || is_low(unit) ? 0xD800u : (unsigned)unit;
}

static void add_point(struct bytes *out, unsigned point)
{
	char utf8[4];
	size_t len = 0;

	if (point < 0x80) {
		utf8[len++] = (char)point;
	} else if (point < 0x800) {
		utf8[len++] = (char)(0xC0 | point >> 6);
		utf8[len++] = (char)(0x80 | (point & 0x3F));
	} else if (point < 0x10000) {
		utf8[len++] = (char)(0xE0 | point >> 12);
		utf8[len++] = (char)(0x80 | (point >> 6 & 0x3F));
		utf8[len++] = (char)(0x80 | (point & 0x3F));
	} else {
		utf8[len++] = (char)(0xF0 | point >> 18);
		utf8[len++] = (char)(0x80 | (point >> 12 & 0x3F));
		utf8[len++] = (char)(0x80 | (point >> 6 & 0x3F));
		utf8[len++] = (char)(0x80 | (point & 0x3F));
	}
	bytes_add(out, utf8, len);
}

size_t json_unescape(const char *string, size_t len, struct bytes *out)
{
	size_t at = 0, lone = 0, size;

	while (at < len) {
		const char *slash = memchr(string + at, '\\', len - at);
		const size_t end = slash ? (size_t)(slash - string) : len;
		unsigned point;

		bytes_add(out, string + at, end - at);
		at = end;
		if (!slash)
			break;
		point = read_escape(string + at, len - at, &size);
		lone += point == 0xD800;
		add_point(out, point == 0xD800 ? 0xFFFD : point);
		at += size;
	}
	return lone;
}

static void add_escape(struct bytes *out, unsigned char c)
{
	static const char from[] = "\"\\\n\t\r\b\f", to[] = "\"\\ntrbf";
	const char *known = c ? strchr(from, c) : NULL;

	if (known) {
		bytes_add_byte(out, '\\');
		bytes_add_byte(out, to[known - from]);
	} else {
		bytes_printf(out, "\\u%04x", c);
	}
}

void json_escape(struct bytes *out, const char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		const size_t plain = plain_length(text + at, len - at);

		bytes_add(out, text + at, plain);
		at += plain;
		if (at < len)
			add_escape(out, (unsigned char)text[at++]);
	}
}

void json_string(struct bytes *out, const char *text, size_t len)
{
	bytes_add_byte(out, '"');
	json_escape(out, text, len);
	bytes_add_byte(out, '"');
}

void json_step(const char *string, size_t len, bool single,
	       struct json_place *place)
{
	bool valid;
	size_t size;

	if (place->at >= len)
		return;
	if (string[place->at] == '\\') {
		read_escape(string + place->at, len - place->at, &size);
		place->points += size;
	} else {
		size = bytes_point(string + place->at, len - place->at, &valid);
		if (!valid && single)
			size = 1;
		place->points++;
	}
	place->at += size;
}

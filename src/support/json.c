/* Checking JSON records and finding one string in them. */
#include "support/json.h"

#include <string.h>

#include "base/utf8.h"

#define DEPTH_MAX 2048

struct scan {
	const char *text;
	size_t len, at;
	struct json_query *query;
	size_t depth;
	unsigned char is_object[DEPTH_MAX / 8]; /* one bit a level */
	bool wanted; /* the last key of the record was the field's name */
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

static bool scan_escape(struct scan *scan)
{
	const char c = scan->at + 1 < scan->len ? scan->text[scan->at + 1] : 0;

	if (c == 'u') {
		if (json_hex(scan->text + scan->at + 2,
			     scan->len - scan->at - 2) < 0)
			return fail(scan, "\\u without four digits");
		scan->at += 6;
		return true;
	}
	if (!json_escaped(c))
		return fail(scan, "unknown escape in a string");
	scan->at += 2;
	return true;
}

/* A string, from its opening mark; `value` gets its place. */
static bool scan_string(struct scan *scan, struct json_value *value)
{
	value->kind = JSON_STRING;
	value->at = ++scan->at;
	value->escaped = false;
	for (;;) {
		scan->at +=
			json_plain(scan->text + scan->at, scan->len - scan->at);
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
			return fail(scan,
				    scan->at < scan->len
					    ? "control character in a string"
					    : "string without an end");
		}
	}
}

static bool check_string(struct scan *scan, const struct json_value *value)
{
	if (utf8_valid_prefix(scan->text + value->at, value->len) == value->len)
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
	struct buffer plain;
	bool same;

	if (!key->escaped)
		return key->len == query->field_len &&
		       !memcmp(text, query->field, key->len);
	buffer_init(&plain);
	json_unescape(text, key->len, &plain);
	same = !plain.failed && plain.len == query->field_len &&
	       !memcmp(plain.bytes, query->field, plain.len);
	buffer_release(&plain);
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
			return fail(scan, closing == '}'
						  ? "',' or '}' expected"
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

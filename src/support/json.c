/* Checking JSON records and finding one string in them. */
#include "support/json.h"

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "support/json_where.h"

/* A text of so many bytes may be the start of a longer one. */
#define CUT_LEAST 4096

static const char more_values[] = "more than one value in the record";
static const char cr_alone[] =
	"its lines end in CR alone: write them with LF first (tr '\\r' '\\n')";

struct scan {
	const char *text;
	size_t len, at;
	struct json_search *search;
	struct json_where where;
};

static bool fail(struct scan *scan, const char *error)
{
	scan->search->error = error;
	scan->search->error_at = scan->at;
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
	if (scan->search->any_charset ||
	    utf8_valid_prefix(scan->text + value->at, value->len) == value->len)
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

/*
 * The last three are no JSON (RFC 8259), but Python and pandas write them for
 * numbers that are missing: as all but the texts, they stay as they are.
 */
static bool scan_word(struct scan *scan)
{
	static const char *const words[] = { "true", "false",	 "null",
					     "NaN",  "Infinity", "-Infinity" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (bytes_begin(scan->text, scan->len, scan->at, words[i])) {
			scan->at += strlen(words[i]);
			return true;
		}
	}
	return fail(scan, "value expected");
}

/* A member of the object that is open. */
static bool enter_member(struct scan *scan, const struct json_value *key)
{
	const char *name = scan->text + key->at;
	struct buffer plain;
	bool done;

	if (!key->escaped || !json_where_is_sought(&scan->where)) {
		json_where_member(&scan->where, name, key->len);
		return true;
	}
	buffer_init(&plain);
	json_unescape(name, key->len, &plain);
	done = !plain.failed;
	if (done)
		json_where_member(&scan->where, plain.bytes, plain.len);
	buffer_release(&plain);
	return done || fail(scan, "out of memory");
}

static bool has_star(const struct json_path *path)
{
	for (size_t i = 0; i < path->count; i++) {
		if (path->steps[i].any)
			return true;
	}
	return false;
}

/* A member that came before under the same name no longer counts. */
static void forget_value(struct json_search *search, size_t path)
{
	size_t kept = 0;

	for (size_t i = 0; i < search->count; i++) {
		if (search->values[i].path != path)
			search->values[kept++] = search->values[i];
	}
	search->count = kept;
}

static bool add_value(struct scan *scan, struct json_value value, size_t path)
{
	struct json_search *search = scan->search;

	if (path == JSON_PATHS_MAX)
		return true;
	if (!has_star(&search->paths[path]))
		forget_value(search, path);
	if (!array_grow(&search->values, &search->cap, search->count,
			sizeof(*search->values)))
		return fail(scan, "out of memory");
	value.path = path;
	search->values[search->count++] = value;
	return true;
}

/* After a minus sign: the word for a number too large. */
static bool is_word_next(const struct scan *scan)
{
	return scan->at + 1 < scan->len && scan->text[scan->at + 1] == 'I';
}

/* A value that is not an object or an array. */
static bool scan_scalar(struct scan *scan)
{
	const size_t path = json_where_path(&scan->where);
	struct json_value value = { JSON_OTHER, scan->at, 0, false, path };
	const char c = peek(scan);

	if (c == '"') {
		if (!scan_string(scan, &value) ||
		    (path == JSON_PATHS_MAX && !check_string(scan, &value)))
			return false;
	} else if ((c == '-' && !is_word_next(scan)) ||
		   (c >= '0' && c <= '9')) {
		if (!scan_number(scan))
			return false;
		value.len = scan->at - value.at;
	} else if (!scan_word(scan)) {
		return false;
	}
	return add_value(scan, value, path);
}

static bool scan_key(struct scan *scan)
{
	struct json_value key;

	skip_space(scan);
	if (peek(scan) != '"')
		return fail(scan, "member name expected");
	if (!scan_string(scan, &key) || !check_string(scan, &key) ||
	    !enter_member(scan, &key))
		return false;
	skip_space(scan);
	if (peek(scan) != ':')
		return fail(scan, "':' expected");
	scan->at++;
	return true;
}

/* After a value: close what ends here, and go to the next value. */
static bool scan_on(struct scan *scan)
{
	while (scan->where.depth) {
		const bool object = json_where_is_object(&scan->where);
		const char closing = object ? '}' : ']';

		skip_space(scan);
		if (peek(scan) == ',') {
			scan->at++;
			if (object)
				return scan_key(scan);
			json_where_next_element(&scan->where);
			return true;
		}
		if (peek(scan) != closing)
			return fail(scan, closing == '}'
						  ? "',' or '}' expected"
						  : "',' or ']' expected");
		scan->at++;
		json_where_close(&scan->where);
	}
	return true;
}

/* Into an object or array; *empty when it closed at once. */
static bool scan_open(struct scan *scan, bool *empty)
{
	const bool object = peek(scan) == '{';
	const struct json_value value = { .kind = JSON_OTHER, .at = scan->at };

	if (!add_value(scan, value, json_where_path(&scan->where)))
		return false;
	if (!json_where_open(&scan->where, object))
		return fail(scan, "nested too deep");
	scan->at++;
	skip_space(scan);
	*empty = peek(scan) == (object ? '}' : ']');
	if (*empty) {
		scan->at++;
		json_where_close(&scan->where);
		return true;
	}
	if (object)
		return scan_key(scan);
	json_where_first_element(&scan->where);
	return true;
}

static bool scan_value(struct scan *scan)
{
	bool empty;

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
	} while (scan->where.depth);
	skip_space(scan);
	return scan->at == scan->len ||
	       fail(scan,
		    scan->text[scan->at - 1] == '\r' ? cr_alone : more_values);
}

bool json_search(const char *record, size_t len, struct json_search *search)
{
	struct scan scan;

	scan.text = record;
	scan.len = len;
	scan.at = 0;
	scan.search = search;
	search->count = 0;
	search->error = NULL;
	search->error_at = 0;
	json_where_start(&scan.where, search->paths, search->path_count,
			 search->element);
	skip_space(&scan);
	if (!search->element && peek(&scan) != '{')
		return fail(&scan, "not an object");
	return scan_value(&scan);
}

bool json_scan(const char *record, size_t len, struct json_query *query)
{
	const struct json_path path =
		json_path_of(query->field, query->field_len);
	struct json_search search = { .paths = &path, .path_count = 1 };
	const bool good = json_search(record, len, &search);

	memset(&query->value, 0, sizeof(query->value));
	if (search.count)
		query->value = search.values[0];
	query->error = search.error;
	query->error_at = search.error_at;
	free(search.values);
	return good;
}

enum json_extent json_extent(const char *text, size_t len)
{
	static const size_t any = 0;
	struct json_search search = { .element = &any, .any_charset = true };

	if (json_search(text, len, &search))
		return JSON_WHOLE;
	if (search.error == more_values || search.error == cr_alone)
		return JSON_MORE;
	/* What was cut off may be the rest of a word or an escape. */
	return len - search.error_at < (len < CUT_LEAST ? 1 : 6) ? JSON_PART
								 : JSON_NONE;
}

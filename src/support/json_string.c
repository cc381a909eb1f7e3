/* JSON's strings: escapes read, written and walked over. */
#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/bytes.h"
#include "base/utf16.h"
#include "base/utf8.h"
#include "support/json.h"

int json_hex(const char *text, size_t len)
{
	int value = 0;

	if (len < 4)
		return -1;
	for (size_t i = 0; i < 4; i++) {
		const int digit = ascii_hex((unsigned char)text[i]);

		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

unsigned char json_escaped(char c)
{
	static const unsigned char bytes[128] = {
		['"'] = '"',  ['\\'] = '\\', ['/'] = '/',  ['b'] = '\b',
		['f'] = '\f', ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t',
	};

	return (unsigned char)c < 128 ? bytes[(unsigned char)c] : 0;
}

/* Sixteen bytes at a time, by the compiler's vectors. */
typedef unsigned char sixteen __attribute__((vector_size(16)));

#define NOT_PLAIN(bytes)                                                       \
	(((bytes) < 0x20) | ((bytes) == '"') | ((bytes) == '\\'))

/*
 * How many of sixteen bytes are plain, up to the first that is not. No vectors
 * from function to function: where there is no SSE that differs.
 */
static size_t count_plain(const char text[16])
{
	sixteen bytes, marked;
	uint64_t half[2];

	memcpy(&bytes, text, sizeof(bytes));
	marked = (sixteen)NOT_PLAIN(bytes);
	memcpy(half, &marked, sizeof(half));
	if (half[0])
		return bytes_before_marked(half[0]);
	return half[1] ? 8 + bytes_before_marked(half[1]) : 16;
}

/*
 * The bytes that are not, for machines on which the way to the next one of a
 * set is faster: controls, " and \. By the low half of the byte, with a bit for
 * each high half.
 */
static const struct byte_set not_plain = {
	.rows = { { 3, 3, 7, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0x23, 3, 3, 3 } },
};

size_t json_plain(const char *text, size_t len)
{
	size_t at = 0;

	if (byte_set_is_fast())
		return byte_set_find(&not_plain, text, 0, len);
	while (len - at >= 16) {
		const size_t plain = count_plain(text + at);

		at += plain;
		if (plain < 16)
			return at;
	}
	while (at < len) {
		const unsigned char c = (unsigned char)text[at];

		if (c < 0x20 || c == '"' || c == '\\')
			break;
		at++;
	}
	return at;
}

/*
 * The code point of the escape at `string` (a valid one) and its length in
 * *size; 0xD800 for a lone surrogate.
 */
static unsigned read_escape(const char *string, size_t len, size_t *size)
{
	uint32_t unit, low;

	*size = 2;
	if (string[1] != 'u')
		return json_escaped(string[1]);
	*size = 6;
	unit = (uint32_t)json_hex(string + 2, len - 2);
	if (utf16_is_high(unit) && len >= 12 && string[6] == '\\' &&
	    string[7] == 'u') {
		low = (uint32_t)json_hex(string + 8, len - 8);
		if (utf16_is_low(low)) {
			*size = 12;
			return utf16_join(unit, low);
		}
	}
	return utf16_is_half(unit) ? 0xD800u : unit;
}

static void add_point(struct buffer *out, unsigned point)
{
	char utf8[UTF8_MAX];

	if (point < 0x80)
		buffer_add_byte(out, (char)point);
	else
		buffer_add(out, utf8, utf8_encode(point, utf8));
}

size_t json_unescape(const char *string, size_t len, struct buffer *out)
{
	size_t at = 0, lone = 0, size;

	while (at < len) {
		const char *slash = memchr(string + at, '\\', len - at);
		const size_t end = slash ? (size_t)(slash - string) : len;
		unsigned point;

		buffer_add(out, string + at, end - at);
		at = end;
		if (!slash)
			break;
		point = read_escape(string + at, len - at, &size);
		lone += point == 0xD800;
		add_point(out, point);
		at += size;
	}
	return lone;
}

static void add_escape(struct buffer *out, unsigned char c)
{
	static const char from[] = "\"\\\n\t\r\b\f", to[] = "\"\\ntrbf";
	const char *known = c ? strchr(from, c) : NULL;

	if (known) {
		buffer_add_byte(out, '\\');
		buffer_add_byte(out, to[known - from]);
	} else {
		buffer_printf(out, "\\u%04x", c);
	}
}

void json_escape(struct buffer *out, const char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		const size_t plain = json_plain(text + at, len - at);

		buffer_add(out, text + at, plain);
		at += plain;
		if (at < len)
			add_escape(out, (unsigned char)text[at++]);
	}
}

void json_string(struct buffer *out, const char *text, size_t len)
{
	buffer_add_byte(out, '"');
	json_escape(out, text, len);
	buffer_add_byte(out, '"');
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
		size = utf8_step(string + place->at, len - place->at, &valid);
		if (!valid && single)
			size = 1;
		place->points++;
	}
	place->at += size;
}

/* Quoting file names. */
#include "support/quote.h"

#include <string.h>

#include "base/utf8.h"

static bool needs_escape(unsigned char c)
{
	return c < 0x20 || c == 0x7F || c == '"' || c == '\\';
}

/*
 * What ends a line, sets the direction of what comes after it (UAX #9), or
 * cannot be seen.
 */
static bool misleads(uint32_t point)
{
	return point == 0x061C || point == 0x200B || point == 0x2060 ||
	       point == 0xFEFF || point == 0x200E || point == 0x200F ||
	       (point >= 0x2028 && point <= 0x202E) ||
	       (point >= 0x2066 && point <= 0x2069);
}

/* Whether the code point or byte at `at` is written as it is; *size: bytes. */
static bool is_plain(const char *at, size_t len, size_t *size)
{
	const unsigned char c = (unsigned char)*at;
	size_t next = 0;
	bool valid;

	*size = 1;
	if (c < 0x80)
		return !needs_escape(c);
	*size = utf8_step(at, len, &valid);
	/* U+0080 to U+009F control terminals, too. */
	return valid && !(c == 0xC2 && (unsigned char)at[1] < 0xA0) &&
	       !misleads(utf8_next(at, &next));
}

static void add_escape(struct buffer *out, unsigned char c)
{
	static const char from[] = "\a\b\t\n\v\f\r\"\\", to[] = "abtnvfr\"\\";
	const char *known = strchr(from, c);

	if (known)
		buffer_printf(out, "\\%c", to[known - from]);
	else
		buffer_printf(out, "\\%03o", c);
}

static bool name_is_plain(const char *name, size_t len)
{
	size_t size;

	for (size_t at = 0; at < len; at += size) {
		if (!is_plain(name + at, len - at, &size))
			return false;
	}
	return true;
}

static void add_escaped(struct buffer *out, const char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		add_escape(out, (unsigned char)bytes[i]);
}

void quote_name(struct buffer *out, const char *name)
{
	const size_t len = strlen(name);
	size_t size;

	if (len && name_is_plain(name, len)) {
		buffer_add(out, name, len);
		return;
	}
	buffer_add_byte(out, '"');
	for (size_t at = 0; at < len; at += size) {
		if (is_plain(name + at, len - at, &size)) {
			buffer_add(out, name + at, size);
			continue;
		}
		add_escaped(out, name + at, size);
	}
	buffer_add_byte(out, '"');
}

void quote_message(struct buffer *out, const char *message)
{
	const size_t len = strlen(message);
	size_t size;

	for (size_t at = 0; at < len; at += size) {
		if (is_plain(message + at, len - at, &size) ||
		    message[at] == '"' || message[at] == '\\')
			buffer_add(out, message + at, size);
		else
			add_escaped(out, message + at, size);
	}
}

/* Growing bytes, and the little of UTF-8 that the program's half needs. */
#include "support/bytes.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void bytes_init(struct bytes *bytes)
{
	memset(bytes, 0, sizeof(*bytes));
}

void bytes_release(struct bytes *bytes)
{
	free(bytes->data);
	bytes_init(bytes);
}

void bytes_reset(struct bytes *bytes)
{
	bytes->len = 0;
	bytes->failed = false;
}

bool bytes_reserve(struct bytes *bytes, size_t more)
{
	size_t cap = bytes->cap ? bytes->cap : 256;
	char *data;

	if (bytes->failed)
		return false;
	if (more <= bytes->cap - bytes->len)
		return true;
	while (cap - bytes->len < more && cap <= SIZE_MAX / 2)
		cap *= 2;
	data = cap - bytes->len < more ? NULL : realloc(bytes->data, cap);
	if (!data) {
		bytes->failed = true;
		return false;
	}
	bytes->data = data;
	bytes->cap = cap;
	return true;
}

void bytes_add(struct bytes *bytes, const char *data, size_t len)
{
	if (!len || !bytes_reserve(bytes, len))
		return;
	memcpy(bytes->data + bytes->len, data, len);
	bytes->len += len;
}

void bytes_add_text(struct bytes *bytes, const char *text)
{
	bytes_add(bytes, text, strlen(text));
}

void bytes_add_byte(struct bytes *bytes, char byte)
{
	bytes_add(bytes, &byte, 1);
}

void bytes_printf(struct bytes *bytes, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0 || !bytes_reserve(bytes, (size_t)len + 1))
		return;
	va_start(args, format);
	vsnprintf(bytes->data + bytes->len, (size_t)len + 1, format, args);
	va_end(args);
	bytes->len += (size_t)len;
}

const char *bytes_text(struct bytes *bytes)
{
	if (!bytes_reserve(bytes, 1))
		return NULL;
	bytes->data[bytes->len] = '\0';
	return bytes->data;
}

/* What may follow a lead byte: length, and the range of the second byte. */
static size_t lead_length(unsigned char lead, unsigned char *low,
			  unsigned char *high)
{
	*low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	*high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	if (lead < 0x80)
		return 1;
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

size_t bytes_point(const char *data, size_t len, bool *valid)
{
	unsigned char low, high;
	const size_t need = lead_length((unsigned char)data[0], &low, &high);

	*valid = false;
	if (!need)
		return 1;
	for (size_t i = 1; i < need; i++) {
		const unsigned char c = i < len ? (unsigned char)data[i] : 0;

		if (c < low || c > high)
			return i;
		low = 0x80;
		high = 0xBF;
	}
	*valid = true;
	return need;
}

bool bytes_valid(const char *data, size_t len)
{
	bool valid = true;

	for (size_t at = 0; at < len && valid;) {
		if ((unsigned char)data[at] < 0x80)
			at++;
		else
			at += bytes_point(data + at, len - at, &valid);
	}
	return valid;
}

/* Blocks of this size are counted in one byte: compilers make vectors of it. */
#define BLOCK 128

size_t bytes_count_points(const char *data, size_t len)
{
	size_t count = 0, at = 0;

	for (; len - at >= BLOCK; at += BLOCK) {
		unsigned char points = 0;

		for (size_t i = 0; i < BLOCK; i++)
			points += (signed char)data[at + i] >= -64;
		count += points;
	}
	for (; at < len; at++)
		count += (signed char)data[at] >= -64;
	return count;
}

size_t bytes_count_lines(const char *data, size_t len)
{
	size_t count = 0, at = 0;

	for (; len - at >= BLOCK; at += BLOCK) {
		unsigned char lines = 0;

		for (size_t i = 0; i < BLOCK; i++)
			lines += data[at + i] == '\n';
		count += lines;
	}
	for (; at < len; at++)
		count += data[at] == '\n';
	return count;
}

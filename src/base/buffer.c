/* Growing bytes and arrays. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_init(struct buffer *buffer)
{
	memset(buffer, 0, sizeof(*buffer));
}

void buffer_release(struct buffer *buffer)
{
	free(buffer->bytes);
	buffer_init(buffer);
}

void buffer_reset(struct buffer *buffer)
{
	buffer->len = 0;
	buffer->failed = false;
}

bool buffer_reserve(struct buffer *buffer, size_t more)
{
	size_t cap = buffer->cap ? buffer->cap : 256;
	char *bytes;

	if (buffer->failed)
		return false;
	if (more <= buffer->cap - buffer->len)
		return true;
	while (cap - buffer->len < more) {
		if (cap > SIZE_MAX / 2) {
			buffer->failed = true;
			return false;
		}
		cap *= 2;
	}
	bytes = realloc(buffer->bytes, cap);
	if (!bytes) {
		buffer->failed = true;
		return false;
	}
	buffer->bytes = bytes;
	buffer->cap = cap;
	return true;
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t len)
{
	if (!len || !buffer_reserve(buffer, len))
		return;
	memcpy(buffer->bytes + buffer->len, bytes, len);
	buffer->len += len;
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void buffer_add_byte(struct buffer *buffer, char byte)
{
	if (buffer_reserve(buffer, 1))
		buffer->bytes[buffer->len++] = byte;
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	const size_t room = buffer->cap - buffer->len;
	va_list args;
	int len;

	if (buffer->failed)
		return;
	va_start(args, format);
	len = vsnprintf(room ? buffer->bytes + buffer->len : NULL, room, format,
			args);
	va_end(args);
	if (len < 0)
		return;
	if ((size_t)len >= room) {
		if (!buffer_reserve(buffer, (size_t)len + 1))
			return;
		va_start(args, format);
		vsnprintf(buffer->bytes + buffer->len, (size_t)len + 1, format,
			  args);
		va_end(args);
	}
	buffer->len += (size_t)len;
}

const char *buffer_text(struct buffer *buffer)
{
	if (!buffer_reserve(buffer, 1))
		return NULL;
	buffer->bytes[buffer->len] = '\0';
	return buffer->bytes;
}

bool array_grow(void *items, size_t *cap, size_t count, size_t size)
{
	size_t wanted;
	void *old, *grown;

	if (count < *cap)
		return true;
	wanted = *cap ? *cap * 2 : 16;
	if (wanted > SIZE_MAX / size)
		return false;
	memcpy(&old, items, sizeof(old));
	grown = realloc(old, wanted * size);
	if (!grown)
		return false;
	memcpy(items, &grown, sizeof(grown));
	*cap = wanted;
	return true;
}

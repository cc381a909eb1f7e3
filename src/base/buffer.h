/*
 * A growing run of bytes, and growth for arrays.
 *
 * Errors are sticky: after a failed append `failed` is set, the bytes so far
 * stay, and further appends do nothing.
 */
#ifndef COPYDESK_BASE_BUFFER_H
#define COPYDESK_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

struct buffer {
	char *bytes; /* owned; NULL while cap is 0; no NUL at the end */
	size_t len, cap;
	bool failed;
};

void buffer_init(struct buffer *buffer);
void buffer_release(struct buffer *buffer);

/* Empty it; keep its memory; clear `failed`. */
void buffer_reset(struct buffer *buffer);

/* Room for `more` bytes beyond len; false when memory runs out. */
bool buffer_reserve(struct buffer *buffer, size_t more);

void buffer_add(struct buffer *buffer, const char *bytes, size_t len);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_add_byte(struct buffer *buffer, char byte);
void buffer_printf(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The bytes as a C string: a NUL is kept after them. NULL: no memory. */
const char *buffer_text(struct buffer *buffer);

/*
 * Make room for one more in an array of `count` items of `size` bytes: doubles
 * *cap at need. False, and nothing changed, when memory runs out.
 */
bool array_grow(void *items, size_t *cap, size_t count, size_t size);

#endif

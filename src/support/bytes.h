/*
 * Growing bytes of the program's half (the library keeps its own to itself).
 *
 * Errors are sticky: after a failed append `failed` is set, the bytes so far
 * stay, and further appends do nothing.
 */
#ifndef COPYDESK_SUPPORT_BYTES_H
#define COPYDESK_SUPPORT_BYTES_H

#include <stdbool.h>
#include <stddef.h>

struct bytes {
	char *data; /* owned; NULL while cap is 0; no NUL at the end */
	size_t len, cap;
	bool failed;
};

void bytes_init(struct bytes *bytes);
void bytes_release(struct bytes *bytes);

/* Empty it; keep its memory; clear `failed`. */
void bytes_reset(struct bytes *bytes);

/* Room for `more` bytes beyond len; false when memory runs out. */
bool bytes_reserve(struct bytes *bytes, size_t more);

void bytes_add(struct bytes *bytes, const char *data, size_t len);
void bytes_add_text(struct bytes *bytes, const char *text);
void bytes_add_byte(struct bytes *bytes, char byte);
void bytes_printf(struct bytes *bytes, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The bytes as a C string: a NUL is kept behind them. NULL: no memory. */
const char *bytes_text(struct bytes *bytes);

/*
 * The length of the code point at the front of `data` (len > 0): 1 to 4. An
 * ill-formed sequence is as long as its maximal subpart (Unicode 15, section
 * 3.9); *valid says which it was.
 */
size_t bytes_point(const char *data, size_t len, bool *valid);

/* Whether `data` is valid UTF-8. */
bool bytes_valid(const char *data, size_t len);

/* Code points of `data`; in valid UTF-8 exactly, else about. */
size_t bytes_count_points(const char *data, size_t len);

size_t bytes_count_lines(const char *data, size_t len);

#endif

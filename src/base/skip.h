/*
 * Past a run of bytes of one kind, forwards in text[at, len) or back in
 * text[low, at): where the first byte is that is of another kind, or the limit.
 */
#ifndef COPYDESK_BASE_SKIP_H
#define COPYDESK_BASE_SKIP_H

#include <stddef.h>

#include "base/ascii.h"

/* Spaces, U+0020 alone. */
static inline size_t skip_spaces(const char *text, size_t len, size_t at)
{
	while (at < len && text[at] == ' ')
		at++;
	return at;
}

static inline size_t skip_spaces_back(const char *text, size_t low, size_t at)
{
	while (at > low && text[at - 1] == ' ')
		at--;
	return at;
}

/* What a blank line may hold: ascii_is_blank(). */
static inline size_t skip_blanks(const char *text, size_t len, size_t at)
{
	while (at < len && ascii_is_blank((unsigned char)text[at]))
		at++;
	return at;
}

static inline size_t skip_blanks_back(const char *text, size_t low, size_t at)
{
	while (at > low && ascii_is_blank((unsigned char)text[at - 1]))
		at--;
	return at;
}

/* White space, line ends too: ascii_is_space(). */
static inline size_t skip_white(const char *text, size_t len, size_t at)
{
	while (at < len && ascii_is_space((unsigned char)text[at]))
		at++;
	return at;
}

static inline size_t skip_white_back(const char *text, size_t low, size_t at)
{
	while (at > low && ascii_is_space((unsigned char)text[at - 1]))
		at--;
	return at;
}

static inline size_t skip_digits(const char *text, size_t len, size_t at)
{
	while (at < len && ascii_is_digit((unsigned char)text[at]))
		at++;
	return at;
}

static inline size_t skip_digits_back(const char *text, size_t low, size_t at)
{
	while (at > low && ascii_is_digit((unsigned char)text[at - 1]))
		at--;
	return at;
}

#endif

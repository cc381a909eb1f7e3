/*
 * Classes of ASCII bytes, without a locale.
 */
#ifndef COPYDESK_BASE_ASCII_H
#define COPYDESK_BASE_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_lower(unsigned c)
{
	return c - 'a' < 26u;
}

static inline bool ascii_is_upper(unsigned c)
{
	return c - 'A' < 26u;
}

static inline bool ascii_is_letter(unsigned c)
{
	return (c | 32) - 'a' < 26u;
}

static inline bool ascii_is_digit(unsigned c)
{
	return c - '0' < 10u;
}

static inline bool ascii_is_alnum(unsigned c)
{
	return ascii_is_letter(c) || ascii_is_digit(c);
}

/* What is neither a space nor a control. */
static inline bool ascii_is_graph(unsigned c)
{
	return c - '!' < 94u;
}

/* Space, tab, newline, vertical tab, form feed, carriage return. */
static inline bool ascii_is_space(unsigned c)
{
	return c == ' ' || c - '\t' < 5u;
}

/* Space, tab, carriage return: what a blank line may hold. */
static inline bool ascii_is_blank(unsigned c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* The value of a hexadecimal digit; -1: it is none. */
static inline int ascii_hex(unsigned c)
{
	if (ascii_is_digit(c))
		return (int)(c - '0');
	return (c | 32) - 'a' < 6u ? (int)((c | 32) - 'a' + 10) : -1;
}

static inline unsigned ascii_lower(unsigned c)
{
	return ascii_is_upper(c) ? c | 32 : c;
}

#endif

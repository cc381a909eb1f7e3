/* Whether a stream's first bytes tell its charset. */
#include "reader/guess.h"

#define BLOCK 64

/* A control character that a text has no use for: not \t, \n, \v, \f, \r. */
static unsigned char is_control(char byte)
{
	const unsigned char c = (unsigned char)byte;

	return (c < ' ') & ((unsigned char)(c - '\t') > '\r' - '\t');
}

/* Without a branch for each byte: compilers make vectors of it. */
static bool block_has_control(const char *bytes)
{
	unsigned char any = 0;

	for (size_t i = 0; i < BLOCK; i++)
		any |= is_control(bytes[i]);
	return any;
}

bool guess_needs_more(const char *bytes, size_t len)
{
	size_t at = 0;

	while (len - at >= BLOCK && !block_has_control(bytes + at))
		at += BLOCK;
	while (at < len && !is_control(bytes[at]))
		at++;
	return at < len;
}

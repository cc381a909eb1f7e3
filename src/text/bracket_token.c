/* Tokens for brackets. */
#include "text/bracket_token.h"

#include <stdbool.h>

#include "base/ascii.h"

/* Which side, L or R; and what it is: round, curly, square. */
static const struct {
	char side, kind;
	const char *bracket;
} tokens[] = {
	{ 'l', 'c', "{" }, { 'l', 'r', "(" }, { 'l', 's', "[" },
	{ 'r', 'c', "}" }, { 'r', 'r', ")" }, { 'r', 's', "]" },
};

/* In small letters, and part of a compound: x-lrb-y. */
static bool is_in_compound(const char *text, size_t at)
{
	return ascii_is_lower((unsigned char)text[at + 1]) && at &&
	       ascii_is_alnum((unsigned char)text[at - 1]);
}

const char *bracket_token_at(const char *text, size_t len, size_t at)
{
	char side, kind;

	if (at > len || len - at < BRACKET_TOKEN || text[at] != '-' ||
	    ascii_lower((unsigned char)text[at + 3]) != 'b' ||
	    text[at + 4] != '-' || is_in_compound(text, at))
		return NULL;
	side = (char)ascii_lower((unsigned char)text[at + 1]);
	kind = (char)ascii_lower((unsigned char)text[at + 2]);
	for (size_t i = 0; i < sizeof(tokens) / sizeof(*tokens); i++) {
		if (tokens[i].side == side && tokens[i].kind == kind)
			return tokens[i].bracket;
	}
	return NULL;
}

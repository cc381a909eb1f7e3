/*
 * Tokens of the Penn Treebank for the brackets that its own format uses: -LRB-;
 * in small letters where somebody lowercased the tokens.
 */
#ifndef COPYDESK_TEXT_BRACKET_TOKEN_H
#define COPYDESK_TEXT_BRACKET_TOKEN_H

#include <stddef.h>

#define BRACKET_TOKEN 5 /* bytes of one */

/* The bracket, static, for the token that begins at text[at]; NULL: none does.
 */
const char *bracket_token_at(const char *text, size_t len, size_t at);

#endif

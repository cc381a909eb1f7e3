/*
 * Words that only those write who type to each other: "lol", "idk", "2nite".
 * What is full of them is no article, and its small letters are meant.
 */
#ifndef COPYDESK_TEXT_TEXTING_H
#define COPYDESK_TEXT_TEXTING_H

#include <stdbool.h>
#include <stddef.h>

/* Whether so many words of a text are: one in fifty, in any case of letters. */
bool texting_text(const char *text, size_t len);

#endif

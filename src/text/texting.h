/*
 * Words that only those write who type to each other: "lol", "idk", "2nite".
 * What is full of them is no article, and its small letters are meant.
 */
#ifndef COPYDESK_TEXT_TEXTING_H
#define COPYDESK_TEXT_TEXTING_H

#include <stdbool.h>
#include <stddef.h>

/* Whether text[at, end) is one, in small letters or capitals throughout. */
bool texting_word(const char *text, size_t len, size_t at, size_t end);

#endif

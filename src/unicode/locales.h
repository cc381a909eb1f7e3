/*
 * The languages that CLDR knows, through ICU.
 */
#ifndef COPYDESK_UNICODE_LOCALES_H
#define COPYDESK_UNICODE_LOCALES_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the language of a tag ("de", "en-GB") is known; "und", the tag for a
 * language that is not, is.
 */
bool language_is_known(const char *tag);

/* Whether the tag says that the language is not known: "und". */
bool language_is_open(const char *tag);

/* The code of the language at `index`, static; NULL past the end. */
const char *language_code(size_t index);

/*
 * The code (static) of a language that is not known by `tag`, but called so
 * ("german", "deutsch") or has that code of three letters; NULL: none.
 */
const char *language_near(const char *tag);

#endif

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

/*
 * The codes of all languages, separated by ", ", into text[0, size), with its
 * NUL; cut at the last whole code that fits.
 */
void languages_list(char *text, size_t size);

#endif

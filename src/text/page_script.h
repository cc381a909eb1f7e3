/*
 * Lines of a page's own programs: those that call an advertiser, count readers
 * or describe the page to a search engine. They are furniture, and no listing
 * of code that an article shows.
 */
#ifndef COPYDESK_TEXT_PAGE_SCRIPT_H
#define COPYDESK_TEXT_PAGE_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

/* With which bytes one ends. */
#define PAGE_SCRIPT_ENDS ";})"

/* Whether the line text[at, end), without white space around it, is one. */
bool page_script_is_line(const char *text, size_t at, size_t end);

/* Whether all lines of text[at, end) are. */
bool page_script_is_block(const char *text, size_t at, size_t end);

#endif

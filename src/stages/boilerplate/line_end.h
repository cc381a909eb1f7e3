/*
 * How a line ends, by its last bytes.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_END_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_END_H

#include <stdbool.h>
#include <stddef.h>

/* Whether text[at, end) ends as a sentence does: . ! ? or a quotation mark. */
bool line_ends_sentence(const char *text, size_t at, size_t end);

/*
 * Whether no . ! ? or ellipsis follows the last word of text[at, end), whatever
 * else does: FEATURE_OPEN.
 */
bool line_ends_open(const char *text, size_t at, size_t end);

#endif

/*
 * Pairs of marks around what would go: brackets and quotation marks. What is
 * quoted is said in the article: he “signed up for the newsletter”.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_PAIRS_H
#define COPYDESK_STAGES_BOILERPLATE_PAIRS_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a mark that opens is right before text[at], in a line from `start`.
 */
bool pairs_open_before(const char *text, size_t start, size_t at);

/*
 * Whether text[at, stop) is in a quotation that opens not far before it, and
 * closes not far after it, in the line text[start, end).
 */
bool pairs_quote(const char *text, size_t start, size_t at, size_t stop,
		 size_t end);

/*
 * Whether text[at, stop), in a line that begins at `start`, leaves all pairs
 * whole: no mark opens right before it, those that open in it close in it, and
 * a bracket that it begins with is closed at its end.
 */
bool pairs_are_whole(const char *text, size_t start, size_t at, size_t stop);

#endif

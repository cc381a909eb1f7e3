/*
 * What a transcript sets before a line: the time, and who speaks.
 * "[00:01:12] SPEAKER_00: good evening".
 */
#ifndef COPYDESK_TEXT_LEAD_H
#define COPYDESK_TEXT_LEAD_H

#include <stddef.h>

/* Past it, of the line that begins at text[at]; `at` when there is none. */
size_t lead_end(const char *text, size_t len, size_t at);

/*
 * After a time the name by which somebody is known may be small: past that of
 * "brekke: Good day" or "**brekke**: Good day" at text[at], before a capital;
 * `at` when there is none.
 */
size_t lead_handle_end(const char *text, size_t len, size_t at);

#endif

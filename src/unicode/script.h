/*
 * What writing systems need of characters that show nothing.
 */
#ifndef COPYDESK_UNICODE_SCRIPT_H
#define COPYDESK_UNICODE_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

/* Scripts in which ZWJ and ZWNJ change the letters beside them. */
bool script_uses_joiners(uint32_t point);

/* Scripts without spaces between words: U+200B shows where they end. */
bool script_breaks_unseen(uint32_t point);

/* These, ideographs and kana, and marks that are set among them. */
bool script_sets_no_spaces(uint32_t point);

/* Letters that run from right to left. */
bool script_is_right_to_left(uint32_t point);

/* Letters from U+00C0 on that are none of Latin. */
bool script_is_not_latin(uint32_t point);

/* Ideographs, kana, Hangul: scripts that set Latin letters in full width. */
bool script_is_east_asian(uint32_t point);

/* An emoji, and what may precede a joiner within one. */
bool script_is_emoji(uint32_t point);
bool script_is_emoji_part(uint32_t point);

#endif

/*
 * Fields of a line of text, as corpora have them: a tab or "|||" is between a
 * label and a sentence.
 */
#ifndef COPYDESK_TEXT_FIELDS_H
#define COPYDESK_TEXT_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

/* Whether " ||| " parts fields of some line. */
bool fields_have_bars(const char *text, size_t len);

/*
 * Whether text[at, end) is within a field that is a single word: "trade" in
 * "trade\tFarr Steel cuts jobs", a label, which programs compare.
 */
bool field_is_word(const char *text, size_t len, size_t at, size_t end);

/*
 * Whether a label of what a sentence says for investors ("@neutral"), and the
 * line's end, is at text[at]: as the end of the line to what is before it.
 */
bool field_ends_line(const char *text, size_t len, size_t at);

#endif

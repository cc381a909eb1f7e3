/* Single closing marks without an opening one. */
#include "restore/lone_single.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "restore/parts.h"

#define OPENING "\u2018"
#define CLOSING "\u2019"

/* The boys’ boat, Lyin’ Ole, ol’ Ida: the mark is the word's own. */
static bool may_end_in_mark(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i];
	const char *text = words->text + word->at;
	const size_t len = word->end - word->at;
	const unsigned char last = ascii_lower((unsigned char)text[len - 1]);

	if (strchr("sxz", last) || last >= 0x80)
		return true;
	if (last == 'n' && len > 2 &&
	    ascii_lower((unsigned char)text[len - 2]) == 'i')
		return true;
	return (word_lists_find(words->lists, text, len) & LIST_CLIPPED) != 0;
}

/* A kept gap may hold a mark of the source that opens. */
static bool may_open(const struct decoder *decoder,
		     const struct verdict *verdict, size_t i)
{
	const struct words *words = decoder->words;
	size_t at, end;

	if (!verdict->is_kept)
		return strstr(decoder->model->gaps[verdict->gap].text, OPENING);
	words_gap(words, i, &at, &end);
	for (; at < end; at++) {
		if (words->text[at] == '\'' ||
		    bytes_begin(words->text, end, at, OPENING))
			return true;
	}
	return false;
}

/* "’ ", and nothing else: with other marks a quotation ends. */
static bool is_closing(const struct decoder *decoder,
		       const struct verdict *verdict)
{
	return !verdict->is_kept &&
	       !strcmp(decoder->model->gaps[verdict->gap].text, CLOSING " ");
}

void lone_singles_settle(const struct decoder *decoder,
			 struct verdict *verdicts)
{
	bool open = false;

	for (size_t i = 0; i < decoder->words->count; i++) {
		struct verdict *verdict = &verdicts[i];

		if (may_open(decoder, verdict, i)) {
			open = true;
		} else if (i && is_closing(decoder, verdict)) {
			if (!open && !may_end_in_mark(decoder->words, i - 1))
				parts_drop(decoder, verdict, i, PART_QUOTES);
			open = false;
		}
		open = open && !verdict->is_break;
	}
}

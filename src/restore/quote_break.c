/* Breaks beside quotation marks. */
#include "restore/quote_break.h"

#include <string.h>

#include "base/utf8.h"

#define OPENING "\xE2\x80\x9C"
#define CLOSING "\xE2\x80\x9D"

/* A break takes the place of a class's space, or brings as many more. */
#define BREAK_LESS 1
#define BREAK_MORE 3

/*
 * Whether the gap is shorter than its class, as only a break makes it, or so
 * much longer.
 */
static bool has_length_of_break(const struct decoder *decoder, size_t i,
				const struct restore_gap *gap)
{
	const size_t points = utf8_count(gap->text, gap->len);
	const size_t width =
		gap_width(&decoder->rules->view, decoder->words, i);

	return width + BREAK_LESS == points || width >= points + BREAK_MORE;
}

/* "left.” “We": who is quoted twice in a row spoke in two paragraphs. */
static bool is_two_speeches(const struct restore_gap *gap)
{
	return strstr(gap->text, CLOSING " " OPENING) != NULL;
}

void quote_breaks_settle(const struct decoder *decoder,
			 struct verdict *verdicts)
{
	if (decoder->rules->loss != LOSS_WIRE)
		return;
	for (size_t i = 1; i < decoder->words->count; i++) {
		struct verdict *verdict = &verdicts[i];
		const struct restore_gap *gap =
			&decoder->model->gaps[verdict->gap];

		if (verdict->is_kept || verdict->is_break ||
		    !gap->ends_sentence ||
		    !(strstr(gap->text, OPENING) || strstr(gap->text, CLOSING)))
			continue;
		if (is_two_speeches(gap) ||
		    has_length_of_break(decoder, i, gap)) {
			verdict->is_break = true;
			verdict->break_confidence = QUOTE_BREAK_SURE;
		}
	}
}

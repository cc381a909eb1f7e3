/* Breaks without a stop. */
#include "restore/break_stop.h"

#include <string.h>

#include "base/utf8.h"
#include "restore/parts.h"

#define HEADING 12 /* words at most */

static bool next_is_small(const struct decoder *decoder, size_t i)
{
	const int16_t *letters = decoder->traces[i + 1].letters;

	return letters[RESTORE_LOWER] > letters[RESTORE_TITLE] &&
	       letters[RESTORE_LOWER] > letters[RESTORE_UPPER];
}

/*
 * A paragraph of `words` words that no mark ends. A small letter after it says
 * that it goes on, and so does a dash; else it lacks a stop, but a heading.
 */
static void settle(const struct decoder *decoder, struct verdict *verdict,
		   size_t i, size_t words)
{
	const struct restore_model *model = decoder->model;
	const char *gap = model->gaps[verdict->gap].text;
	const bool heading = words <= HEADING;

	if (!strcmp(gap, " ")) {
		if (next_is_small(decoder, i))
			verdict->is_break = false;
		else if (!heading)
			parts_take(decoder, verdict, i, gap_class(model, ". "));
	} else if (!heading && strstr(gap, " - ")) {
		verdict->is_break = false;
	}
}

/*
 * No paragraph ends with a comma, “We will see,”. Where the gap is longer than
 * its marks, a break is sure, and the comma is a stop; else no break is there.
 */
static void settle_comma(const struct decoder *decoder, struct verdict *verdict,
			 size_t i)
{
	const struct restore_gap *gap = &decoder->model->gaps[verdict->gap];

	if (decoder->rules->loss == LOSS_WIRE &&
	    gap_width(&decoder->rules->view, decoder->words, i) >
		    utf8_count(gap->text, gap->len))
		parts_take(decoder, verdict, i,
			   gap_class(decoder->model, ".\xE2\x80\x9D "));
	else
		verdict->is_break = false;
}

void break_stop_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	size_t last = 0;

	if (decoder->rules->loss > LOSS_COLLAPSED)
		return;
	for (size_t i = 1; i < decoder->words->count; i++) {
		const struct restore_gap *gap =
			&decoder->model->gaps[verdicts[i].gap];

		if (!verdicts[i].is_break)
			continue;
		if (!strcmp(gap->text, ",\xE2\x80\x9D "))
			settle_comma(decoder, &verdicts[i], i);
		else if (!gap->ends_part)
			settle(decoder, &verdicts[i], i, i - last);
		if (verdicts[i].is_break)
			last = i;
	}
}

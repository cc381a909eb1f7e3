/* Backing off. */
#include "restore/backoff.h"

#include <string.h>

#include "base/ascii.h"
#include "restore/parts.h"
#include "restore/partner.h"

/* Between two digits, and nothing but a mark: "7.5", "6-8". */
static bool is_in_number(const struct decoder *decoder, size_t i,
			 const struct restore_gap *gap)
{
	const struct words *words = decoder->words;
	const struct word *next = &words->items[i];

	if (!i || i == words->count || gap->len != 1 || gap->text[0] == ' ')
		return false;
	/* groups of three digits are no guess: "9,000" */
	if (gap->text[0] == ',' && next->end - next->at == 3)
		return false;
	return ascii_is_digit((unsigned char)words->text[next->at]) &&
	       ascii_is_digit(
		       (unsigned char)words->text[words->items[i - 1].end - 1]);
}

static void back_off(const struct decoder *decoder,
		     const struct restore_least *least, size_t i,
		     struct verdict *verdict)
{
	const struct restore_gap *gap = &decoder->model->gaps[verdict->gap];
	const bool lost = decoder->rules->loss <= LOSS_COLLAPSED;

	if (lost && verdict->is_break &&
	    verdict->break_confidence < 10 * least->breaks)
		verdict->is_break = false;
	if (verdict->is_kept)
		return;
	if (is_in_number(decoder, i, gap) &&
	    verdict->gap_confidence < 10 * least->numbers) {
		parts_take(decoder, verdict, i, decoder->traces[i].own);
		return;
	}
	if (parts_held(gap, PART_CURRENCY) &&
	    verdict->gap_confidence < 10 * least->currency)
		parts_drop(decoder, verdict, i, PART_CURRENCY);
	gap = &decoder->model->gaps[verdict->gap];
	if (parts_held(gap, PART_QUOTES) && gap->space &&
	    verdict->pair_confidence < 10 * least->quotes)
		parts_drop(decoder, verdict, i, PART_QUOTES);
}

/* A stop at a break, or before a capital that stays. */
static bool stop_is_needed(const struct decoder *decoder,
			   const struct restore_least *least, size_t i,
			   const struct verdict *verdicts)
{
	if (verdicts[i].is_break)
		return true;
	return i < decoder->words->count &&
	       decoder->model->gaps[verdicts[i].gap].ends_sentence &&
	       verdicts[i + 1].letters != RESTORE_LOWER &&
	       verdicts[i + 1].case_confidence >= 10 * least->capitals;
}

/* Last, a mark that has no partner. */
static void drop_mark(const struct decoder *decoder,
		      const struct restore_least *least, size_t i,
		      struct verdict *verdicts)
{
	struct verdict *verdict = &verdicts[i];

	if (!verdict->is_kept && !verdict->added &&
	    !decoder->pairs.marks[verdict->group][0] &&
	    verdict->gap_confidence < 10 * least->marks &&
	    !stop_is_needed(decoder, least, i, verdicts))
		parts_take(decoder, verdict, i, decoder->traces[i].own);
}

/* A capital after a stop that is written is as sure as the stop. */
static void raise_after_stop(const struct decoder *decoder,
			     struct verdict *verdicts, size_t i)
{
	const struct restore_gap *gap = &decoder->model->gaps[verdicts[i].gap];

	if (i < decoder->words->count && !verdicts[i].is_kept &&
	    gap->ends_sentence &&
	    verdicts[i + 1].case_confidence < verdicts[i].gap_confidence)
		verdicts[i + 1].case_confidence = verdicts[i].gap_confidence;
}

void backoff_verdicts(const struct decoder *decoder,
		      const struct restore_least *least,
		      struct verdict *verdicts)
{
	for (size_t i = 0; i <= decoder->words->count; i++)
		back_off(decoder, least, i, &verdicts[i]);
	partner_verdicts(decoder, verdicts);
	for (size_t i = 0; i <= decoder->words->count; i++)
		drop_mark(decoder, least, i, verdicts);
	for (size_t i = 0; i <= decoder->words->count; i++)
		raise_after_stop(decoder, verdicts, i);
}

/* Backing off. */
#include "restore/backoff.h"

#include <string.h>

#include "restore/bracket.h"
#include "restore/crossing.h"
#include "restore/break_rate.h"
#include "restore/case_stop.h"
#include "restore/currency.h"
#include "restore/flat_break.h"
#include "restore/flat_headline.h"
#include "restore/flat_quote.h"
#include "restore/number_forms.h"
#include "restore/lone_single.h"
#include "restore/numbers.h"
#include "restore/parts.h"
#include "restore/partner.h"
#include "restore/quotation.h"
#include "restore/quote_break.h"

/*
 * Asked of quotation marks in flat text, percent: what looks like the space of
 * a lost mark may be that of a paragraph's end. Not where paragraphs are glued:
 * there no space says anything.
 */
#define FLAT_QUOTES 55

/*
 * The same where runs of spaces were squeezed, and no gap has a length. In the
 * midst of a sentence four in ten of the least sure ones were false, after a
 * mark that is there one in seven; both are asked for what leaves one in
 * twelve.
 */
#define SQUEEZED_QUOTES 70
#define SQUEEZED_INNER 85

/* The same in cased text that lost more than its quotation marks: of those that
   are less sure five in twelve were false. */
#define CASED_QUOTES 65

/* Who asks more of marks in numbers, percent, gets none by their form. */
#define FORM_LEAST 95

/* Verdicts, and what is asked of them. */
struct backing {
	const struct decoder *decoder;
	const struct restore_task *task;
	struct verdict *verdicts;
	unsigned floor; /* percent: of the quotation that is open */
};

/* Whether a mark that ends a sentence or a part of it is before the quotation.
 */
static bool is_after_mark(const struct words *words, size_t i)
{
	size_t at, end;

	words_gap(words, i, &at, &end);
	for (; at < end; at++)
		if (strchr(".,:;?!\n", words->text[at]))
			return true;
	return !i;
}

/* What is asked of a quotation that opens in gap `i`, if its gap says little.
 */
static unsigned quotes_floor(const struct decoder *decoder, size_t i)
{
	const struct gap_rules *rules = decoder->rules;

	if (rules->loss > LOSS_COLLAPSED && !rules->view.runs)
		return is_after_mark(decoder->words, i) ? SQUEEZED_QUOTES
							: SQUEEZED_INNER;
	if (rules->cased && rules->loss == LOSS_LOWER_LOST)
		return CASED_QUOTES;
	return rules->flat && !rules->glued ? FLAT_QUOTES : 0;
}

/* Whether less confidence than `least`, percent, is in an edit of a kind. */
static bool is_less(const struct backing *b, enum restore_kind kind,
		    unsigned confidence, unsigned least)
{
	if (confidence >= 10 * least)
		return false;
	if (b->task->leave)
		b->task->leave(b->task->context, kind);
	return true;
}

static bool is_doubtful(const struct backing *b, enum restore_kind kind,
			unsigned confidence)
{
	return is_less(b, kind, confidence, b->task->least.of[kind]);
}

static const struct restore_gap *gap_of(const struct backing *b, size_t i)
{
	return &b->decoder->model->gaps[b->verdicts[i].gap];
}

static void drop_break(const struct backing *b, size_t i)
{
	struct verdict *verdict = &b->verdicts[i];

	if (b->decoder->rules->loss <= LOSS_COLLAPSED && verdict->is_break &&
	    is_doubtful(b, RESTORE_BREAKS, verdict->break_confidence))
		verdict->is_break = false;
}

static bool opens_quotation(const struct restore_gap *gap)
{
	return strstr(gap->text, "\u201C") || strstr(gap->text, "\u2018");
}

static void drop_quotes(struct backing *b, size_t i)
{
	const unsigned least = b->task->least.of[RESTORE_QUOTES];
	struct verdict *verdict = &b->verdicts[i];

	if (opens_quotation(gap_of(b, i)))
		b->floor = quotes_floor(b->decoder, i);
	if (parts_kind(b->decoder->words, i, gap_of(b, i)) == RESTORE_QUOTES &&
	    is_less(b, RESTORE_QUOTES, verdict->pair_confidence,
		    least < b->floor ? b->floor : least))
		parts_drop(b->decoder, verdict, i, PART_QUOTES);
}

static void drop_parts(struct backing *b, size_t i)
{
	const struct decoder *decoder = b->decoder;
	struct verdict *verdict = &b->verdicts[i];

	number_leave(decoder, b->verdicts, i);
	if (parts_kind(decoder->words, i, gap_of(b, i)) == RESTORE_NUMBERS &&
	    is_doubtful(b, RESTORE_NUMBERS, verdict->gap_confidence))
		parts_take(decoder, verdict, i, decoder->traces[i].own);
	if (parts_held(gap_of(b, i), PART_CURRENCY) &&
	    is_doubtful(b, RESTORE_CURRENCY,
			currency_is_doubtful(decoder, verdict, i)
				? 0
				: verdict->gap_confidence))
		parts_drop(decoder, verdict, i, PART_CURRENCY);
	drop_quotes(b, i);
}

/* A stop at a break, or before a capital that stays. */
static bool stop_is_needed(const struct backing *b, size_t i)
{
	const struct verdict *next = &b->verdicts[i + 1];

	if (b->verdicts[i].is_break)
		return true;
	return i < b->decoder->words->count && gap_of(b, i)->ends_sentence &&
	       next->letters != RESTORE_LOWER &&
	       next->case_confidence >=
		       10 * b->task->least.of[RESTORE_CAPITALS];
}

/* Last, a mark that has no partner. */
static void drop_mark(const struct backing *b, size_t i)
{
	const struct decoder *decoder = b->decoder;
	struct verdict *verdict = &b->verdicts[i];

	if (!verdict->is_kept && !verdict->added &&
	    !decoder->pairs->marks[verdict->group][0] &&
	    !stop_is_needed(b, i) &&
	    is_doubtful(b, RESTORE_MARKS, verdict->gap_confidence))
		parts_take(decoder, verdict, i, decoder->traces[i].own);
}

/*
 * A text of one line may be a title, which ends without a stop: 113 of 500
 * titles without marks got one, and 22 of those are so sure; of 500 sentences
 * 467 got one, and 398. A stop in doubt is left out.
 */
#define TITLE_WORDS 20

static bool may_be_title(const struct backing *b)
{
	const struct words *words = b->decoder->words;

	if (words->count > TITLE_WORDS || words->text != b->task->text ||
	    words->len + 1 < b->task->len)
		return false;
	for (size_t i = 1; i < words->count; i++) {
		if (b->verdicts[i].is_break)
			return false;
	}
	return true;
}

static void leave_title_open(const struct backing *b)
{
	const struct decoder *decoder = b->decoder;
	const size_t last = decoder->words->count;
	struct verdict *verdict = &b->verdicts[last];

	if (verdict->gap == decoder->stop && !verdict->is_kept &&
	    verdict->gap_confidence < 10 * b->task->least.title_stop &&
	    may_be_title(b))
		parts_take(decoder, verdict, last, decoder->traces[last].own);
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
		      const struct restore_task *task, struct verdict *verdicts)
{
	struct backing b = { decoder, task, verdicts, 0 };
	const size_t count = decoder->words->count;

	flat_headline_unquote(decoder, verdicts);
	flat_quotes_judge(decoder, verdicts);
	currency_agree(decoder, verdicts,
		       10 * task->least.of[RESTORE_CURRENCY]);
	for (size_t i = 0; i <= count; i++) {
		drop_break(&b, i);
		if (!verdicts[i].is_kept)
			drop_parts(&b, i);
	}
	if (task->least.of[RESTORE_NUMBERS] <= FORM_LEAST)
		number_forms_settle(decoder, verdicts);
	break_rate_limit(decoder, verdicts);
	partner_verdicts(decoder, verdicts);
	if (quotations_judge(decoder, task, verdicts))
		partner_verdicts(decoder, verdicts);
	lone_singles_settle(decoder, verdicts);
	bracket_verdicts(decoder, verdicts);
	crossings_drop(decoder, verdicts);
	if (10 * task->least.of[RESTORE_BREAKS] <= QUOTE_BREAK_SURE)
		quote_breaks_settle(decoder, verdicts);
	if (10 * task->least.of[RESTORE_BREAKS] <= FLAT_BREAK_SURE) {
		flat_breaks_settle(decoder, verdicts);
		flat_headline_settle(decoder, verdicts);
	}
	case_stops_settle(decoder, verdicts);
	for (size_t i = 0; i <= count; i++)
		drop_mark(&b, i);
	leave_title_open(&b);
	for (size_t i = 0; i <= count; i++)
		raise_after_stop(decoder, verdicts, i);
}

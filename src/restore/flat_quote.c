/*
 * Quotations that may be paragraphs. In flat text the space of a lost mark
 * behind a sentence looks like that of a paragraph's end: what seems to be a
 * quotation from one such gap to another may be a paragraph.
 */
#include "restore/flat_quote.h"

#include <string.h>

#include "restore/flat_break.h"
#include "restore/parts.h"

/* What is asked of its marks, per mille. */
#define LEAST 900

/* The same of a mark where the next one opens, too: nothing closes here. */
#define LEAST_OPEN 980

/* Double marks of a gap's class alone: ". “" is "<". */
static const char *marks_of(const struct decoder *decoder,
			    const struct verdict *verdicts, size_t i)
{
	return decoder->pairs->marks[verdicts[i].group];
}

/* A sentence end with a mark, where a break would need the same space. */
static bool may_be_break(const struct decoder *decoder,
			 const struct verdict *verdicts, size_t i)
{
	const struct restore_gap *gap = &decoder->model->gaps[verdicts[i].gap];
	struct seen_gap seen;

	if (verdicts[i].is_break || !gap->ends_sentence ||
	    !flat_break_may_be(decoder->words, i))
		return false;
	gap_see(&seen, &decoder->rules->view, decoder->words, i);
	return gap->least == seen.count;
}

/* The gap of the next double mark; 0: there is none. */
static size_t next_mark(const struct decoder *decoder,
			const struct verdict *verdicts, size_t i)
{
	while (++i <= decoder->words->count) {
		if (strpbrk(marks_of(decoder, verdicts, i), "<>"))
			return i;
	}
	return 0;
}

static void drop(const struct decoder *decoder, struct verdict *verdicts,
		 size_t i)
{
	parts_drop(decoder, &verdicts[i], i, PART_QUOTES);
}

/* A quotation that opens in gap i, where a break may be. */
static void judge(const struct decoder *decoder, struct verdict *verdicts,
		  size_t i)
{
	const size_t next = next_mark(decoder, verdicts, i);
	const unsigned sure = verdicts[i].pair_confidence;

	if (!next)
		return;
	if (strchr("<", marks_of(decoder, verdicts, next)[0])) {
		if (sure < LEAST_OPEN)
			drop(decoder, verdicts, i);
	} else if (sure < LEAST && may_be_break(decoder, verdicts, next) &&
		   !strcmp(marks_of(decoder, verdicts, next), ">")) {
		drop(decoder, verdicts, i);
		drop(decoder, verdicts, next);
	}
}

void flat_quotes_judge(const struct decoder *decoder, struct verdict *verdicts)
{
	const struct gap_rules *rules = decoder->rules;

	if (!rules->flat || rules->glued || rules->loss <= LOSS_COLLAPSED)
		return;
	for (size_t i = 1; i < decoder->words->count; i++) {
		if (!strcmp(marks_of(decoder, verdicts, i), "<") &&
		    may_be_break(decoder, verdicts, i))
			judge(decoder, verdicts, i);
	}
}

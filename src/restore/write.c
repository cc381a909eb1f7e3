/* Verdicts to edits: words. */
#include "restore/write.h"

#include "base/utf8.h"
#include "restore/lexicon.h"
#include "restore/write_gap.h"
#include "unicode/case.h"

/* A word's new text; of a longer word the rest stays as it is. */
#define WORD_TEXT (LEXICON_BYTES + 8)

/* Whether code point `i` of a word is a capital. */
static bool is_capital(uint8_t letters, uint32_t mask, size_t i)
{
	switch (letters) {
	case RESTORE_TITLE:
		return i == 0;
	case RESTORE_UPPER:
		return true;
	case RESTORE_MIXED:
		return i < 32 && mask >> i & 1;
	}
	return false;
}

/*
 * A word that kept the case that the others lost is left alone; a first letter
 * may be a program's.
 */
static bool kept_case(const struct writer *w,
		      const struct word_reading *reading)
{
	if (w->task->uppercased)
		return !reading->has_upper;
	return reading->has_upper && reading->seen_case != WORD_SEEN_TITLE;
}

/* A small letter that stays small was no edit. */
static void leave_case(const struct writer *w, const struct verdict *verdict)
{
	if (w->task->leave && verdict->letters != RESTORE_LOWER)
		w->task->leave(w->task->context, RESTORE_CAPITALS);
}

static void write_word(const struct writer *w, size_t i,
		       const struct verdict *verdict)
{
	const struct word *word = &w->words->items[i];
	const struct word_reading *reading = &w->words->readings[i];
	const char *text = w->words->text;
	char out[WORD_TEXT];
	size_t at = word->at, len = 0;

	if (kept_case(w, reading))
		return;
	if (verdict->case_confidence <
	    10 * w->task->least.of[RESTORE_CAPITALS]) {
		leave_case(w, verdict);
		return;
	}
	for (size_t k = 0; at < word->end && len < LEXICON_BYTES; k++) {
		const uint32_t low = unicode_lower(utf8_next(text, &at));
		const bool capital =
			is_capital(verdict->letters, reading->mixed, k);

		len += utf8_encode(capital ? unicode_upper(low) : low,
				   out + len);
	}
	writer_emit(w,
		    (struct restore_edit){ .at = word->at,
					   .end = at,
					   .text = out,
					   .len = len,
					   .kinds = 1u << RESTORE_CAPITALS },
		    verdict->case_confidence);
}

void write_edits(const struct writer *w, const struct verdict *verdicts)
{
	const enum restore_loss loss = w->task->loss;

	for (size_t i = 0; i <= w->words->count; i++) {
		if (i && loss != LOSS_LOST_QUOTES && !w->task->cased)
			write_word(w, i - 1, &verdicts[i]);
		if (loss <= LOSS_COLLAPSED)
			write_lost_gap(w, i, &verdicts[i]);
		else if (loss != LOSS_LOWER)
			write_kept_gap(w, i, &verdicts[i]);
	}
}

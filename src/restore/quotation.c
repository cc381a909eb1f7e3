/* Quotations that may be narration. */
#include "restore/quotation.h"

#include <string.h>

#include "restore/parts.h"

#define NONE ((size_t)-1)

/*
 * What is asked beyond the marks' own share, percent. Of squeezed news, of
 * those that are 71 to 79% sure: 21% are narration where nobody speaks of
 * himself or to the reader, 7 where somebody does; 37% with a verb of speech
 * inside, 45 to 65 that run on into a paragraph or touch the next quotation, 22
 * of those of fifty words and more.
 */
#define ASKED_NARRATED 9
#define ASKED_SPEECH 14
#define ASKED_RUN_ON 14
#define ASKED_LONG 9

/* Words of a long quotation. */
#define LONG 50

/* Of these words one at least is in what people say. */
static const char *const personal[] = {
	"i",  "me", "my",  "myself", "our",   "ours",	  "ourselves",
	"us", "we", "you", "your",   "yours", "yourself",
};

static const char *const speech[] = {
	"added",     "adding",	 "argued", "asked",  "continued",
	"explained", "insisted", "noted",  "read",   "reads",
	"recalled",  "replied",	 "said",   "saying", "says",
	"told",	     "tweeted",	 "warned", "writes", "wrote",
};

struct judging {
	const struct decoder *decoder;
	const struct restore_task *task;
	struct verdict *verdicts;
	bool any; /* went */
};

static bool is_one_of(const struct words *words, size_t i,
		      const char *const *list, size_t count)
{
	for (size_t k = 0; k < count; k++)
		if (words_is(words, i, list[k]))
			return true;
	return false;
}

/* "don’t", "we’re", "it’s", but no name’s s: word i is its end. */
static bool is_contracted(const struct judging *j, size_t i)
{
	const struct words *words = j->decoder->words;
	const char *at = words->text + words->items[i].at;
	const size_t len = words->items[i].end - words->items[i].at;
	const uint32_t lists = word_lists_find(words->lists, at, len);

	if (!(lists & LIST_SUFFIX) || !i ||
	    strcmp(decoder_gap_text(j->decoder, j->verdicts, i),
		   "\xE2\x80\x99"))
		return false;
	if (len > 1 || at[0] != 's')
		return true;
	return word_lists_find(
		       words->lists, words->text + words->items[i - 1].at,
		       words->items[i - 1].end - words->items[i - 1].at) &
	       LIST_PRONOUN;
}

/* How sure the quotation of words [from, to) must be, percent. */
static unsigned asked_of(const struct judging *j, size_t from, size_t to,
			 bool runs_on)
{
	const struct words *words = j->decoder->words;
	bool spoken = false, tells = false;
	unsigned asked = runs_on ? ASKED_RUN_ON : 0;

	for (size_t i = from; i < to; i++) {
		spoken |= is_one_of(words, i, personal,
				    sizeof(personal) / sizeof(*personal)) ||
			  (i > from && is_contracted(j, i));
		tells |= is_one_of(words, i, speech,
				   sizeof(speech) / sizeof(*speech));
	}
	if (!spoken && asked < ASKED_NARRATED)
		asked = ASKED_NARRATED;
	if (tells && asked < ASKED_SPEECH)
		asked = ASKED_SPEECH;
	if (to - from >= LONG && asked < ASKED_LONG)
		asked = ASKED_LONG;
	return j->task->least.of[RESTORE_QUOTES] + asked;
}

static void judge(struct judging *j, size_t from, size_t to, bool closed,
		  bool runs_on)
{
	struct verdict *first = &j->verdicts[from], *last = &j->verdicts[to];
	const unsigned sure = first->pair_confidence < last->pair_confidence
				      ? first->pair_confidence
				      : last->pair_confidence;

	if (sure >= 10 * asked_of(j, from, to, runs_on))
		return;
	parts_drop(j->decoder, first, from, PART_OPENING);
	if (closed)
		parts_drop(j->decoder, last, to, PART_CLOSING);
	if (j->task->leave)
		j->task->leave(j->task->context, RESTORE_QUOTES);
	j->any = true;
}

bool quotations_judge(const struct decoder *decoder,
		      const struct restore_task *task, struct verdict *verdicts)
{
	struct judging j = { decoder, task, verdicts, false };
	size_t opened = NONE;

	if (decoder->rules->loss != LOSS_COLLAPSED)
		return false;
	for (size_t i = 0; i <= decoder->words->count; i++) {
		const char *marks = decoder->pairs->marks[verdicts[i].group];
		const char *opens = strchr(marks, '<');
		const char *closes = strchr(marks, '>');

		if (opened != NONE && (opens || closes))
			judge(&j, opened, i, closes,
			      opens && verdicts[i].is_break);
		if (opens)
			opened = i;
		else if (closes)
			opened = NONE;
	}
	return j.any;
}

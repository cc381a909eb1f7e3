/* Breaks that a space is left for. */
#include "restore/flat_break.h"

#include "base/skip.h"

#include <string.h>

#include "restore/sentence.h"
#include "restore/signature.h"

/*
 * Of such spaces so many times as many are breaks by their words as are not:
 * else it is the text's habit to put two spaces behind a sentence.
 */
#define MORE 3
#define FEWEST 2

/*
 * Where other sentences end with one space, one of so many, two spaces are no
 * habit: as many breaks by their words as are not will do.
 */
#define SINGLE 4

/* The bytes of gap i up to its last two spaces or more; 0: there are none. */
static size_t marks_before_spaces(const struct words *words, size_t i)
{
	size_t at, end, last;

	words_gap(words, i, &at, &end);
	last = end;
	last = skip_spaces_back(words->text, at, last);
	return end - last >= 2 ? last - at : 0;
}

/* A bracket or a quotation mark that closes, at the end of these bytes. */
static size_t closing_bytes(const char *text, size_t len)
{
	if (len >= 1 && strchr(")]\"'", text[len - 1]))
		return 1;
	if (len >= 3 && (!memcmp(text + len - 3, "\xE2\x80\x9D", 3) ||
			 !memcmp(text + len - 3, "\xE2\x80\x99", 3)))
		return 3;
	return 0;
}

/* The last mark before these spaces that closes nothing; 0: there is none. */
static char last_mark(const struct words *words, size_t i)
{
	size_t len = marks_before_spaces(words, i), closing, at, end;

	words_gap(words, i, &at, &end);
	while ((closing = closing_bytes(words->text + at, len)))
		len -= closing;
	return len ? words->text[at + len - 1] : 0;
}

/* ".  ", and whatever else there is. */
static bool follows_stop(const struct words *words, size_t i)
{
	size_t at, end;

	words_gap(words, i, &at, &end);
	return end - at >= 3 && strchr(".?!", words->text[at]) &&
	       words->text[at + 1] == ' ' && words->text[at + 2] == ' ';
}

bool flat_break_may_be(const struct words *words, size_t i)
{
	char last;

	if (!i || i == words->count)
		return false;
	if (follows_stop(words, i))
		return true;
	last = last_mark(words, i);
	return last && strchr(".?!:", last) && !signature_begins(words, i);
}

bool flat_break_is_introduced(const struct words *words, size_t i)
{
	return last_mark(words, i) == ':';
}

size_t flat_break_length(const struct words *words, size_t i,
			 const struct restore_gap *gap)
{
	const bool dash =
		strstr(gap->text, " - ") && !signature_begins(words, i);

	return gap->least + (dash ? 2 : 1);
}

/* A number behind the gap may have lost its sign of currency. */
static bool may_be_sum(const struct decoder *decoder, size_t i)
{
	return decoder->rules->loss == LOSS_LOWER_LOST &&
	       words_digits(decoder->words, i);
}

/* A space more than the marks of the gap account for. */
static bool has_spare(const struct decoder *decoder,
		      const struct verdict *verdict, size_t i)
{
	const struct restore_gap *gap = &decoder->model->gaps[verdict->gap];
	struct seen_gap seen;

	if (verdict->added || !flat_break_may_be(decoder->words, i) ||
	    signature_begins(decoder->words, i) || may_be_sum(decoder, i))
		return false;
	if (verdict->gap == RESTORE_GAP_KEEP)
		return marks_before_spaces(decoder->words, i) > 0;
	gap_see(&seen, &decoder->rules->view, decoder->words, i);
	return gap->text[0] != ' ' &&
	       flat_break_length(decoder->words, i, gap) <= seen.count;
}

/* The quotations after gap i, of which `open` were open before it. */
static int open_after(const struct decoder *decoder,
		      const struct verdict *verdict, int open)
{
	const char *mark = decoder->pairs->marks[verdict->group];

	for (; *mark; mark++) {
		if (*mark == '<')
			open = 1;
		else if (*mark == '>')
			open = 0;
	}
	return open;
}

/* Spare spaces outside quotations, by whether they are breaks. */
struct spare {
	size_t breaks, others;
};

/*
 * What the words say of a spare space. A colon without a break may introduce
 * what follows.
 */
static void see_spare(const struct decoder *decoder, struct verdict *verdict,
		      size_t i, struct spare *spare)
{
	if (decoder->traces[i].break_score > 0)
		verdict->is_break = true;
	if (flat_break_is_introduced(decoder->words, i))
		return;
	spare->breaks += verdict->is_break;
	spare->others += !verdict->is_break;
}

static void see_all(const struct decoder *decoder, struct verdict *verdicts,
		    struct spare *spare)
{
	int open = 0;

	for (size_t i = 0; i < decoder->words->count; i++) {
		open = open_after(decoder, &verdicts[i], open);
		if (!open && has_spare(decoder, &verdicts[i], i))
			see_spare(decoder, &verdicts[i], i, spare);
	}
}

/* A sentence that ends in one space; an abbreviation says nothing. */
static bool is_single(const struct decoder *decoder, size_t i)
{
	const struct words *words = decoder->words;
	size_t at, end;

	words_gap(words, i, &at, &end);
	return end - at == 2 && strchr(".?!", words->text[at]) &&
	       words->text[at + 1] == ' ' &&
	       !sentence_may_abbreviate(decoder, i);
}

/* Whether spare spaces are breaks, whatever their words say. */
static bool are_breaks(const struct decoder *decoder, const struct spare *spare)
{
	size_t singles = 0;

	if (spare->breaks < FEWEST || spare->breaks < spare->others)
		return false;
	if (spare->breaks >= MORE * spare->others)
		return true;
	for (size_t i = 1; i < decoder->words->count; i++)
		singles += is_single(decoder, i);
	return singles * SINGLE >= spare->breaks + spare->others;
}

static void break_all(const struct decoder *decoder, struct verdict *verdicts)
{
	int open = 0;

	for (size_t i = 0; i < decoder->words->count; i++) {
		struct verdict *verdict = &verdicts[i];

		open = open_after(decoder, verdict, open);
		if (open || verdict->is_break ||
		    !has_spare(decoder, verdict, i) ||
		    flat_break_is_introduced(decoder->words, i))
			continue;
		verdict->is_break = true;
		verdict->break_confidence = FLAT_BREAK_SURE;
	}
}

void flat_breaks_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	struct spare spare = { 0, 0 };

	if (!decoder->rules->flat || decoder->rules->glued)
		return;
	see_all(decoder, verdicts, &spare);
	if (are_breaks(decoder, &spare))
		break_all(decoder, verdicts);
}

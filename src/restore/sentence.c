/* Ends of sentences. */
#include "restore/sentence.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "lang/lookup.h"
#include "restore/confidence.h"
#include "unicode/case.h"

#define ABBREVIATION 5 /* letters of the longest whose name is one word */

bool decoder_gap_is(const struct decoder *decoder,
		    const struct verdict *verdicts, size_t i, const char *text)
{
	if (verdicts[i].is_break)
		return false;
	if (!verdicts[i].is_kept && verdicts[i].gap != RESTORE_GAP_KEEP)
		return !strcmp(decoder_gap_text(decoder, verdicts, i), text);
	return words_gap_is(decoder->words, i, text);
}

/* A word of ASCII letters that is abbreviated so: "Calif.", in small "etc." */
static bool is_abbreviation(const struct decoder *decoder,
			    const struct word *word, unsigned letters)
{
	const size_t len = word->end - word->at;
	char key[ABBREVIATION + 1];
	size_t ignored;

	if (!decoder->lang)
		return true;
	if (len > ABBREVIATION)
		return false;
	for (size_t i = 0; i < len; i++)
		key[i] = (char)ascii_lower(
			(unsigned char)decoder->words->text[word->at + i]);
	if (letters == RESTORE_TITLE)
		key[0] = (char)unicode_upper((unsigned char)key[0]);
	key[len] = '.';
	return lang_lookup(&decoder->lang->abbreviations, key, len + 1,
			   &ignored) != NULL;
}

bool sentence_may_abbreviate(const struct decoder *decoder, size_t i)
{
	const struct word *word = &decoder->words->items[i - 1];

	return word->end - word->at < 2 ||
	       is_abbreviation(decoder, word, RESTORE_LOWER) ||
	       is_abbreviation(decoder, word, RESTORE_TITLE);
}

/* Too long for an abbreviation, or none. */
static bool ends_by_itself(const struct decoder *decoder,
			   const struct verdict *verdicts, size_t i)
{
	const struct words *words = decoder->words;
	const struct word *word = &words->items[i - 1];
	const size_t len =
		utf8_count(words->text + word->at, word->end - word->at);
	const unsigned letters = verdicts[i].letters;

	if (len < 2 || len >= 6)
		return len >= 6;
	if (letters == RESTORE_LOWER)
		return len >= 4 || !is_abbreviation(decoder, word, letters);
	return len >= 4 && letters == RESTORE_TITLE &&
	       !is_abbreviation(decoder, word, letters);
}

/* A quotation that begins after one that ended: ".” “We". */
static bool is_reopened(const struct restore_gap *gap)
{
	return strstr(gap->text, "\xE2\x80\x9D \xE2\x80\x9C") != NULL;
}

bool sentence_begins(const struct decoder *decoder,
		     const struct verdict *verdicts, size_t i)
{
	const struct trace *trace = &decoder->traces[i];

	if (i == 0 || verdicts[i].is_break)
		return true;
	if (verdicts[i].gap == RESTORE_GAP_KEEP)
		return trace->ends_as_seen;
	return decoder->model->gaps[verdicts[i].gap].ends_sentence;
}

bool sentence_ended(const struct decoder *decoder,
		    const struct verdict *verdicts, size_t i)
{
	const struct restore_gap *gap = &decoder->model->gaps[verdicts[i].gap];

	if (decoder->rules->loss > LOSS_COLLAPSED || !i)
		return false;
	if (verdicts[i].is_break)
		return gap->ends_part;
	if (!gap->ends_sentence || strstr(gap->text, "..."))
		return false;
	return is_reopened(gap) || ends_by_itself(decoder, verdicts, i);
}

int32_t sentence_stop(const struct decoder *decoder,
		      const struct verdict *verdicts, size_t i)
{
	const unsigned class = verdicts[i].gap;
	const char *gap = decoder->model->gaps[class].text;

	if (class == RESTORE_GAP_KEEP ||
	    decoder->rules->loss > LOSS_COLLAPSED || verdicts[i].is_break ||
	    !gap_is_blank(&decoder->rules->view, decoder->words, i))
		return NEVER;
	if (!strcmp(gap, " "))
		return decoder->traces[i].stop_or_space;
	return strcmp(gap, ", ") ? NEVER : decoder->traces[i].stop_or_comma;
}

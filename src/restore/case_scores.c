/* What speaks for each case of a word, by the network and by its form. */
#include "restore/case_scores.h"

#include <string.h>

#include "base/ascii.h"
#include "base/skip.h"
#include "restore/confidence.h"
#include "restore/sentence.h"
#include "restore/signs.h"

/* What a small letter costs where a quotation is introduced, in 1/256 nat. */
#define INTRODUCED 512

/* What all capitals of a common word cost: "AND came home", in 1/256 nat. */
#define COMMON_IN_CAPITALS 256

/* What a capital of a common word costs after "U.S.", in 1/256 nat. */
#define AFTER_INITIALS 256

/*
 * Whether a kept stop surely ends a sentence: a mark is before it, so it
 * is no abbreviation's: "18%. Half of them".
 */
static bool ends_surely(const struct decoder *decoder, size_t i)
{
	const struct words *words = decoder->words;
	size_t at, end;

	if (!i || i == words->count || decoder->rules->loss <= LOSS_COLLAPSED)
		return false;
	words_gap(words, i, &at, &end);
	for (size_t k = at + 1; k + 1 < end; k++) {
		if (strchr(".?!", words->text[k]) && words->text[k + 1] == ' ')
			return strchr("%)]", words->text[k - 1]) != NULL;
	}
	return false;
}

/* A quotation that is introduced: "said, “We", "asked: ‘Who". */
static bool is_introduced(const struct decoder *decoder,
			  const struct verdict *verdicts, size_t i)
{
	const char *gap = decoder->model->gaps[verdicts[i].gap].text;

	return verdicts[i].gap != RESTORE_GAP_KEEP && strchr(",:", gap[0]) &&
	       (!strcmp(gap + 1, " \xE2\x80\x9C") ||
		!strcmp(gap + 1, " \xE2\x80\x98"));
}

/* "The U.S. And": initials, and what goes on after them. */
static bool follows_initials(const struct decoder *decoder,
			     const struct verdict *verdicts, size_t i)
{
	const struct word *words = decoder->words->items;

	return i > 1 && words[i - 1].end - words[i - 1].at == 1 &&
	       words[i - 2].end - words[i - 2].at == 1 &&
	       decoder_gap_is(decoder, verdicts, i, ". ") &&
	       decoder_gap_is(decoder, verdicts, i - 1, ".");
}

static uint32_t lists_of(const struct decoder *decoder, const char *word,
			 size_t len)
{
	return word_lists_find(decoder->words->lists, word, len);
}

/* Whether word i, of those after i, names a portion: "3g of". */
static bool is_portion(const struct decoder *decoder, size_t i)
{
	const struct words *words = decoder->words;
	const struct word *word = &words->items[i];

	return i < words->count &&
	       lists_of(decoder, words->text + word->at, word->end - word->at) &
		       LIST_PORTION;
}

/* Digits and a unit, "56g", but for the names of networks: "3g". */
static bool is_amount(const struct case_walk *walk, size_t i)
{
	const struct word *word = &walk->decoder->words->items[i - 1];
	const char *text = walk->decoder->words->text;
	size_t digits = word->at;
	unsigned char unit;

	digits = skip_digits(text, word->end, digits);
	if (digits == word->at ||
	    !(lists_of(walk->decoder, text + digits, word->end - digits) &
	      LIST_UNIT))
		return false;
	unit = ascii_lower((unsigned char)text[digits]);
	/* "the 10K", but "$90k" */
	if (unit == 'k' && digits + 1 == word->end)
		return word->at && (text[word->at - 1] == '$' ||
				    (unsigned char)text[word->at - 1] >= 0x80);
	/* "4h ago", but "1H", half a year */
	if (unit == 'h')
		return digits - word->at > 1 || text[word->at] > '2';
	return ascii_lower((unsigned char)walk->text[1]) != 'g' ||
	       walk->text[0] < '2' || walk->text[0] > '5' ||
	       is_portion(walk->decoder, i);
}

/* A word that is common to sentences, whatever they are of. */
bool case_is_common(const struct case_walk *walk, size_t i)
{
	const struct words *words = walk->decoder->words;
	const struct word *word = &words->items[i - 1];

	return lists_of(walk->decoder, words->text + word->at,
			word->end - word->at) &
	       (LIST_BARE | LIST_CLAUSE);
}

/* Before a place in the text an apostrophe ends, or one begins there. */
static bool is_apostrophe(const char *text, size_t len)
{
	return len && (text[0] == '\'' ||
		       (len > 2 && !memcmp(text, "\xE2\x80\x99", 3)));
}

/*
 * The s of "it 's", the n and the t of "did n't": tokens that have no capital.
 * "’D’" is a letter that is spoken of.
 */
static bool is_clitic(const struct case_walk *walk, size_t i)
{
	const struct words *words = walk->decoder->words;
	const struct word *word = &words->items[i - 1];
	const char *text = words->text;
	const bool after = (word->at && text[word->at - 1] == '\'') ||
			   (word->at > 2 &&
			    !memcmp(text + word->at - 3, "\xE2\x80\x99", 3));

	if (words_cut_negative(words, i - 1))
		return true;
	return after &&
	       !is_apostrophe(text + word->end, words->len - word->end) &&
	       lists_of(walk->decoder, text + word->at, word->end - word->at) &
		       (LIST_SUFFIX | LIST_POSSESSIVE);
}

/* "WAS\NTHE": in small letters it would be an escape, which it may not be. */
static bool is_escaped(const struct case_walk *walk, size_t i)
{
	const struct words *words = walk->decoder->words;
	const size_t at = words->items[i - 1].at;

	return at && words->text[at - 1] == '\\' &&
	       ascii_is_upper((unsigned char)words->text[at]);
}

#define CODE_LEAST 3  /* letters of a code without a vowel */
#define CODE_DIGITS 2 /* of one with a number */

/*
 * "KHWK", "MDZ012": no word that anybody says, nor a name, but a code. It was
 * in capitals before the others were.
 */
static bool is_code(const struct case_walk *walk, size_t i)
{
	const struct word *word = &walk->decoder->words->items[i - 1];
	const char *text = walk->decoder->words->text;
	size_t letters = 0, digits = 0, vowels = 0;

	if (walk->reading->seen_case != WORD_SEEN_UPPER)
		return false;
	for (size_t at = word->at; at < word->end; at++) {
		const unsigned char c = (unsigned char)text[at];

		if (c >= 0x80)
			return false;
		digits += ascii_is_digit(c);
		letters += ascii_is_letter(c);
		vowels += strchr("AEIOUY", c) != NULL;
	}
	if (!digits)
		return letters >= CODE_LEAST && !vowels &&
		       walk->reading->prior <= PRIOR_LAST_UNKNOWN;
	return letters && digits >= CODE_DIGITS &&
	       ascii_is_letter((unsigned char)text[word->at]);
}

void case_score(const struct case_walk *walk, size_t i,
		struct case_scores *scores)
{
	const struct decoder *decoder = walk->decoder;
	const struct restore_model *model = decoder->model;
	const bool collapsed = decoder->rules->loss == LOSS_COLLAPSED;

	for (int k = 0; k < CASES; k++) {
		scores->logits[k] = decoder->traces[i].letters[k];
		scores->all[k] = scores->logits[k] + model->case_bias[k];
	}
	if (sentence_begins(decoder, walk->verdicts, i - 1))
		scores->all[RESTORE_LOWER] -=
			collapsed ? model->lower_after_end_collapsed
				  : model->lower_after_end;
	if (is_introduced(decoder, walk->verdicts, i - 1))
		scores->all[RESTORE_LOWER] -= INTRODUCED;
	if (ends_surely(decoder, i - 1))
		scores->all[RESTORE_LOWER] = NEVER;
	if (case_is_common(walk, i)) {
		scores->all[RESTORE_UPPER] -= COMMON_IN_CAPITALS;
		if (follows_initials(decoder, walk->verdicts, i - 1))
			scores->all[RESTORE_TITLE] -= AFTER_INITIALS;
	}
	if (is_escaped(walk, i) || signs_follow_kind(decoder->words, i))
		scores->all[RESTORE_LOWER] = NEVER;
	if (is_amount(walk, i))
		scores->all[RESTORE_UPPER] = NEVER;
	else if (is_code(walk, i))
		scores->all[RESTORE_LOWER] = scores->all[RESTORE_TITLE] = NEVER;
	if (is_clitic(walk, i))
		scores->all[RESTORE_TITLE] = scores->all[RESTORE_UPPER] =
			scores->all[RESTORE_MIXED] = NEVER;
	if (ascii_is_digit((unsigned char)walk->text[0]))
		scores->logits[RESTORE_TITLE] = scores->all[RESTORE_TITLE] =
			NEVER;
	if (!walk->reading->mixed)
		scores->logits[RESTORE_MIXED] = scores->all[RESTORE_MIXED] =
			NEVER;
}

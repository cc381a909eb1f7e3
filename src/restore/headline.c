/* The style of a headline. */
#include "restore/headline.h"

#include <string.h>

#include "base/ascii.h"
#include "restore/sentence.h"

#define WORDS_LEAST 4 /* of a headline */
#define WORDS_MOST 18
#define LABEL 3 /* words of the longest */

/* Priors of words that training saw small within sentences in 4 of 10 places
 * or more. */
#define FIRST_COUNTED 32
#define LAST_ORDINARY 56

/*
 * What speaks for capitals, in 1/256 nat: of one word at most; of all words on
 * the average before the headline has them throughout; of a word that has one
 * in a sentence, too.
 */
#define SAY 1024
#define TITLED 384
#define NAME 512

/* A line. */
struct headline {
	const struct decoder *decoder;
	struct verdict *verdicts;
	size_t from, to; /* its words, and both */
};

static const struct word *word_of(const struct headline *headline, size_t i)
{
	return &headline->decoder->words->items[i - 1];
}

static bool ends_line(const struct decoder *decoder, size_t i)
{
	const struct words *words = decoder->words;
	size_t at, end, breaks = 0;

	if (i == words->count)
		return true;
	words_gap(words, i, &at, &end);
	for (; at < end; at++)
		breaks += words->text[at] == '\n';
	return breaks > decoder->rules->view.wrapped;
}

/* Whether gap i holds one of these marks, as it will be. */
static bool holds(const struct headline *headline, size_t i, const char *marks)
{
	const struct words *words = headline->decoder->words;
	const char *text =
		decoder_gap_text(headline->decoder, headline->verdicts, i);
	size_t at, end;

	if (*text && !headline->verdicts[i].is_kept)
		return strpbrk(text, marks) != NULL;
	words_gap(words, i, &at, &end);
	while (at < end && !strchr(marks, words->text[at]))
		at++;
	return at < end;
}

/* From word `from` to the end of its line; false where that is a paragraph. */
static bool find_end(struct headline *headline)
{
	size_t i = headline->from;

	while (!ends_line(headline->decoder, i))
		i++;
	headline->to = i;
	return i - headline->from < WORDS_MOST;
}

/* A line of some words that ends as no sentence, verse or list does. */
static bool find_line(struct headline *headline)
{
	return find_end(headline) && headline->to > headline->from &&
	       !holds(headline, headline->to, ".!;,:");
}

/* Whether word i has capitals throughout in a sentence, too: "US". */
static bool is_upper(const struct headline *headline, size_t i)
{
	const int16_t *letters = headline->decoder->traces[i].letters;
	const unsigned now = headline->verdicts[i].letters;

	if (now <= RESTORE_TITLE)
		return false;
	return now > RESTORE_UPPER ||
	       (letters[RESTORE_UPPER] - letters[RESTORE_LOWER] >= NAME &&
		letters[RESTORE_UPPER] - letters[RESTORE_TITLE] >= NAME);
}

/* Whether the case of word i may follow the style: it is no name by itself. */
static bool is_ordinary(const struct headline *headline, size_t i)
{
	const struct restore_model *model = headline->decoder->model;
	const struct word *word = word_of(headline, i);
	const char *text = headline->decoder->words->text;
	struct lexeme lexeme;
	uint32_t rows[4];

	if (is_upper(headline, i) || holds(headline, i - 1, "'\x99"))
		return false;
	lexeme_read(&lexeme, text + word->at, word->end - word->at);
	if ((lexeme.points < 2 && holds(headline, i, ".")) ||
	    ascii_is_digit((unsigned char)*lexeme.low))
		return false;
	lexicon_rows(model, &lexeme, rows);
	rows[3] -= model->base.prior;
	return rows[3] >= FIRST_COUNTED && rows[3] <= LAST_ORDINARY;
}

/* Small in either style: "of", "the". */
static bool is_small(const struct headline *headline, size_t i)
{
	const struct words *words = headline->decoder->words;
	const struct word *word = word_of(headline, i);

	return (word_lists_find(words->lists, words->text + word->at,
				word->end - word->at) &
		LIST_BARE) != 0;
}

static bool begins(const struct headline *headline, size_t i)
{
	return holds(headline, i - 1, ":") ||
	       sentence_begins(headline->decoder, headline->verdicts, i - 1);
}

/* What speaks for a capital of word i. */
static int32_t raised(const struct headline *headline, size_t i)
{
	const int16_t *letters = headline->decoder->traces[i].letters;

	return letters[RESTORE_TITLE] - letters[RESTORE_LOWER];
}

static int32_t limit(int32_t say)
{
	return say > SAY ? SAY : say < -SAY ? -SAY : say;
}

/* What speaks for capitals throughout; 0: too few words say anything. */
static int32_t weigh_capitals(const struct headline *headline)
{
	int32_t sum = 0, count = 0;

	for (size_t i = headline->from + 1; i <= headline->to; i++) {
		if (is_small(headline, i) || begins(headline, i) ||
		    !is_ordinary(headline, i))
			continue;
		sum += limit(raised(headline, i));
		count++;
	}
	return count > 1 ? sum - TITLED * count : 0;
}

/* A headline is as a sentence, or has capitals throughout. */
static void set_style(const struct headline *headline)
{
	const int32_t capitals = weigh_capitals(headline);
	const bool titled = capitals > 0;

	for (size_t i = headline->from + 1; capitals && i <= headline->to;
	     i++) {
		const bool front = begins(headline, i);
		uint8_t *letters = &headline->verdicts[i].letters;

		if (!is_ordinary(headline, i))
			continue;
		if (titled && (front || !is_small(headline, i)))
			*letters = RESTORE_TITLE;
		else if (!titled && !front && raised(headline, i) < NAME)
			*letters = RESTORE_LOWER;
	}
}

/* The word after a label, "RELATED:", or the line's first. */
static size_t skip_label(const struct headline *headline)
{
	size_t i = headline->from;

	while (i < headline->to && i < headline->from + LABEL &&
	       !holds(headline, i, ":"))
		i++;
	return holds(headline, i, ":") ? i + 1 : headline->from;
}

/* Whether all ordinary words are in capitals, or none. */
static bool is_of_one_size(const struct headline *headline)
{
	size_t ordinary = 0, upper = 0;

	for (size_t i = skip_label(headline); i <= headline->to; i++) {
		if (is_small(headline, i) || !is_ordinary(headline, i))
			continue;
		ordinary++;
		upper += headline->verdicts[i].letters == RESTORE_UPPER;
	}
	return !upper || upper == ordinary;
}

/* Words in capitals between others become as those are. */
static void set_size(const struct headline *headline)
{
	for (size_t i = skip_label(headline); i <= headline->to; i++) {
		uint8_t *letters = &headline->verdicts[i].letters;

		if (*letters == RESTORE_UPPER && is_ordinary(headline, i))
			*letters =
				begins(headline, i) || raised(headline, i) > 0
					? RESTORE_TITLE
					: RESTORE_LOWER;
	}
}

void headline_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	struct headline headline = { decoder, verdicts, 1, 0 };

	if (decoder->rules->loss == LOSS_LOST_QUOTES)
		return;
	for (; headline.from <= decoder->words->count;
	     headline.from = headline.to + 1) {
		if (!find_line(&headline))
			continue;
		if (!is_of_one_size(&headline))
			set_size(&headline);
		if (headline.from == 1 && headline.to >= WORDS_LEAST)
			set_style(&headline);
	}
}

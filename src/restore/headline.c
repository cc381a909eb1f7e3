/* The style of a headline. */
#include "restore/headline.h"

#include <string.h>

#include "restore/sentence.h"

#define WORDS_LEAST 4
#define WORDS_MOST 18

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
#define NAME 768

/* How much a place says of a word that has the same neighbour there. */
#define ALIKE 8

/* The first line of a sequence. */
struct headline {
	const struct decoder *decoder;
	struct verdict *verdicts;
	size_t count; /* its words: 1 to count */
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

/* A first line that ends as no sentence, verse or list does. */
static bool find_headline(struct headline *headline)
{
	size_t i = 1;

	while (i <= WORDS_MOST && !ends_line(headline->decoder, i))
		i++;
	headline->count = i;
	return i >= WORDS_LEAST && i <= WORDS_MOST &&
	       !holds(headline, i, ".!;,:");
}

/* Whether the case of word i may follow the style: it is no name by itself. */
static bool is_ordinary(const struct headline *headline, size_t i)
{
	const struct restore_model *model = headline->decoder->model;
	const struct word *word = word_of(headline, i);
	const char *text = headline->decoder->words->text;
	struct lexeme lexeme;
	uint32_t rows[4];

	if (headline->verdicts[i].letters > RESTORE_TITLE ||
	    holds(headline, i - 1, "'\x99"))
		return false;
	lexeme_read(&lexeme, text + word->at, word->end - word->at);
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

/* Whether most of what could be small has a capital. */
static bool is_titled(const struct headline *headline)
{
	int32_t sum = 0, count = 0;

	for (size_t i = 2; i <= headline->count; i++) {
		if (is_small(headline, i) || begins(headline, i) ||
		    !is_ordinary(headline, i))
			continue;
		sum += limit(raised(headline, i));
		count++;
	}
	return count > 1 && sum > TITLED * count;
}

/* Whether words i and k are one: a text in need of this has one case. */
static bool are_same(const struct headline *headline, size_t i, size_t k)
{
	const struct word *a = word_of(headline, i), *b = word_of(headline, k);
	const char *text = headline->decoder->words->text;

	return a->end - a->at == b->end - b->at &&
	       !memcmp(text + a->at, text + b->at, a->end - a->at);
}

/* Whether words i and k have a neighbour in common, "Day" in "Founders Day". */
static bool are_alike(const struct headline *headline, size_t i, size_t k)
{
	return are_same(headline, i - 1, k - 1) ||
	       (i < headline->count && k < headline->decoder->words->count &&
		are_same(headline, i + 1, k + 1));
}

/* How much more often the article has word i with a capital in sentences. */
static int count_capitals(const struct headline *headline, size_t i)
{
	int count = 0;

	for (size_t k = headline->count + 2;
	     k <= headline->decoder->words->count; k++) {
		int says;

		if (!are_same(headline, i, k) || begins(headline, k))
			continue;
		says = are_alike(headline, i, k) ? ALIKE : 1;
		count += headline->verdicts[k].letters == RESTORE_LOWER ? -says
									: says;
	}
	return count;
}

/* The case of a word in a headline that is like a sentence. */
static uint8_t case_in_sentence(const struct headline *headline, size_t i)
{
	const int capitals = count_capitals(headline, i);

	if (capitals)
		return capitals > 0 ? RESTORE_TITLE : RESTORE_LOWER;
	if (raised(headline, i) < NAME)
		return RESTORE_LOWER;
	return headline->verdicts[i].letters;
}

void headline_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	struct headline headline = { decoder, verdicts, 0 };
	bool titled;

	if (decoder->rules->loss == LOSS_LOST_QUOTES ||
	    !find_headline(&headline))
		return;
	titled = is_titled(&headline);
	for (size_t i = 2; i <= headline.count; i++) {
		const bool front = begins(&headline, i);

		if (!is_ordinary(&headline, i))
			continue;
		if (titled && (front || !is_small(&headline, i)))
			verdicts[i].letters = RESTORE_TITLE;
		else if (!titled && !front)
			verdicts[i].letters = case_in_sentence(&headline, i);
	}
}

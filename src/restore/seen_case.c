/* What the case that a word had before still says. */
#include "restore/seen_case.h"

#include "restore/sentence.h"

/* Whether most words are in capitals: then few are by accident not. */
static bool is_in_capitals(const struct words *words)
{
	size_t counts[WORD_SEEN_UPPER + 2] = { 0 };

	for (size_t i = 0; i < words->count; i++)
		counts[words->readings[i].seen_case]++;
	return counts[WORD_SEEN_UPPER] > words->count / 2;
}

/* "Reporter:", among words in capitals, is none of them. */
static void keep_titles(const struct decoder *decoder, struct verdict *verdicts)
{
	const struct words *words = decoder->words;

	if (!is_in_capitals(words))
		return;
	for (size_t i = 1; i <= words->count; i++)
		if (verdicts[i].letters == RESTORE_UPPER &&
		    words->readings[i - 1].seen_case == WORD_SEEN_TITLE)
			verdicts[i].letters = RESTORE_TITLE;
}

static bool follows_abbreviation(const struct decoder *decoder,
				 const struct verdict *verdicts, size_t i)
{
	return i && sentence_may_abbreviate(decoder, i) &&
	       decoder_gap_is(decoder, verdicts, i, ". ");
}

/*
 * Where a program gave capitals to what begins sentences, it did so after "the
 * u.s.", too; the others are right.
 */
static void keep_starts(const struct decoder *decoder, struct verdict *verdicts)
{
	const struct words *words = decoder->words;

	if (!decoder->rules->lowered)
		return;
	for (size_t i = 1; i <= words->count; i++)
		if (verdicts[i].letters == RESTORE_LOWER &&
		    words->readings[i - 1].seen_case == WORD_SEEN_TITLE &&
		    !follows_abbreviation(decoder, verdicts, i - 1))
			verdicts[i].letters = RESTORE_TITLE;
}

void seen_case_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	keep_titles(decoder, verdicts);
	keep_starts(decoder, verdicts);
}

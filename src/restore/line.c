/* A line: its words, and what may become of their case. */
#include "restore/line.h"

#include <string.h>

#include "base/ascii.h"
#include "restore/sentence.h"

/* Priors of words that training saw small within sentences in 4 of 10 places
 * or more. */
#define FIRST_COUNTED 32
#define LAST_ORDINARY 56

static const struct word *word_of(const struct line *line, size_t i)
{
	return &line->decoder->words->items[i - 1];
}

/* Whether a line ends after word i; in wrapped text, a paragraph. */
static bool ends_after(const struct decoder *decoder, size_t i)
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

void line_find_end(struct line *line)
{
	size_t i = line->from;

	while (!ends_after(line->decoder, i))
		i++;
	line->to = i;
}

bool line_holds(const struct line *line, size_t i, const char *marks)
{
	const struct words *words = line->decoder->words;
	const char *text = decoder_gap_text(line->decoder, line->verdicts, i);
	size_t at, end;

	if (*text && !line->verdicts[i].is_kept)
		return strpbrk(text, marks) != NULL;
	words_gap(words, i, &at, &end);
	while (at < end && !strchr(marks, words->text[at]))
		at++;
	return at < end;
}

/* Whether word i has capitals throughout in a sentence, too: "US". */
static bool is_upper(const struct line *line, size_t i)
{
	const int16_t *letters = line->decoder->traces[i].letters;
	const unsigned now = line->verdicts[i].letters;

	if (now <= RESTORE_TITLE)
		return false;
	return now > RESTORE_UPPER ||
	       (letters[RESTORE_UPPER] - letters[RESTORE_LOWER] >= LINE_NAME &&
		letters[RESTORE_UPPER] - letters[RESTORE_TITLE] >= LINE_NAME);
}

static const struct word_reading *reading_of(const struct line *line, size_t i)
{
	return &line->decoder->words->readings[i - 1];
}

uint64_t line_hash(const struct line *line, size_t i)
{
	return line->decoder->words->hashes[i - 1];
}

size_t line_points(const struct line *line, size_t i)
{
	return reading_of(line, i)->points;
}

unsigned line_prior(const struct line *line, size_t i)
{
	return reading_of(line, i)->prior;
}

bool line_is_ordinary(const struct line *line, size_t i)
{
	const unsigned prior = line_prior(line, i);
	const char first = line->decoder->words->text[word_of(line, i)->at];

	if (is_upper(line, i) || line_holds(line, i - 1, "'\x99"))
		return false;
	if ((line_points(line, i) < 2 && line_holds(line, i, ".")) ||
	    ascii_is_digit((unsigned char)first))
		return false;
	return prior >= FIRST_COUNTED && prior <= LAST_ORDINARY;
}

bool line_is_bare(const struct line *line, size_t i)
{
	const struct words *words = line->decoder->words;
	const struct word *word = word_of(line, i);

	return (word_lists_find(words->lists, words->text + word->at,
				word->end - word->at) &
		LIST_BARE) != 0;
}

bool line_begins(const struct line *line, size_t i)
{
	return line_holds(line, i - 1, ":") ||
	       sentence_begins(line->decoder, line->verdicts, i - 1);
}

int32_t line_raised(const struct line *line, size_t i)
{
	const int16_t *letters = line->decoder->traces[i].letters;

	return letters[RESTORE_TITLE] - letters[RESTORE_LOWER];
}

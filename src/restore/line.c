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

bool line_ends(const struct decoder *decoder, size_t i)
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

	while (!line_ends(line->decoder, i))
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

static void read_word(const struct line *line, size_t i, struct lexeme *lexeme)
{
	const struct word *word = word_of(line, i);

	lexeme_read(lexeme, line->decoder->words->text + word->at,
		    word->end - word->at);
}

static unsigned prior_of(const struct line *line, const struct lexeme *lexeme)
{
	const struct restore_model *model = line->decoder->model;
	uint32_t rows[4];

	lexicon_rows(model, lexeme, rows);
	return rows[3] - model->base.prior;
}

uint64_t line_hash(const struct line *line, size_t i)
{
	struct lexeme lexeme;

	read_word(line, i, &lexeme);
	return lexicon_hash(&lexeme);
}

size_t line_points(const struct line *line, size_t i)
{
	struct lexeme lexeme;

	read_word(line, i, &lexeme);
	return lexeme.points;
}

unsigned line_prior(const struct line *line, size_t i)
{
	struct lexeme lexeme;

	read_word(line, i, &lexeme);
	return prior_of(line, &lexeme);
}

bool line_is_ordinary(const struct line *line, size_t i)
{
	struct lexeme lexeme;
	unsigned prior;

	if (is_upper(line, i) || line_holds(line, i - 1, "'\x99"))
		return false;
	read_word(line, i, &lexeme);
	if ((lexeme.points < 2 && line_holds(line, i, ".")) ||
	    ascii_is_digit((unsigned char)*lexeme.low))
		return false;
	prior = prior_of(line, &lexeme);
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

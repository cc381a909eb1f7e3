/* Brackets on their lines. */
#include "restore/bracket.h"

#include <string.h>

#include "base/ascii.h"
#include "restore/parts.h"

#define NONE ((size_t)-1)

/* Words of a note at a text's end; how sure it is of its line: per mille. */
#define NOTE_LEAST 4
#define NOTE_MOST 60
#define NOTE_SURE 640

/* "1970 \n": a mark was at the line's end. */
static bool ends_in_space(const struct words *words, size_t i)
{
	size_t at, end;

	words_gap(words, i, &at, &end);
	return end - at > 1 && words->text[at] == ' ' &&
	       words->text[at + 1] == '\n';
}

/* The line of the bracket in gap `opened` ends in gap i. */
static void end_line(const struct decoder *decoder, struct verdict *verdicts,
		     size_t opened, size_t i)
{
	struct verdict *verdict = &verdicts[i];

	if (verdicts[opened].is_kept)
		return;
	if (verdict->is_kept && ends_in_space(decoder->words, i)) {
		verdict->added = ADDED_BRACKET;
		verdict->is_kept = false;
		verdict->gap_confidence = verdicts[opened].gap_confidence;
		return;
	}
	parts_drop(decoder, &verdicts[opened], opened, PART_BRACKET);
}

/* "2) They were late": the mark of a list has no partner. */
static bool may_list(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i - 1];

	return word->end - word->at <= 2;
}

/* A bracket that nothing opened goes. */
static void see_closing(const struct decoder *decoder, struct verdict *verdicts,
			size_t opened, size_t i)
{
	if (opened == NONE && i && !verdicts[i].is_kept &&
	    !may_list(decoder->words, i))
		parts_drop(decoder, &verdicts[i], i, PART_BRACKET);
}

/*
 * "(Reporting by Ida Brekke; Editing by Tom Hale)": of 2,597 such notes 2,495
 * stand alone. Most are one agency's credits; of the others 181 of 283 do, and
 * the rule is no surer than that.
 */
static void part_note(const struct decoder *decoder, struct verdict *verdicts,
		      size_t opened)
{
	const struct words *words = decoder->words;
	const size_t count = words->count - opened;
	struct verdict *verdict = &verdicts[opened];
	const char *gap = decoder_gap_text(decoder, verdicts, opened);

	if (decoder->rules->loss > LOSS_COLLAPSED || !opened ||
	    count < NOTE_LEAST || count > NOTE_MOST ||
	    ascii_is_digit(
		    (unsigned char)words->text[words->items[opened].at]) ||
	    !(decoder->model->gaps[verdict->gap].ends_sentence ||
	      gap[0] == ')'))
		return;
	verdict->is_break = true;
	if (verdict->break_confidence < NOTE_SURE)
		verdict->break_confidence = NOTE_SURE;
}

void bracket_verdicts(const struct decoder *decoder, struct verdict *verdicts)
{
	size_t opened = NONE;

	for (size_t i = 0; i <= decoder->words->count; i++) {
		const char *marks = decoder->pairs->marks[verdicts[i].group];
		const char *last = strrchr(marks, '(');

		if (marks[0] == ')' && !last)
			see_closing(decoder, verdicts, opened, i);
		if (marks[0] == ')' && opened != NONE &&
		    i == decoder->words->count)
			part_note(decoder, verdicts, opened);
		if (strchr(marks, ')'))
			opened = NONE;
		if (opened != NONE && verdicts[i].is_break)
			end_line(decoder, verdicts, opened, i);
		if (verdicts[i].is_break)
			opened = NONE;
		if (!last || strchr(last, ')'))
			continue;
		if (opened != NONE && !verdicts[opened].is_kept)
			parts_drop(decoder, &verdicts[opened], opened,
				   PART_BRACKET);
		opened = i;
	}
}

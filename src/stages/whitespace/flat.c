/*
 * Wide gaps within a line: paragraphs that were flattened, words that were
 * deleted, and plain runs of spaces.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

/* In an article of which words were deleted: as many runs, and hyphens. */
#define LOST_RUN 3
#define LOST_WORDS_MIN 2

/* The last word before a period at `end`, with the period, is a title. */
static bool is_title(const struct scanner *scanner, size_t end)
{
	size_t at = end;

	if (byte_before(scanner, end) != '.')
		return false;
	while (at && end - at < ABBREVIATION_MAX &&
	       (ascii_is_letter(byte_before(scanner, at)) ||
		byte_before(scanner, at) == '.'))
		at--;
	return abbreviation_find(&scanner->pass->settings->lang->abbreviations,
				 scanner->text + at, end - at) ==
	       ABBREVIATION_TITLE;
}

/* A paragraph ends before the gap, and another begins behind it. */
static bool parts_paragraphs(const struct scanner *scanner,
			     const struct gap *gap)
{
	const enum shape_end before = shape_end(scanner->text, gap->at);
	const enum shape_front after = shape_front(scanner->text, scanner->len,
						   gap->end);

	if (is_title(scanner, gap->at))
		return false;
	if (before == SHAPE_END_SENTENCE &&
	    (after == SHAPE_FRONT_UPPER || after == SHAPE_FRONT_DIGIT))
		return true;
	/* A headline, a colon, a dash in front: where spaces are breaks. */
	if (!scanner->shape.wide_is_break)
		return false;
	return before == SHAPE_END_SENTENCE ||
	       (before == SHAPE_END_WORD && after == SHAPE_FRONT_UPPER);
}

static bool lower_at(const struct scanner *scanner, size_t at)
{
	return unicode_is_lower(utf8_at(scanner->text, scanner->len, at));
}

/* Three spaces between lower-case words, where a compound was taken out. */
static bool is_lost_word(const struct scanner *scanner, const struct gap *gap)
{
	const unsigned char before = byte_before(scanner, gap->at);

	return gap->width == LOST_RUN && !gap->exotic &&
	       (ascii_is_lower(before) || before == ',') &&
	       lower_at(scanner, gap->end) && scanner->shape.lost_words;
}

void run_decide(struct scanner *scanner, const struct gap *gap)
{
	const unsigned rule = gap->exotic ? RULE_WHITESPACE_EXOTIC
					  : RULE_WHITESPACE_RUN;

	if (scanner->evidence || gap_is_french(scanner, gap) ||
	    lines_is_row(scanner, gap->at))
		return;
	if (gap->width > 1 && scanner->flattened &&
	    parts_paragraphs(scanner, gap) &&
	    scanner_put(scanner, RULE_WHITESPACE_PARAGRAPH, gap->at, gap->end,
			"\n\n"))
		return;
	if (is_lost_word(scanner, gap))
		pass_note(scanner->pass, RULE_WHITESPACE_LOST_WORD, gap->at,
			  gap->end, NULL);
	scanner_put(scanner, rule, gap->at, gap->end, " ");
}

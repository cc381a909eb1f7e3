/*
 * Where hyphens stand for a dash: between the words of a sentence. Not in code
 * and its options, tables, bullets, signatures, scores and ranges, datelines
 * and labels; in doubt they stay.
 */
#include "stages/whitespace/dash.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/marks.h"
#include "text/word_lists.h"
#include "unicode/props.h"

#define AROUND 240 /* bytes of its line that are looked at, on either side */
#define FRONT 80   /* bytes in which a dateline or a label ends */

/* Words that a line of prose has; around one hyphen it takes more. */
#define WORDS_LEAST 4
#define WORDS_LEAST_SINGLE 8

/* Words for a dash: fewer are the items of a list. */
#define WORDS_PER_DASH 3

/* Words before the first dash of a sentence, if it has no other. */
#define WORDS_BEFORE 3

/* The line around a row, as far as it is looked at. */
struct around {
	size_t start, end;
	bool from_start; /* `start` is the line's */
	size_t words, words_before, dashes;
	bool lower;  /* a lower-case letter */
	bool signs;  /* of code, or of a table */
	bool ending; /* ends as a sentence, or is longer */
};

static bool is_sign(unsigned char c)
{
	return c && strchr("`{}<>|=\\\t", c);
}

/* Three spaces part columns. */
static bool is_column(const struct pass *pass, size_t at)
{
	return pass_byte(pass, at) == ' ' && pass_byte(pass, at + 1) == ' ' &&
	       pass_byte(pass, at + 2) == ' ';
}

/* A dash between spaces, or a row of hyphens, begins after the space. */
static bool begins_dash(const struct pass *pass, size_t at)
{
	return pass_byte(pass, at) == ' ' &&
	       mark_is(utf8_at(pass->text, pass->len, at + 1),
		       MARK_DASH | MARK_HYPHEN) &&
	       (pass_byte(pass, at + 2) == ' ' ||
		pass_byte(pass, at + 2) == '-' ||
		pass_byte(pass, at + 4) == ' ');
}

static void see_byte(struct around *around, const struct pass *pass, size_t at,
		     size_t row)
{
	const unsigned char c = pass_byte(pass, at);
	const bool word =
		c == ' ' &&
		unicode_is_word(utf8_at(pass->text, pass->len, at + 1));

	around->words += word;
	around->words_before += word && at < row;
	around->dashes += begins_dash(pass, at);
	around->lower |= ascii_is_lower(c);
	around->signs |= is_sign(c) || is_column(pass, at);
}

static struct around look_around(const struct pass *pass, size_t row)
{
	struct around around = { .start = row, .end = row };

	while (around.start && row - around.start < AROUND &&
	       pass->text[around.start - 1] != '\n')
		around.start--;
	while (around.end < pass->len && around.end - row < AROUND &&
	       pass->text[around.end] != '\n')
		around.end++;
	around.from_start =
		!around.start || pass->text[around.start - 1] == '\n';
	around.words = around.words_before = around.from_start;
	for (size_t at = around.start; at < around.end; at++)
		see_byte(&around, pass, at, row);
	around.ending = around.end - row == AROUND ||
			text_ends_sentence(pass->text, row, around.end);
	return around;
}

/* Bytes of the word that ends at `end`. */
static size_t word_before(const struct pass *pass, size_t end)
{
	size_t at = end;

	while (unicode_is_word(utf8_before(pass->text, at)))
		utf8_previous(pass->text, &at);
	return end - at;
}

static size_t word_after(const struct pass *pass, size_t at)
{
	size_t end = at;

	while (unicode_is_word(pass_point(pass, end)))
		utf8_next(pass->text, &end);
	return end - at;
}

/* What a dash may follow: a word, or the mark that ends one. */
static bool may_precede(uint32_t point)
{
	return unicode_is_word(point) || point == '%' ||
	       mark_is(point, MARK_CLOSE_BRACKET | MARK_QUOTATION | MARK_COMMA |
				      MARK_TERMINAL);
}

static bool may_follow(uint32_t point)
{
	return unicode_is_word(point) ||
	       mark_is(point, MARK_OPEN_BRACKET | MARK_QUOTATION |
				      MARK_CURRENCY | MARK_ELLIPSIS);
}

/* "s--t", "f--king", "sh--", "Mrs. D--": a word that is not spelled out. */
static bool is_veiled(const struct pass *pass, size_t end)
{
	const char *last = pass->text + end;

	switch (word_before(pass, end)) {
	case 1:
		return last[-1] != 'I' &&
		       !ascii_is_digit((unsigned char)last[-1]);
	case 2:
		return !strpbrk((const char[]){ last[-2], last[-1], 0 },
				"aeiouyAEIOUY0123456789");
	default:
		return false;
	}
}

/* Part of an address, a file's name or another word of no sentence. */
static bool is_in_name(const struct pass *pass, const struct hyphens *row)
{
	size_t at = row->at, end = row->end;

	while (at && row->at - at < AROUND &&
	       !ascii_is_space((unsigned char)pass->text[at - 1]))
		at--;
	while (end < pass->len && end - row->end < AROUND &&
	       !ascii_is_space((unsigned char)pass->text[end]))
		end++;
	for (; at < end; at++) {
		const unsigned char c = (unsigned char)pass->text[at];

		if (strchr("/@_#+*", c))
			return true;
		if (c == '.' && at > row->end &&
		    ascii_is_letter(pass_byte(pass, at + 1)))
			return true;
	}
	return false;
}

/* "puerto --cerrado-- de": the row after the first closes up to its word. */
static bool has_raya(const struct pass *pass, size_t at)
{
	const size_t left = pass->len - at;
	const char *from = pass->text + at;
	const char *line = memchr(from, '\n', left < AROUND ? left : AROUND);
	const size_t len = line		   ? (size_t)(line - from)
			   : left < AROUND ? left
					   : AROUND;
	const char *next = memchr(from, '-', len);

	while (next && next + 1 < from + len && next[1] != '-')
		next = memchr(next + 1, '-', (size_t)(from + len - next - 1));
	return next && next + 1 < from + len && next[-1] != ' ' &&
	       !unicode_is_word(
		       pass_point(pass, (size_t)(next - pass->text) + 2));
}

/* “I never --”: the dash is where a speaker was interrupted. */
static bool closes_quotation(const struct pass *pass, size_t at)
{
	const uint32_t point = pass_point(pass, at);

	return point == '"' || point == 0x201D;
}

/* "word--word", "I--”": no option, no number, nothing left out. */
static bool is_tight_dash(const struct pass *pass, const struct hyphens *row)
{
	/* 10--12 */
	if (unicode_is_digit(utf8_before(pass->text, row->at)) &&
	    unicode_is_digit(pass_point(pass, row->end)))
		return false;
	if (row->space_before && !closes_quotation(pass, row->end) &&
	    !has_raya(pass, row->end))
		return false;
	return row->end - row->at == 2 && !is_in_name(pass, row) &&
	       !is_veiled(pass, row->at) &&
	       may_precede(
		       utf8_before(pass->text, row->at - row->space_before)) &&
	       (row->space_after || may_follow(pass_point(pass, row->end)));
}

static bool is_spaced_dash(const struct pass *pass, const struct hyphens *row)
{
	return row->end - row->at < 4 &&
	       may_precede(utf8_before(pass->text, row->at - 1)) &&
	       may_follow(pass_point(pass, row->end + 1));
}

/* "Dover - Calais", "short - term", "a - b", "3 - 2", "to - 5". */
static bool joins(const struct pass *pass, const struct hyphens *row,
		  const struct around *around)
{
	const size_t left = row->at - 1, right = row->end + 1;
	const size_t len = word_before(pass, left);
	const uint32_t first = utf8_at(pass->text, pass->len, left - len);
	const uint32_t after = pass_point(pass, right);
	const bool alone = around->dashes < 2;

	if (len == 1 && word_after(pass, right) == 1 &&
	    !(word_lists_at(pass->settings->lists, pass->text, pass->len,
			    right) &
	      LIST_SINGLE))
		return true;
	if (unicode_is_digit(after) &&
	    (alone || unicode_is_digit(utf8_before(pass->text, left))))
		return true;
	if (alone && len && unicode_is_upper(first) && unicode_is_upper(after))
		return true;
	return (word_lists_before(pass->settings->lists, pass->text, left) &
		LIST_FORMING) != 0;
}

/* "LONDON (Reuters) - The", "Monday - closed": what is before is a label. */
static bool is_label(const struct pass *pass, const struct hyphens *row,
		     const struct around *around)
{
	if (!around->from_start)
		return false;
	if (row->at - around->start < FRONT &&
	    unicode_is_upper(pass_point(pass, row->end + 1)))
		return true;
	return around->dashes < 2 && around->words_before < WORDS_BEFORE;
}

static bool is_single_dash(const struct pass *pass, const struct hyphens *row,
			   const struct around *around)
{
	return around->words >= WORDS_LEAST_SINGLE && around->ending &&
	       !survey_is(pass->survey, CONDITION_TOKENISED) &&
	       !joins(pass, row, around) && !is_label(pass, row, around);
}

bool hyphens_are_dash(const struct pass *pass, const struct hyphens *row)
{
	const bool spaced = hyphens_spaced(row);
	const bool single = row->end - row->at == 1;
	struct around around;

	if (single && !spaced)
		return false;
	if (spaced ? !is_spaced_dash(pass, row) : !is_tight_dash(pass, row))
		return false;
	around = look_around(pass, row->at);
	if (around.signs || !around.lower || around.words < WORDS_LEAST ||
	    around.words < around.dashes * WORDS_PER_DASH)
		return false;
	return !single || is_single_dash(pass, row, &around);
}

/* The survey: what is counted at the end of a line. */
#include "edit/survey.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"
#include "base/utf8.h"
#include "edit/surveyor.h"
#include "edit/traces.h"
#include "unicode/props.h"

/* A paragraph of so many letters, all of one case, has lost its case. */
#define PARAGRAPH_LETTERS 60

/* Letters of the line; the block in which it ends is counted already. */
static void see_case(struct surveyor *s)
{
	struct survey *survey = s->survey;
	const uint32_t lower = survey->lower - s->lower_after;
	const uint32_t upper = survey->upper - s->upper_after;
	const uint32_t letters = lower - s->line_lower + upper - s->line_upper;

	if (letters >= PARAGRAPH_LETTERS) {
		survey->lowered_lines += upper == s->line_upper;
		survey->raised_lines += lower == s->line_lower;
	}
	s->line_lower = lower;
	s->line_upper = upper;
}

/* Bytes of a line that may be broken. */
#define BROKEN_LEAST 20
#define BROKEN_MOST 400

#define FIRST_LETTER 0xC3 /* of two bytes or more, its first byte */

/* A small letter, of any alphabet, or a mark that no line begins with. */
static bool goes_on(const struct surveyor *s, size_t at)
{
	const unsigned char c = (unsigned char)s->text[at];

	return c >= FIRST_LETTER
		       ? unicode_is_lower(utf8_at(s->text, s->len, at))
		       : ascii_is_lower(c) || (c && strchr(",;:)", c));
}

#define SCREEN_LEAST 40 /* columns of a line that may be a screen's */
#define SCREEN_LEAST_WIDE 30
#define SCREEN_MOST 100
#define LETTER_MOST 3 /* bytes of a letter of most alphabets */

/* The first byte of kana or an ideograph, which is as wide as two letters. */
static bool is_ideograph(unsigned char c)
{
	return c >= 0xE3 && c <= 0xE9;
}

/* A line as long as those of a screen, before one that begins with a word. */
static bool is_of_screen(const struct surveyor *s, size_t length, size_t end)
{
	const char *line = s->text + end - length;
	unsigned char next;

	if (length < SCREEN_LEAST || length > SCREEN_MOST * LETTER_MOST ||
	    end + 1 >= s->len)
		return false;
	next = (unsigned char)s->text[end + 1];
	if (next < FIRST_LETTER && !ascii_is_alnum(next))
		return false;
	if (next < FIRST_LETTER && (unsigned char)*line < FIRST_LETTER)
		return length <= SCREEN_MOST;
	length = utf8_count(line, length);
	return length >= (is_ideograph(next) ? SCREEN_LEAST_WIDE
					     : SCREEN_LEAST) &&
	       length <= SCREEN_MOST;
}

/*
 * A line that ends in mid-sentence, before one that begins with a small letter;
 * white space and marks above ASCII at either side will do.
 */
static bool is_broken(const struct surveyor *s, size_t length, size_t end)
{
	size_t last = end, next = end + 1;

	if (length < BROKEN_LEAST || length > BROKEN_MOST)
		return false;
	next = skip_blanks(s->text, s->len, next);
	if (next >= s->len || !goes_on(s, next))
		return false;
	while (last > end - length &&
	       ascii_is_blank((unsigned char)s->text[last - 1]))
		last--;
	return last > end - length && !strchr(".!?:;", s->text[last - 1]);
}

/* A line that begins with "'s " or "’s ". */
static bool is_inner(const struct surveyor *s, size_t at)
{
	return bytes_begin(s->text, s->len, at, "'s ") ||
	       bytes_begin(s->text, s->len, at, "\u2019s ");
}

/* "S P O R T S": capitals begin the line, each alone. */
static bool begins_spaced(const struct surveyor *s, size_t at)
{
	size_t next;

	at = skip_spaces(s->text, s->len, at);
	next = skip_spaces(s->text, s->len, at + 1);
	return ascii_is_upper(bytes_at(s->text, s->len, at)) && next > at + 1 &&
	       ascii_is_upper(bytes_at(s->text, s->len, next)) &&
	       (next + 1 == s->len || s->text[next + 1] == ' ' ||
		s->text[next + 1] == '\n');
}

static void see_start(struct surveyor *s, size_t at)
{
	const uint32_t traces = trace_of_line(s->text, s->len, at);

	s->survey->seen |= traces;
	if (traces & TRACE_LETTER)
		s->survey->spaced_heads += begins_spaced(s, at);
}

void surveyor_see_line(struct surveyor *s, size_t end)
{
	struct survey *survey = s->survey;
	const size_t length = end - s->line_start;

	see_case(s);
	if (length) {
		survey->lines++;
		s->blank_run = 0;
		if (length > survey->longest_line)
			survey->longest_line = (uint32_t)length;
		survey->wrapped_lines += is_of_screen(s, length, end);
		survey->broken_lines += is_broken(s, length, end);
		see_start(s, s->line_start);
	} else {
		survey->blank_lines++;
		survey->blank_runs += ++s->blank_run == 2;
	}
	survey->inner_lines += end < s->len && is_inner(s, end + 1);
	s->line_start = end + 1;
}

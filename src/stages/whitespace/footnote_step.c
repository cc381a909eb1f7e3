/*
 * Numbers of footnotes that lost their raised place: "the harbour3 said", "a
 * ferry.12 The". Nothing proves what they are, so they are only reported.
 *
 * The word is a common one in small letters, and the article has it with that
 * number once: names of products and chemicals are no such words, or come
 * again.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/scan_loop.h"
#include "base/utf8.h"
#include "stages/whitespace/known.h"
#include "text/marks.h"
#include "unicode/props.h"

#define WORD_LEAST 4
#define MOST_DIGITS 2
#define MOST_NUMBERS 64 /* that are asked after in an article */

/* Bytes: a word, a mark or nothing [end, digits), digits up to `to`. */
struct number {
	size_t at, end, digits, to;
};

/* A full stop, a comma, and what closes after it, before text[at]. */
static size_t skip_marks_back(const struct pass *pass, size_t at)
{
	size_t start = at;

	if (start && mark_is(utf8_before(pass->text, start), MARK_CLOSE_QUOTE))
		utf8_previous(pass->text, &start);
	if (!start || !strchr(".,;:?!", pass->text[start - 1]))
		return at;
	return start - 1;
}

/* Of the number whose digits begin at `digits`. */
static bool number_read(struct number *number, const struct pass *pass,
			size_t digits)
{
	number->digits = number->to = digits;
	while (ascii_is_digit(pass_byte(pass, number->to)))
		number->to++;
	number->end = skip_marks_back(pass, digits);
	for (number->at = number->end;
	     number->at &&
	     ascii_is_lower((unsigned char)pass->text[number->at - 1]);)
		number->at--;
	return number->to - digits <= MOST_DIGITS &&
	       pass->text[digits] != '0' &&
	       number->end - number->at >= WORD_LEAST &&
	       number->end - number->at <= KNOWN_MAX;
}

/* A word of prose begins at number->at: no address, tag or name of a file. */
static bool begins_free(const struct pass *pass, const struct number *number)
{
	const uint32_t before = utf8_before(pass->text, number->at);

	return !number->at || before == '\n' || before == ' ' ||
	       mark_is(before,
		       MARK_OPEN_QUOTE | MARK_OPEN_BRACKET | MARK_DASH) ||
	       before == '"';
}

/* After a full stop a sentence begins; after a word, it goes on or ends. */
static bool ends_free(const struct pass *pass, const struct number *number)
{
	const unsigned char mark = pass_byte(pass, number->end);
	size_t at = number->to;
	uint32_t after, next;

	if (at == pass->len || pass->text[at] == '\n')
		return true;
	after = utf8_next(pass->text, &at);
	next = pass_point(pass, at);
	if (number->end == number->digits)
		return after == ' ' ||
		       (mark_is(after, MARK_STOP_OR_PAUSE | MARK_CLOSE_BRACKET |
					       MARK_CLOSE_QUOTE) &&
			!unicode_is_word(next));
	if (after != ' ')
		return false;
	return mark == ',' || mark == ';' || mark == ':'
		       ? unicode_is_lower(next)
		       : unicode_is_upper(next) ||
				 mark_is(next, MARK_QUOTE | MARK_OPEN_QUOTE);
}

static bool is_common(const struct pass *pass, const struct number *number)
{
	struct known_word word = { .len = 0 };

	for (size_t at = number->at; at < number->end; at++)
		known_word_add(&word, pass->text[at]);
	return known_by_language(pass, &word);
}

/* The same word and number are elsewhere, too: a name. */
static bool is_name(const struct pass *pass, const struct number *number)
{
	const size_t len = number->to - number->at;
	const char *key = pass->text + number->at;

	for (size_t at = 0; at + len <= pass->len; at++) {
		const char *found =
			memchr(pass->text + at, *key, pass->len - len - at + 1);

		if (!found)
			break;
		at = (size_t)(found - pass->text);
		if (at != number->at && !memcmp(found, key, len) &&
		    !ascii_is_digit(pass_byte(pass, at + len)))
			return true;
	}
	return false;
}

struct walk {
	struct pass *pass;
	size_t asked; /* names that the whole text was searched for */
};

static void see_number(struct walk *walk, size_t at)
{
	struct pass *pass = walk->pass;
	struct number number;

	if (!at || walk->asked == MOST_NUMBERS ||
	    !number_read(&number, pass, at) || !begins_free(pass, &number) ||
	    !ends_free(pass, &number) || !is_common(pass, &number))
		return;
	walk->asked++;
	if (!is_name(pass, &number))
		pass_note(pass, RULE_WHITESPACE_FOOTNOTE, number.at, number.to,
			  NULL);
}

/* From the first digit of a number to that of the next one. */
CPU_LOOP void numbers_loop(struct walk *walk, scan_blocks *scan)
{
	const struct pass *pass = walk->pass;
	uint64_t before = 0;

	for (size_t base = 0; base < pass->len; base += SCAN_BLOCK) {
		struct scan block;
		uint64_t first;

		scan(&block, pass->text + base, pass->len - base);
		first = block.digit & ~(block.digit << 1 | before);
		before = block.digit >> 63;
		for (; first; first &= first - 1)
			see_number(walk, base + scan_first(first));
	}
}
SCAN_LOOP(see_numbers, struct walk *, numbers_loop)

static void run(struct pass *pass)
{
	struct walk walk = { .pass = pass };

	see_numbers(&walk);
}

/* Where all is small, names are, too. */
static bool triggered(const struct survey *survey)
{
	return survey->digits_glued && !survey_is(survey, CONDITION_LOWERCASED);
}

const struct stage footnote_stage = {
	.name = "whitespace",
	.reports = true,
	.rule = RULE_WHITESPACE_FOOTNOTE,
	.triggered = triggered,
	.run = run,
};

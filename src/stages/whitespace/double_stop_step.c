/*
 * Two stops after an abbreviation: "Brandt Corp.. It" has the abbreviation's
 * and the sentence's. After other words they may be what is left of an
 * ellipsis.
 */
#include "stages/stage.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "lang/abbreviations.h"
#include "text/marks.h"
#include "unicode/props.h"

/* The two stops at `at` and no third. */
static bool are_two(const struct pass *pass, size_t at)
{
	return pass_byte(pass, at + 1) == '.' &&
	       pass_byte(pass, at + 2) != '.' &&
	       pass_byte_before(pass, at) != '.';
}

/* "U.S", "a.s": letters with a stop after each. */
static bool are_initials(const struct pass *pass, size_t start, size_t at)
{
	const size_t len = at - start;

	for (size_t i = 0; i < len; i++)
		if (i % 2 ? pass->text[start + i] != '.'
			  : !ascii_is_letter(
				    (unsigned char)pass->text[start + i]))
			return false;
	return len > 1 && len % 2;
}

/* Whether what ends in the stop at `at` is an abbreviation. */
static bool is_abbreviation(const struct pass *pass, size_t at)
{
	const size_t start = abbreviation_start(pass->text, at + 1);

	if (unicode_is_word(utf8_before(pass->text, start)))
		return false;
	if (are_initials(pass, start, at))
		return true;
	/* "No.. Not again": a word, with half of an ellipsis */
	if (word_lists_find(pass->settings->lists, pass->text + start,
			    at - start) &
	    LIST_CLAUSE)
		return false;
	return abbreviation_find(&pass->settings->lang->abbreviations,
				 pass->text + start,
				 at + 1 - start) != ABBREVIATION_NONE;
}

/* A line end, a mark that closes, or a space before what begins a sentence. */
static bool ends_here(const struct pass *pass, size_t end)
{
	const uint32_t after = pass_point(pass, end);

	if (!after || after == '\n' || after == ')' ||
	    mark_is(after, MARK_QUOTATION))
		return true;
	return after == ' ' && !unicode_is_lower(pass_point(pass, end + 1));
}

static void run(struct pass *pass)
{
	size_t at = bytes_find(pass->text, pass->len, 0, '.');

	for (; at < pass->len;
	     at = bytes_find(pass->text, pass->len, at + 1, '.'))
		if (are_two(pass, at) && is_abbreviation(pass, at) &&
		    ends_here(pass, at + 2))
			pass_put(pass, RULE_WHITESPACE_DOUBLE_STOP, at, at + 2,
				 ".");
}

static bool triggered(const struct survey *survey)
{
	return survey->stops_doubled;
}

const struct stage double_stop_stage = {
	.name = "whitespace",
	.rule = RULE_WHITESPACE_DOUBLE_STOP,
	.triggered = triggered,
	.run = run,
};

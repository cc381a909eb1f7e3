/* Two digits after a mark: a year without its century, or a number in quotes.
 */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "lang/lang.h"
#include "unicode/props.h"

/* Bytes in which a title ends. */
#define TITLE_MAX 80

/* 16' where ’74 is curly: a sign of feet, which ends no phrase. */
static bool is_foot(const char *text, size_t opening, size_t at)
{
	return text[at] == '\'' && text[opening] != '\'' && at &&
	       ascii_is_digit((unsigned char)text[at - 1]);
}

/*
 * The single mark after a word in which a phrase from `at` on may end, after
 * the mark at text[opening]; 0: its sentence ends first.
 */
static size_t phrase_end(const struct pass *pass, size_t opening, size_t at)
{
	const size_t stop = bytes_ahead(pass->len, at, TITLE_MAX);

	while (at < stop && !strchr("\n.;\"", pass->text[at])) {
		const uint32_t before = utf8_before(pass->text, at);
		const size_t mark = at;

		if (!quotes_is_single_mark(utf8_next(pass->text, &at)) ||
		    is_foot(pass->text, opening, mark))
			continue;
		if (!unicode_is_word(before))
			return 0;
		if (!unicode_is_word(utf8_at(pass->text, pass->len, at)))
			return mark;
	}
	return 0;
}

/* "the '85 Bears' coach": more likely a year than a count of bears. */
#define COUNT_MAX 31

static bool is_owner(const struct pass *pass, size_t at, size_t end)
{
	const int number =
		(pass->text[at] - '0') * 10 + pass->text[at + 1] - '0';
	const bool one_word = !memchr(pass->text + at + 3, ' ', end - at - 3);

	return (pass->text[end - 1] | 32) == 's' &&
	       (number > COUNT_MAX || one_word);
}

/* '24': a number alone in its marks. */
static bool is_alone(const struct pass *pass, size_t end)
{
	const uint32_t mark = utf8_at(pass->text, pass->len, end);

	if (!quotes_is_single_mark(mark))
		return false;
	utf8_next(pass->text, &end);
	return !unicode_is_word(utf8_at(pass->text, pass->len, end));
}

/* '12 Angry Men', '90 percent of jobs', '24': a quotation, no year. */
static bool is_count(const struct pass *pass, size_t mark, size_t at)
{
	const struct word_lists *lists = pass->settings->lists;
	const uint32_t before = quotes_lists_before(pass, mark);
	size_t end;

	if (pass->text[at] == '0')
		return false;
	if (is_alone(pass, at + 2))
		return !(before & LIST_DATED);
	/* '24: Live Again' */
	if (pass->len - at < 5 ||
	    pass->text[at + 2 + (pass->text[at + 2] == ':')] != ' ')
		return false;
	end = phrase_end(pass, mark, at + 3);
	if (!end)
		return false;
	if (word_lists_at(lists, pass->text, pass->len, at + 3) & LIST_MEASURE)
		return true;
	return !(before & LIST_DATED) &&
	       !(before & LIST_DEFINITE && is_owner(pass, at, end));
}

/* The ending of text[at, ...) after the digits: '90s, '90S, the '49ers. */
static size_t ending_length(const struct pass *pass, size_t at)
{
	static const char *const endings[] = { "ers", "er", "s", "S" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (pass_has(pass, at, endings[i]))
			return strlen(endings[i]);
	return 0;
}

/* '90s, '08: two digits, and nothing after them but perhaps an ending. */
static bool is_year(const struct pass *pass, const struct quote_mark *mark)
{
	size_t at = mark->end;
	uint32_t next;

	if (!quote_is_digit(pass, at) || !quote_is_digit(pass, at + 1))
		return false;
	next = utf8_at(pass->text, pass->len,
		       at + 2 + ending_length(pass, at + 2));
	return !unicode_is_word(next) && !is_count(pass, mark->at, at);
}

/* ’900: a century in Italian, where no English quotation can begin. */
static bool is_century(const struct pass *pass, const struct quote_mark *mark)
{
	size_t at = mark->end;

	if (mark->glyph != GLYPH_CLOSE && lang_is_english(pass->settings->lang))
		return false;
	return quote_is_digit(pass, at) && pass->len - at >= 3 &&
	       !memcmp(pass->text + at + 1, "00", 2) &&
	       !unicode_is_word(utf8_at(pass->text, pass->len, at + 3));
}

bool quotes_is_year(const struct pass *pass, const struct quote_mark *mark)
{
	return is_year(pass, mark) || is_century(pass, mark);
}

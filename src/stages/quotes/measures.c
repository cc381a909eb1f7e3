/* Marks that are no quotation marks: feet and inches, minutes of arc. */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/utf8.h"
#include "unicode/props.h"

static bool is_fraction(uint32_t point)
{
	return (point >= 0xBC && point <= 0xBE) ||
	       (point >= 0x2150 && point <= 0x215E);
}

/* Where a number's fraction begins that ends at text[at], or `at`. */
static size_t before_fraction(const char *text, size_t at)
{
	size_t start = at;

	if (at && (unsigned char)text[at - 1] >= 0x80 &&
	    is_fraction(utf8_previous(text, &start)))
		return start;
	return at;
}

/* Where one ends that begins there, or `at`. */
static size_t after_fraction(const struct pass *pass, size_t at)
{
	size_t end = at;

	return at < pass->len && is_fraction(utf8_next(pass->text, &end)) ? end
									  : at;
}

/* 6' 2" and 5'11: feet are followed by one or two digits of inches. */
static bool is_feet(const struct pass *pass, const struct quote_mark *mark)
{
	size_t at = mark->end;

	if (mark->left != CONTEXT_DIGIT)
		return false;
	/* 90'+3': minutes of a match */
	if (at < pass->len && pass->text[at] == '+')
		return quote_is_digit(pass, at + 1);
	if (at < pass->len && pass->text[at] == ' ')
		at++;
	if (!quote_is_digit(pass, at))
		return false;
	at += quote_is_digit(pass, at + 1) ? 2 : 1;
	if (at - mark->end <= 2 && mark->right == CONTEXT_DIGIT)
		return !quote_is_digit(pass, at);
	at = after_fraction(pass, at);
	/* With a space between them only the sign of inches tells. */
	return at < pass->len && strchr("\"'\xE2", pass->text[at]);
}

/* 2" after 6': digits, and a mark that feet would have before them. */
static bool is_inches(const struct pass *pass, const struct quote_mark *mark)
{
	const char *text = pass->text;
	size_t at = before_fraction(text, mark->at);

	if (mark->left != CONTEXT_DIGIT)
		return false;
	for (int i = 0; i < 2 && at && quote_is_digit(pass, at - 1); i++)
		at--;
	if (at == mark->at || !at)
		return false;
	if (text[at - 1] == ' ' && at > 1)
		at--;
	if (text[at - 1] == '\'')
		return quote_is_digit(pass, at - 2);
	return bytes_end(text, at, "\u2019") && quote_is_digit(pass, at - 4);
}

/* 71°26'N: minutes of arc, and seconds after them. */
static bool is_arc(const struct pass *pass, const struct quote_mark *mark)
{
	size_t at = mark->at;

	while (at && mark->at - at < 6 &&
	       (ascii_is_digit((unsigned char)pass->text[at - 1]) ||
		pass->text[at - 1] == '.'))
		at--;
	if (at == mark->at)
		return false;
	at -= at && pass->text[at - 1] == ' ';
	return utf8_before(pass->text, at) == 0x00B0;
}

/* What is between the sides of a room. */
static const char *const times[] = {
	" x ", "x", " X ", "X", " \u00D7 ", "\u00D7",
};

#define TIMES (sizeof(times) / sizeof(*times))

static size_t times_after(const struct pass *pass, size_t at)
{
	for (size_t i = 0; i < TIMES; i++) {
		const size_t len = strlen(times[i]);

		if (pass->len - at > len &&
		    !memcmp(pass->text + at, times[i], len))
			return len;
	}
	return 0;
}

static size_t times_before(const struct pass *pass, size_t at)
{
	for (size_t i = 0; i < TIMES; i++) {
		const size_t len = strlen(times[i]);

		if (at > len && !memcmp(pass->text + at - len, times[i], len))
			return len;
	}
	return 0;
}

/* "x 10" after it, or before its number, 6' x 10': the sides of a room. */
static bool is_side(const struct pass *pass, const struct quote_mark *mark)
{
	const char *text = pass->text;
	size_t at = mark->at, sign;

	if (mark->left != CONTEXT_DIGIT)
		return false;
	sign = times_after(pass, mark->end);
	if (sign)
		return quote_is_digit(pass, mark->end + sign);
	at = before_fraction(text, at);
	at = skip_digits_back(text, 0, at);
	sign = times_before(pass, at);
	return sign && text[at - sign - 1] == text[mark->at];
}

#define MARK_NEAR 64 /* bytes in which the mark would have its partner */

/* What inches have before them, and what opens a quotation has not. */
static bool is_after_number(const char *text, size_t at)
{
	return utf8_before(text, at) == 0x00D7 ||
	       (at && ascii_is_digit((unsigned char)text[at - 1]));
}

/* 2 ×" by 4: the number is gone, the sign of inches is not; but "2×" is quoted.
 */
static bool is_multiplied(const struct pass *pass,
			  const struct quote_mark *mark)
{
	const char *text = pass->text;
	size_t at = mark->at;

	if (!at || utf8_before(text, at) != 0x00D7)
		return false;
	while (at && mark->at - at < MARK_NEAR && text[at - 1] != '\n') {
		at--;
		if (text[at] == text[mark->at] && !is_after_number(text, at))
			return false;
	}
	return true;
}

#define NUMBER_MOST 6 /* bytes: no year, and with its fraction */
#define FAR 200	      /* bytes in which a quotation would have its other mark */

/* Whether a number of at most three digits is before text[at]. */
static bool follows_number(const char *text, size_t at)
{
	size_t start = before_fraction(text, at), digits = start < at;

	while (start && at - start < NUMBER_MOST &&
	       (ascii_is_digit((unsigned char)text[start - 1]) ||
		text[start - 1] == '.'))
		digits += text[--start] != '.';
	return digits && digits <= 3 && (!start || text[start - 1] == ' ');
}

/* A double mark at text[at] opens: a space is before it, and a word after. */
static bool opens_at(const char *text, size_t len, size_t at)
{
	return (!at || strchr(" (\n", text[at - 1])) && at + 1 < len &&
	       !strchr(" \n.,;:?!)", text[at + 1]);
}

/* "27 \"" with a space after it, too. */
static bool is_spaced_at(const char *text, size_t len, size_t at)
{
	return bytes_before(text, at) == ' ' &&
	       bytes_at(text, len, at + 1) == ' ' &&
	       follows_number(text, at - 1);
}

/* No quotation is open: the last mark of the line closed one, or is inches. */
static bool is_outside(const struct pass *pass, size_t at)
{
	const char *text = pass->text;
	const size_t limit = bytes_behind(at, FAR);

	while (at > limit && text[at - 1] != '\n') {
		const uint32_t point = utf8_previous(text, &at);

		/* within a word it opens nothing: pier“s */
		if (point == 0x201C && unicode_is_word(utf8_before(text, at)))
			continue;
		if (point == 0x201C || point == 0x201D)
			return point == 0x201D;
		if (point == '"')
			return is_spaced_at(text, pass->len, at) ||
			       !opens_at(text, pass->len, at);
	}
	return true;
}

/* No quotation opens here: what comes next opens one, or is inches. */
static bool is_unclosed(const struct pass *pass, size_t at)
{
	const char *text = pass->text;
	const size_t from = at;

	utf8_next(text, &at);
	while (at < pass->len && text[at] != '\n' && at - from < FAR) {
		const size_t here = at;
		const uint32_t point = utf8_next(text, &at);

		if (point == 0x201C || point == 0x201D)
			return point == 0x201C;
		if (point == '"')
			return is_spaced_at(text, pass->len, here) ||
			       opens_at(text, pass->len, here);
	}
	return true;
}

/* A 27 " screen, where marks are not set apart as tokens. */
static bool is_spaced(const struct pass *pass, const struct quote_mark *mark)
{
	return pass->text[mark->at] == '"' &&
	       !survey_is(pass->survey, CONDITION_TOKENISED) &&
	       is_spaced_at(pass->text, pass->len, mark->at) &&
	       is_outside(pass, mark->at) && is_unclosed(pass, mark->at);
}

bool quotes_closes_before_ending(const struct pass *pass,
				 const struct quote_mark *mark)
{
	return (mark->glyph == GLYPH_STRAIGHT || mark->glyph == GLYPH_CLOSE) &&
	       !is_outside(pass, mark->at) && is_unclosed(pass, mark->at);
}

bool quotes_is_measure(const struct pass *pass, const struct quote_mark *mark)
{
	return is_feet(pass, mark) || is_inches(pass, mark) ||
	       is_arc(pass, mark) || is_side(pass, mark) ||
	       is_multiplied(pass, mark) || is_spaced(pass, mark);
}

/* What a question mark that was another mark may be, by its neighbours. */
#include "stages/encoding/question_sign.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/contraction.h"
#include "unicode/props.h"

#define NAME_MOST 2 /* spaces in what is quoted as a name, or a word */

bool sign_next(struct sign *sign, size_t from)
{
	const struct pass *pass = sign->pass;
	size_t after;

	do {
		sign->at = bytes_find(pass->text, pass->len, from, '?');
		from = sign->at + 1;
	} while (sign->at < pass->len && sign->width == SIGN_WIDE &&
		 !pass_has(pass, sign->at, "???"));
	if (sign->at >= pass->len)
		return false;
	sign->end = after = sign->at + sign->width;
	sign->before = utf8_before(pass->text, sign->at);
	sign->after = pass_point(pass, sign->end);
	if (after < pass->len)
		utf8_next(pass->text, &after);
	sign->next = pass_point(pass, after);
	return true;
}

static bool holds(const struct sign *sign)
{
	return contraction_holds(sign->pass, sign->at, sign->end);
}

static bool owns(const struct sign *sign)
{
	return contraction_owns(sign->pass, sign->at, sign->end);
}

bool sign_joins_name(const struct sign *sign)
{
	const struct pass *pass = sign->pass;

	return unicode_is_upper(sign->after) && unicode_is_lower(sign->next) &&
	       word_lists_before(pass->settings->lists, pass->text, sign->at) &
		       LIST_PREFIX;
}

/* The n of "rock ?n? roll" at text[at], between two signs and two spaces. */
static bool is_clipped_and(const struct sign *sign, size_t at)
{
	const struct pass *pass = sign->pass;
	const size_t width = sign->width;
	size_t i = 0;

	if (at <= width || at + width + 1 >= pass->len)
		return false;
	for (; i < width; i++)
		if (pass->text[at - 1 - i] != '?' ||
		    pass->text[at + 1 + i] != '?')
			return false;
	return ascii_lower((unsigned char)pass->text[at]) == 'n' &&
	       pass->text[at - 1 - i] == ' ' && pass->text[at + 1 + i] == ' ';
}

/* "the ?80s" */
static bool begins_decade(const struct sign *sign)
{
	const struct pass *pass = sign->pass;
	const size_t at = sign->end;

	return unicode_is_digit(sign->after) && unicode_is_digit(sign->next) &&
	       pass_byte(pass, at + 2) == 's' &&
	       !unicode_is_word(pass_point(pass, at + 3));
}

bool sign_is_apostrophe(const struct sign *sign)
{
	if (holds(sign) || sign_joins_name(sign) ||
	    is_clipped_and(sign, sign->end) ||
	    (sign->at && is_clipped_and(sign, sign->at - 1)))
		return true;
	if (!unicode_is_word(sign->before))
		return unicode_is_edge(sign->before) && begins_decade(sign);
	if (owns(sign))
		return true;
	return !sign->quoted && sign->before == 's' && sign->after == ' ' &&
	       unicode_is_lower(sign->next);
}

bool sign_opens(const struct sign *sign)
{
	return (unicode_is_edge(sign->before) || sign->before == '(') &&
	       unicode_is_word(sign->after);
}

/* A mark that a question mark never stands before; three dots may follow it. */
static bool is_stop(const struct sign *sign)
{
	return sign->after == ',' || sign->after == ';' || sign->after == ':' ||
	       (sign->after == '.' && sign->next != '.');
}

bool sign_closes(const struct sign *sign)
{
	const uint32_t before = sign->before, after = sign->after;

	if (!unicode_is_edge(after) && !is_stop(sign) && after != ')')
		return false;
	if (before == ',' || before == '.' || before == '!' || before == '?')
		return true;
	return unicode_is_word(before) &&
	       (is_stop(sign) ||
		(after == ' ' && unicode_is_lower(sign->next)));
}

bool sign_is_dash(const struct sign *sign)
{
	return sign->before == ' ' && sign->after == ' ' &&
	       unicode_is_word(utf8_before(sign->pass->text, sign->at - 1)) &&
	       unicode_is_lower(sign->next) &&
	       !contraction_owns(sign->pass, sign->at - 1, sign->end + 1);
}

bool sign_is_apart(const struct sign *sign)
{
	uint32_t before;

	if (sign->before != ' ' || !unicode_is_edge(sign->after))
		return false;
	before = utf8_before(sign->pass->text, sign->at - 1);
	return !unicode_is_edge(before) &&
	       !(unicode_is_digit(before) && unicode_is_digit(sign->next));
}

/* Whether one closes a quotation behind it, before one opens or the line ends.
 */
static bool closes_behind(const struct sign *sign)
{
	const struct pass *pass = sign->pass;
	const size_t line = bytes_line_end(pass->text, pass->len, sign->at);
	struct sign other = *sign;

	other.quoted = true;
	while (sign_next(&other, other.end) && other.at < line)
		if (!sign_is_apostrophe(&other))
			return sign_closes(&other);
	return false;
}

/* "van ?t Hoff", "?s-Hertogenbosch": no quotation begins with such a letter
 * alone. */
static bool is_of_name(const struct sign *sign)
{
	return (sign->after == 'n' || sign->after == 's' ||
		sign->after == 't') &&
	       (sign->next == ' ' || sign->next == '-');
}

bool sign_begins_elided(const struct sign *sign)
{
	if (is_of_name(sign))
		return true;
	return unicode_is_word(sign->next) &&
	       word_lists_at(sign->pass->settings->lists, sign->pass->text,
			     sign->pass->len, sign->end) &
		       LIST_ELIDED &&
	       (sign->quoted || !closes_behind(sign));
}

bool sign_opens_quotation(const struct sign *sign)
{
	return !unicode_is_digit(sign->after) ||
	       (!sign->quoted && closes_behind(sign));
}

bool sign_ends_name(const struct sign *sign, size_t opened)
{
	size_t spaces = 0;

	if (!unicode_is_word(sign->before) || !unicode_is_edge(sign->after))
		return false;
	for (size_t at = opened; at < sign->at && spaces <= NAME_MOST; at++)
		spaces += sign->pass->text[at] == ' ';
	return spaces <= NAME_MOST && !closes_behind(sign);
}

bool sign_is_within_word(const struct sign *sign)
{
	return holds(sign) || sign_joins_name(sign) ||
	       (ascii_is_letter(sign->before) && owns(sign));
}

bool sign_is_clitic_apart(const struct sign *sign)
{
	const size_t at = sign->at - 1, end = sign->end + 1;
	size_t after = end;

	if (sign->before != ' ' || sign->after != ' ')
		return false;
	/* "who is he ? d . c . officials" */
	while (ascii_is_letter(pass_byte(sign->pass, after)))
		after++;
	if (pass_byte(sign->pass, after) != ' ' ||
	    !unicode_is_word(pass_point(sign->pass, after + 1)))
		return false;
	return contraction_holds(sign->pass, at, end) ||
	       (sign->apart && contraction_owns(sign->pass, at, end));
}

bool sign_may_be_mark(const struct sign *sign)
{
	return sign_is_within_word(sign) || sign_opens(sign) ||
	       sign_closes(sign) || sign_is_dash(sign) ||
	       ((unicode_is_word(sign->before) || sign->before == '?') &&
		!unicode_is_word(sign->after));
}

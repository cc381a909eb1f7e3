/*
 * Straight marks of formulas: those in a regular expression, and the primes of
 * a function, f'(x).
 */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define EXPRESSION_MAX 120 /* bytes before a mark, and behind it */

static bool is_one_of(char byte, const char *set)
{
	return byte && strchr(set, byte);
}

/*
 * What only an expression has: [^", but "[^1]" is the number of a note; \w+,
 * not the TeX of \section; .*?; and s/'//g, s|"||, where a mark is alone.
 */
static bool is_sign_of_expression(const char *text)
{
	switch (text[0]) {
	case '[':
		return text[1] == '^' && is_one_of(text[2], "\"'\\");
	case '\\':
		return is_one_of(text[1], "dswb") &&
		       is_one_of(text[2], "+*?)]");
	case '.':
		return is_one_of(text[1], "*+") && is_one_of(text[2], "?)");
	case '/':
	case '|':
		return is_one_of(text[1], "\"'") && text[2] == text[0];
	default:
		return false;
	}
}

/* Whether text[at, end), which has no spaces, is a regular expression. */
static bool is_expression(const char *text, size_t at, size_t end)
{
	for (size_t i = at; i + 3 <= end; i++)
		if (is_sign_of_expression(text + i))
			return true;
	return false;
}

static bool is_blank_at(const struct pass *pass, size_t at)
{
	return at >= pass->len || ascii_is_space((unsigned char)pass->text[at]);
}

/* ^"[^"]*"$, s/'//g: after the expression that holds a mark at `at`. */
static size_t expression_end(const struct pass *pass, size_t at)
{
	size_t from = at, end = at + 1;

	while (from && at - from < EXPRESSION_MAX &&
	       !is_blank_at(pass, from - 1))
		from--;
	while (!is_blank_at(pass, end) && end - at < EXPRESSION_MAX)
		end++;
	return is_expression(pass->text, from, end) ? end : at;
}

/* One letter, and no word or mark before it. */
static bool is_after_letter(const struct pass *pass, size_t at)
{
	return at && ascii_is_letter((unsigned char)pass->text[at - 1]) &&
	       (at == 1 || (!is_one_of(pass->text[at - 2], "'.") &&
			    !unicode_is_word(utf8_before(pass->text, at - 1))));
}

/* "(x)", "(2x)", " = 4": what follows a function of one letter. */
static bool goes_on_in_formula(const struct pass *pass, size_t at)
{
	const unsigned char next = pass_byte(pass, at + 1);

	if (pass_byte(pass, at) == '(')
		return ascii_is_alnum(next) &&
		       !(ascii_is_letter(next) &&
			 ascii_is_letter(pass_byte(pass, at + 2)));
	return pass_byte(pass, at) == ' ' && is_one_of((char)next, "=<>") &&
	       pass_byte(pass, at + 2) == ' ';
}

/* f'(x), y'' = 4: after the primes. */
static size_t primes_end(const struct pass *pass, size_t at)
{
	size_t end = at;

	if (!is_after_letter(pass, at))
		return at;
	while (pass_byte(pass, end) == '\'')
		end++;
	return goes_on_in_formula(pass, end) ? end : at;
}

/* sin''(x): what was derived twice, whatever its name. */
static bool is_derivative(const struct pass *pass, size_t at)
{
	return at && ascii_is_letter((unsigned char)pass->text[at - 1]) &&
	       pass_byte(pass, at) == '\'' && pass_byte(pass, at + 1) == '\'' &&
	       pass_byte(pass, at + 2) == '(';
}

size_t quote_formula_end(const struct pass *pass, size_t at)
{
	const size_t end =
		is_derivative(pass, at) ? at + 2 : primes_end(pass, at);

	return end > at ? end : expression_end(pass, at);
}

/* Decades and a class's year in digits, and the n of "rock ’n’ roll". */
#include "restore/clipped.h"

#include <string.h>

#include "base/ascii.h"

/* "90s": two digits of a year. */
static bool is_decade(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i];
	const char *text = words->text + word->at;

	return word->end - word->at == 3 &&
	       ascii_is_digit((unsigned char)text[0]) && text[1] == '0' &&
	       text[2] == 's';
}

/* "the class of ’50" */
static bool is_class_year(const struct words *words, size_t i)
{
	return i > 1 && words_digits(words, i) == 2 &&
	       words_is(words, i - 1, "of") && words_is(words, i - 2, "class");
}

/* "since the ’90s", but "the 80s, 90s": no other mark is before it. */
bool gap_is_decade(const struct words *words, size_t i)
{
	return i && i < words->count &&
	       ((is_decade(words, i) && !is_decade(words, i - 1)) ||
		is_class_year(words, i));
}

/* Word i is "n", with room for an apostrophe on both sides. */
static bool is_clipped_and(const struct words *words, size_t i)
{
	return i && i + 1 < words->count && words_is(words, i, "n") &&
	       words_gap_is(words, i, "  ") && words_gap_is(words, i + 1, "  ");
}

bool gap_is_clipped(const struct words *words, size_t i)
{
	return is_clipped_and(words, i) || (i && is_clipped_and(words, i - 1));
}

void gap_limit_clipped(const struct restore_model *model,
		       const struct words *words, size_t i,
		       uint8_t allowed[RESTORE_GAPS])
{
	const uint8_t mark = gap_class(
		model, is_clipped_and(words, i) ? " \u2019" : "\u2019 ");

	if (!mark)
		return;
	memset(allowed, 0, RESTORE_GAPS);
	allowed[mark] = 1;
}

void gap_limit_decade(const struct restore_model *model, unsigned own,
		      uint8_t allowed[RESTORE_GAPS])
{
	const uint8_t mark = gap_class(model, " \u2019");
	const uint8_t may = mark ? allowed[mark] : 0;

	memset(allowed, 0, RESTORE_GAPS);
	allowed[mark] = may;
	allowed[own] = 1;
}

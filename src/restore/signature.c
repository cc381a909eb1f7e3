/* Signatures of quoted posts. */
#include "restore/signature.h"

#include "base/ascii.h"

#define NAME_MOST 6   /* words of a name */
#define HANDLE_MOST 5 /* words of a handle: "@ida_lowell_1" */

static bool is_month(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i];
	const char *text = words->text + word->at;

	return ascii_is_upper((unsigned char)*text) &&
	       word_lists_find(words->lists, text, word->end - word->at) &
		       LIST_MONTH;
}

/* Whether the handle that word `i` begins ends before a date. */
static bool is_dated(const struct words *words, size_t i)
{
	for (size_t k = i + 1; k <= i + HANDLE_MOST && k < words->count; k++) {
		if (words_gap_is(words, k, ") "))
			return is_month(words, k);
		if (!words_gap_is(words, k, "_"))
			return false;
	}
	return false;
}

static bool is_wide(const struct words *words, size_t i)
{
	size_t at, end;

	words_gap(words, i, &at, &end);
	for (size_t k = at + 1; k < end; k++) {
		if (words->text[k] == ' ' && words->text[k - 1] == ' ')
			return true;
	}
	return false;
}

bool signature_begins(const struct words *words, size_t i)
{
	if (i >= words->count || !is_wide(words, i) ||
	    words->text[words->items[i].at - 1] != ' ')
		return false;
	for (size_t k = i + 1; k <= i + NAME_MOST && k < words->count; k++) {
		if (words_gap_is(words, k, " (@"))
			return is_dated(words, k);
		if (is_wide(words, k))
			return false;
	}
	return false;
}

/* Dashes and apostrophes of cased text, told by what is beside them. */
#include "stages/casing/cased_mark.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "unicode/props.h"

/* Whether a line's indent ends at `end`: no dash begins a line. */
static bool is_indent(const char *text, size_t end)
{
	size_t at = skip_spaces_back(text, 0, end);

	return at < end && (!at || text[at - 1] == '\n');
}

/* Whether the word that ends at `at` has small letters only. */
static bool is_small_word(const struct pass *pass, size_t at)
{
	size_t start = at;

	while (ascii_is_lower(pass_byte_before(pass, start)))
		start--;
	return start < at && !unicode_is_word(utf8_before(pass->text, start));
}

/* "in’ the", and "Cole’ 24" of a year; "beat’S Ames" of an initial. */
static bool is_no_apostrophe(const struct pass *pass, size_t at, size_t end,
			     size_t len)
{
	if (len == strlen("’"))
		return is_small_word(pass, at) &&
		       ascii_is_upper(pass_byte(pass, end)) &&
		       !ascii_is_letter(pass_byte(pass, end + 1));
	if (ascii_is_digit(pass_byte(pass, end)))
		return pass_byte_before(pass, at) != 's';
	return (word_lists_before(pass->settings->lists, pass->text, at) &
		LIST_BARE) != 0;
}

bool is_no_cased_mark(const struct pass *pass, size_t at, size_t end,
		      struct cased_mark mark)
{
	if (bytes_end(mark.text, mark.len, "— "))
		return is_indent(pass->text, end);
	return bytes_begin(mark.text, mark.len, 0, "’") &&
	       is_no_apostrophe(pass, at, end, mark.len);
}

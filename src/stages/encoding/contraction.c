/* Contractions: negations, and words with the clitics that follow them. */
#include "stages/encoding/contraction.h"

#include "base/utf8.h"
#include "unicode/props.h"

/*
 * The lists with the word at text[at]; 0 where it is part of a link, or in
 * capitals after a small letter.
 */
static uint32_t suffix_at(const struct pass *pass, size_t at, size_t stem_end)
{
	size_t end = at;
	uint32_t after;

	while (end < pass->len &&
	       ascii_is_letter((unsigned char)pass->text[end]))
		end++;
	after = utf8_at(pass->text, pass->len, end);
	if (after == '=' || after == '&' || after == '/' || after == '_')
		return 0;
	if (ascii_is_upper(utf8_at(pass->text, pass->len, at)) &&
	    !unicode_is_upper(utf8_before(pass->text, stem_end)))
		return 0;
	return word_lists_at(pass->settings->lists, pass->text, pass->len, at);
}

bool contraction_owns(const struct pass *pass, size_t at, size_t end)
{
	return (suffix_at(pass, end, at) & LIST_POSSESSIVE) != 0;
}

bool contraction_holds(const struct pass *pass, size_t at, size_t end)
{
	return contraction_of(
		pass, word_lists_before(pass->settings->lists, pass->text, at),
		at, end);
}

bool contraction_of(const struct pass *pass, uint32_t stem, size_t at,
		    size_t end)
{
	const uint32_t suffix = stem ? suffix_at(pass, end, at) : 0;

	return (stem & LIST_NEGATED && suffix & LIST_NEGATIVE) ||
	       (stem & LIST_CONTRACTED && suffix & LIST_CLITIC);
}

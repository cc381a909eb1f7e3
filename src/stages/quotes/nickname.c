/*
 * Names and words that begin with an apostrophe, and look as if a quotation
 * opened: the 'Canes.
 */
#include <string.h>

#include "stages/quotes/emit.h"

/*
 * "the ’Canes’ coach": one word, a possessive, with marks that face right. The
 * mark has a partner, so that others follow it.
 */
static bool owns(const struct pass *pass, const struct quote_mark *mark)
{
	const struct quote_mark *next = mark + 1;

	return mark->glyph == GLYPH_CLOSE && next->glyph == GLYPH_CLOSE &&
	       mark->right == CONTEXT_UPPER && next->hints & HINT_AFTER_S &&
	       next->right == CONTEXT_SPACE &&
	       !memchr(pass->text + mark->end, ' ', next->at - mark->end);
}

static bool ends_sentence(const struct pass *pass, size_t at, size_t end)
{
	for (; at + 1 < end; at++)
		if (strchr(".?!", pass->text[at]) && pass->text[at + 1] == ' ')
			return true;
	return false;
}

/* "“’We left’, he said": right after a double mark it opens a quotation. */
static bool opens_nested(const struct pass *pass, const struct quote_mark *mark)
{
	const uint32_t before = utf8_before(pass->text, mark->at);

	return before == 0x201C || before == '"';
}

/* "the 'Big Boats' film. The boys' dog": the next mark closes it as well. */
static bool is_closed_before(const struct pass *pass,
			     const struct quote_mark *mark)
{
	const struct quote_mark *next = mark + 1;

	return mark->glyph == GLYPH_STRAIGHT && next != mark->partner &&
	       next->glyph == GLYPH_STRAIGHT && next->hints & HINT_AFTER_S &&
	       next->right == CONTEXT_SPACE &&
	       !ends_sentence(pass, mark->end, next->at);
}

/*
 * "the ’Canes. The boys’ dog": what would close it is a possessive of another
 * sentence; or of this one, in a text that opens single quotations with ‘.
 */
static bool meets_possessive(const struct pass *pass,
			     const struct quote_mark *mark)
{
	const struct quote_mark *other = mark->partner;

	if (!(other->hints & HINT_AFTER_S) || other->right != CONTEXT_SPACE ||
	    mark->glyph == GLYPH_OPEN || opens_nested(pass, mark) ||
	    is_closed_before(pass, mark) ||
	    !(mark->glyph == GLYPH_CLOSE || mark->hints & HINT_NAME))
		return false;
	return (mark->glyph == GLYPH_CLOSE && pass->survey->open_single) ||
	       ends_sentence(pass, mark->end, other->at);
}

bool mark_is_nickname(const struct pass *pass, const struct quote_mark *mark)
{
	if (mark->family != FAMILY_SINGLE || mark->label != LABEL_OPEN)
		return false;
	if (mark->unpaired)
		return mark->glyph == GLYPH_CLOSE;
	if (!mark->partner || !mark_stands_at_front(mark))
		return false;
	if (owns(pass, mark) || meets_possessive(pass, mark))
		return true;
	return mark_stands_at_front(mark->partner) &&
	       (mark->glyph == GLYPH_CLOSE ||
		mark->hints & mark->partner->hints & HINT_NAME);
}

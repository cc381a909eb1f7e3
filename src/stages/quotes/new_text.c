/* What a mark becomes, in the style that was asked for. */
#include <string.h>

#include "stages/other_language.h"
#include "stages/quotes/emit.h"
#include "unicode/delimiters.h"

static bool is_same(const char *mark, const char *other)
{
	return !strcmp(mark, other);
}

#define GUILLEMETS_MAX 400 /* bytes from the mark that opened */

/* Whether « is open before a mark, in its line. */
static bool is_in_guillemets(const struct pass *pass, size_t at)
{
	for (size_t i = at; i > 1 && at - i < GUILLEMETS_MAX; i--) {
		if (pass->text[i - 1] == '\n')
			return false;
		if (pass->text[i - 2] != '\xC2')
			continue;
		if (pass->text[i - 1] == '\xAB')
			return true;
		if (pass->text[i - 1] == '\xBB')
			return false;
	}
	return false;
}

/* The language's pair for a double mark; within its guillemets the other. */
static const struct quote_pair *double_pair(const struct emitter *emitter,
					    const struct quote_mark *mark)
{
	const struct quote_marks *language = emitter->language;

	return !strncmp(language->doubles.open, "\u00AB", 2) &&
			       emitter->pass->survey->quotes_other &&
			       is_in_guillemets(emitter->pass, mark->at)
		       ? &language->inner
		       : &language->doubles;
}

/* The language's pair, or English's where there is another kind of mark. */
static const struct quote_pair *pair_for(const struct emitter *emitter,
					 const struct quote_mark *mark)
{
	const bool single = mark->family == FAMILY_SINGLE;
	const struct quote_pair *pair = single ? &emitter->language->singles
					       : double_pair(emitter, mark);
	const struct quote_pair *english =
		single ? &quote_marks_english.singles
		       : &quote_marks_english.doubles;
	const bool curly = mark->glyph != GLYPH_STRAIGHT;

	return curly && memcmp(pair->open, "\u2018", 2) ? english : pair;
}

/* Marks that open in one language close in another: is this one right? */
static bool opens_well(const struct quote_mark *mark,
		       const struct quote_pair *pair)
{
	switch (mark->glyph) {
	case GLYPH_LOW:
		return true;
	case GLYPH_OPEN:
		return (!is_same(pair->close, "\u201C") &&
			!is_same(pair->close, "\u2018")) ||
		       mark_partner_is(mark, GLYPH_CLOSE);
	case GLYPH_CLOSE:
		return is_same(pair->open, "\u201D") ||
		       is_same(pair->open, "\u2019");
	default:
		return false;
	}
}

static bool closes_well(const struct quote_mark *mark,
			const struct quote_pair *pair)
{
	switch (mark->glyph) {
	case GLYPH_CLOSE:
		return true;
	case GLYPH_OPEN:
		return is_same(pair->close, "\u201C") ||
		       is_same(pair->close, "\u2018") ||
		       mark_partner_is(mark, GLYPH_LOW);
	default:
		return false;
	}
}

/*
 * A typed mark, or another \u201E, that closes after \u201E: in German it is
 * \u201C, in Polish \u201D. Where neither the user nor the text says whose it
 * is, it stays.
 */
static bool closes_low(const struct emitter *emitter,
		       const struct quote_mark *mark)
{
	return !emitter->pass->settings->marks &&
	       emitter->language == &quote_marks_english &&
	       (mark->glyph == GLYPH_STRAIGHT || mark->glyph == GLYPH_LOW) &&
	       mark_partner_is(mark, GLYPH_LOW);
}

/*
 * A typed single mark without a partner, where it would become one that no
 * apostrophe has: ‘ closes in German, but Hans' Auto has none.
 */
static bool is_no_apostrophe(const struct quote_mark *mark, const char *other)
{
	return mark->family == FAMILY_SINGLE && mark->unpaired &&
	       mark->glyph == GLYPH_STRAIGHT && !is_same(other, "\u2019");
}

/* No mark of a typesetter's: ' ` \u00B4. */
static bool is_of_keyboard(const struct quote_mark *mark)
{
	return mark->glyph == GLYPH_STRAIGHT || mark->glyph == GLYPH_TICK ||
	       mark->glyph == GLYPH_TICKS;
}

/*
 * The same of one that opens: ' before a word is no \u201A by itself, and in
 * another language than English it is rather an apostrophe: 'κείνος of Greek.
 */
static bool is_no_opening(const struct emitter *emitter,
			  const struct quote_mark *mark,
			  const struct quote_pair *pair)
{
	if (mark->family == FAMILY_SINGLE && mark->unpaired &&
	    is_of_keyboard(mark) && language_is_other(emitter->pass))
		return true;
	return is_no_apostrophe(mark, pair->open) &&
	       !is_same(pair->open, "\u2018");
}

/* A closing mark: that of the pair, but for what may be an apostrophe. */
static const char *closing_text(const struct quote_mark *mark,
				const struct quote_pair *pair)
{
	if (!is_no_apostrophe(mark, pair->close))
		return pair->close;
	return mark->hints & HINT_AFTER_S && is_same(pair->close, "\u2018")
		       ? "\u2019"
		       : NULL;
}

/* "don‚t", but ‚ of "ß‚Ø" is what wrong bytes spell. */
static bool is_beside_high(const struct pass *pass,
			   const struct quote_mark *mark)
{
	return pass_byte_before(pass, mark->at) >= 0x80 ||
	       pass_byte(pass, mark->end) >= 0x80;
}

/* What an apostrophe becomes; a geresh in a word stays, too. */
static const char *apostrophe_text(const struct emitter *emitter,
				   const struct quote_mark *mark)
{
	if (mark->glyph == GLYPH_LOW && is_beside_high(emitter->pass, mark))
		return NULL;
	if (mark->family == FAMILY_SINGLE &&
	    (mark->glyph == GLYPH_CLOSE || mark->hints & HINT_LEFTWARD))
		return NULL;
	return "\u2019";
}

/* The curly mark that a mark becomes; NULL: it stays. */
static const char *curly_text(const struct emitter *emitter,
			      const struct quote_mark *mark)
{
	const struct quote_pair *pair = pair_for(emitter, mark);

	if (other_mark_stays(emitter, mark))
		return NULL;
	switch (mark->label) {
	case LABEL_APOSTROPHE:
		return apostrophe_text(emitter, mark);
	case LABEL_OPEN:
		if (mark_is_nickname(emitter->pass, mark))
			return mark->glyph == GLYPH_CLOSE ? NULL : "\u2019";
		return opens_well(mark, pair) ||
				       is_no_opening(emitter, mark, pair)
			       ? NULL
			       : pair->open;
	case LABEL_CLOSE:
		return closes_well(mark, pair) || closes_low(emitter, mark)
			       ? NULL
			       : closing_text(mark, pair);
	case LABEL_TWO:
		return "\u2019\u2019";
	default:
		return NULL;
	}
}

static const char *straight_text(const struct quote_mark *mark)
{
	if (mark->label == LABEL_LITERAL && mark->glyph >= GLYPH_TICK)
		return NULL;
	if (mark->label == LABEL_TWO)
		return "''";
	return mark->family == FAMILY_DOUBLE && mark->label != LABEL_APOSTROPHE
		       ? "\""
		       : "'";
}

/* Two curly single marks: curly already, so they are kept where marks are. */
static bool is_curly_pair(const struct quote_mark *mark)
{
	return mark->end - mark->at == 2 * sizeof("\u2019") - 2;
}

static const struct {
	const char *text;
	uint8_t glyph;
} shapes[] = {
	{ "\u201C", GLYPH_OPEN },	 { "\u2018", GLYPH_OPEN },
	{ "\u201D", GLYPH_CLOSE },	 { "\u2019", GLYPH_CLOSE },
	{ "\u201E", GLYPH_LOW },	 { "\u201A", GLYPH_LOW },
	{ "\u2019\u2019", GLYPH_TICKS }, { "''", GLYPH_TICKS },
};

uint8_t mark_shape_of(const char *text)
{
	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++) {
		if (is_same(shapes[i].text, text))
			return shapes[i].glyph;
	}
	return GLYPH_STRAIGHT;
}

static const char *style_text(const struct emitter *emitter,
			      const struct quote_mark *mark)
{
	switch (emitter->pass->settings->quotes) {
	case CD_QUOTES_STRAIGHT:
		return straight_text(mark);
	case CD_QUOTES_KEEP:
		if (mark->glyph == GLYPH_STRAIGHT || is_curly_pair(mark))
			return NULL;
		break;
	case CD_QUOTES_CURLY:
		break;
	}
	return curly_text(emitter, mark);
}

/* Whether a single mark is, or will be, one that opens. */
static bool opens_single(const struct quote_mark *mark)
{
	return mark->family == FAMILY_SINGLE && mark->shape == GLYPH_OPEN;
}

/*
 * Side by side, two single marks that open are a double one, with which those
 * before it pair anew. In a text of many windows this would go on, mark by
 * mark.
 */
static bool makes_double(const struct emitter *emitter,
			 const struct quote_mark *mark, const char *text)
{
	const struct quote_mark *end = emitter->marks + emitter->count;

	if (!emitter->part || mark->family != FAMILY_SINGLE ||
	    mark_shape_of(text) != GLYPH_OPEN)
		return false;
	return (mark > emitter->marks && mark[-1].end == mark->at &&
		opens_single(mark - 1)) ||
	       (mark + 1 < end && mark->end == mark[1].at &&
		opens_single(mark + 1));
}

static bool closes_single(const struct quote_mark *mark)
{
	return mark->family == FAMILY_SINGLE && mark->shape == GLYPH_CLOSE &&
	       !mark->partner;
}

/*
 * The same of two that close, or are apostrophes: "the Abbots\u2019' boat".
 * With a partner one of them ends a quotation, and is read so again.
 */
static bool makes_closing_double(const struct emitter *emitter,
				 const struct quote_mark *mark,
				 const char *text)
{
	const struct quote_mark *end = emitter->marks + emitter->count;

	if (mark->family != FAMILY_SINGLE || mark->partner ||
	    mark_shape_of(text) != GLYPH_CLOSE)
		return false;
	return (mark > emitter->marks && mark[-1].end == mark->at &&
		closes_single(mark - 1)) ||
	       (mark + 1 < end && mark->end == mark[1].at &&
		closes_single(mark + 1));
}

/* What a mark becomes; NULL: it stays. */
const char *mark_new_text(const struct emitter *emitter,
			  const struct quote_mark *mark)
{
	const char *text = style_text(emitter, mark);

	return text && (makes_double(emitter, mark, text) ||
			makes_closing_double(emitter, mark, text))
		       ? NULL
		       : text;
}

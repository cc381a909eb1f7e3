/*
 * Marks of other languages: which of them stay as they are, since English would
 * read them in another way.
 */
#include <string.h>

#include "base/bytes.h"
#include "edit/foreign.h"
#include "lang/lang.h"
#include "stages/other_language.h"
#include "stages/quotes/emit.h"
#include "unicode/delimiters.h"
#include "unicode/script.h"

/* A line of another language in an article of English, whose marks it has not.
 */
static bool is_in_other_line(const struct emitter *emitter,
			     const struct quote_mark *mark)
{
	const struct pass *pass = emitter->pass;
	struct emitted_line *line = emitter->line;

	if (!lang_is_english(pass->settings->lang))
		return false;
	if (mark->at < line->at || mark->at >= line->end) {
		line->at = bytes_line_start(pass->text, mark->at);
		line->end = bytes_line_end(pass->text, pass->len, mark->at) + 1;
		line->other = foreign_language(pass->text + line->at,
					       line->end - 1 - line->at,
					       pass->settings->lists) ==
			      OTHER_LANGUAGE_SURE;
		line->told = line->other &&
			     foreign_sentence(pass->text + line->at,
					      line->end - 1 - line->at,
					      pass->settings->lists);
	}
	return line->other;
}

/*
 * "Wir kommen", hieß es: nobody says which marks such a line's stand for. An
 * article without a letter that English lacks is not searched for one.
 */
static bool is_typed_there(const struct emitter *emitter,
			   const struct quote_mark *mark)
{
	return emitter->pass->survey->high_cased &&
	       mark->family == FAMILY_DOUBLE && mark->glyph == GLYPH_STRAIGHT &&
	       !emitter->pass->settings->marks &&
	       emitter->language == &quote_marks_english &&
	       is_in_other_line(emitter, mark) && emitter->line->told;
}

/* The same, or all of the text is in one. */
static bool is_other_here(const struct emitter *emitter,
			  const struct quote_mark *mark)
{
	return language_is_other(emitter->pass) ||
	       is_in_other_line(emitter, mark);
}

/*
 * A curly mark of a text that is written from right to left. Arabic has “ ”
 * and ” “, Urdu ’ ‘ and ’’ ‘‘: where nobody says so, either is right.
 */
static bool faces_left(const struct emitter *emitter,
		       const struct quote_mark *mark)
{
	const struct quote_mark *partner = mark->partner;

	return !emitter->pass->settings->marks &&
	       mark->glyph != GLYPH_STRAIGHT &&
	       (mark->hints & HINT_LEFTWARD ||
		(partner && partner->hints & HINT_LEFTWARD));
}

/*
 * A curly double mark of Chinese, where no space tells which way it faces: at
 * the start of a broken line it may close.
 */
static bool is_unspaced(const struct emitter *emitter,
			const struct quote_mark *mark)
{
	const struct pass *pass = emitter->pass;

	return mark->family == FAMILY_DOUBLE &&
	       (mark->glyph == GLYPH_OPEN || mark->glyph == GLYPH_CLOSE) &&
	       (script_sets_no_spaces(utf8_before(pass->text, mark->at)) ||
		script_sets_no_spaces(pass_point(pass, mark->end))) &&
	       is_other_here(emitter, mark);
}

/*
 * ’ before a word, in another language: Danish opens with it, and words of
 * Gaelic and Afrikaans begin with it.
 */
static bool opens_right(const struct emitter *emitter,
			const struct quote_mark *mark)
{
	return mark->family == FAMILY_SINGLE && mark->glyph == GLYPH_CLOSE &&
	       is_other_here(emitter, mark);
}

/* Jan van 't Hof, 'n boot: nothing opens before a letter alone. */
static bool begins_letter(const struct emitter *emitter,
			  const struct quote_mark *mark)
{
	const struct pass *pass = emitter->pass;
	const unsigned char after = pass_byte(pass, mark->end + 1);

	return mark->family == FAMILY_SINGLE && mark->label == LABEL_OPEN &&
	       mark->right == CONTEXT_LOWER && (after == ' ' || after == '-') &&
	       ascii_is_letter(pass_byte(pass, mark->end)) &&
	       is_other_here(emitter, mark);
}

/*
 * ”Vi väntar”: a line of Swedish in an article of English; or the one mark of a
 * text in another language.
 */
static bool faces_right(const struct emitter *emitter,
			const struct quote_mark *mark)
{
	const struct pass *pass = emitter->pass;

	if (mark->family != FAMILY_DOUBLE || mark->glyph != GLYPH_CLOSE)
		return false;
	if (mark_partner_is(mark, GLYPH_CLOSE) &&
	    is_in_other_line(emitter, mark))
		return true;
	return !pass->settings->marks && !pass->survey->open_double &&
	       may_be_other_language(pass);
}

/* ‘E kali: a letter of Hawaiian, or a mark that opens, but no apostrophe. */
static bool begins_with_letter(const struct emitter *emitter,
			       const struct quote_mark *mark)
{
	return mark->family == FAMILY_SINGLE && mark->glyph == GLYPH_OPEN &&
	       mark_stands_at_front(mark) && is_other_here(emitter, mark);
}

/* Within a word, or after a number: 30.547'si. Nothing opens there. */
static bool follows_word(const struct quote_mark *mark)
{
	return quote_is_letter(mark->left) || mark->left == CONTEXT_DIGIT;
}

/*
 * 'Kuzey Denizi'nden: where typed marks stay, so does one in a word that closes
 * what the mark before it opened.
 */
static bool closes_typed(const struct emitter *emitter,
			 const struct quote_mark *mark)
{
	const struct quote_mark *before = mark;

	if (mark->family != FAMILY_SINGLE || mark->glyph != GLYPH_STRAIGHT ||
	    !follows_word(mark) ||
	    strcmp(emitter->language->singles.open, "'") != 0)
		return false;
	while (before > emitter->marks && before[-1].family != FAMILY_BREAK) {
		before--;
		if (before->family == FAMILY_SINGLE)
			return before->glyph == GLYPH_STRAIGHT &&
			       !follows_word(before) &&
			       quote_is_letter(before->right);
	}
	return false;
}

/* "פרופ' לוי": a geresh of Hebrew is one of its letters. */
static bool is_geresh(const struct quote_mark *mark)
{
	return mark->family == FAMILY_SINGLE && mark->unpaired &&
	       mark->glyph == GLYPH_STRAIGHT && mark->hints & HINT_LEFTWARD &&
	       quote_is_letter(mark->left);
}

/*
 * Two typed marks before words, of another language: nothing closes before one.
 */
static bool are_at_fronts(const struct emitter *emitter,
			  const struct quote_mark *mark)
{
	return mark->family == FAMILY_SINGLE && mark->partner &&
	       mark->glyph == GLYPH_STRAIGHT && mark_stands_at_front(mark) &&
	       mark_stands_at_front(mark->partner) &&
	       is_other_here(emitter, mark);
}

/*
 * "`raw'" of another language: its typed mark stays, which may be an
 * apostrophe, and so does the backtick before the word.
 */
static bool opens_typed(const struct emitter *emitter,
			const struct quote_mark *mark)
{
	return mark->glyph == GLYPH_TICK && mark->family == FAMILY_SINGLE &&
	       !follows_word(mark) && !mark_partner_is(mark, GLYPH_TICK) &&
	       !mark_partner_is(mark, GLYPH_CLOSE) &&
	       is_other_here(emitter, mark);
}

/* The mark after that word. */
static bool closes_tick(const struct emitter *emitter,
			const struct quote_mark *mark)
{
	const struct quote_mark *before = mark - 1;

	return mark > emitter->marks && mark->glyph == GLYPH_STRAIGHT &&
	       mark->family == FAMILY_SINGLE && before->at < mark->at &&
	       opens_typed(emitter, before) &&
	       !memchr(emitter->pass->text + before->end, ' ',
		       mark->at - before->end);
}

/* Whether which way it faces is the other language's business. */
static bool keeps_direction(const struct emitter *emitter,
			    const struct quote_mark *mark)
{
	return faces_left(emitter, mark) || are_at_fronts(emitter, mark) ||
	       is_unspaced(emitter, mark) || faces_right(emitter, mark) ||
	       begins_letter(emitter, mark);
}

/* Whether a mark that is read as `mark->label` stays: its script's, or its
 * language's own. */
bool other_mark_stays(const struct emitter *emitter,
		      const struct quote_mark *mark)
{
	if (opens_typed(emitter, mark) || closes_tick(emitter, mark) ||
	    is_typed_there(emitter, mark))
		return true;
	switch (mark->label) {
	case LABEL_OPEN:
		return keeps_direction(emitter, mark) ||
		       opens_right(emitter, mark);
	case LABEL_CLOSE:
		return keeps_direction(emitter, mark) || is_geresh(mark);
	case LABEL_APOSTROPHE:
		return begins_with_letter(emitter, mark) ||
		       closes_typed(emitter, mark);
	default:
		return false;
	}
}

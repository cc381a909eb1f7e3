/* Spaces inside quotations, outside them, and before apostrophes. */
#include "stages/quotes/emit.h"

#include <string.h>

#include "base/utf8.h"
#include "stages/other_language.h"
#include "stages/stage.h"
#include "unicode/props.h"

/*
 * Two single marks that touch are read as a double one: without the space
 * between them the text would be another.
 */
static bool would_double(const struct pass *pass, size_t at, size_t end)
{
	return quotes_is_single_mark(utf8_before(pass->text, at)) &&
	       quotes_is_single_mark(utf8_at(pass->text, pass->len, end));
}

/* Spaces after an opening mark. */
static void close_up_right(struct emitter *emitter,
			   const struct quote_mark *mark)
{
	const struct pass *pass = emitter->pass;
	size_t end = mark->end;

	for (size_t next = end; next < pass->len; end = next) {
		if (!unicode_is_inline_space(utf8_next(pass->text, &next)))
			break;
	}
	if (end == mark->end || end == pass->len || pass->text[end] == '\n' ||
	    would_double(pass, mark->end, end))
		return;
	pass_delete(emitter->pass, RULE_QUOTES_SPACE_INSIDE, mark->end, end);
	emitter->done = end;
}

/* Spaces before a closing mark or an apostrophe. */
static void close_up_left(struct emitter *emitter,
			  const struct quote_mark *mark, enum rule rule)
{
	const struct pass *pass = emitter->pass;
	size_t at = mark->at;

	for (size_t before = at; before > emitter->done; at = before) {
		if (!unicode_is_inline_space(
			    utf8_previous(pass->text, &before)))
			break;
	}
	if (at == mark->at || at <= emitter->done ||
	    pass->text[at - 1] == '\n' || would_double(pass, at, mark->at))
		return;
	pass_delete(emitter->pass, rule, at, mark->at);
	emitter->done = mark->at;
}

static bool is_cased(uint32_t point)
{
	return unicode_is_upper(point) || unicode_is_lower(point);
}

static size_t word_end(const struct pass *pass, size_t at)
{
	while (at < pass->len && ascii_is_letter((unsigned char)pass->text[at]))
		at++;
	return at;
}

/* Toys"R"Us: a letter in marks is a part of the word around it. */
static bool is_inside_word(const struct pass *pass,
			   const struct quote_mark *mark)
{
	const struct quote_mark *close = mark->partner;

	return close && close->at > mark->end && close->at - mark->end <= 2 &&
	       is_cased(utf8_before(pass->text, mark->at)) &&
	       is_cased(utf8_at(pass->text, pass->len, close->end));
}

/*
 * Endings that hang on to a quotation, as in Turkish ("Deniz"in), and words
 * that it hangs on to: only of English we know that there are none.
 */
static bool is_other_language(const struct emitter *emitter)
{
	return may_be_other_language(emitter->pass);
}

/* ...said:"We ...: a mark opens right after a pause, a stop or a quotation. */
static bool wants_space_left(struct emitter *emitter,
			     const struct quote_mark *mark)
{
	const struct pass *pass = emitter->pass;
	const bool first = mark == emitter->marks;
	const uint32_t before = utf8_before(pass->text, mark->at);

	if (is_inside_word(pass, mark))
		return false;
	if (!first && mark[-1].end == mark->at)
		return mark[-1].family == FAMILY_DOUBLE &&
		       mark[-1].label == LABEL_CLOSE && !mark[-1].unpaired;
	if (before < 0x80 && before && strchr(",;:.?!)", (int)before))
		return true;
	return unicode_is_digit(before) ||
	       (is_cased(before) && !is_other_language(emitter));
}

/* A word that every sentence knows. */
static bool is_small_word(const struct pass *pass, size_t at)
{
	return word_lists_at(pass->settings->lists, pass->text, pass->len, at) &
	       (LIST_BARE | LIST_CLAUSE | LIST_TELLTALE);
}

/* "the third is ’": such a word before the space owns nothing, */
static bool follows_small_word(const struct pass *pass,
			       const struct quote_mark *mark)
{
	return mark->at && word_lists_before(pass->settings->lists, pass->text,
					     mark->at - 1) &
				   (LIST_BARE | LIST_CLAUSE | LIST_TELLTALE);
}

/* "a wall"to, "a wall"of: such a word of two letters. */
static bool is_short_word(const struct pass *pass, size_t at)
{
	return word_end(pass, at) - at == 2 && is_small_word(pass, at);
}

#define NOTE_DIGITS 3

/* 'any more."2 The board', '"a boat,"3 and': a note's number, raised in print.
 */
static bool is_note(const struct pass *pass, const struct quote_mark *mark)
{
	size_t end = mark->end;

	while (quote_is_digit(pass, end) && end - mark->end <= NOTE_DIGITS)
		end++;
	if (end == mark->end || end - mark->end > NOTE_DIGITS)
		return false;
	return end == pass->len || pass->text[end] == '\n' ||
	       (pass->text[end] == ' ' &&
		(mark->left == CONTEXT_PAUSE
			 ? is_small_word(pass, end + 1)
			 : ascii_is_upper(pass_byte(pass, end + 1))));
}

/* ... door."But: a letter is right after the mark that closes. */
static bool wants_space_right(struct emitter *emitter,
			      const struct quote_mark *mark)
{
	const struct pass *pass = emitter->pass;
	const uint32_t after = utf8_at(pass->text, pass->len, mark->end);
	const size_t end = word_end(pass, mark->end);

	if (mark->left == CONTEXT_STOP || mark->left == CONTEXT_PAUSE)
		return is_cased(after) ||
		       (unicode_is_digit(after) && !is_note(pass, mark));
	/* "X"s and "Y"-like are words; so may be a short one. */
	return is_cased(after) && !quotes_is_suffix(pass, mark->end, end) &&
	       (end - mark->end >= 3 || is_short_word(pass, mark->end)) &&
	       !(unicode_is_lower(after) && is_other_language(emitter));
}

static bool is_caseless(uint32_t point)
{
	return unicode_is_letter(point) && !is_cased(point);
}

#define BESIDE 4 /* points up to the letter beside a mark */

/*
 * 说:"10月, 了","61岁: the next letter at either side, if no space is before
 * it, is of a script without case, which sets no spaces there.
 */
static bool is_among_caseless(const struct pass *pass,
			      const struct quote_mark *mark)
{
	size_t before = mark->at, after = mark->end;

	for (unsigned i = 0; i < BESIDE && before; i++) {
		const uint32_t point = utf8_previous(pass->text, &before);

		if (unicode_is_letter(point) || unicode_is_space(point)) {
			if (is_caseless(point))
				return true;
			break;
		}
	}
	for (unsigned i = 0; i < BESIDE && after < pass->len; i++) {
		const uint32_t point = utf8_next(pass->text, &after);

		if (unicode_is_letter(point) || unicode_is_space(point))
			return is_caseless(point);
	}
	return false;
}

static void open_up(struct emitter *emitter, const struct quote_mark *mark,
		    size_t at)
{
	if (is_among_caseless(emitter->pass, mark))
		return;
	pass_put(emitter->pass, RULE_QUOTES_SPACE_OUTSIDE, at, at, " ");
}

/*
 * Text that touches the mark's outer side: then a space on its inner side may
 * belong on the outer one.
 */
static bool holds(uint8_t context)
{
	return context == CONTEXT_LOWER || context == CONTEXT_UPPER ||
	       context == CONTEXT_DIGIT;
}

/* "the players ' union", "O 'Brien": a tokeniser's space. */
static bool is_separated_apostrophe(const struct pass *pass,
				    const struct quote_mark *mark)
{
	if (mark->label != LABEL_APOSTROPHE || mark->left != CONTEXT_SPACE)
		return false;
	return holds(mark->right) ? (mark->hints & HINT_PREFIX) != 0
				  : (mark->hints & HINT_AFTER_S) != 0 &&
					    !follows_small_word(pass, mark);
}

/* A quotation with a space between it and the words around it. */
static bool stands_apart(const struct quote_mark *mark)
{
	return mark->family == FAMILY_DOUBLE && !(mark->hints & HINT_CASELESS);
}

/* "one is “, the other is ”": nothing that a quotation holds. */
static bool is_spoken_of(const struct pass *pass, const struct quote_mark *mark)
{
	const struct quote_mark *open = mark->partner;

	return mark->label == LABEL_CLOSE && mark->left == CONTEXT_SPACE &&
	       (open ? open->right == CONTEXT_PAUSE : mark->unpaired) &&
	       follows_small_word(pass, mark);
}

void emit_space_before(struct emitter *emitter, const struct quote_mark *mark)
{
	if (is_spoken_of(emitter->pass, mark))
		return;
	if (mark->label == LABEL_CLOSE && !holds(mark->right))
		close_up_left(emitter, mark, RULE_QUOTES_SPACE_INSIDE);
	else if (is_separated_apostrophe(emitter->pass, mark))
		close_up_left(emitter, mark, RULE_QUOTES_SPACE_APOSTROPHE);
	else if (mark->label == LABEL_OPEN && stands_apart(mark) &&
		 wants_space_left(emitter, mark))
		open_up(emitter, mark, mark->at);
}

void emit_space_after(struct emitter *emitter, const struct quote_mark *mark)
{
	if (mark->label == LABEL_OPEN && !holds(mark->left))
		close_up_right(emitter, mark);
	else if (mark->label == LABEL_CLOSE && stands_apart(mark) &&
		 wants_space_right(emitter, mark))
		open_up(emitter, mark, mark->end);
}

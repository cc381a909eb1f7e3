/* Whose quotation marks a text has. */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "lang/lang.h"
#include "stages/other_language.h"
#include "unicode/delimiters.h"
#include "unicode/props.h"

/* As Finnish and Swedish papers set them. */
static const struct quote_marks facing_right = {
	.doubles = { "\u201D", "\u201D" },
	.singles = { "\u2019", "\u2019" },
	.inner = { "\u2019", "\u2019" },
};

/* Which marks a typed " stands for nobody has said. */
static const struct quote_marks as_typed = {
	.doubles = { "\"", "\"" },
	.singles = { "'", "'" },
	.inner = { "'", "'" },
};

/*
 * A text in another language with “ ” and typed single marks, of which many are
 * apostrophes at a word's end: Maltese ta', Hausa 'yan, Punjabi 'ਚ.
 */
static const struct quote_marks singles_typed = {
	.doubles = { "\u201C", "\u201D" },
	.singles = { "'", "'" },
	.inner = { "'", "'" },
};

/* As German and Czech papers set them, ... */
static const struct quote_marks low_to_open = {
	.doubles = { "\u201E", "\u201C" },
	.singles = { "\u201A", "\u2018" },
	.inner = { "\u201A", "\u2018" },
};

/* ... and Polish and Romanian ones. */
static const struct quote_marks low_to_close = {
	.doubles = { "\u201E", "\u201D" },
	.singles = { "\u201A", "\u2019" },
	.inner = { "\u201A", "\u2019" },
};

/*
 * Such a text in which all single marks are typed: Polish sets them low, too,
 * but Dutch does not.
 */
static const struct quote_marks low_and_typed = {
	.doubles = { "\u201E", "\u201D" },
	.singles = { "'", "'" },
	.inner = { "'", "'" },
};

/* French, where guillemets have no space beside the words. */
static const struct quote_marks tight = {
	.doubles = { "\u00AB", "\u00BB" },
	.singles = { "\u2018", "\u2019" },
	.inner = { "\u201C", "\u201D" },
};

#define GUILLEMET "\u00AB"

/* Whether the text's first guillemet that opens touches a word. */
static bool is_tight(const struct pass *pass)
{
	const size_t len = sizeof(GUILLEMET) - 1;

	for (size_t at = 0; at + len < pass->len; at++) {
		const char *found = memchr(pass->text + at, GUILLEMET[0],
					   pass->len - at - len);

		if (!found)
			break;
		at = (size_t)(found - pass->text);
		if (!memcmp(found, GUILLEMET, len))
			return !unicode_is_space(
				utf8_at(pass->text, pass->len, at + len));
	}
	return false;
}

/*
 * Danish and others open with “ or ”, as the paper likes; in English alone a
 * row of ” is a fault.
 */
static bool may_face_right(const struct pass *pass)
{
	return !lang_is_english(pass->settings->lang) &&
	       !strcmp(pass->settings->marks->doubles.open, "\u201C") &&
	       pass->survey->close_double > 1 && !pass->survey->open_double;
}

/* The article's own: its edits point to them, and may outlive the desk. */
static const struct quote_marks *keep(struct pass *pass,
				      const struct quote_marks *marks)
{
	struct quote_marks *kept = arena_alloc(pass->arena, sizeof(*kept));

	if (!kept) {
		pass->failed = true;
		return &quote_marks_english;
	}
	*kept = *marks;
	return kept;
}

/* The marks that were said; French ones as the text sets them. */
static const struct quote_marks *marks_said(struct pass *pass)
{
	const struct quote_marks *marks = pass->settings->marks;
	const char *open = marks->doubles.open;
	const bool apart = bytes_begin(open, strlen(open), 0, GUILLEMET) &&
			   strcmp(open, GUILLEMET) != 0;

	if (may_face_right(pass))
		return &facing_right;
	return apart && pass->survey->quotes_other && is_tight(pass)
		       ? &tight
		       : keep(pass, marks);
}

#define QUOTE_LEN 3 /* bytes of \u201C, \u201D, \u201E */

struct marks_seen {
	size_t low, open, close; /* \u201E; \u201C that opens; that closes */
	size_t right;		 /* \u201D that closes */
	size_t low_singles;	 /* \u201A */
	bool pending;		 /* \u201E has opened, and nothing closed */
};

/* After a word or a stop, and before no word. */
static bool is_at_end(const struct pass *pass, size_t at)
{
	const uint32_t before = at ? utf8_before(pass->text, at) : ' ';
	const uint32_t after = utf8_at(pass->text, pass->len, at + QUOTE_LEN);

	return before > ' ' && !unicode_is_space(before) &&
	       !unicode_is_word(after);
}

/* After a space and before no word, as a tokeniser leaves what closes. */
static bool is_apart(const struct pass *pass, size_t at)
{
	return at && ascii_is_space((unsigned char)pass->text[at - 1]) &&
	       !unicode_is_word(utf8_at(pass->text, pass->len, at + QUOTE_LEN));
}

static void see_mark(const struct pass *pass, size_t at,
		     struct marks_seen *seen)
{
	const bool ends =
		is_at_end(pass, at) || (seen->pending && is_apart(pass, at));

	switch ((unsigned char)pass->text[at + 2]) {
	case 0x9C:
		seen->open += !ends;
		seen->close += ends;
		break;
	case 0x9D:
		seen->right += ends;
		break;
	case 0x9E:
		seen->low += !ends;
		seen->pending = !ends;
		return;
	case 0x9A:
		seen->low_singles++;
		return;
	}
	seen->pending = false;
}

/* Guillemets that open: «, where a tokeniser set it apart, too; » in German. */
static size_t count_guillemets(const struct pass *pass)
{
	size_t count = 0;

	for (size_t at = 0; at + 2 < pass->len; at += 2) {
		at = bytes_find(pass->text, pass->len - 2, at, '\xC2');
		if (at == pass->len - 2)
			break;
		if ((pass->text[at + 1] == '\xAB' ||
		     pass->text[at + 1] == '\xBB') &&
		    pass_byte_before(pass, at) <= ' ' &&
		    (pass->text[at + 1] == '\xAB' ||
		     unicode_is_word(utf8_at(pass->text, pass->len, at + 2))))
			count++;
	}
	return count;
}

/*
 * Where quotations open with \u201E, or \u201C only closes, what closes them
 * says whose they are; NULL where that does not tell.
 */
static const struct quote_marks *marks_of_low(const struct pass *pass)
{
	struct marks_seen seen = { 0 };
	size_t at = 0;

	while (at + QUOTE_LEN <= pass->len) {
		const char *found =
			memchr(pass->text + at, 0xE2, pass->len - at - 2);

		if (!found)
			break;
		at = (size_t)(found - pass->text);
		if (found[1] == '\x80')
			see_mark(pass, at, &seen);
		at += QUOTE_LEN;
	}
	if (seen.low < seen.open ||
	    (seen.low < 2 && !may_be_other_language(pass)))
		return NULL;
	if (!seen.low)
		return seen.close && !seen.open && !seen.right ? &low_to_open
							       : NULL;
	/* in Russian they are within guillemets only */
	if (pass->survey->straight_double && count_guillemets(pass) > seen.low)
		return &as_typed;
	if (seen.close > seen.right && seen.close > seen.open)
		return &low_to_open;
	if (seen.right <= seen.close || seen.open)
		return NULL;
	return seen.low_singles || !pass->survey->straight_single
		       ? &low_to_close
		       : &low_and_typed;
}

#define LEAST_COMMAS 2 /* one may be a slip */

static size_t count_commas(const struct pass *pass)
{
	size_t at = 0, count = 0;

	while (at + 2 < pass->len && count < LEAST_COMMAS) {
		const char *found =
			memchr(pass->text + at, ',', pass->len - at - 2);
		unsigned char before;

		if (!found)
			break;
		at = (size_t)(found - pass->text);
		before = pass_byte_before(pass, at);
		count +=
			found[1] == ',' && (before <= ' ' || before == '(') &&
			unicode_is_word(utf8_at(pass->text, pass->len, at + 2));
		at++;
	}
	return count;
}

enum quote_commas quotes_open_with_commas(const struct pass *pass)
{
	const size_t count = count_commas(pass);

	if (count == LEAST_COMMAS)
		return COMMAS_OPEN;
	return count && language_is_other(pass) ? COMMAS_OPEN_ONE : COMMAS_NONE;
}

/* A text in which \u201C only closes has no \u201D. */
static bool may_have_low(const struct survey *survey)
{
	return survey->quotes_other ||
	       (survey->open_double && !survey->close_double);
}

static bool may_have_typed_singles(const struct survey *survey)
{
	return survey->straight_single && !survey->open_single;
}

/* Surely another one where the user says that it is not known: "und". */
static enum other_language other_language(const struct pass *pass)
{
	return lang_is_english(pass->settings->lang) ? language_told(pass)
						     : OTHER_LANGUAGE_SURE;
}

const struct quote_marks *quotes_language(struct pass *pass)
{
	const struct survey *survey = pass->survey;
	const struct quote_marks *low;
	enum other_language other;

	if (pass->settings->marks)
		return marks_said(pass);
	low = may_have_low(survey) ? marks_of_low(pass) : NULL;
	if (low)
		return low;
	/* a closer look would not help */
	if (!(survey->close_double + survey->straight_double +
	      survey->straight_single))
		return &quote_marks_english;
	if (survey->open_double && !may_have_typed_singles(survey))
		return &quote_marks_english;
	other = other_language(pass);
	/* a text with “ is as English has it, but for its apostrophes */
	if (survey->open_double)
		return other == OTHER_LANGUAGE_SURE ? &singles_typed
						    : &quote_marks_english;
	if (other != OTHER_LANGUAGE_NONE && survey->close_double > 1 &&
	    !(survey->quotes_other && survey->open_single))
		return &facing_right;
	return other == OTHER_LANGUAGE_SURE && !survey->close_double
		       ? &as_typed
		       : &quote_marks_english;
}

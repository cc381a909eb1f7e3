/* Marks that are letters, and what the script beside a mark says of it. */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/utf8.h"
#include "lang/lang.h"
#include "stages/other_language.h"
#include "text/marks.h"
#include "unicode/props.h"

static bool is_hebrew(uint32_t point)
{
	return point >= 0x0590 && point <= 0x05FF;
}

/*
 * Armenian's marks of pause, stress and question are typed as single marks
 * after a letter: they are no quotation marks.
 */
static bool is_armenian(uint32_t point)
{
	return point >= 0x0530 && point <= 0x058F;
}

/* Written from right to left: Hebrew, Arabic, with their marks and forms. */
static bool is_leftward(uint32_t point)
{
	return (point >= 0x0590 && point <= 0x08FF) ||
	       (point >= 0xFB1D && point <= 0xFDFF) ||
	       (point >= 0xFE70 && point <= 0xFEFC);
}

static bool is_beside_leftward(const struct pass *pass,
			       const struct quote_mark *mark)
{
	size_t at = mark->at, end = mark->end;

	at = skip_spaces_back(pass->text, 0, at);
	end = skip_spaces(pass->text, pass->len, end);
	return is_leftward(utf8_before(pass->text, at)) ||
	       is_leftward(utf8_at(pass->text, pass->len, end));
}

/* With the long ones of Hawaiian and Maori. */
static bool is_vowel(uint32_t point)
{
	switch (point | 1) {
	case 0x101: /* Ā ā, */
	case 0x113: /* Ē ē, */
	case 0x12B: /* Ī ī, */
	case 0x14D: /* Ō ō, */
	case 0x16B: /* Ū ū */
		return true;
	default:
		return point < 0x80 && point &&
		       strchr("AEIOUaeiou", (int)point);
	}
}

/* d‘être, O‘Brien, y‘all, but O‘ahu: one letter before the mark. */
static bool is_elided(const struct pass *pass, const struct quote_mark *mark)
{
	const uint32_t before = utf8_before(pass->text, mark->at);
	size_t at = mark->at;

	utf8_previous(pass->text, &at);
	if (unicode_is_word(utf8_before(pass->text, at)))
		return false;
	return mark->right == CONTEXT_UPPER || !is_vowel(before) ||
	       !is_vowel(utf8_at(pass->text, pass->len, mark->end));
}

/* O‘zbek, g‘alla: letters of Uzbek, in a text that is not English. */
static bool is_uzbek(const struct pass *pass, const struct quote_mark *mark)
{
	const uint32_t before = utf8_before(pass->text, mark->at) | 0x20;

	return (before == 'o' || before == 'g') &&
	       mark->right == CONTEXT_LOWER && may_be_other_language(pass);
}

/* O‘ZBEKISTON: the same in capitals, as names of Irish have one. */
static bool is_uzbek_capital(const struct pass *pass,
			     const struct quote_mark *mark)
{
	const uint32_t before = utf8_before(pass->text, mark->at);
	size_t next = mark->end;

	if ((before != 'O' && before != 'G') || mark->right != CONTEXT_UPPER)
		return false;
	utf8_next(pass->text, &next);
	return unicode_is_upper(utf8_at(pass->text, pass->len, next)) &&
	       pass->survey->open_single > 1 && may_be_other_language(pass);
}

/*
 * Hawai‘i, Ka‘ba: U+2018 within a word is a letter, the ‘okina or an ayn, where
 * no English ending follows. So it is in languages of which no words are known.
 */
static bool is_okina(const struct pass *pass, const struct quote_mark *mark)
{
	const uint32_t endings = LIST_SUFFIX | LIST_ENDING | LIST_ELIDED;
	const struct quote_word word = quote_word_at(pass, mark->end);
	const uint32_t lists =
		word_lists_find(pass->settings->lists, word.bytes, word.len);
	const struct lang *lang = pass->settings->lang;

	if (mark->glyph != GLYPH_OPEN)
		return false;
	if (!lang_is_english(lang))
		return !*lang->name;
	if (is_uzbek_capital(pass, mark))
		return true;
	/* so‘m, the money of Uzbekistan; of English words only I has an m */
	if (lists & endings)
		return word.len == 1 && *word.bytes == 'm' &&
		       is_uzbek(pass, mark);
	return !is_elided(pass, mark) || is_uzbek(pass, mark);
}

/* ‘Abd al-‘Aziz: an ayn after an Arabic article. */
static bool is_ayn(const struct pass *pass, const struct quote_mark *mark)
{
	const char *text = pass->text;
	const size_t at = mark->at;

	return mark->glyph == GLYPH_OPEN && mark->right == CONTEXT_UPPER &&
	       at > 2 && text[at - 1] == '-' &&
	       ascii_is_lower((unsigned char)text[at - 2]) &&
	       ascii_is_letter((unsigned char)text[at - 3]) &&
	       (at == 3 || !unicode_is_word(utf8_before(text, at - 3)));
}

#define COMMA_BACK 80 /* bytes from what closes to the comma */

bool quotes_follows_comma(const struct pass *pass,
			  const struct quote_mark *mark)
{
	size_t end;

	if (mark->family != FAMILY_SINGLE || quote_is_letter(mark->right))
		return false;
	for (size_t at = mark->at; at && mark->at - at < COMMA_BACK; at--)
		if (pass->text[at - 1] == ',' &&
		    text_comma_opens(pass->text, pass->len, at - 1, &end))
			return end == mark->at && may_be_other_language(pass);
	return false;
}

/*
 * CORAZÃ"N, CÃ'T, â"¬, 9Ã', saidâ€„: mojibake whose mark somebody made
 * straight, or not all of it. Turned, it would be one of several letters, and
 * nobody knows which.
 */
static bool is_half_letter(const struct pass *pass,
			   const struct quote_mark *mark)
{
	uint32_t before, after;
	size_t at = mark->at;

	if (pass_byte_before(pass, at) < 0x80)
		return false;
	before = utf8_previous(pass->text, &at);
	if (before == 0x20AC && utf8_before(pass->text, at) == 0xE2)
		return true;
	after = pass_point(pass, mark->end);
	if ((before != 0xC3 && before != 0xC2 && before != 0xE2) ||
	    mark->glyph == GLYPH_OPEN || mark->glyph == GLYPH_CLOSE)
		return false;
	return unicode_is_digit(utf8_before(pass->text, at)) ||
	       (after > ' ' && (after | 0x20) != 's' &&
		(unicode_is_word(after) || after >= 0x80));
}

bool quotes_is_letter_sign(const struct pass *pass,
			   const struct quote_mark *mark)
{
	const uint32_t before = utf8_before(pass->text, mark->at);

	if (is_half_letter(pass, mark))
		return true;
	if (mark->family != FAMILY_SINGLE)
		return false;
	if (is_armenian(before) || is_ayn(pass, mark))
		return true;
	return quote_is_letter(mark->left) && quote_is_letter(mark->right) &&
	       (is_okina(pass, mark) ||
		(is_hebrew(before) &&
		 is_hebrew(utf8_at(pass->text, pass->len, mark->end))));
}

uint16_t quotes_script_hints(const struct pass *pass,
			     const struct quote_mark *mark)
{
	const uint32_t before = utf8_before(pass->text, mark->at);
	const uint32_t after = utf8_at(pass->text, pass->len, mark->end);
	uint16_t hints = 0;

	if (is_hebrew(before) && is_hebrew(after))
		hints |= HINT_HEBREW;
	if (is_beside_leftward(pass, mark))
		hints |= HINT_LEFTWARD;
	if ((unicode_is_letter(before) && !unicode_is_upper(before) &&
	     !unicode_is_lower(before)) ||
	    (unicode_is_letter(after) && !unicode_is_upper(after) &&
	     !unicode_is_lower(after)))
		hints |= HINT_CASELESS;
	return hints;
}

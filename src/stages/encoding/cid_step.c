/*
 * Glyphs of a PDF whose font does not say what they are: "don(cid:146)t",
 * "of(cid:28)cial". A number is a glyph's place in its font, and of no letter
 * by itself. It is an apostrophe where the words beside it need one; then the
 * marks that a common charset has beside it are known, too. It is a ligature
 * where that makes a word; so may be nothing at all (lost_ligature.c). What is
 * before items, line after line, is a bullet. All others are reported.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "lang/lookup.h"
#include "stages/encoding/contraction.h"
#include "stages/encoding/lost_ligature.h"
#include "text/word_lists.h"

#define SIGN "(cid:"
#define SIGN_LEN 5
#define NUMBER_MOST 5 /* digits */
#define GLYPHS 256    /* of the fonts of one byte; others have no meaning */
#define SURE_WORDS 2  /* with a ligature, before it is one in names, too */
#define BULLETS 2     /* lines, at least */
#define WORD_MOST 32  /* bytes */
#define WORD_ROOM 64  /* the same with the signs in it */

/* What is known of the article's glyphs. */
struct glyphs {
	bool apostrophe[GLYPHS];
	uint32_t bullets[GLYPHS], others[GLYPHS]; /* at starts of lines, not */
	uint32_t words[GLYPHS]; /* that are known with it as a ligature */
};

/* "ff", "fi", "fl", "ffi", "ffl": from 11 on in TeX's OT1, from 27 in T1. */
static const char *ligature(size_t number)
{
	static const char *const texts[] = { "ff", "fi", "fl", "ffi", "ffl" };
	const size_t count = sizeof(texts) / sizeof(*texts);

	if (number >= 11 && number < 11 + count)
		return texts[number - 11];
	return number >= 27 && number < 27 + count ? texts[number - 27] : NULL;
}

#define WINDOWS_APOSTROPHE 146
#define MAC_APOSTROPHE 213

/* Marks of Mac Roman, from 208 on. */
static const char *mac_mark(size_t number)
{
	static const char *const marks[] = { "–", "—", "“", "”", "‘", "’" };
	const size_t count = sizeof(marks) / sizeof(*marks);

	return number >= 208 && number < 208 + count ? marks[number - 208]
						     : NULL;
}

static const char *windows_mark(size_t number)
{
	static const char *const marks[] = {
		"‘", "’", "“", "”", "•", "–", "—"
	};
	const size_t count = sizeof(marks) / sizeof(*marks);

	return number >= 145 && number < 145 + count ? marks[number - 145]
						     : NULL;
}

/* "(cid:146)" at text[at]. Returns where it ends; `at`: there is none. */
static size_t read_glyph(const struct pass *pass, size_t at, size_t *number)
{
	size_t end = at + SIGN_LEN;

	*number = 0;
	if (!pass_has(pass, at, SIGN))
		return at;
	while (ascii_is_digit(pass_byte(pass, end)) &&
	       end - at < SIGN_LEN + NUMBER_MOST)
		*number = *number * 10 + (size_t)(pass->text[end++] - '0');
	return end > at + SIGN_LEN && pass_byte(pass, end) == ')' ? end + 1
								  : at;
}

static size_t next_sign(const struct pass *pass, size_t at)
{
	at = bytes_find(pass->text, pass->len, at, '(');
	while (at < pass->len && !pass_has(pass, at, SIGN))
		at = bytes_find(pass->text, pass->len, at + 1, '(');
	return at;
}

/* Append text[at, end) to a word in small letters; false: it is too long. */
static bool append(char *word, size_t *len, const char *text, size_t count)
{
	if (*len + count > WORD_MOST)
		return false;
	for (size_t i = 0; i < count; i++)
		word[(*len)++] = (char)ascii_lower((unsigned char)text[i]);
	return true;
}

/* The word from text[at] on, its ligatures written out. Its length, or 0. */
static size_t spell(const struct pass *pass, size_t at, char *word)
{
	size_t len = 0, number, end;

	while (at < pass->len) {
		const char *text = NULL;

		if (ascii_is_letter((unsigned char)pass->text[at])) {
			if (!append(word, &len, pass->text + at++, 1))
				return 0;
			continue;
		}
		end = read_glyph(pass, at, &number);
		text = end > at ? ligature(number) : NULL;
		if (!text)
			break;
		if (!append(word, &len, text, strlen(text)))
			return 0;
		at = end;
	}
	return len;
}

/* Where the glyph that ends at text[at] begins; `at`: there is none. */
static size_t glyph_before(const struct pass *pass, size_t at)
{
	size_t start = at, number;

	while (start && at - start < SIGN_LEN + NUMBER_MOST + 1)
		if (pass->text[--start] == '(')
			break;
	return start < at && read_glyph(pass, start, &number) == at &&
			       ligature(number)
		       ? start
		       : at;
}

/* Where the word begins that goes on at text[at]; it is not a long one. */
static size_t word_start(const struct pass *pass, size_t at)
{
	const size_t end = at;
	size_t start = at;

	do {
		at = start;
		while (ascii_is_letter(pass_byte_before(pass, at)) &&
		       end - at < WORD_ROOM)
			at--;
		start = glyph_before(pass, at);
	} while (start < at && end - start < WORD_ROOM);
	return at;
}

static bool is_word(const struct pass *pass, const char *word, size_t len)
{
	size_t rest;

	return len &&
	       (word_lists_find(pass->settings->lists, word, len) ||
		lang_lookup(&pass->settings->lang->words, word, len, &rest) ||
		lang_lookup(&pass->settings->lang->short_words, word, len,
			    &rest));
}

/* Whether a letter is beside text[at, end). */
static bool is_in_word(const struct pass *pass, size_t at, size_t end)
{
	return ascii_is_letter(pass_byte_before(pass, at)) ||
	       ascii_is_letter(pass_byte(pass, end));
}

/* Whether a ligature at text[at, end) makes a word that is known. */
static bool spells_word(const struct pass *pass, size_t at, size_t end)
{
	char word[WORD_MOST];

	return is_in_word(pass, at, end) &&
	       is_word(pass, word, spell(pass, word_start(pass, at), word));
}

static void count(const struct pass *pass, size_t at, struct glyphs *glyphs)
{
	size_t number;
	const size_t end = read_glyph(pass, at, &number);
	const bool first = pass_begins_line(pass, at);

	if (end == at || number >= GLYPHS)
		return;
	if (ascii_is_letter(pass_byte_before(pass, at)) &&
	    (contraction_holds(pass, at, end) ||
	     contraction_owns(pass, at, end)))
		glyphs->apostrophe[number] = true;
	if (first && pass_byte(pass, end) == ' ')
		glyphs->bullets[number]++;
	else
		glyphs->others[number]++;
	if (ligature(number))
		glyphs->words[number] += spells_word(pass, at, end);
}

/* What the glyph at text[at, end) is; NULL: nobody knows. */
static const char *read_as(const struct pass *pass, size_t at, size_t end,
			   size_t number, const struct glyphs *glyphs)
{
	const char *text = NULL;

	if (number >= GLYPHS)
		return NULL;
	if (ligature(number) &&
	    (glyphs->words[number] >= SURE_WORDS ? is_in_word(pass, at, end)
						 : spells_word(pass, at, end)))
		return ligature(number);
	if (glyphs->apostrophe[number])
		return "’";
	if (glyphs->apostrophe[WINDOWS_APOSTROPHE])
		text = windows_mark(number);
	else if (glyphs->apostrophe[MAC_APOSTROPHE])
		text = mac_mark(number);
	if (!text && glyphs->bullets[number] >= BULLETS &&
	    !glyphs->others[number])
		return "•";
	return text;
}

/* The end of a row of unknown glyphs, which is reported once. */
static size_t report(struct pass *pass, size_t at, size_t end,
		     const struct glyphs *glyphs)
{
	size_t next = end, number;

	while ((next = read_glyph(pass, end, &number)) > end &&
	       !read_as(pass, end, next, number, glyphs))
		end = next;
	pass_note(pass, RULE_ENCODING_LOST_CHARACTER, at, end, NULL);
	return end;
}

static void run(struct pass *pass)
{
	struct glyphs *glyphs = NULL;
	size_t at = survey_saw(pass->survey, SEEN_ESCAPE) ? next_sign(pass, 0)
							  : pass->len;
	size_t number;

	if (at == pass->len) {
		lost_ligatures_mend(pass);
		return;
	}
	glyphs = arena_alloc(pass->arena, sizeof(*glyphs));
	if (!glyphs) {
		pass->failed = true;
		return;
	}
	memset(glyphs, 0, sizeof(*glyphs));
	for (; at < pass->len; at = next_sign(pass, at + 1))
		count(pass, at, glyphs);
	at = next_sign(pass, 0);
	while (at < pass->len && !pass->failed) {
		const size_t end = read_glyph(pass, at, &number);
		const char *text =
			end > at ? read_as(pass, at, end, number, glyphs)
				 : NULL;
		size_t next = at + 1;

		if (text) {
			pass_put(pass, RULE_ENCODING_ESCAPE, at, end, text);
			next = end;
		} else if (end > at) {
			next = report(pass, at, end, glyphs);
		}
		at = next_sign(pass, next);
	}
}

const struct stage cid_stage = {
	.name = "encoding",
	.decodes = true,
	.rule = RULE_ANY,
	.run = run,
};

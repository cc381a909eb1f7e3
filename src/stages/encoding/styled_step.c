/*
 * Letters and marks that are type and no spelling: words in the bold, slanted
 * or encircled letters that Unicode has for mathematics, "𝗙𝗲𝗿𝗿𝘆", as people
 * post them; heavy quotation marks, "❝"; and the letter "ʼ" for an apostrophe.
 * A variable of mathematics, "𝑥", is one letter, and stays where no words are
 * written so.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/byte_set.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/contraction.h"
#include "text/marks.h"
#include "unicode/props.h"

#define WORD_LETTERS 4 /* of a word that no formula has, */
#define WORDS 2	       /* so many of them */
#define ALPHABET 26
#define MODIFIER 0x2BC
#define LOW 0x201A

/* Letters of styles that were in Unicode before the others. */
static const struct {
	uint32_t point;
	char letter;
} early[] = {
	{ 0x2102, 'C' }, { 0x210A, 'g' }, { 0x210B, 'H' }, { 0x210C, 'H' },
	{ 0x210D, 'H' }, { 0x210E, 'h' }, { 0x2110, 'I' }, { 0x2111, 'I' },
	{ 0x2112, 'L' }, { 0x2115, 'N' }, { 0x2119, 'P' }, { 0x211A, 'Q' },
	{ 0x211B, 'R' }, { 0x211C, 'R' }, { 0x211D, 'R' }, { 0x2124, 'Z' },
	{ 0x2128, 'Z' }, { 0x212C, 'B' }, { 0x212D, 'C' }, { 0x212F, 'e' },
	{ 0x2130, 'E' }, { 0x2131, 'F' }, { 0x2133, 'M' }, { 0x2134, 'o' },
};

static char early_letter(uint32_t point)
{
	for (size_t i = 0; i < sizeof(early) / sizeof(*early); i++)
		if (early[i].point == point)
			return early[i].letter;
	return 0;
}

static char letter_of(uint32_t index)
{
	index %= 2 * ALPHABET;
	return (char)(index < ALPHABET ? 'A' + index : 'a' + index - ALPHABET);
}

/* The letter or digit that `point` is in some style; 0: none. */
static char plain_of(uint32_t point)
{
	if (point >= 0x1D400 && point < 0x1D6A4)
		return letter_of(point - 0x1D400);
	if (point >= 0x1D7CE && point <= 0x1D7FF)
		return (char)('0' + (point - 0x1D7CE) % 10);
	if (point >= 0x24B6 && point < 0x24B6 + 2 * ALPHABET)
		return letter_of(point - 0x24B6);
	return point >= 0x2102 && point <= 0x2134 ? early_letter(point) : 0;
}

static const char *mark_of_heavy(uint32_t point)
{
	static const char *const marks[] = { "‘", "’", "“", "”" };

	return point >= 0x275B && point <= 0x275E ? marks[point - 0x275B]
						  : NULL;
}

/* Lead bytes of all of these. */
static struct byte_set find_leads(void)
{
	return byte_set_of("\xCA\xE2\xF0");
}

/* Whether words of the text are written so. */
static bool has_words(const struct pass *pass)
{
	const struct byte_set leads = find_leads();
	size_t at = byte_set_find(&leads, pass->text, 0, pass->len), words = 0;

	while (at < pass->len && words < WORDS) {
		size_t letters = 0, end = at;

		while (at < pass->len &&
		       plain_of(utf8_next(pass->text, &end))) {
			at = end;
			letters++;
		}
		words += letters >= WORD_LETTERS;
		at = byte_set_find(&leads, pass->text, letters ? at : end,
				   pass->len);
	}
	return words >= WORDS;
}

/* "so‚ he said", “so‚” he said, "1‚200": nothing opens there. */
static bool is_comma(const struct pass *pass, size_t at, size_t end)
{
	const uint32_t before = utf8_before(pass->text, at);
	const uint32_t after = utf8_at(pass->text, pass->len, end);

	if (unicode_is_digit(before) && unicode_is_digit(after))
		return true;
	if (unicode_is_word(before) && (after == '"' || after == 0x201D))
		return true;
	return (unicode_is_word(before) || mark_is(before, MARK_CLOSE_QUOTE)) &&
	       unicode_is_space(after);
}

/* Whether one opens a quotation in the text: others may close it. */
static bool has_low_quotes(const struct pass *pass)
{
	static const char low[] = "\u201A";
	size_t at = 0;

	while ((at = bytes_find(pass->text, pass->len, at, low[0])) <
	       pass->len) {
		const size_t end = at + sizeof(low) - 1;

		if (pass_has(pass, at, low) &&
		    !unicode_is_word(utf8_before(pass->text, at)) &&
		    unicode_is_word(pass_point(pass, end)))
			return true;
		at++;
	}
	return false;
}

/* "donʼt", "Idaʼs": no letter of another language. */
static bool is_apostrophe(const struct pass *pass, size_t at, size_t end)
{
	return contraction_holds(pass, at, end) ||
	       contraction_owns(pass, at, end);
}

/* "the crewsʼ boats", "OʼDell", in a text that has others. */
static bool is_like_others(const struct pass *pass, size_t at, size_t end)
{
	const uint32_t after = pass_point(pass, end);

	if (unicode_is_upper(after))
		return word_lists_before(pass->settings->lists, pass->text,
					 at) &
		       LIST_PREFIX;
	return pass_byte_before(pass, at) == 's' && !unicode_is_word(after);
}

static bool has_apostrophes(const struct pass *pass)
{
	static const char modifier[] = "\u02BC";
	size_t at = 0;

	while ((at = bytes_find(pass->text, pass->len, at, modifier[0])) <
	       pass->len) {
		const size_t end = at + sizeof(modifier) - 1;

		if (pass_has(pass, at, modifier) &&
		    is_apostrophe(pass, at, end))
			return true;
		at++;
	}
	return false;
}

/* What the text does. */
struct habits {
	bool words;	  /* it has words in styles */
	bool commas;	  /* its low marks open nothing */
	bool apostrophes; /* some of its modifiers are such */
};

static const char *mark_at(const struct pass *pass, size_t at, size_t end,
			   const struct habits *habits)
{
	const uint32_t point = utf8_at(pass->text, pass->len, at);

	if (point == LOW)
		return habits->commas && is_comma(pass, at, end) ? "," : NULL;
	if (point == MODIFIER)
		return is_apostrophe(pass, at, end) ||
				       (habits->apostrophes &&
					is_like_others(pass, at, end))
			       ? "’"
			       : NULL;
	return mark_of_heavy(point);
}

static void mend(struct pass *pass, size_t at, size_t end,
		 const struct habits *habits)
{
	static const char ascii[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz";
	const char plain = plain_of(utf8_at(pass->text, pass->len, at));
	const char *mark = mark_at(pass, at, end, habits);

	if (plain && habits->words)
		pass_replace(pass, RULE_ENCODING_LIGATURE, at, end,
			     strchr(ascii, plain), 1);
	else if (mark)
		pass_put(pass, RULE_ENCODING_LIGATURE, at, end, mark);
}

static void run(struct pass *pass)
{
	const struct byte_set leads = find_leads();
	const struct habits habits = {
		.words = has_words(pass),
		.commas = !has_low_quotes(pass),
		.apostrophes = has_apostrophes(pass),
	};
	size_t at = byte_set_find(&leads, pass->text, 0, pass->len);

	while (at < pass->len) {
		const size_t start = at;

		utf8_next(pass->text, &at);
		mend(pass, start, at, &habits);
		at = byte_set_find(&leads, pass->text, at, pass->len);
	}
}

const struct stage styled_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_STYLED,
	.rule = RULE_ENCODING_LIGATURE,
	.run = run,
};

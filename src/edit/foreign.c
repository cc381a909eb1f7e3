/* Texts and lines in another language. */
#include "edit/foreign.h"

#include "base/ascii.h"
#include "edit/tally.h"

/* Words of a line that could be a sentence in any language. */
#define LINE_WORDS 16	      /* none; 12: 38, 20: 1 */
#define LINE_WORDS_ACCENTED 8 /* with letters that English lacks; 2 to 16 */

bool foreign_line(const char *text, size_t len, const struct word_lists *lists)
{
	struct tally tally = { .lists = lists };
	size_t high = 0;

	/* most lines are told by their first words */
	if (len < LINE_WORDS_ACCENTED * 3 ||
	    !word_lists_hold(lists, LIST_TELLTALE))
		return false;
	tally_text(&tally, text, len < 400 ? len : 400);
	if (tally.common || tally.words < LINE_WORDS_ACCENTED)
		return false;
	for (size_t i = 0; i + 1 < len; i++)
		high += (unsigned char)text[i] == 0xC3 &&
			(unsigned char)text[i + 1] >= 0xA0;
	return tally.words >= LINE_WORDS || high;
}

#define OTHER_BYTES 4096
#define FIRST_BYTES 200
#define OTHER_COMMON 10	 /* percent of English words, at least */
#define OTHER_WORDS 16	 /* with fewer common ones: another language, */
#define OTHER_ACCENTS 25 /* if one in so many has a letter beyond ASCII */

/* Letters beyond ASCII: what leads two bytes, but for signs as U+00A0. */
static size_t count_accents(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += (unsigned char)text[i] >= 0xC3 &&
			 (unsigned char)text[i] < 0xE0;
	return count;
}

/* Greek, Cyrillic, Hebrew, Arabic: more letters of two bytes than of one. */
static bool is_of_other_script(const char *text, size_t len)
{
	size_t letters = 0, other = count_accents(text, len);

	for (size_t i = 0; i < len; i++)
		letters += ascii_is_letter((unsigned char)text[i]);
	return other > letters && other >= OTHER_WORDS;
}

/* Most texts are told by their first words. */
static bool is_english(const char *text, size_t len,
		       const struct word_lists *lists, size_t *words)
{
	struct tally tally = { .lists = lists };

	tally_text(&tally, text, len);
	*words = tally.words;
	return tally.common && tally.common * 100 >= tally.words * OTHER_COMMON;
}

enum other_language foreign_language(const char *text, size_t len,
				     const struct word_lists *lists)
{
	size_t words;

	len = len < OTHER_BYTES ? len : OTHER_BYTES;
	if (!word_lists_hold(lists, LIST_TELLTALE) ||
	    is_english(text, len < FIRST_BYTES ? len : FIRST_BYTES, lists,
		       &words) ||
	    is_english(text, len, lists, &words))
		return OTHER_LANGUAGE_NONE;
	if (is_of_other_script(text, len))
		return OTHER_LANGUAGE_SURE;
	return words >= OTHER_WORDS &&
			       count_accents(text, len) * OTHER_ACCENTS >= words
		       ? OTHER_LANGUAGE_SURE
		       : OTHER_LANGUAGE_PERHAPS;
}

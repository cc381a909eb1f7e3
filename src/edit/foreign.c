/* Texts and lines in another language. */
#include "edit/foreign.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "edit/strangers.h"
#include "edit/tally.h"

#define OTHER_BYTES 4096
#define FIRST_BYTES 200
#define OTHER_COMMON 10	 /* percent of English words, at least */
#define OTHER_WORDS 16	 /* with fewer common ones: another language, */
#define OTHER_ACCENTS 25 /* if one in so many has a letter beyond ASCII */
#define OTHER_LETTERS 4	 /* of another script */
#define PLAIN_WORDS 40	 /* so many with fewer common ones than */
#define PLAIN_COMMON 2	 /* this, in percent, are of no English text */
#define ENGLISH_ENDS 25	 /* one word in so many has an ending of English */

/* Letters of a text that ASCII lacks, by the bytes that lead them. */
struct letters {
	size_t two;   /* but for signs as U+00A0 */
	size_t three; /* of other scripts, from U+0800 on */
};

/* Not so Latin letters (U+1E00 to U+1EFF), marks and signs (U+2000 to U+2FFF)
 * and forms (U+F000 on). */
static bool leads_three(const char *text, size_t at, size_t len)
{
	const unsigned char lead = (unsigned char)text[at];

	return at + 1 < len && lead >= 0xE0 && lead <= 0xED && lead != 0xE2 &&
	       (lead != 0xE1 || (unsigned char)text[at + 1] < 0xB8);
}

static struct letters count_letters(const char *text, size_t len)
{
	struct letters letters = { 0, 0 };

	for (size_t at = 0; (at = bytes_find_high(text, len, at)) < len; at++) {
		const unsigned char lead = (unsigned char)text[at];

		letters.two += lead >= 0xC3 && lead < 0xE0;
		letters.three += leads_three(text, at, len);
	}
	return letters;
}

/* Greek, Hebrew, Hindi, Chinese: more letters of several bytes than of one. */
static bool is_of_other_script(const struct letters *letters, const char *text,
			       size_t len)
{
	const size_t other = letters->two + letters->three;
	size_t plain = 0;

	if (other < OTHER_LETTERS)
		return false;
	/* most texts have enough of them in their first line */
	for (size_t i = 0; i < len && plain < other; i++)
		plain += ascii_is_letter((unsigned char)text[i]);
	return other > plain;
}

/* Words of a line that could be a sentence in any language. */
#define LINE_WORDS 16	      /* none; 12: 38, 20: 1 */
#define LINE_WORDS_ACCENTED 8 /* with letters that English lacks; 2 to 16 */

bool foreign_line(const char *text, size_t len, const struct word_lists *lists)
{
	struct tally tally = { .lists = lists };
	struct letters letters;
	size_t high = 0;

	if (!word_lists_hold(lists, LIST_TELLTALE))
		return false;
	letters = count_letters(text, len);
	if (is_of_other_script(&letters, text, len))
		return true;
	/* most lines are told by their first words */
	if (len < LINE_WORDS_ACCENTED * 3)
		return false;
	tally_words(&tally, text, len < 400 ? len : 400);
	if (tally.common || tally.words < LINE_WORDS_ACCENTED)
		return false;
	for (size_t i = 0; i + 1 < len; i++)
		high += (unsigned char)text[i] == 0xC3 &&
			(unsigned char)text[i + 1] >= 0xA0;
	return tally.words >= LINE_WORDS || high;
}

/* The bytes of an apostrophe at text[at], or 0. */
static size_t apostrophe_at(const char *text, size_t len, size_t at)
{
	if (text[at] == '\'')
		return 1;
	return bytes_begin(text, len, at, "\u2019") ? 3 : 0;
}

/* "Holm's", "don't", "they'll"; a word of one letter is Gaelic: "a's". */
static size_t count_endings(const char *text, size_t len,
			    const struct word_lists *lists)
{
	size_t count = 0;

	for (size_t at = 2; at < len; at++) {
		const size_t mark = apostrophe_at(text, len, at);

		if (!mark || !ascii_is_letter((unsigned char)text[at - 1]) ||
		    !ascii_is_letter((unsigned char)text[at - 2]))
			continue;
		count += (word_lists_at(lists, text, len, at + mark) &
			  (LIST_SUFFIX | LIST_POSSESSIVE)) != 0;
	}
	return count;
}

/* Numbers, which are words of no language. */
static size_t count_numbers(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t at = 0; at < len; at++)
		count += ascii_is_digit((unsigned char)text[at]) &&
			 (!at || !ascii_is_alnum((unsigned char)text[at - 1]));
	return count;
}

/* By its words alone, which are not English ones. */
static bool is_sure(const struct tally *tally, size_t accents)
{
	if (!tally->common && accents)
		return true;
	return tally->words >= PLAIN_WORDS &&
	       tally->common * 100 < tally->words * PLAIN_COMMON;
}

/* By its letters, of which English has few. */
static bool is_accented(const struct tally *tally, size_t accents)
{
	return tally->words >= OTHER_WORDS &&
	       accents * OTHER_ACCENTS >= tally->words;
}

/*
 * Lists, tables and headlines of English hold hardly a common word, but its
 * endings.
 */
static bool is_list(const char *text, size_t len,
		    const struct word_lists *lists, const struct tally *tally)
{
	const size_t count = count_endings(text, len, lists);
	const size_t words = tally->words - count_numbers(text, len);

	return count && count * ENGLISH_ENDS >= words;
}

#define STRANGERS_LEAST 2
#define STRANGERS_ONE_IN 8 /* words */

/* By words of other languages, which a short text has, too. */
static bool has_strangers(const char *text, size_t len,
			  const struct tally *tally)
{
	const size_t count = strangers_count(text, len);

	return count >= STRANGERS_LEAST && count > 2 * tally->common &&
	       count * STRANGERS_ONE_IN >= tally->words;
}

#define SENTENCE_KINDS 3

bool foreign_sentence(const char *text, size_t len,
		      const struct word_lists *lists)
{
	struct tally tally = { .lists = lists };

	if (!word_lists_hold(lists, LIST_TELLTALE) ||
	    strangers_kinds(text, len) < SENTENCE_KINDS)
		return false;
	tally_words(&tally, text, len);
	return has_strangers(text, len, &tally);
}

/* Whether English words are frequent; `tally` then has the text's words. */
static bool is_english(const char *text, size_t len,
		       const struct word_lists *lists, struct tally *tally)
{
	*tally = (struct tally){ .lists = lists };
	tally_words(tally, text, len);
	return tally->common &&
	       tally->common * 100 >= tally->words * OTHER_COMMON;
}

#define SENTENCE_COMMON 3 /* words of English in a sentence, */
#define SENTENCE_SHARE 15 /* and of its words in percent */

/*
 * A sentence of English among tables, lists and names, and no word of another
 * language anywhere: a recipe, a score with what the coach said of it.
 */
static bool has_sentence(const char *text, size_t len,
			 const struct word_lists *lists)
{
	size_t end;

	if (strangers_count(text, len))
		return false;
	for (size_t at = 0; at < len; at = end + 1) {
		struct tally tally = { .lists = lists };

		end = bytes_line_end(text, len, at);
		tally_text(&tally, text + at, end - at);
		if (tally.common >= SENTENCE_COMMON &&
		    tally.common * 100 >= tally.words * SENTENCE_SHARE)
			return true;
	}
	return false;
}

enum other_language foreign_language(const char *text, size_t len,
				     const struct word_lists *lists)
{
	struct letters letters;
	struct tally tally;

	len = len < OTHER_BYTES ? len : OTHER_BYTES;
	if (!word_lists_hold(lists, LIST_TELLTALE))
		return OTHER_LANGUAGE_NONE;
	letters = count_letters(text, len);
	if (is_of_other_script(&letters, text, len))
		return OTHER_LANGUAGE_SURE;
	/* most texts are told by their first words */
	if (is_english(text, len < FIRST_BYTES ? len : FIRST_BYTES, lists,
		       &tally) ||
	    is_english(text, len, lists, &tally))
		return OTHER_LANGUAGE_NONE;
	if (is_accented(&tally, letters.two))
		return OTHER_LANGUAGE_SURE;
	if (has_strangers(text, len, &tally))
		return OTHER_LANGUAGE_SURE;
	if (!letters.two && !letters.three && has_sentence(text, len, lists))
		return OTHER_LANGUAGE_NONE;
	return is_sure(&tally, letters.two) &&
			       (letters.three >= OTHER_LETTERS ||
				!is_list(text, len, lists, &tally))
		       ? OTHER_LANGUAGE_SURE
		       : OTHER_LANGUAGE_PERHAPS;
}

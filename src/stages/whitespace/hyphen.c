/*
 * Hyphens before the end of a wrapped line, or before the space that such an
 * end became: a broken word, or a compound?
 */
#include "stages/whitespace/wrap.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lang/lookup.h"
#include "stages/other_language.h"
#include "unicode/props.h"

#define WORD_MAX 40

/* A word in two parts, "govern-" and "ment", lower-cased. */
struct broken {
	char word[WORD_MAX + 1]; /* as one, or with its hyphen */
	size_t first, second;	 /* letters of the parts */
};

/* A letter, a hyphen, the line end, a letter. */
static bool is_hyphen(const struct scanner *scanner, const struct gap *gap)
{
	return byte_before(scanner, gap->at) == '-' &&
	       unicode_is_word(utf8_before(scanner->text, gap->at - 1)) &&
	       unicode_is_word(utf8_at(scanner->text, scanner->len, gap->end));
}

static size_t letters_before(const struct scanner *scanner, size_t at)
{
	size_t count = 0;

	while (count <= WORD_MAX &&
	       ascii_is_letter(byte_before(scanner, at - count)))
		count++;
	return count;
}

static size_t letters_after(const struct scanner *scanner, size_t at)
{
	size_t count = 0;

	while (count <= WORD_MAX &&
	       ascii_is_letter(byte_at(scanner, at + count)))
		count++;
	return count;
}

/* False: a part is no word of ASCII letters, or they are too short or long. */
static bool broken_read(struct broken *broken, const struct scanner *scanner,
			const struct gap *gap)
{
	broken->first = letters_before(scanner, gap->at - 1);
	broken->second = letters_after(scanner, gap->end);
	return broken->first > 1 && broken->second > 1 &&
	       broken->first + broken->second < WORD_MAX &&
	       !unicode_is_word(utf8_before(scanner->text,
					    gap->at - 1 - broken->first)) &&
	       !unicode_is_word(utf8_at(scanner->text, scanner->len,
					gap->end + broken->second)) &&
	       ascii_is_lower(byte_at(scanner, gap->end));
}

/* The parts with `hyphen` between them; its length. */
static size_t spell(struct broken *broken, const struct scanner *scanner,
		    const struct gap *gap, const char *hyphen)
{
	const char *first = scanner->text + gap->at - 1 - broken->first;
	const char *second = scanner->text + gap->end;
	size_t len = 0;

	for (size_t i = 0; i < broken->first; i++)
		broken->word[len++] =
			(char)ascii_lower((unsigned char)first[i]);
	if (*hyphen)
		broken->word[len++] = *hyphen;
	for (size_t i = 0; i < broken->second; i++)
		broken->word[len++] =
			(char)ascii_lower((unsigned char)second[i]);
	return len;
}

static bool is_in(const struct lang_file *file, const char *word, size_t len)
{
	size_t rest;

	return lang_lookup(file, word, len, &rest) != NULL;
}

/* A word, short or rare ones too, or a name. */
static bool is_in_language(const struct scanner *scanner, const char *word,
			   size_t len)
{
	const struct lang *lang = scanner->pass->settings->lang;

	return is_in(&lang->words, word, len) ||
	       is_in(&lang->short_words, word, len) ||
	       is_in(&lang->rare_words, word, len);
}

bool scanner_knows(struct scanner *scanner, const char *word, size_t len)
{
	return is_in(&scanner->pass->settings->lang->words, word, len) ||
	       pass_has_word(scanner->pass, word, len);
}

/*
 * "40-year- old", "mid-19th- century", "state-of-the- art": a part of a
 * compound, which what is before it says to go on.
 */
static bool goes_on(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = gap->at - 1;

	while (ascii_is_alnum(byte_before(scanner, at)))
		at--;
	if (byte_before(scanner, at) != '-')
		return false;
	if (scanner_word_before(scanner, gap->at - 1) & LIST_BARE)
		return ascii_is_letter(byte_before(scanner, at - 1));
	return ascii_is_digit(byte_before(scanner, at - 1)) ||
	       scanner_word_before(scanner, at - 1) & LIST_FORMING;
}

/* A line before or after the gap is in another language: "hola-/ndés". */
static bool is_in_other_language(const struct scanner *scanner,
				 const struct gap *gap)
{
	return place_is_other_language(scanner->pass, gap->at) ||
	       place_is_other_language(scanner->pass, gap->end);
}

/*
 * "ratepay-" and "er": an ending, which is no part of a compound; "like" is. In
 * another language they are words: "-que parece activa- es".
 */
static bool is_ending(const struct scanner *scanner,
		      const struct broken *broken)
{
	const char *second = broken->word + broken->first;

	return broken->first > 2 && strcmp(second, "like") != 0 &&
	       strcmp(second, "ish") != 0 && strcmp(second, "esque") != 0 &&
	       word_lists_find(scanner->pass->settings->lists, second,
			       broken->second) &
		       LIST_ENDING;
}

/*
 * The article, or else the language, knows the word without its hyphen. The
 * "to" and the "day" of "day-to-day" are none.
 */
static bool is_one_word(struct scanner *scanner, const struct gap *gap)
{
	struct broken broken;
	size_t len;

	if (goes_on(scanner, gap) || !broken_read(&broken, scanner, gap))
		return false;
	len = spell(&broken, scanner, gap, "-");
	if (pass_has_word(scanner->pass, broken.word, len))
		return false;
	len = spell(&broken, scanner, gap, "");
	broken.word[len] = '\0';
	return is_in_language(scanner, broken.word, len) ||
	       pass_has_word(scanner->pass, broken.word, len) ||
	       (is_ending(scanner, &broken) &&
		!is_in_other_language(scanner, gap) &&
		!may_be_other_language(scanner->pass)) ||
	       word_lists_at(scanner->pass->settings->lists, broken.word, len,
			     0) &
		       (LIST_PROPER | LIST_MONTH);
}

/* "first-\nand second-": the hyphen hangs, and its space stays. */
static bool hangs(const struct scanner *scanner, const struct gap *gap)
{
	return (scanner_word_at(scanner, gap->end) & LIST_HANGING) != 0;
}

/* The article has the compound elsewhere, with its hyphen. */
static bool is_compound_here(struct scanner *scanner, const struct gap *gap)
{
	struct broken broken;

	return broken_read(&broken, scanner, gap) &&
	       pass_has_word(scanner->pass, broken.word,
			     spell(&broken, scanner, gap, "-"));
}

/* Nothing tells a broken word where no word of the language is known. */
static bool may_be_broken(struct scanner *scanner, const struct gap *gap)
{
	return (!scanner->pass->settings->lang->words.bytes ||
		may_be_other_language(scanner->pass) ||
		is_in_other_language(scanner, gap)) &&
	       !ascii_is_upper(byte_at(scanner, gap->end)) &&
	       !is_compound_here(scanner, gap);
}

enum wrap_break hyphen_decide(struct scanner *scanner, const struct gap *gap)
{
	if (!is_hyphen(scanner, gap) || hangs(scanner, gap))
		return WRAP_JOIN;
	if (is_one_word(scanner, gap))
		return WRAP_WORD;
	return may_be_broken(scanner, gap) ? WRAP_KEEP : WRAP_HYPHEN;
}

/* "short- term", "high- speed": not "short- and", nor "high- which was". */
static bool is_compound(struct scanner *scanner, const struct gap *gap)
{
	const uint32_t no_part = LIST_HANGING | LIST_CLAUSE | LIST_BARE |
				 LIST_TELLTALE | LIST_CONTRACTED;

	if (scanner_word_at(scanner, gap->end) & no_part)
		return false;
	return ((scanner_word_before(scanner, gap->at - 1) & LIST_FORMING ||
		 goes_on(scanner, gap)) &&
		!language_is_sure(scanner->pass)) ||
	       is_compound_here(scanner, gap);
}

bool hyphen_closes(struct scanner *scanner, const struct gap *gap)
{
	if (gap->width != 1 || gap->exotic || !is_hyphen(scanner, gap) ||
	    !ascii_is_lower(byte_at(scanner, gap->end)) || hangs(scanner, gap))
		return false;
	if (is_one_word(scanner, gap))
		return scanner_put(scanner, RULE_WHITESPACE_HYPHENATION,
				   gap->at - 1, gap->end, "");
	return is_compound(scanner, gap) &&
	       scanner_put(scanner, RULE_WHITESPACE_HYPHENATION, gap->at,
			   gap->end, "");
}

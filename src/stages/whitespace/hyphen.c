/* Hyphens before the end of a wrapped line: a broken word, or a compound? */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lang/lookup.h"
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
	return byte_before(scanner, gap->at) == '-' && gap->at >= 2 &&
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

static size_t letters_behind(const struct scanner *scanner, size_t at)
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
	broken->second = letters_behind(scanner, gap->end);
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

/* The article's words, read when they are first asked for. */
static bool read_words(struct scanner *scanner)
{
	if (scanner->words.slots ||
	    wordset_read(&scanner->words, scanner->pass->arena, scanner->text,
			 scanner->len))
		return true;
	scanner->pass->failed = true;
	return false;
}

bool scanner_knows(struct scanner *scanner, const char *word, size_t len)
{
	size_t rest;

	return read_words(scanner) &&
	       (wordset_holds(&scanner->words, word, len) ||
		lang_lookup(&scanner->pass->settings->lang->words, word, len,
			    &rest));
}

/* The article, or else the language, knows the word without its hyphen. */
static bool is_one_word(struct scanner *scanner, const struct gap *gap)
{
	struct broken broken;
	size_t len;

	if (!broken_read(&broken, scanner, gap) || !read_words(scanner))
		return false;
	len = spell(&broken, scanner, gap, "-");
	if (wordset_holds(&scanner->words, broken.word, len))
		return false;
	len = spell(&broken, scanner, gap, "");
	return scanner_knows(scanner, broken.word, len);
}

/* "first-\nand second-": the hyphen hangs, and its space stays. */
static bool hangs(const struct scanner *scanner, const struct gap *gap)
{
	return (scanner_word_at(scanner, gap->end) & LIST_HANGING) != 0;
}

enum wrap_break hyphen_decide(struct scanner *scanner, const struct gap *gap)
{
	if (!is_hyphen(scanner, gap) || hangs(scanner, gap))
		return WRAP_JOIN;
	return is_one_word(scanner, gap) ? WRAP_WORD : WRAP_HYPHEN;
}

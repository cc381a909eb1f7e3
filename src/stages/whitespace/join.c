/*
 * Words that were run together where a paragraph ended without a mark, as in
 * "a new recordShell reports": a page's heads, glued to what follows.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define FIRST_MIN 4 /* letters of the word before the capital */
#define WORD_MAX 24

/* Lower-cased letters from `at` on, up to a byte of another kind. */
struct word {
	char letters[WORD_MAX];
	size_t len;
};

static bool word_read(struct word *word, const struct scanner *scanner,
		      size_t at, size_t end)
{
	word->len = end - at;
	if (word->len > WORD_MAX)
		return false;
	for (size_t i = 0; i < word->len; i++)
		word->letters[i] =
			(char)ascii_lower((unsigned char)scanner->text[at + i]);
	return true;
}

static size_t lower_front(const struct scanner *scanner, size_t at)
{
	const size_t end = at;

	while (end - at <= WORD_MAX && ascii_is_lower(byte_before(scanner, at)))
		at--;
	return at;
}

static size_t lower_end(const struct scanner *scanner, size_t at)
{
	const size_t front = at;

	while (at - front <= WORD_MAX && ascii_is_lower(byte_at(scanner, at)))
		at++;
	return at;
}

/* No hashtag, handle, link or name of a program. */
static bool stands_free(const struct scanner *scanner, size_t front, size_t end)
{
	const unsigned char before = byte_before(scanner, front);
	const uint32_t after = utf8_at(scanner->text, scanner->len, end);

	return (before == ' ' || before == '\n' || before == '-' || !front) &&
	       !unicode_is_word(after) && after != '_' && after != '/' &&
	       after != '@' && after != '(' &&
	       !(after == '.' && ascii_is_letter(byte_at(scanner, end + 1)));
}

bool join_decide(struct scanner *scanner, size_t at)
{
	const size_t front = lower_front(scanner, at);
	const size_t end = lower_end(scanner, at + 1);
	struct word first, second;

	if (at - front < FIRST_MIN || end - at < 3 ||
	    !stands_free(scanner, front, end) ||
	    !word_read(&first, scanner, front, at) ||
	    !word_read(&second, scanner, at, end))
		return false;
	return scanner_knows(scanner, first.letters, first.len) &&
	       scanner_knows(scanner, second.letters, second.len) &&
	       scanner_put(scanner, RULE_WHITESPACE_JOINED, at, at, " ");
}

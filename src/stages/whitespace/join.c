/*
 * Words that were run together where a paragraph ended without a mark, as in
 * "a new recordShell reports": a page's heads, glued to what follows. A call in
 * capitals needs no words that are known: "FOLLOW US FOR MORE NEWSThe ferry".
 * Links that lost their spaces are glued to small words, too: "onHarrow".
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define FIRST_MIN 4  /* letters of the word before the capital */
#define SMALL_MIN 2  /* the same of one that begins a clause */
#define CALL_WORDS 3 /* in capitals, before the word that is glued */
#define CALL_LONG 5  /* so many that any name may follow */
#define NAME_MIN 4   /* small letters of a word that nobody knows */
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

static size_t lower_start(const struct scanner *scanner, size_t at)
{
	const size_t end = at;

	while (end - at <= WORD_MAX && ascii_is_lower(byte_before(scanner, at)))
		at--;
	return at;
}

static size_t lower_end(const struct scanner *scanner, size_t at)
{
	const size_t start = at;

	while (at - start <= WORD_MAX && ascii_is_lower(byte_at(scanner, at)))
		at++;
	return at;
}

static bool begins_free(const struct scanner *scanner, size_t start)
{
	const unsigned char before = byte_before(scanner, start);

	return before == ' ' || before == '\n' || before == '-' || !start;
}

/* No hashtag, handle, link or name of a program. */
static bool stands_free(const struct scanner *scanner, size_t start, size_t end)
{
	const uint32_t after = utf8_at(scanner->text, scanner->len, end);

	return begins_free(scanner, start) && !unicode_is_word(after) &&
	       after != '_' && after != '/' && after != '@' && after != '(' &&
	       !(after == '.' && ascii_is_letter(byte_at(scanner, end + 1)));
}

/* The start of the word that ends at `at`; *upper: capitals in it. */
static size_t capitals_start(const struct scanner *scanner, size_t at,
			     size_t *upper)
{
	const size_t end = at;

	*upper = 0;
	while (at && end - at <= WORD_MAX) {
		const unsigned char c = byte_before(scanner, at);

		if (ascii_is_space(c))
			return at;
		if (ascii_is_lower(c) || c == '_' || c == '@' || c == '/')
			return end;
		*upper += ascii_is_upper(c);
		at--;
	}
	return at;
}

/*
 * The words in capitals, a space after each, that end before `at`, at most
 * CALL_LONG: "CLICK HERE", "NORTH, SOUTH", "‘OLD’ TOWN’S". Numbers may be among
 * them.
 */
static int count_call(const struct scanner *scanner, size_t at)
{
	int words = 0;

	for (int tokens = 0; words < CALL_LONG && tokens < 2 * CALL_LONG;
	     tokens++) {
		const size_t end = at - 1;
		size_t upper;

		if (!at || byte_before(scanner, at) != ' ')
			break;
		at = capitals_start(scanner, end, &upper);
		if (at == end)
			break;
		words += upper > 0;
	}
	return words;
}

/* "As": the plural of "APPA" does not follow a call where others are glued. */
static bool is_plural(struct scanner *scanner, size_t at)
{
	return scanner_word_at(scanner, at + 1) & LIST_POSSESSIVE &&
	       !(scanner->glued && scanner_word_at(scanner, at) & LIST_CLAUSE);
}

/*
 * The word at `at` may follow a call of so many words: "The", "Roe"; not the
 * plural of "UFOs".
 */
static bool may_follow_call(struct scanner *scanner, size_t at, size_t end,
			    int words)
{
	struct word word;

	if (end - at < 2 ||
	    unicode_is_word(utf8_at(scanner->text, scanner->len, end)) ||
	    is_plural(scanner, at) || !word_read(&word, scanner, at, end))
		return false;
	return end - at >
		       (words == CALL_LONG && scanner->glued ? 2 : NAME_MIN) ||
	       scanner_word_at(scanner, at) & LIST_CLAUSE ||
	       scanner_knows(scanner, word.letters, word.len);
}

/* "FOR ALL DETAILSwww.pier.example" */
static bool is_before_address(const struct scanner *scanner, size_t at)
{
	return stands_at(scanner, at, "www.") || stands_at(scanner, at, "http");
}

/* "GET ALL OF THE NEWSThe ferry" */
static bool join_call(struct scanner *scanner, size_t at)
{
	size_t upper;
	const size_t start = capitals_start(scanner, at, &upper);
	const int words = start < at ? count_call(scanner, start) : 0;

	if (words >= CALL_WORDS && is_before_address(scanner, at + 1))
		return scanner_put(scanner, RULE_WHITESPACE_JOINED, at + 1,
				   at + 1, " ");
	return words >= CALL_WORDS &&
	       may_follow_call(scanner, at, lower_end(scanner, at + 1),
			       words) &&
	       scanner_put(scanner, RULE_WHITESPACE_JOINED, at, at, " ");
}

/* "inHarrow.The mayor" */
static bool ends_glued(const struct scanner *scanner, size_t end)
{
	return byte_at(scanner, end) == '.' &&
	       ascii_is_upper(byte_at(scanner, end + 1));
}

/* "onHarrow", where the article has "Harrow" elsewhere, too. */
static bool join_small(struct scanner *scanner, size_t start, size_t at,
		       size_t end)
{
	struct word second;

	return at - start >= SMALL_MIN &&
	       (stands_free(scanner, start, end) ||
		(begins_free(scanner, start) && ends_glued(scanner, end))) &&
	       scanner_word_before(scanner, at) & LIST_CLAUSE &&
	       word_read(&second, scanner, at, end) &&
	       pass_has_word(scanner->pass, second.letters, second.len) &&
	       scanner_put(scanner, RULE_WHITESPACE_JOINED, at, at, " ");
}

bool join_decide(struct scanner *scanner, size_t at)
{
	const size_t start = lower_start(scanner, at);
	const size_t end = lower_end(scanner, at + 1);
	struct word first, second;

	if (ascii_is_upper(byte_before(scanner, at)))
		return join_call(scanner, at);
	if (end - at >= 3 && join_small(scanner, start, at, end))
		return true;
	if (at - start < FIRST_MIN || end - at < 3 ||
	    !stands_free(scanner, start, end) ||
	    !word_read(&first, scanner, start, at) ||
	    !word_read(&second, scanner, at, end))
		return false;
	/* "comes nextThe guild": no name of a program ends so. */
	return (scanner_word_at(scanner, at) & LIST_CLAUSE ||
		(scanner_knows(scanner, first.letters, first.len) &&
		 scanner_knows(scanner, second.letters, second.len))) &&
	       scanner_put(scanner, RULE_WHITESPACE_JOINED, at, at, " ");
}

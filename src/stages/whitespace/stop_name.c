/*
 * Names with a stop in them, "One.Tel" and "Pump.Fun": they are no sentences
 * that are glued.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/whitespace/known.h"

#define SMALL_LEAST 3  /* letters of a small word that ends a sentence */
#define NAME_LEAST 2   /* letters before the stop */
#define COMMON_LEAST 5 /* letters; shorter words are in names, too */
#define SENTENCE_STARTS                                                        \
	(LIST_CLAUSE | LIST_CONTRACTED | LIST_BARE | LIST_TELLTALE)
#define NO_END (LIST_HANGING | LIST_DEFINITE) /* no sentence ends in "and" */
#define NAMES_MAX 32 /* for which the text is searched */
#define PASSAGE 6 /* bytes after a name that are the same where it is cited */

static size_t word_front(const struct scanner *scanner, size_t at)
{
	while (ascii_is_letter(byte_before(scanner, at)))
		at--;
	return at;
}

static size_t word_end(const struct scanner *scanner, size_t at)
{
	while (ascii_is_letter(byte_at(scanner, at)))
		at++;
	return at;
}

/*
 * A sentence that is glued for sure: a small word ends it, which is no first
 * part of a name.
 */
static bool is_glued_surely(const struct scanner *scanner, size_t stop)
{
	const size_t front = word_front(scanner, stop);

	return stop - front >= SMALL_LEAST &&
	       ascii_is_lower(byte_at(scanner, front)) &&
	       byte_before(scanner, front) == ' ' &&
	       ascii_is_upper(byte_at(scanner, stop + 1)) &&
	       ascii_is_lower(byte_at(scanner, stop + 2)) &&
	       strchr(" ,", byte_at(scanner, word_end(scanner, stop + 3)));
}

static bool has_sure_glue(struct scanner *scanner)
{
	const char *end = scanner->text + scanner->len;
	const char *stop = scanner->text;

	if (!scanner->glue_asked)
		while (!scanner->glue_sure &&
		       (stop = memchr(stop, '.', (size_t)(end - stop))))
			scanner->glue_sure = is_glued_surely(
				scanner, (size_t)(stop++ - scanner->text));
	scanner->glue_asked = true;
	return scanner->glue_sure;
}

/* Whether the same words go on at two places: a passage comes twice. */
static bool go_on_alike(const struct scanner *scanner, size_t at, size_t other)
{
	for (size_t i = 0; i < PASSAGE; i++)
		if (byte_at(scanner, at + i) != byte_at(scanner, other + i))
			return false;
	return true;
}

/* "One.Tel" is in the text elsewhere, too, and other words follow it there. */
static bool is_repeated(struct scanner *scanner, size_t front, size_t end)
{
	const char *text = scanner->text, *key = text + front;
	const size_t len = end - front;

	if (scanner->names_asked++ >= NAMES_MAX)
		return false;
	for (size_t at = bytes_find(text, scanner->len, 0, *key);
	     at + len <= scanner->len;
	     at = bytes_find(text, scanner->len, at + 1, *key))
		if (at != front && !memcmp(text + at, key, len) &&
		    scanner_word_ends(scanner, at + len) &&
		    !go_on_alike(scanner, end, at + len))
			return true;
	return false;
}

/* A word that the language knows in small letters, of so many at least. */
static bool is_common(const struct scanner *scanner, size_t at, size_t end,
		      size_t least)
{
	struct known_word word = { .len = 0 };

	while (at < end && known_word_add(&word, scanner->text[at]))
		at++;
	return at == end && word.len >= least &&
	       known_by_language(scanner->pass, &word);
}

/* "of One": a capital that no name before it explains. */
static bool follows_small_word(const struct scanner *scanner, size_t front)
{
	return byte_before(scanner, front) == ' ' &&
	       ascii_is_lower(byte_before(scanner, front - 1)) &&
	       ascii_is_lower(byte_at(scanner, word_front(scanner, front - 1)));
}

/* "TechLaw": a name made of two. */
static bool holds_capital(const struct scanner *scanner, size_t at, size_t end)
{
	while (++at < end)
		if (ascii_is_upper(byte_at(scanner, at)) &&
		    ascii_is_lower(byte_at(scanner, at - 1)))
			return true;
	return false;
}

/* "Do-Over.Me" at a line's start: a sentence of one word is rare. */
static bool opens_line(const struct scanner *scanner, size_t front)
{
	while (ascii_is_letter(byte_before(scanner, front)) ||
	       byte_before(scanner, front) == '-')
		front--;
	return !front || byte_before(scanner, front) == '\n';
}

bool stop_name_begins(struct scanner *scanner, const struct gap *gap)
{
	const size_t end = word_end(scanner, gap->end + 1);
	const size_t before = word_front(scanner, gap->at);

	if (before < gap->at && scanner_word_at(scanner, before) & NO_END)
		return true;
	return !is_common(scanner, gap->end + 1, end, 1) &&
	       ((before < gap->at &&
		 ascii_is_upper(byte_at(scanner, before))) ||
		is_repeated(scanner, gap->end, end));
}

/* "main()", "run()": a function's name, with nothing in its brackets. */
static bool names_functions(struct scanner *scanner)
{
	const char *end = scanner->text + scanner->len;
	const char *open = scanner->text;

	if (!scanner->calls_asked)
		while (!scanner->calls &&
		       (open = memchr(open, '(', (size_t)(end - open)))) {
			const size_t at = (size_t)(open++ - scanner->text);

			scanner->calls =
				byte_at(scanner, at + 1) == ')' &&
				ascii_is_lower(byte_before(scanner, at));
		}
	scanner->calls_asked = true;
	return scanner->calls;
}

bool stop_name_is_member(struct scanner *scanner, size_t at)
{
	const size_t front = word_front(scanner, at - 1);
	const size_t end = word_end(scanner, at);

	return front < at - 1 && byte_before(scanner, at) == '.' &&
	       ascii_is_lower(byte_at(scanner, front)) &&
	       !is_common(scanner, at, end, 1) && names_functions(scanner);
}

bool stop_name_is(struct scanner *scanner, size_t front, size_t at)
{
	const size_t end = word_end(scanner, at);

	if (at - 1 - front < NAME_LEAST ||
	    !ascii_is_upper(byte_at(scanner, front)) ||
	    scanner_word_at(scanner, front) & (LIST_PROPER | LIST_MONTH) ||
	    scanner_word_at(scanner, at) & SENTENCE_STARTS)
		return false;
	return is_repeated(scanner, front, end) ||
	       (opens_line(scanner, front) && !has_sure_glue(scanner)) ||
	       (follows_small_word(scanner, front) &&
		(is_common(scanner, front, at - 1, NAME_LEAST) ||
		 holds_capital(scanner, front, at - 1)) &&
		!is_common(scanner, at, end, COMMON_LEAST) &&
		!has_sure_glue(scanner));
}

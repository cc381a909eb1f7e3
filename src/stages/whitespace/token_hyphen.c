/*
 * " - " for the hyphen within a word, as tokenisers write it that know words of
 * letters only: "a well - known pier", "a 19th - century law", "won 3 - 1".
 *
 * It may stand for a dash as well. The article tells: no word of the kind, with
 * a number or without, kept its hyphen, and its dashes are written as dashes.
 * Where it has none, several hyphens do, but only after a number or a word that
 * compounds begin with: "non - profit", "a 25 - year - old clerk". In other
 * languages than English it is a dash as well.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/other_language.h"
#include "unicode/props.h"

#define SENTENCE_MAX 300 /* bytes that are looked at on each side */
#define WORD_MAX 40
#define PARTS_MAX 3   /* of a compound */
#define LEAST_APART 3 /* hyphens, where the article has no dash */

/* A hyphen in the text, and the parts of the word that it may be in. */
struct place {
	size_t before, after; /* ends of the parts: where they touch it */
	bool number;	      /* one of them begins with a digit */
};

/* "19th", "9 - year": the word that ends at `end` has a number, or is part of
   one. */
static bool is_number(const struct scanner *scanner, size_t end)
{
	for (unsigned parts = 0; parts < PARTS_MAX; parts++) {
		const size_t least = bytes_behind(end, WORD_MAX);

		while (end > least && ascii_is_alnum(byte_before(scanner, end)))
			end--;
		if (ascii_is_digit(byte_at(scanner, end)))
			return true;
		if (!stands_before(scanner, end, " - "))
			return false;
		end -= 3;
	}
	return false;
}

static struct place place_of(const struct scanner *scanner, size_t before,
			     size_t after)
{
	return (struct place){
		.before = before,
		.after = after,
		.number = is_number(scanner, before) ||
			  ascii_is_digit(byte_at(scanner, after)),
	};
}

static bool is_between_words(const struct scanner *scanner,
			     const struct place *place)
{
	return unicode_is_word(utf8_before(scanner->text, place->before)) &&
	       !scanner_word_ends(scanner, place->after);
}

/* What is at each hyphen: a word that kept it, or one of a row of signs. */
static void see_hyphen(struct scanner *scanner, size_t at)
{
	const struct place place = place_of(scanner, at, at + 1);
	struct token_hyphens *hyphens = &scanner->hyphens;

	if (byte_before(scanner, at) == '@')
		hyphens->marked = true;
	else if (byte_before(scanner, at) == '-')
		hyphens->dashes = true;
	else if (stands_before(scanner, at, " ") &&
		 byte_at(scanner, at + 1) == ' ')
		hyphens->apart++;
	else if (is_between_words(scanner, &place))
		hyphens->kept[place.number] = true;
}

static bool has_dash(const struct scanner *scanner)
{
	const char *at = scanner->text, *end = at + scanner->len;

	while ((at = memchr(at, 0xE2, (size_t)(end - at)))) {
		const size_t place = (size_t)(at++ - scanner->text);

		if (stands_at(scanner, place, "\u2013") ||
		    stands_at(scanner, place, "\u2014"))
			return true;
	}
	return false;
}

/* Once for each article, when a hyphen is first asked for. */
static void read_hyphens(struct scanner *scanner)
{
	const char *at = scanner->text, *end = at + scanner->len;

	scanner->hyphens.read = true;
	while ((at = memchr(at, '-', (size_t)(end - at))))
		see_hyphen(scanner, (size_t)(at++ - scanner->text));
	scanner->hyphens.dashes |= has_dash(scanner);
}

/*
 * What a compound goes on with: no word that a clause after a dash begins with,
 * and a number after another only ("Harbour News - 7th May").
 */
static bool is_part(const struct scanner *scanner, const struct place *place)
{
	const uint32_t no_part = LIST_HANGING | LIST_CLAUSE | LIST_BARE |
				 LIST_TELLTALE | LIST_CONTRACTED;

	if (ascii_is_digit(byte_at(scanner, place->after)))
		return is_number(scanner, place->before);
	return ascii_is_lower(byte_at(scanner, place->after)) &&
	       !(scanner_word_at(scanner, place->after) & no_part);
}

static bool ends_sentence(unsigned char c)
{
	return !c || c == '.' || c == '?' || c == '!' || c == '\n';
}

/* Where the word before, or after, a " - " at text[at] has its other end. */
static size_t skip_before(const struct scanner *scanner, size_t at)
{
	while (byte_before(scanner, at) && byte_before(scanner, at) != ' ' &&
	       byte_before(scanner, at) != '\n')
		at--;
	return at;
}

static size_t skip_after(const struct scanner *scanner, size_t at)
{
	while (byte_at(scanner, at) && byte_at(scanner, at) != ' ' &&
	       byte_at(scanner, at) != '\n')
		at++;
	return at;
}

/* A " - " between words, none of which is a number's. */
static bool may_be_dash(const struct scanner *scanner, size_t at)
{
	return stands_at(scanner, at, " - ") &&
	       !place_of(scanner, at, at + 3).number;
}

/*
 * "the pier - open since May - is": another " - " in the sentence, with more
 * than a word between ("up - to - date"), makes a pair of dashes of the two.
 */
static bool may_be_paired(const struct scanner *scanner,
			  const struct place *place)
{
	size_t at = skip_after(scanner, place->after);

	for (at++; at < place->after + SENTENCE_MAX &&
		   !ends_sentence(byte_at(scanner, at));
	     at++)
		if (may_be_dash(scanner, at))
			return true;
	at = skip_before(scanner, place->before);
	for (; at && at + SENTENCE_MAX > place->before &&
	       !ends_sentence(byte_at(scanner, at));
	     at--)
		if (at + 3 < place->before && may_be_dash(scanner, at))
			return true;
	return false;
}

/* The article's own habit leaves nothing else for it. */
static bool is_hyphen_here(const struct scanner *scanner,
			   const struct place *place)
{
	const struct token_hyphens *hyphens = &scanner->hyphens;

	if (hyphens->marked || hyphens->kept[place->number])
		return false;
	if (hyphens->dashes)
		return true;
	return hyphens->apart >= LEAST_APART &&
	       (place->number ||
		scanner_word_before(scanner, place->before) & LIST_FORMING);
}

bool token_joins_hyphen(struct scanner *scanner, const struct gap *gap)
{
	const size_t after = gap->end + 2;
	struct place place;

	if (!scanner->tokenised || gap->width != 1 ||
	    !stands_at(scanner, gap->end, "- "))
		return false;
	place = place_of(scanner, gap->at, after);
	if (!is_between_words(scanner, &place) || !is_part(scanner, &place) ||
	    may_be_other_language(scanner->pass))
		return false;
	if (!scanner->hyphens.read)
		read_hyphens(scanner);
	if (!is_hyphen_here(scanner, &place) ||
	    (!place.number && may_be_paired(scanner, &place)))
		return false;
	return scanner_put(scanner, RULE_WHITESPACE_TOKEN, gap->at, after, "-");
}

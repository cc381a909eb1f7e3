/*
 * Words that a tokeniser separated: Penn Treebank (do n't, `` ''), Moses and
 * its kin (that ’ s).
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lang/abbreviations.h"
#include "stages/other_language.h"
#include "unicode/props.h"

/* "do", "is" with their n, or the n alone: what ’t hangs on to. */
static bool is_negated(const struct scanner *scanner, size_t end)
{
	if (scanner_word_before(scanner, end) & LIST_NEGATED)
		return true;
	return end && (byte_before(scanner, end) | 32) == 'n' &&
	       !unicode_is_word(utf8_before(scanner->text, end - 1));
}

/*
 * What an apostrophe joins to the word that ends at `end`, in letters of one
 * case. Not "Gerard ’t Hooft": only a negation goes on with ’t.
 */
static bool is_suffix(const struct scanner *scanner, size_t end, size_t at)
{
	const uint32_t lists = scanner_word_at(scanner, at);

	if (!(lists & LIST_SUFFIX) ||
	    (!ascii_is_upper(byte_at(scanner, at)) &&
	     ascii_is_upper(byte_at(scanner, at + 1))))
		return false;
	return !(lists & LIST_NEGATIVE) || is_negated(scanner, end);
}

/* "’s-Hertogenbosch", from the letter on. */
static bool is_compound(const struct scanner *scanner, size_t at)
{
	return byte_at(scanner, at + 1) == '-' &&
	       ascii_is_upper(byte_at(scanner, at + 2));
}

/* The length of an apostrophe at `at` or before it; 0: none. */
static size_t apostrophe_at(const struct scanner *scanner, size_t at)
{
	if (stands_at(scanner, at, "\u2019"))
		return 3;
	return byte_at(scanner, at) == '\'' && byte_at(scanner, at + 1) != '\''
		       ? 1
		       : 0;
}

static size_t apostrophe_before(const struct scanner *scanner, size_t at)
{
	if (stands_before(scanner, at, "\u2019"))
		return 3;
	return byte_before(scanner, at) == '\'' &&
			       !stands_before(scanner, at, "''")
		       ? 1
		       : 0;
}

static bool is_word_before(const struct scanner *scanner, size_t at)
{
	return unicode_is_word(utf8_before(scanner->text, at));
}

/*
 * "O ’ Brien", "D 'Souza", "l' ami": from after the prefix to the word. Not
 * "top o’ the morning", where the word has lost its end.
 */
static bool is_prefixed(const struct scanner *scanner, size_t at, size_t word)
{
	const uint32_t lists = scanner_word_before(scanner, at);

	return lists & LIST_PREFIX && !scanner_word_ends(scanner, word) &&
	       !(lists & LIST_CLIPPED &&
		 ascii_is_lower(byte_at(scanner, word)));
}

/* "he was 'out of line'": the mark has a partner in this line. */
static bool is_closed_later(const struct scanner *scanner, size_t at)
{
	for (size_t i = 0; i < 200 && at + i < scanner->len; i++) {
		const char c = scanner->text[at + i];

		if (c == '\n')
			return false;
		if (c == '\'' && !ascii_is_alnum(byte_at(scanner, at + i + 1)))
			return scanner->text[at + i - 1] != '\'' &&
			       byte_at(scanner, at + i + 1) != '\'';
	}
	return false;
}

/*
 * "Ya 'alon": where ` opens, ' is an apostrophe, and it stands in a word but
 * for a few that begin with it.
 */
static bool is_inside_word(const struct scanner *scanner, size_t at,
			   size_t after)
{
	if (!survey_saw(scanner->pass->survey, SEEN_DOUBLE_TICK) ||
	    !is_word_before(scanner, at) ||
	    !ascii_is_letter(byte_at(scanner, after)))
		return false;
	return !(scanner_word_at(scanner, after) & LIST_ELIDED) &&
	       !is_closed_later(scanner, after);
}

/* "’ n ’", as in rock ’n’ roll, from the first mark's end on. */
static bool is_clipped_and(const struct scanner *scanner, size_t at)
{
	return stands_at(scanner, at, " n \u2019") ||
	       stands_at(scanner, at, " N \u2019");
}

/*
 * "Gerard ’ t Hooft", "van ’ t Hoff": the article of a Dutch name, from its t;
 * `end` is the word's before it. Not "They don ’ t Know".
 */
static bool is_dutch_article(const struct scanner *scanner, size_t end,
			     size_t at)
{
	return stands_at(scanner, at, "t ") &&
	       ascii_is_upper(byte_at(scanner, at + 2)) &&
	       ascii_is_lower(byte_at(scanner, at + 3)) &&
	       is_word_before(scanner, end) &&
	       (!is_negated(scanner, end) ||
		stands_before(scanner, end, " van"));
}

/* "that ’ s", "I 'm", "the workers ’ pay": the gap before the apostrophe. */
static bool before_apostrophe(const struct scanner *scanner,
			      const struct gap *gap)
{
	const size_t length = apostrophe_at(scanner, gap->end);
	const size_t after = gap->end + length;

	if (!length ||
	    is_dutch_article(scanner, gap->at,
			     after + (byte_at(scanner, after) == ' ')))
		return false;
	if (is_suffix(scanner, gap->at, after) &&
	    !is_compound(scanner, after) &&
	    (is_word_before(scanner, gap->at) ||
	     byte_before(scanner, gap->at) == '.'))
		return true;
	/* "O ' Brien": both gaps close, or none. */
	if (is_prefixed(scanner, gap->at,
			after + (byte_at(scanner, after) == ' ')) ||
	    is_inside_word(scanner, gap->at, after))
		return true;
	if (after < scanner->len &&
	    !space_length(scanner->text, scanner->len, after))
		return false;
	/* "the ’ 90s", "rock ’ n ’ roll" */
	if (ascii_is_digit(byte_at(scanner, after + 1)) ||
	    is_clipped_and(scanner, after))
		return false;
	if (length == 3)
		return true;
	/* With ` for opening, ' closes or stands for a letter. */
	return survey_saw(scanner->pass->survey, SEEN_DOUBLE_TICK) ||
	       (byte_before(scanner, gap->at) == 's' &&
		!lone_mark_opens(scanner, after));
}

/* After it no suffix can hang: "the ’s", "of ’s". */
static bool is_bare_word(const struct scanner *scanner, size_t end)
{
	return (scanner_word_before(scanner, end) & LIST_BARE) != 0;
}

/* "Pell Inc. ’s", from the s. */
static bool is_owned_by_firm(const struct scanner *scanner, size_t end,
			     size_t at)
{
	return scanner_word_at(scanner, at) & LIST_POSSESSIVE &&
	       abbreviation_before(
		       &scanner->pass->settings->lang->abbreviations,
		       scanner->text, end) != ABBREVIATION_NONE;
}

/* "the UAE ’s": a suffix that hangs on to nothing, in any text. */
static bool before_suffix(const struct scanner *scanner, const struct gap *gap)
{
	const size_t length = apostrophe_at(scanner, gap->end);
	size_t at = gap->end + length;

	/* "the  ’s business": the word before the suffix was deleted. */
	if (!length || gap->width > 1 || scanner->shape.lost_words ||
	    !is_suffix(scanner, gap->at, at) ||
	    is_bare_word(scanner, gap->at) ||
	    (!is_word_before(scanner, gap->at) &&
	     !is_owned_by_firm(scanner, gap->at, at)))
		return false;
	while (ascii_is_letter(byte_at(scanner, at)))
		at++;
	return at < scanner->len && strchr(" \n,.;:!?)", byte_at(scanner, at));
}

/* "the owner’ s", "they’ re": nothing else stands so, in any text. */
static bool is_separated_suffix(const struct scanner *scanner,
				const struct gap *gap)
{
	const size_t length = apostrophe_before(scanner, gap->at);
	const size_t front = gap->at - length;
	uint32_t lists, words;

	/* "the Eagles’ S Dan Orr": a letter of its own */
	if (!length || gap->width > 1 || gap->lines ||
	    !is_suffix(scanner, front, gap->end) ||
	    !is_word_before(scanner, front) ||
	    ascii_is_upper(byte_at(scanner, gap->end)))
		return false;
	lists = scanner_word_at(scanner, gap->end);
	words = scanner_word_before(scanner, front);
	return lists & (LIST_POSSESSIVE | LIST_NEGATIVE) ||
	       words & (LIST_CONTRACTED | LIST_PRONOUN);
}

/* "that’ s", "the ’ 90s", "O ’ Brien": the gap after the apostrophe. */
static bool after_apostrophe(const struct scanner *scanner,
			     const struct gap *gap)
{
	const size_t length = apostrophe_before(scanner, gap->at);
	const size_t front = gap->at - length;
	const unsigned char before = byte_before(scanner, front);

	if (!length)
		return false;
	if (before == ' ' && is_dutch_article(scanner, front - 1, gap->end))
		return true;
	if (is_suffix(scanner, front - (before == ' '), gap->end))
		return before == ' ' || is_word_before(scanner, front);
	if (before != ' ')
		return is_prefixed(scanner, front, gap->end);
	if (is_clipped_and(scanner, gap->at))
		return true;
	if (length == 3 && ascii_is_digit(byte_at(scanner, gap->end)) &&
	    ascii_is_digit(byte_at(scanner, gap->end + 1)))
		return true;
	return is_prefixed(scanner, front - 1, gap->end);
}

static bool opens_at(const struct scanner *scanner, size_t at)
{
	return stands_at(scanner, at, "``") || stands_at(scanner, at, "\u201C");
}

static bool closes_before(const struct scanner *scanner, size_t at)
{
	return stands_before(scanner, at, "''") ||
	       stands_before(scanner, at, "\u201D");
}

static size_t dash_length(const struct scanner *scanner, size_t at)
{
	return stands_at(scanner, at, "\u2014") ? 3
	       : byte_at(scanner, at) == '-'	? 1
						: 0;
}

/* "'' -style", "twice— ``Can": a dash that holds on to one side. */
static bool beside_dash(const struct scanner *scanner, const struct gap *gap)
{
	const size_t after = dash_length(scanner, gap->end);
	const bool before = stands_before(scanner, gap->at, "\u2014");

	if (after && closes_before(scanner, gap->at))
		return unicode_is_word(
			utf8_at(scanner->text, scanner->len, gap->end + after));
	return before && opens_at(scanner, gap->end) && gap->at > 3 &&
	       is_word_before(scanner, gap->at - 3);
}

/* A mark that only opens before the gap, or only closes after it. */
static bool inside_quotes(const struct scanner *scanner, const struct gap *gap)
{
	const struct survey *survey = scanner->pass->survey;

	/* not where three of them would begin a block of code */
	if (stands_before(scanner, gap->at, "``"))
		return byte_at(scanner, gap->end) != '`';
	/* Where nothing else opens, '' may open, too. */
	if (stands_at(scanner, gap->end, "''") &&
	    (survey->backtick || survey->open_double))
		return true;
	if (byte_before(scanner, gap->at) == '`' ||
	    (stands_before(scanner, gap->at, "\u2018") && !scanner->low))
		return true;
	if (stands_at(scanner, gap->end, "\u201D") &&
	    (gap->end + 3 == scanner->len ||
	     byte_at(scanner, gap->end + 3) == '\n'))
		return true;
	if (!survey->open_double)
		return false;
	return (stands_before(scanner, gap->at, "\u201C") && !scanner->low) ||
	       stands_at(scanner, gap->end, "\u201D");
}

/* "person ( s )", "401 ( k )": the gap before the bracket. */
static bool before_letter(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = gap->end + 1;

	if (byte_at(scanner, gap->end) != '(' ||
	    !is_word_before(scanner, gap->at))
		return false;
	at += byte_at(scanner, at) == ' ';
	if (!ascii_is_lower(byte_at(scanner, at)))
		return false;
	at += 1 + (byte_at(scanner, at + 1) == ' ');
	return byte_at(scanner, at) == ')' &&
	       (byte_at(scanner, at - 1) == 's' ||
		byte_at(scanner, at - 2) == 's' ||
		ascii_is_digit(byte_before(scanner, gap->at)));
}

/* "do n't", "is n’t", from the apostrophe: never right apart. */
static bool is_negation(const struct scanner *scanner, size_t at)
{
	const size_t length = apostrophe_at(scanner, at);
	const unsigned char n = byte_before(scanner, at);

	return length && (n == 'n' || n == 'N') &&
	       (byte_at(scanner, at + length) | 32) == 't' &&
	       scanner_word_ends(scanner, at + length + 1);
}

#define QUOTED_MOST 400 /* bytes from a mark to the one that opened */

/*
 * "`` Run ! '' '": the double mark closes first, since it opened last. Joined,
 * nobody could tell which of the two it is.
 */
static bool closes_twice(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = gap->at;

	if (!stands_before(scanner, at, "''") ||
	    !stands_at(scanner, gap->end, "' "))
		return false;
	while (at && scanner->text[at - 1] != '`') {
		if (scanner->text[at - 1] == '\n' || gap->at - at > QUOTED_MOST)
			return false;
		at--;
	}
	return stands_before(scanner, at, "``");
}

static bool tokeniser_closes(struct scanner *scanner, const struct gap *gap)
{
	if (closes_twice(scanner, gap))
		return false;
	switch (lone_mark_decide(scanner, gap)) {
	case LONE_CLOSES:
		return true;
	case LONE_STAYS:
		return false;
	case LONE_NONE:
		break;
	}
	return before_apostrophe(scanner, gap) ||
	       after_apostrophe(scanner, gap) || inside_quotes(scanner, gap) ||
	       beside_dash(scanner, gap) || before_letter(scanner, gap);
}

/* "year @-@ old", "1 @,@ 250": Moses marks what was within a word. */
static bool join_word(struct scanner *scanner, const struct gap *gap)
{
	static const char *const marks[128] = {
		['-'] = "-", [','] = ",", ['.'] = ".", ['/'] = "/", [':'] = ":",
	};
	const unsigned char mark = byte_at(scanner, gap->end + 1);

	if (!stands_at(scanner, gap->end, "@") || mark >= 128 || !marks[mark] ||
	    !stands_at(scanner, gap->end + 2, "@ ") ||
	    !is_word_before(scanner, gap->at) ||
	    scanner_word_ends(scanner, gap->end + 4))
		return false;
	return scanner_put(scanner, RULE_WHITESPACE_TOKEN, gap->at,
			   gap->end + 4, marks[mark]);
}

bool token_closes(struct scanner *scanner, const struct gap *gap)
{
	bool closes = number_closes(scanner, gap) ||
		      ((before_suffix(scanner, gap) ||
			is_separated_suffix(scanner, gap)) &&
		       !language_is_sure(scanner->pass)) ||
		      (is_negation(scanner, gap->end + 1) &&
		       is_word_before(scanner, gap->at));

	if (join_word(scanner, gap) || token_joins_hyphen(scanner, gap))
		return true;
	if (!closes && scanner->tokenised)
		closes = tokeniser_closes(scanner, gap);
	return closes && scanner_put(scanner, RULE_WHITESPACE_TOKEN, gap->at,
				     gap->end, "");
}

enum token_lost token_lacks_word(const struct scanner *scanner,
				 const struct gap *gap)
{
	const size_t length = apostrophe_at(scanner, gap->end);

	if (!length || gap->width < 2 || gap->exotic || scanner->tokenised ||
	    !is_suffix(scanner, gap->at, gap->end + length) ||
	    !is_word_before(scanner, gap->at))
		return TOKEN_WHOLE;
	return is_bare_word(scanner, gap->at) ? TOKEN_LOST : TOKEN_MAYBE_LOST;
}

bool token_negation(struct scanner *scanner, size_t at)
{
	/* what stands for a word that is not known stays as it is */
	if (at < 3 || scanner->text[at - 2] != ' ' ||
	    !is_negation(scanner, at) || !is_word_before(scanner, at - 2) ||
	    stands_before(scanner, at - 2, " UNK"))
		return false;
	return scanner_put(scanner, RULE_WHITESPACE_TOKEN, at - 2, at - 1, "");
}

/*
 * Markup of other formats that a converter left: Markdown's pairs of stars
 * and links, addresses in brackets after a link's words, rows of stars
 * around a heading, a word processor's HYPERLINK fields, superscripts, and the
 * numbers of links whose list is in the text.
 *
 * Only the signs go, and addresses; no word of the text does. Each form is
 * proof of itself.
 */
#include "stages/stage.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/encoding/filled_line.h"
#include "stages/encoding/link_list.h"
#include "text/marks.h"
#include "unicode/props.h"

#define PAIR_MAX 400 /* bytes between the signs of a pair */
#define URL_MAX 2000

struct walk {
	struct pass *pass;
	const char *text;
	size_t len;
	size_t at;	  /* what is before it is done */
	size_t closes;	  /* where the pair that is open closes; 0: none is */
	size_t stars;	  /* of that pair */
	size_t words_end; /* of the link that is open; 0: none is */
	size_t links;  /* the highest number of a list of links; 0: no list */
	size_t list;   /* where that list starts */
	bool markdown; /* other signs of Markdown are in the text */
	size_t width;  /* of its lines, if it was wrapped */
	size_t join;   /* the end of a line that lost an address; SIZE_MAX */
};

static unsigned char byte_at(const struct walk *walk, size_t at)
{
	return at < walk->len ? (unsigned char)walk->text[at] : 0;
}

static unsigned char byte_before(const struct walk *walk, size_t at)
{
	return at ? (unsigned char)walk->text[at - 1] : 0;
}

static bool is_space_or_end(unsigned char c)
{
	return !c || ascii_is_space(c);
}

static bool is_line_end(unsigned char c)
{
	return !c || c == '\n';
}

/* A line that lost an address was full: it goes on. */
static void join_line(struct walk *walk)
{
	if (walk->join != SIZE_MAX)
		pass_put(walk->pass, RULE_ENCODING_MARKUP, walk->join,
			 walk->join + 1, " ");
	walk->join = SIZE_MAX;
}

static void drop(struct walk *walk, size_t at, size_t end)
{
	if (at > walk->join)
		join_line(walk);
	pass_delete(walk->pass, RULE_ENCODING_MARKUP, at, end);
	walk->at = end;
}

static size_t end_of_row(const struct walk *walk, size_t at, char c)
{
	while (byte_at(walk, at) == (unsigned char)c)
		at++;
	return at;
}

/* Where stars, or underscores, close what those before text[at] opened; 0. */
static size_t find_close(const struct walk *walk, size_t at, size_t stars)
{
	const char sign = walk->text[at - 1];
	const size_t limit =
		walk->len - at < PAIR_MAX ? walk->len : at + PAIR_MAX;

	for (size_t end; at < limit && walk->text[at] != '\n'; at = end) {
		end = end_of_row(walk, at, sign);
		if (end == at) {
			end++;
			continue;
		}
		if (end - at == stars &&
		    !is_space_or_end(byte_before(walk, at)) &&
		    !unicode_is_word(utf8_at(walk->text, walk->len, end)))
			return at;
	}
	return 0;
}

/* A word, or a mark that opens before one. */
static bool begins_words(const struct walk *walk, size_t at)
{
	uint32_t point = utf8_at(walk->text, walk->len, at);

	if (point == '"' || point == '\'' ||
	    mark_is(point, MARK_OPEN_QUOTE | MARK_OPEN_BRACKET)) {
		utf8_next(walk->text, &at);
		point = utf8_at(walk->text, walk->len, at);
	}
	return unicode_is_word(point);
}

/* "**bold**", "***both***"; in Markdown "*slanted*" and "_slanted_", too. */
static bool mend_stars(struct walk *walk)
{
	const size_t at = walk->at;
	const size_t end = end_of_row(walk, at, walk->text[at]);
	const size_t stars = end - at;
	size_t close;

	if (at == walk->closes && stars == walk->stars) {
		walk->closes = 0;
		drop(walk, at, end);
		return true;
	}
	/* Within "f***ing" no row begins. */
	if (byte_before(walk, at) == byte_at(walk, at))
		return false;
	if (stars > 3 || (stars == 1 && !walk->markdown) || walk->closes ||
	    unicode_is_word(utf8_before(walk->text, at)) ||
	    !begins_words(walk, end))
		return false;
	close = find_close(walk, end, stars);
	if (!close)
		return false;
	walk->closes = close;
	walk->stars = stars;
	drop(walk, at, end);
	return true;
}

static bool begins(const struct walk *walk, size_t at, const char *word)
{
	const size_t len = strlen(word);

	return walk->len - at >= len && !memcmp(walk->text + at, word, len);
}

static bool begins_address(const struct walk *walk, size_t at)
{
	return begins(walk, at, "http://") || begins(walk, at, "https://") ||
	       begins(walk, at, "mailto:");
}

/* A line end within an address: it was wrapped after a slash or a hyphen. */
static bool is_wrapped(const struct walk *walk, size_t at)
{
	const unsigned char before = byte_before(walk, at);

	return walk->text[at] == '\n' && (before == '/' || before == '-') &&
	       byte_at(walk, at + 1) > ' ';
}

static size_t skip_spaces(const struct walk *walk, size_t at)
{
	while (byte_at(walk, at) == ' ')
		at++;
	return at;
}

/*
 * The closing sign of an address at text[at]; 0: there is none. Whitespace
 * rules would close up the spaces of a tokeniser beside it.
 */
static size_t end_of_address(const struct walk *walk, size_t at, char close)
{
	const size_t from = at = skip_spaces(walk, at);

	if (!begins_address(walk, at))
		return 0;
	while (at < walk->len && at - from < URL_MAX &&
	       walk->text[at] != close &&
	       ((unsigned char)walk->text[at] > ' ' || is_wrapped(walk, at)))
		at++;
	at = skip_spaces(walk, at);
	return byte_at(walk, at) == (unsigned char)close ? at : 0;
}

/* Line by line: an edit of a decoding step takes one word at most. */
static void drop_address(struct walk *walk, size_t at, size_t end)
{
	for (size_t from = at; from < end; from = walk->at) {
		const char *line =
			memchr(walk->text + from + 1, '\n', end - from - 1);

		drop(walk, from, line ? (size_t)(line - walk->text) : end);
	}
	walk->join = filled_end(walk->text, walk->len, end - 1, walk->width);
}

/* "[words](https://...)", from the bracket that closes the words. */
static bool mend_link_end(struct walk *walk)
{
	if (!walk->words_end || walk->at != walk->words_end)
		return false;
	walk->words_end = 0;
	drop_address(walk, walk->at,
		     end_of_address(walk, walk->at + 2, ')') + 1);
	return true;
}

/*
 * Where the "](" of a link with an address is, whose words begin at text[at];
 * they may hold brackets. 0: it is no link.
 */
static size_t end_of_words(const struct walk *walk, size_t at)
{
	const size_t from = at;
	size_t depth = 0;

	for (; at < walk->len && at - from < PAIR_MAX; at++) {
		const char c = walk->text[at];

		if (c == '\n' || (c == ']' && !depth))
			break;
		depth += c == '[';
		depth -= c == ']';
	}
	return at > from && byte_at(walk, at) == ']' &&
			       byte_at(walk, at + 1) == '(' &&
			       end_of_address(walk, at + 2, ')')
		       ? at
		       : 0;
}

/*
 * Where what is before an address goes, too. A line end counts as a space,
 * which it becomes where a wrapped paragraph is joined; it goes where nothing
 * else is in the line, and where the text was wrapped. SIZE_MAX: no word is
 * before it.
 */
static size_t before_address(const struct walk *walk, size_t at, size_t end)
{
	size_t line;

	while (byte_before(walk, at) == ' ')
		at--;
	line = at - (byte_before(walk, at) == '\n');
	if (line == at)
		return at ? at : SIZE_MAX;
	if (is_space_or_end(byte_before(walk, line)))
		return SIZE_MAX;
	return walk->width || is_line_end(byte_at(walk, end)) ? line : at;
}

/* " [https://...]" after a word. */
static bool mend_address(struct walk *walk)
{
	const size_t close = end_of_address(walk, walk->at + 1, ']');
	size_t at, end = close + 1;

	if (!close)
		return false;
	at = before_address(walk, walk->at, end);
	if (at == SIZE_MAX)
		return false;
	if (byte_before(walk, at) == '\n' && byte_at(walk, end) == ' ')
		end++;
	drop_address(walk, at, end);
	return true;
}

/* "[1]" where the text ends in a list of links with that number. */
static bool mend_number(struct walk *walk)
{
	size_t at = walk->at + 1, number = 0;

	if (!walk->links || walk->at >= walk->list)
		return false;
	for (; ascii_is_digit(byte_at(walk, at)) && number < 10000; at++)
		number = number * 10 + (byte_at(walk, at) - '0');
	if (!number || number > walk->links || byte_at(walk, at) != ']')
		return false;
	drop(walk, walk->at, at + 1);
	return true;
}

/* "![words](file.png)": the words, if there are some. */
static bool mend_image(struct walk *walk)
{
	const size_t words = walk->at + 2;
	size_t close = words, from, end;

	if (byte_at(walk, walk->at + 1) != '[')
		return false;
	while (close < walk->len && close - words < PAIR_MAX &&
	       walk->text[close] != ']')
		close++;
	from = end = skip_spaces(walk, close + 2);
	while (end < walk->len && end - from < URL_MAX &&
	       (unsigned char)walk->text[end] > ' ' && walk->text[end] != ')')
		end++;
	if (byte_at(walk, close) != ']' || byte_at(walk, close + 1) != '(' ||
	    end == from)
		return false;
	end = skip_spaces(walk, end);
	if (byte_at(walk, end) != ')')
		return false;
	drop(walk, walk->at, words);
	drop(walk, close, end + 1);
	return true;
}

/*
 * Signs that Markdown alone has: a link or an image, a heading, words between
 * two stars.
 */
static bool has_markdown(const struct walk *walk)
{
	static const char *const signs[] = { "](http", "![", "\n# ", "\n## ",
					     "\n====" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		for (size_t at = 0; at < walk->len; at++) {
			const char *found = memchr(walk->text + at, *signs[i],
						   walk->len - at);

			if (!found)
				break;
			at = (size_t)(found - walk->text);
			if (begins(walk, at, signs[i]))
				return true;
		}
	return false;
}

static bool mend_bracket(struct walk *walk)
{
	const size_t end =
		walk->words_end ? 0 : end_of_words(walk, walk->at + 1);

	if (end) {
		walk->words_end = end;
		drop(walk, walk->at, walk->at + 1);
		return true;
	}
	return mend_address(walk) || mend_number(walk);
}

/* "19^th", "5^(th)", "1^er": the letters of an ordinal number. */
static bool mend_superscript(struct walk *walk)
{
	const size_t at = walk->at;
	const bool bracket = byte_at(walk, at + 1) == '(';
	const size_t from = at + 1 + bracket;
	size_t end = from;

	while (ascii_is_lower(byte_at(walk, end)))
		end++;
	if (!ascii_is_digit(byte_before(walk, at)) || end - from < 2 ||
	    end - from > 3 || ascii_is_alnum(byte_at(walk, end)) ||
	    (bracket && byte_at(walk, end) != ')'))
		return false;
	drop(walk, at, from);
	if (bracket || byte_at(walk, end) == '^')
		drop(walk, end, end + 1);
	return true;
}

/* HYPERLINK "https://..." and HYPERLINK \l "name". */
static bool mend_field(struct walk *walk)
{
	static const char word[] = "HYPERLINK ";
	const size_t from = walk->at + sizeof(word) - 1;
	size_t at = from, end;

	if (!begins(walk, walk->at, word) ||
	    ascii_is_alnum(byte_before(walk, walk->at)))
		return false;
	if (begins(walk, at, "\\l "))
		at += 3;
	if (byte_at(walk, at) != '"')
		return false;
	for (end = at + 1; end < walk->len && walk->text[end] != '"'; end++)
		if ((unsigned char)walk->text[end] <= ' ' || end - at > URL_MAX)
			return false;
	if (end == walk->len)
		return false;
	end += byte_at(walk, end + 1) == ' ' ? 2 : 1;
	/* An edit of a decoding step takes one word at most. */
	drop(walk, walk->at, from);
	drop(walk, from, at);
	drop(walk, at, end);
	return true;
}

/* "***** A heading *****", or one of its two rows. */
static bool mend_star_row(struct walk *walk)
{
	const size_t at = walk->at;
	const size_t end = end_of_row(walk, at, '*');
	size_t close = end;

	if (end - at < 3 || (at && byte_before(walk, at) != '\n') ||
	    byte_at(walk, end) != ' ')
		return false;
	while (close < walk->len && walk->text[close] != '\n' &&
	       walk->text[close] != '*')
		close++;
	if (byte_before(walk, close) != ' ' || close - end < 3 ||
	    end_of_row(walk, close, '*') - close != end - at ||
	    !is_space_or_end(byte_at(walk, end_of_row(walk, close, '*'))))
		return false;
	drop(walk, at, end + 1);
	drop(walk, close - 1, end_of_row(walk, close, '*'));
	return true;
}

static bool mend_sign(struct walk *walk)
{
	switch (walk->text[walk->at]) {
	case '*':
		return mend_star_row(walk) || mend_stars(walk);
	case '_':
		return walk->markdown && mend_stars(walk);
	case '!':
		return mend_image(walk);
	case '[':
		return mend_bracket(walk);
	case ']':
		return mend_link_end(walk);
	case '^':
		return mend_superscript(walk);
	case 'H':
		return mend_field(walk);
	default:
		return false;
	}
}

/* To the next byte that mend_sign() looks at. */
static void skip_plain(struct walk *walk)
{
	static const bool is_sign[256] = {
		['*'] = true, ['_'] = true, ['!'] = true, ['['] = true,
		[']'] = true, ['^'] = true, ['H'] = true,
	};

	while (walk->at < walk->len &&
	       !is_sign[(unsigned char)walk->text[walk->at]])
		walk->at++;
}

static void run(struct pass *pass)
{
	struct walk walk = {
		.pass = pass,
		.text = pass->text,
		.len = pass->len,
		.width = filled_width(pass->text, pass->len),
		.join = SIZE_MAX,
	};

	walk.links = link_list_find(pass->text, pass->len, &walk.list);
	walk.markdown = has_markdown(&walk);
	for (skip_plain(&walk); walk.at < walk.len && !pass->failed;
	     skip_plain(&walk))
		if (!mend_sign(&walk))
			walk.at++;
	join_line(&walk);
}

static bool triggered(const struct survey *survey,
		      const struct settings *settings)
{
	return survey_saw(survey, SEEN_MARKUP) &&
	       settings_select(settings, RULE_ENCODING_MARKUP);
}

const struct stage markup_stage = {
	.name = "encoding",
	.decodes = true,
	.triggered = triggered,
	.run = run,
};

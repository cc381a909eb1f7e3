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

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "stages/encoding/filled_line.h"
#include "stages/encoding/markup_signs.h"
#include "text/code.h"
#include "text/marks.h"
#include "unicode/props.h"

static size_t end_of_row(const struct markup_signs *walk, size_t at, char c)
{
	while (byte_at(walk, at) == (unsigned char)c)
		at++;
	return at;
}

/* Where stars, or underscores, close what those before text[at] opened; 0. */
static size_t find_close(const struct markup_signs *walk, size_t at,
			 size_t stars)
{
	const char sign = walk->text[at - 1];
	const size_t limit = walk->len - at < MARKUP_SIGNS_PAIR
				     ? walk->len
				     : at + MARKUP_SIGNS_PAIR;

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
static bool begins_words(const struct markup_signs *walk, size_t at)
{
	uint32_t point = utf8_at(walk->text, walk->len, at);

	if (point == '"' || point == '\'' ||
	    mark_is(point, MARK_OPEN_QUOTE | MARK_OPEN_BRACKET)) {
		utf8_next(walk->text, &at);
		point = utf8_at(walk->text, walk->len, at);
	}
	return unicode_is_word(point);
}

static bool closes_pair(const struct markup_signs *walk, size_t at,
			size_t stars)
{
	return walk->open_count &&
	       at == walk->open[walk->open_count - 1].closes &&
	       stars == walk->open[walk->open_count - 1].stars;
}

/* Within another pair only one that closes before it. */
static bool open_pair(struct markup_signs *walk, size_t close, size_t stars)
{
	if (walk->open_count == MARKUP_SIGNS_DEEP ||
	    (walk->open_count &&
	     close >= walk->open[walk->open_count - 1].closes))
		return false;
	walk->open[walk->open_count].closes = close;
	walk->open[walk->open_count++].stars = stars;
	return true;
}

/*
 * __name__, as Python's are: beside "**bold**" such a pair is no bold word, nor
 * is it one in a string, or where it is called or compared.
 */
static bool is_name_of_code(const struct markup_signs *walk, size_t at,
			    size_t end, size_t close)
{
	const unsigned char before = byte_before(walk, at);
	const size_t after = close + 2;

	if (walk->text[at] != '_' || end - at != 2)
		return false;
	while (end < close &&
	       (ascii_is_lower(byte_at(walk, end)) || walk->text[end] == '_'))
		end++;
	return end == close &&
	       (walk->bold || (before && strchr("\"'.", before)) ||
		byte_at(walk, after) == '(' ||
		markup_begins(walk, after, " =="));
}

/* "**bold**", "***both***"; in Markdown "*slanted*" and "_slanted_", too: both
   go, or none. */
static bool mend_stars(struct markup_signs *walk)
{
	const size_t at = walk->at;
	const size_t end = end_of_row(walk, at, walk->text[at]);
	const size_t stars = end - at;
	size_t close;

	if (closes_pair(walk, at, stars)) {
		walk->open_count--;
		markup_drop_signs(walk, at, end);
		return true;
	}
	/* Within "f***ing" no row markup_begins. */
	if (byte_before(walk, at) == byte_at(walk, at))
		return false;
	if (stars > 3 || (stars == 1 && !walk->markdown) ||
	    byte_before(walk, at) == '\\' ||
	    unicode_is_word(utf8_before(walk->text, at)) ||
	    !begins_words(walk, end))
		return false;
	close = find_close(walk, end, stars);
	if (!close || is_name_of_code(walk, at, end, close) ||
	    !open_pair(walk, close, stars))
		return false;
	markup_drop_signs(walk, at, end);
	return true;
}

/* "**bold**": where such a pair goes, "*slanted*" is one, too. */
static bool has_bold(const struct markup_signs *walk)
{
	for (size_t at = 0; at < walk->len; at++) {
		const char *found =
			memchr(walk->text + at, '*', walk->len - at);
		size_t end;

		if (!found)
			break;
		at = (size_t)(found - walk->text);
		end = end_of_row(walk, at, '*');
		if (end - at == 2 &&
		    !unicode_is_word(utf8_before(walk->text, at)) &&
		    begins_words(walk, end) && find_close(walk, end, 2))
			return true;
		at = end - 1;
	}
	return false;
}

/* Signs that Markdown alone has: a link or an image, a heading. */
static bool has_markdown(const struct markup_signs *walk)
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
			if (markup_begins(walk, at, signs[i]))
				return true;
		}
	return false;
}

/* "19^th", "5^(th)", "1^er": the letters of an ordinal number. */
static bool mend_superscript(struct markup_signs *walk)
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
	markup_drop_signs(walk, at, from);
	if (bracket || byte_at(walk, end) == '^')
		markup_drop_signs(walk, end, end + 1);
	return true;
}

#define SWITCH_MOST 200 /* bytes of a switch's words */

/* After the switch of a field at text[at], "\h " or '\o "Words" '; or `at`. */
static size_t switch_end(const struct markup_signs *walk, size_t at)
{
	size_t end = at + 2;

	if (byte_at(walk, at) != '\\' ||
	    !ascii_is_lower(byte_at(walk, at + 1)) || byte_at(walk, end) != ' ')
		return at;
	if (byte_at(walk, end + 1) != '"')
		return end + 1;
	for (end += 2; byte_at(walk, end) != '"'; end++)
		if (end >= walk->len || walk->text[end] == '\n' ||
		    end - at > SWITCH_MOST)
			return at;
	return end + (byte_at(walk, end + 1) == ' ' ? 2 : 1);
}

/* What a field says of its link: the words shown above it, where it opens. */
static void drop_switches(struct markup_signs *walk, size_t at)
{
	size_t end;

	while ((end = switch_end(walk, at)) > at) {
		while (at < end) {
			size_t to = at + 1;

			while (to < end && walk->text[to - 1] != ' ')
				to++;
			markup_drop_signs(walk, at, to);
			at = to;
		}
	}
}

/*
 * The bytes of a double mark at text[at], straight or not, or of two single
 * ones, which the quotes stage makes one of; 0: there is none.
 */
static size_t double_mark_length(const struct markup_signs *walk, size_t at)
{
	size_t end = at;

	if (markup_begins(walk, at, "``") || markup_begins(walk, at, "''"))
		return 2;
	if (at == walk->len ||
	    !mark_is(utf8_next(walk->text, &end), MARK_QUOTE))
		return 0;
	return end - at;
}

/*
 * Past the closing mark of an address, from `at` on; 0: there is none. The
 * quotes stage takes spaces inside the marks.
 */
static size_t end_of_address(const struct markup_signs *walk, size_t at)
{
	const size_t from = at = skip_spaces(walk->text, walk->len, at);

	while (at < walk->len && (unsigned char)walk->text[at] > ' ' &&
	       !double_mark_length(walk, at) && at - from <= MARKUP_URL)
		at++;
	at = skip_spaces(walk->text, walk->len, at);
	return double_mark_length(walk, at) ? at + double_mark_length(walk, at)
					    : 0;
}

/* HYPERLINK "https://..." and HYPERLINK \l "name". */
static bool mend_field(struct markup_signs *walk)
{
	static const char word[] = "HYPERLINK ";
	const size_t from = walk->at + sizeof(word) - 1;
	size_t at = from, end, mark;

	if (!markup_begins(walk, walk->at, word) ||
	    ascii_is_alnum(byte_before(walk, walk->at)))
		return false;
	if (markup_begins(walk, at, "\\l "))
		at += 3;
	mark = double_mark_length(walk, at);
	end = mark ? end_of_address(walk, at + mark) : 0;
	if (!end)
		return false;
	end += byte_at(walk, end) == ' ';
	/* An edit of a decoding step takes one word at most. */
	markup_drop_signs(walk, walk->at, from);
	markup_drop_signs(walk, from, at);
	markup_drop_signs(walk, at, end);
	drop_switches(walk, end);
	return true;
}

/* "***** A heading *****", or one of its two rows. */
static bool mend_star_row(struct markup_signs *walk)
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
	markup_drop_signs(walk, at, end + 1);
	markup_drop_signs(walk, close - 1, end_of_row(walk, close, '*'));
	return true;
}

static bool mend_sign(struct markup_signs *walk)
{
	if (walk->at != walk->words_end &&
	    text_is_ticked(walk->text, walk->len, walk->at, walk->at + 1))
		return false;
	switch (walk->text[walk->at]) {
	case '*':
		return mend_star_row(walk) || mend_stars(walk);
	case '_':
		return walk->markdown && mend_stars(walk);
	case '!':
		return markup_mend_image(walk);
	case '[':
		return markup_mend_bracket(walk);
	case ']':
		return markup_mend_link_end(walk);
	case '^':
		return mend_superscript(walk);
	case 'H':
		return mend_field(walk);
	default:
		return false;
	}
}

static void run(struct pass *pass)
{
	struct markup_signs walk = {
		.pass = pass,
		.text = pass->text,
		.len = pass->len,
		.width = filled_width(pass->text, pass->len),
		.join = SIZE_MAX,
	};

	/* what mend_sign() looks at */
	const struct byte_set signs = byte_set_of("*_![]^H");

	link_list_find(&walk.links, pass->text, pass->len);
	link_names_find(&walk.names, pass->text, pass->len);
	walk.bold = has_bold(&walk);
	walk.markdown = walk.bold || has_markdown(&walk);
	while (!pass->failed &&
	       (walk.at = byte_set_find(&signs, walk.text, walk.at, walk.len)) <
		       walk.len)
		if (!mend_sign(&walk))
			walk.at++;
	markup_join_line(&walk);
}

const struct stage markup_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_MARKUP,
	.rule = RULE_ENCODING_MARKUP,
	.run = run,
	.unmarks = true,
};

/*
 * Links of Markdown and of converters: "[words](https://...)", with a title or
 * without, "[words](/page)", "[words][1]",
 * "![words](file)", " [https://...]" after a word, and "[1]" where the text
 * ends in a list of links.
 */
#include "stages/encoding/markup_signs.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/encoding/filled_line.h"
#include "text/address.h"

static bool is_line_end(unsigned char c)
{
	return !c || c == '\n';
}

static bool begins_with_any(const struct markup_signs *walk, size_t at,
			    const char *const *starts)
{
	while (*starts && !markup_begins(walk, at, *starts))
		starts++;
	return *starts != NULL;
}

static bool begins_address(const struct markup_signs *walk, size_t at)
{
	return address_scheme(walk->text, walk->len, at) != 0;
}

/* The same after a link's words: an address within the site, too. */
static bool begins_target(const struct markup_signs *walk, size_t at)
{
	static const char *const starts[] = {
		"/", "./", "../", "#", "?", "tel:", "sms:", "javascript:", NULL
	};

	return begins_address(walk, at) || begins_with_any(walk, at, starts);
}

/* Spaces, with one line end among them. */
static size_t skip_gap(const struct markup_signs *walk, size_t at)
{
	at = skip_spaces(walk->text, walk->len, at);
	return byte_at(walk, at) == '\n'
		       ? skip_spaces(walk->text, walk->len, at + 1)
		       : at;
}

/*
 * Past a line end within an address, which was wrapped after a slash or a
 * hyphen, and the white space around it; `at`: there is none.
 */
static size_t skip_wrap(const struct markup_signs *walk, size_t at)
{
	const unsigned char before = byte_before(walk, at);
	const size_t line = skip_spaces(walk->text, walk->len, at);
	const size_t next = skip_spaces(walk->text, walk->len, line + 1);

	return (before == '/' || before == '-') &&
			       byte_at(walk, line) == '\n' &&
			       byte_at(walk, next) > ' '
		       ? next
		       : at;
}

/*
 * The end of an address at text[at]: at `close`, but for those that brackets in
 * it need, or at white space. SIZE_MAX: it is too long.
 */
static size_t skip_address(const struct markup_signs *walk, size_t at,
			   char close)
{
	const size_t from = at;
	size_t depth = 0;

	while (at < walk->len && at - from < MARKUP_URL &&
	       (walk->text[at] != close || depth)) {
		const size_t next = (unsigned char)walk->text[at] > ' '
					    ? at + 1
					    : skip_wrap(walk, at);

		if (next == at)
			break;
		depth += close == ')' && walk->text[at] == '(';
		depth -= walk->text[at] == close;
		at = next;
	}
	return at;
}

/*
 * The closing sign of an address at text[at]; 0: there is none. Whitespace
 * rules would close up the spaces of a tokeniser beside it, and a line end
 * before or after it: then it would be an address.
 */
static size_t end_of_address(const struct markup_signs *walk, size_t at,
			     char close)
{
	at = skip_gap(walk, at);
	if (!begins_address(walk, at))
		return 0;
	at = skip_gap(walk, skip_address(walk, at, close));
	return byte_at(walk, at) == (unsigned char)close ? at : 0;
}

/*
 * The bracket that closes a link whose title begins with the quotation mark at
 * text[at]: /page "Harbour news"); 0: there is none.
 */
static size_t end_of_title(const struct markup_signs *walk, size_t at)
{
	const size_t from = at + 1;
	const char mark = walk->text[at];

	for (at = from; at < walk->len && at - from < MARKUP_SIGNS_PAIR; at++) {
		size_t close;

		if (walk->text[at] == '\n' && byte_at(walk, at + 1) == '\n')
			break;
		if (walk->text[at] != mark)
			continue;
		close = skip_gap(walk, at + 1);
		if (byte_at(walk, close) == ')')
			return close;
	}
	return 0;
}

/* The bracket that closes the address, and title, at text[at]; 0: none does. */
static size_t end_of_target(const struct markup_signs *walk, size_t at)
{
	size_t end, gap;

	at = skip_gap(walk, at);
	end = skip_address(walk, at, ')');
	gap = skip_gap(walk, end);
	if (byte_at(walk, gap) == ')')
		return gap;
	return gap > end && (byte_at(walk, gap) == '"' ||
			     byte_at(walk, gap) == '\'')
		       ? end_of_title(walk, gap)
		       : 0;
}

static size_t end_of_link(const struct markup_signs *walk, size_t at)
{
	return begins_target(walk, skip_gap(walk, at)) ? end_of_target(walk, at)
						       : 0;
}

/* Word by word: an edit of a decoding step takes one at most. */
static void drop_words(struct markup_signs *walk, size_t at, size_t end)
{
	for (size_t from = at; from < end; from = walk->at) {
		size_t next = from + 1;

		while (next < end && !is_space_or_end(byte_at(walk, next)))
			next++;
		markup_drop_signs(walk, from, next);
	}
}

static void drop_address(struct markup_signs *walk, size_t at, size_t end)
{
	drop_words(walk, at, end);
	walk->join = filled_end(walk->text, walk->len, end - 1, walk->width);
}

/* The end of the name in "[words][name]" at text[at], if it has an address. */
static size_t end_of_name(const struct markup_signs *walk, size_t at)
{
	size_t end = at;

	while (end < walk->len && end - at <= LINK_NAME_MAX &&
	       !strchr("[]", walk->text[end]))
		end++;
	return byte_at(walk, end) == ']' &&
			       link_names_has(&walk->names, walk->text + at,
					      end - at)
		       ? end
		       : 0;
}

/*
 * "[words](https://...)" and "[words][name]", from the bracket that closes the
 * words.
 */
bool markup_mend_link_end(struct markup_signs *walk)
{
	if (!walk->words_end || walk->at != walk->words_end)
		return false;
	walk->words_end = 0;
	if (byte_at(walk, walk->at + 1) == '[') {
		drop_words(walk, walk->at, end_of_name(walk, walk->at + 2) + 1);
		return true;
	}
	drop_address(walk, walk->at, end_of_link(walk, walk->at + 2) + 1);
	return true;
}

/* An item, a heading, a quotation or a row begins; "#4352" and "*so*" do not.
 */
static bool begins_block(const struct markup_signs *walk, size_t at)
{
	const char sign = walk->text[at];

	if (sign == '>' || sign == '|')
		return true;
	if (!strchr("-*#", sign))
		return false;
	while (byte_at(walk, at) == (unsigned char)sign)
		at++;
	return is_space_or_end(byte_at(walk, at));
}

/* A line end in a wrapped paragraph: words are in the next line, too. */
static bool goes_on(const struct markup_signs *walk, size_t at)
{
	for (at++; byte_at(walk, at) == ' ' || byte_at(walk, at) == '\t';)
		at++;
	return !is_line_end(byte_at(walk, at)) && !begins_block(walk, at);
}

/* What follows the words of a link, which end at text[at]. */
static bool has_address(const struct markup_signs *walk, size_t at)
{
	switch (byte_at(walk, at + 1)) {
	case '(':
		return end_of_link(walk, at + 2) != 0;
	case '[':
		return end_of_name(walk, at + 2) != 0;
	default:
		return false;
	}
}

/*
 * Where the bracket that ends the words of a link with an address is, whose
 * words begin at text[at]; they may hold brackets, and be wrapped: joined
 * first, they would lose letters of the address after the proof. 0: it is no
 * link.
 */
static size_t end_of_words(const struct markup_signs *walk, size_t at)
{
	const size_t from = at;
	size_t depth = 0;

	for (; at < walk->len && at - from < MARKUP_SIGNS_PAIR; at++) {
		const char c = walk->text[at];

		if ((c == '\n' && !goes_on(walk, at)) || (c == ']' && !depth))
			break;
		depth += c == '[';
		depth -= c == ']';
	}
	return at > from && byte_at(walk, at) == ']' && has_address(walk, at)
		       ? at
		       : 0;
}

/*
 * Where what is before an address goes, too. A line end counts as a space,
 * which it becomes where a wrapped paragraph is joined; it goes where nothing
 * else is in the line, and where the text was wrapped. SIZE_MAX: no word is
 * before it.
 */
static size_t before_address(const struct markup_signs *walk, size_t at,
			     size_t end)
{
	size_t line;

	at = skip_spaces_back(walk->text, 0, at);
	line = at - (byte_before(walk, at) == '\n');
	if (line == at)
		return at ? at : SIZE_MAX;
	line = skip_spaces_back(walk->text, 0, line);
	if (is_space_or_end(byte_before(walk, line)))
		return SIZE_MAX;
	return walk->width || is_line_end(byte_at(walk, end)) ? line : at;
}

/* " [https://...]" after a word; "[[https://...]]" would leave its brackets. */
static bool mend_address(struct markup_signs *walk)
{
	const unsigned char before = byte_before(walk, walk->at);
	const size_t close = end_of_address(walk, walk->at + 1, ']');
	size_t at, end = close + 1;

	if (!close || before == '[' || before == '(')
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
static bool mend_number(struct markup_signs *walk)
{
	size_t at = walk->at + 1, number = 0;

	if (walk->at >= walk->links.at)
		return false;
	for (; ascii_is_digit(byte_at(walk, at)) && number < 10000; at++)
		number = number * 10 + (byte_at(walk, at) - '0');
	if (!number || number > walk->links.last || byte_at(walk, at) != ']')
		return false;
	markup_drop_signs(walk, walk->at, at + 1);
	return true;
}

/* "![words](file.png)": the words, if there are some. */
bool markup_mend_image(struct markup_signs *walk)
{
	const size_t words = walk->at + 2;
	size_t close = words, from, end;

	if (byte_at(walk, walk->at + 1) != '[')
		return false;
	while (close < walk->len && close - words < MARKUP_SIGNS_PAIR &&
	       walk->text[close] != ']')
		close++;
	if (byte_at(walk, close) != ']' || byte_at(walk, close + 1) != '(')
		return false;
	from = skip_spaces(walk->text, walk->len, close + 2);
	end = end_of_target(walk, from);
	if (!end || end == from)
		return false;
	markup_drop_signs(walk, walk->at, words);
	drop_words(walk, close, end + 1);
	return true;
}

bool markup_mend_bracket(struct markup_signs *walk)
{
	const size_t end =
		walk->words_end ? 0 : end_of_words(walk, walk->at + 1);

	if (end) {
		walk->words_end = end;
		markup_drop_signs(walk, walk->at, walk->at + 1);
		return true;
	}
	return mend_address(walk) || mend_number(walk);
}

/*
 * Markup of Org: drawers of properties, lines that begin with #+, headings with
 * stars, [[address][words]], 19^{th}, *bold* and /slanted/ words.
 *
 * A drawer, a block's line or a link in double brackets is proof; stars and
 * slashes go only beside one.
 */
#include "stages/encoding/markup_walk.h"
#include "stages/stage.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define DRAWER_LINES 20

/* ":CUSTOM_ID: a-name" */
static bool is_property(const struct markup_walk *walk, size_t at)
{
	const size_t start = at + 1;

	if (markup_byte(walk, at) != ':')
		return false;
	for (at = start; ascii_is_alnum(markup_byte(walk, at)) ||
			 markup_byte(walk, at) == '_' ||
			 markup_byte(walk, at) == '-';)
		at++;
	return at > start && markup_byte(walk, at) == ':';
}

/* From ":PROPERTIES:" to ":END:": where its last line ends; 0: it has none. */
static size_t drawer_end(const struct markup_walk *walk, size_t at)
{
	if (!markup_stands(walk, skip_blanks(walk->text, walk->len, at),
			   ":PROPERTIES:\n"))
		return 0;
	for (unsigned lines = 0; lines < DRAWER_LINES && at < walk->len;
	     lines++) {
		const size_t words = skip_blanks(walk->text, walk->len, at);
		const size_t end = markup_line_end(walk, at);

		if (!is_property(walk, words))
			return 0;
		if (markup_stands(walk, words, ":END:"))
			return end;
		at = end + 1;
	}
	return 0;
}

static void drop_line(struct markup_walk *walk, size_t at, size_t end)
{
	walk->signs++;
	markup_drop(walk, at, end < walk->len ? end + 1 : end);
}

/* "#+begin_quote" and its end; "#+caption: words", "#+author: words". */
static size_t see_keyword(struct markup_walk *walk, size_t at, size_t end)
{
	static const char *const words[] = {
		"#+author: ", "#+AUTHOR: ", "#+caption: ",  "#+CAPTION: ",
		"#+date: ",   "#+DATE: ",   "#+subtitle: ", "#+SUBTITLE: ",
		"#+title: ",  "#+TITLE: ",
	};
	static const char *const blocks[] = { "#+begin_", "#+end_", "#+BEGIN_",
					      "#+END_" };
	/* an indent of tabs, too, goes later */
	const size_t sign = skip_blanks(walk->text, walk->len, at);

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (markup_stands(walk, sign, words[i])) {
			const size_t from =
				skip_blanks(walk->text, walk->len,
					    markup_find(walk, sign, end, " "));

			walk->signs++;
			markup_drop(walk, at, from);
			return from;
		}
	for (size_t i = 0; i < sizeof(blocks) / sizeof(*blocks); i++)
		if (markup_stands(walk, sign, blocks[i])) {
			drop_line(walk, at, end);
			return end + 1;
		}
	return at;
}

/* "** words" */
static size_t see_heading(struct markup_walk *walk, size_t at)
{
	const size_t words = markup_row(walk, at, '*');

	if (words == at || markup_byte(walk, words) != ' ' ||
	    (walk->emit && !walk->signs))
		return at;
	markup_drop(walk, at, words + 1);
	return words + 1;
}

/* "[[address][words]]", "[[file:mill.png]]" */
static size_t see_link(struct markup_walk *walk, size_t at)
{
	const size_t close = markup_find(walk, at, walk->len, "]]");
	const size_t words = markup_find(walk, at, walk->len, "][");

	if (!close)
		return at + 2;
	if (words && words < close && !markup_find(walk, at, words, "\n") &&
	    markup_open(walk, close, close + 2)) {
		walk->signs++;
		markup_drop(walk, at, words + 2);
		return words + 2;
	}
	if (!markup_stands(walk, at, "[[file:") ||
	    markup_find(walk, at, close, "\n"))
		return at + 2;
	walk->signs++;
	markup_drop(walk, at, close + 2);
	return close + 2;
}

/* "19^{th}", beside other signs: not the powers of a formula. */
static size_t see_raised(struct markup_walk *walk, size_t at)
{
	size_t close = at + 2;

	while (ascii_is_lower(markup_byte(walk, close)))
		close++;
	if (!walk->signs || !at || !ascii_is_digit(markup_byte(walk, at - 1)) ||
	    close != at + 4 || markup_byte(walk, close) != '}' ||
	    !markup_open(walk, close, close + 1))
		return at + 1;
	markup_drop(walk, at, at + 2);
	return at + 2;
}

/* The sign that closes what text[at] opens, in its paragraph; 0: none does. */
static size_t find_close(const struct markup_walk *walk, size_t at)
{
	const char sign[] = { walk->text[at], '\0' };
	const size_t blank = markup_find(walk, at, walk->len, "\n\n");
	const size_t close =
		markup_find(walk, at + 1, blank ? blank : walk->len, sign);

	return close && !ascii_is_space(markup_byte(walk, close - 1)) &&
			       !unicode_is_word(utf8_at(walk->text, walk->len,
							close + 1))
		       ? close
		       : 0;
}

/* "*bold*", "/slanted/" */
static size_t see_pair(struct markup_walk *walk, size_t at)
{
	const unsigned char before = at ? markup_byte(walk, at - 1) : ' ';
	size_t close;

	/* they count as nothing */
	if (!walk->emit || !walk->signs || !ascii_is_space(before) ||
	    !unicode_is_word(utf8_at(walk->text, walk->len, at + 1)))
		return at + 1;
	close = find_close(walk, at);
	if (close && markup_open(walk, close, close + 1))
		markup_drop(walk, at, at + 1);
	return at + 1;
}

static size_t see_sign(struct markup_walk *walk, size_t at)
{
	const size_t closed = markup_close(walk, at);

	if (closed > at)
		return closed;
	if (markup_stands(walk, at, "[["))
		return see_link(walk, at);
	if (markup_stands(walk, at, "^{"))
		return see_raised(walk, at);
	if (walk->text[at] == '*' || walk->text[at] == '/')
		return see_pair(walk, at);
	return at + 1;
}

static size_t see_line(struct markup_walk *walk, size_t at, size_t end)
{
	const size_t drawer = drawer_end(walk, at);
	size_t from;

	if (drawer) {
		drop_line(walk, at, drawer);
		return drawer + 1;
	}
	if (end == at)
		walk->open_count = 0;
	from = see_keyword(walk, at, end);
	if (from > end)
		return from;
	for (from = markup_next(walk, see_heading(walk, from), end); from < end;
	     from = markup_next(walk, from, end))
		from = see_sign(walk, from);
	return from == end ? end + 1 : from;
}

static void walk_lines(struct markup_walk *walk)
{
	walk->open_count = 0;
	for (size_t at = 0; at < walk->len && !walk->pass->failed;)
		at = see_line(walk, at, markup_line_end(walk, at));
}

/* Most texts hold none of the signs that count. */
static bool has_proof(const struct markup_walk *walk)
{
	return markup_holds(walk, "[[") || markup_holds(walk, "#+") ||
	       markup_holds(walk, ":PROPERTIES:");
}

static void run(struct pass *pass)
{
	struct markup_walk walk = markup_begin(pass, "[^*/");

	if (!has_proof(&walk))
		return;
	walk_lines(&walk);
	if (walk.signs < 2)
		return;
	walk.emit = true;
	walk_lines(&walk);
}

const struct stage org_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_MARKUP | SEEN_HASH,
	.rule = RULE_ENCODING_MARKUP,
	.run = run,
	.unmarks = true,
};

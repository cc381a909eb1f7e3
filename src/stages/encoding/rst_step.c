/*
 * Markup of reStructuredText: `words <address>`__, 19\ :sup:`th`, pictures with
 * their options, and *slanted* words.
 *
 * A link, a role or a picture is proof; stars and escaped spaces go only beside
 * one.
 */
#include "stages/encoding/markup_walk.h"
#include "stages/stage.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define ROLE_MAX 12 /* letters */

/* "`words <address>`__" */
static size_t see_link(struct markup_walk *walk, size_t at)
{
	const size_t tick = markup_find(walk, at + 1, walk->len, "`");
	size_t address, end;

	if (!tick || markup_byte(walk, tick - 1) != '>' ||
	    markup_byte(walk, tick + 1) != '_')
		return at + 1;
	for (address = tick; address > at && walk->text[address] != '<';)
		address--;
	if (address < at + 3 || !ascii_is_space(walk->text[address - 1]))
		return at + 1;
	end = markup_row(walk, tick + 1, '_');
	if (!markup_open(walk, address - 1, end))
		return at + 1;
	walk->signs++;
	markup_drop(walk, at, at + 1);
	return at + 1;
}

/* The tick of ":sup:`th`" at text[at]; 0: it is no role. */
static size_t role_tick(const struct markup_walk *walk, size_t at)
{
	size_t end = at + 1;

	while (end - at <= ROLE_MAX && ascii_is_lower(markup_byte(walk, end)))
		end++;
	return end > at + 1 && markup_stands(walk, end, ":`") ? end + 1 : 0;
}

/* `sign` from text[at] on, in the same paragraph; 0: it is not there. */
static size_t find_in_paragraph(const struct markup_walk *walk, size_t at,
				const char *sign)
{
	const size_t blank = markup_find(walk, at, walk->len, "\n\n");

	return markup_find(walk, at, blank ? blank : walk->len, sign);
}

static size_t see_role(struct markup_walk *walk, size_t at)
{
	const size_t tick = role_tick(walk, at);
	const size_t close = tick ? find_in_paragraph(walk, tick + 1, "`") : 0;

	if (!close || !markup_open(walk, close, close + 1))
		return at + 1;
	walk->signs++;
	markup_drop(walk, at, tick + 1);
	return tick + 1;
}

/* The space of "19\ :sup:", where an inline sign begins or ended. */
static size_t see_escape(struct markup_walk *walk, size_t at)
{
	const unsigned char before = at ? markup_byte(walk, at - 1) : 0;

	if (markup_byte(walk, at + 1) != ' ' ||
	    (before != '`' && before != '*' && !role_tick(walk, at + 2)))
		return at + 1;
	markup_drop(walk, at, at + 2);
	return at + 2;
}

/* "*slanted*" */
static size_t see_star(struct markup_walk *walk, size_t at)
{
	const unsigned char before = at ? markup_byte(walk, at - 1) : ' ';
	const size_t close = find_in_paragraph(walk, at + 1, "*");

	if (!walk->signs || !close || !ascii_is_space(before) ||
	    !unicode_is_word(utf8_at(walk->text, walk->len, at + 1)) ||
	    ascii_is_space(markup_byte(walk, close - 1)) ||
	    markup_byte(walk, close + 1) == '*' ||
	    !markup_open(walk, close, close + 1))
		return markup_row(walk, at, '*');
	markup_drop(walk, at, at + 1);
	return at + 1;
}

static size_t see_sign(struct markup_walk *walk, size_t at)
{
	const size_t closed = markup_close(walk, at);

	if (closed > at)
		return closed;
	switch (walk->text[at]) {
	case '`':
		return see_link(walk, at);
	case ':':
		return see_role(walk, at);
	case '\\':
		return see_escape(walk, at);
	default:
		return see_star(walk, at);
	}
}

/* ".. figure:: mill.png" with lines of options; where the last one ends. */
static size_t see_picture(struct markup_walk *walk, size_t at)
{
	size_t end = markup_line_end(walk, at);

	if (!markup_stands(walk, at, ".. figure:: ") &&
	    !markup_stands(walk, at, ".. image:: "))
		return at;
	while (end < walk->len) {
		const size_t words = markup_row(walk, end + 1, ' ');

		if (words < end + 3 || markup_byte(walk, words) != ':')
			break;
		end = markup_line_end(walk, words);
	}
	walk->signs++;
	markup_drop(walk, at, end);
	return end;
}

static void walk_lines(struct markup_walk *walk)
{
	walk->open_count = 0;
	for (size_t at = 0; at < walk->len && !walk->pass->failed;) {
		const size_t end = markup_line_end(walk, at);

		if (end == at)
			walk->open_count = 0;
		at = see_picture(walk, at);
		while (at < end && (at = markup_next(walk, at, end)) < end)
			at = see_sign(walk, at);
		at += at == end || markup_byte(walk, at) == '\n';
	}
}

/* Most texts hold none of the signs that count: links, roles, pictures. */
static bool has_proof(const struct markup_walk *walk)
{
	return markup_holds(walk, "`_") || markup_holds(walk, ":`") ||
	       markup_holds(walk, ".. figure:: ") ||
	       markup_holds(walk, ".. image:: ");
}

static void run(struct pass *pass)
{
	struct markup_walk walk = markup_begin(pass, "`:\\*");

	if (!has_proof(&walk))
		return;
	walk_lines(&walk);
	if (!walk.signs)
		return;
	walk.emit = true;
	walk_lines(&walk);
}

static bool triggered(const struct survey *survey)
{
	return survey->backtick;
}

const struct stage rst_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_LESS | SEEN_BACKSLASH,
	.rule = RULE_ENCODING_MARKUP,
	.triggered = triggered,
	.run = run,
	.unmarks = true,
};

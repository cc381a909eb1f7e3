/*
 * Markup of MediaWiki: ''slanted'' and '''bold''' words, == headings ==, links
 * in brackets, pictures with their captions, and the signs of tables.
 *
 * Three marks before a word and three after one are nothing else; the other
 * signs go only where there are two of them. No word of the text goes: the name
 * of a picture, of another page and an address do, piece by piece. A line that
 * begins with "thumb|" is what a stripper left of a picture.
 */
#include "stages/encoding/markup_walk.h"

#include <string.h>

#include "stages/stage.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define CELL_GAP "   " /* a table's columns, to later stages */
#define LEAST_SIGNS 2
#define MOST_LEVELS 6

/* Marks that close what so many before text[at] opened. */
static size_t find_ticks(const struct markup_walk *walk, size_t at, size_t end,
			 size_t count)
{
	const size_t limit = end - at > MARKUP_PAIR ? at + MARKUP_PAIR : end;

	for (size_t next; at < limit; at = next) {
		next = markup_row(walk, at, '\'');
		if (next - at == count && markup_byte(walk, at - 1) != ' ' &&
		    !unicode_is_word(utf8_at(walk->text, walk->len, next)))
			return at;
		next += next == at;
	}
	return 0;
}

/* ''slanted'', '''bold''', '''''both''''' */
static size_t see_ticks(struct markup_walk *walk, size_t at, size_t end)
{
	const size_t after = markup_row(walk, at, '\'');
	const size_t count = after - at;
	size_t close;

	if ((count != 2 && count != 3 && count != 5) ||
	    unicode_is_word(utf8_before(walk->text, at)) ||
	    !unicode_is_word(utf8_at(walk->text, walk->len, after)))
		return after;
	close = find_ticks(walk, after, end, count);
	if (!close || (walk->emit && count == 2 && !walk->signs) ||
	    !markup_open(walk, close, close + count))
		return after;
	walk->pairs += count != 2;
	markup_drop(walk, at, after);
	return after;
}

/* "[https://example.org words]" */
static size_t see_address(struct markup_walk *walk, size_t at, size_t end)
{
	const size_t space = markup_find(walk, at, end, " ");
	const size_t close = markup_find(walk, at, end, "]");

	if ((!markup_stands(walk, at, "[http://") &&
	     !markup_stands(walk, at, "[https://")) ||
	    !space || close <= space + 1 ||
	    !markup_open(walk, close, close + 1))
		return at + 1;
	walk->signs++;
	markup_drop(walk, at, space + 1);
	return space + 1;
}

/* No test of a shell, no element of a list, no footnote, no link of Markdown.
 */
static bool is_page(const struct markup_walk *walk, size_t at, size_t close)
{
	const unsigned char first = markup_byte(walk, at + 2);

	if (!close || close == at + 2 || ascii_is_space(first) ||
	    ascii_is_digit(first) || markup_byte(walk, close + 2) == '(' ||
	    unicode_is_word(utf8_before(walk->text, at)))
		return false;
	for (size_t i = at + 2; i < close; i++)
		if (walk->text[i] == '[' || walk->text[i] == ']')
			return false;
	return true;
}

/*
 * "[[File:pier.png|thumb|words]]", "[[page|words]]"; "[[words]]" beside others,
 * since a row of TOML and an attribute of C++ look so, too.
 */
static size_t see_page(struct markup_walk *walk, size_t at, size_t end)
{
	const size_t close = markup_find(walk, at, end, "]]");
	size_t words = at + 2;

	if (!is_page(walk, at, close) || !markup_open(walk, close, close + 2))
		return at + 2;
	for (size_t bar = words; bar < close; bar++)
		if (walk->text[bar] == '|')
			words = bar + 1;
	walk->signs += words > at + 2;
	markup_drop(walk, at, words);
	return words;
}

/* " || " and " !! " between the cells of a row: a gap, as columns have. */
static size_t see_gap(struct markup_walk *walk, size_t at, size_t end)
{
	size_t from = at, to = at + 2;

	if (!walk->inside ||
	    (!markup_stands(walk, at, "||") && !markup_stands(walk, at, "!!")))
		return at + 1;
	while (walk->text[from - 1] == ' ')
		from--;
	/* an empty cell: its spaces went with the sign before it */
	if (strchr("|!", walk->text[from - 1]))
		from = at;
	to = skip_spaces(walk->text, end, to);
	if (walk->emit)
		pass_put(walk->pass, RULE_ENCODING_MARKUP, from, to, CELL_GAP);
	return to;
}

static size_t see_sign(struct markup_walk *walk, size_t at, size_t end)
{
	const size_t closed = markup_close(walk, at);

	if (closed > at)
		return closed;
	if (walk->text[at] == '|' || walk->text[at] == '!')
		return see_gap(walk, at, end);
	if (walk->text[at] == '\'')
		return see_ticks(walk, at, end);
	if (walk->emit && !walk->signs)
		return at + 1;
	if (markup_stands(walk, at, "[["))
		return see_page(walk, at, end);
	return walk->text[at] == '[' ? see_address(walk, at, end) : at + 1;
}

/* "== words ==": the level; 0: it is no heading. */
static size_t heading_level(const struct markup_walk *walk, size_t at,
			    size_t end)
{
	const size_t level = markup_row(walk, at, '=') - at;

	if (!level || level > MOST_LEVELS || end - at < 2 * level + 3 ||
	    walk->text[at + level] != ' ' || walk->text[end - level - 1] != ' ')
		return 0;
	for (size_t i = end - level; i < end; i++)
		if (walk->text[i] != '=')
			return 0;
	return level;
}

/* "{|", "|-", "|}" and the signs of cells; where the cell's words are. */
static size_t see_cells(struct markup_walk *walk, size_t at, size_t end)
{
	const size_t after = end < walk->len ? end + 1 : end;

	if (markup_stands(walk, at, "{|"))
		walk->inside = true;
	else if (!walk->inside ||
		 (walk->text[at] != '|' && walk->text[at] != '!'))
		return at;
	if (markup_byte(walk, at + 1) == ' ' && walk->text[at] != '{') {
		markup_drop(walk, at, at + 2);
		return at + 2;
	}
	if (!markup_stands(walk, at, "{|") && !markup_stands(walk, at, "|-") &&
	    !markup_stands(walk, at, "|}"))
		return at;
	walk->signs++;
	walk->inside = !markup_stands(walk, at, "|}");
	markup_drop(walk, at, after);
	return after;
}

/* "right", "200px", "upright=1.2", "alt=words", from text[at] to text[bar]. */
static bool is_option(const struct markup_walk *walk, size_t at, size_t bar)
{
	static const char *const options[] = {
		"thumb|", "right|",  "left|",	"none|", "center|",
		"frame|", "border|", "upright", "alt=",	 "frameless|",
	};
	size_t digits = at;

	for (size_t i = 0; i < sizeof(options) / sizeof(*options); i++)
		if (markup_stands(walk, at, options[i]))
			return true;
	digits = skip_digits(walk->text, walk->len, digits);
	return digits > at && digits + 2 == bar &&
	       markup_stands(walk, digits, "px|");
}

/* White space within a line, also as it is before other stages saw it. */
static bool is_blank(const struct markup_walk *walk, size_t at)
{
	return markup_byte(walk, at) == ' ' || markup_byte(walk, at) == '\t' ||
	       markup_stands(walk, at, "\u00A0");
}

static size_t skip_gap(const struct markup_walk *walk, size_t at, size_t end)
{
	while (at < end && is_blank(walk, at))
		at += markup_byte(walk, at) < 0x80 ? 1 : 2;
	return at;
}

/* Whether a blank is between words [at, end). */
static bool holds_blank(const struct markup_walk *walk, size_t at, size_t end)
{
	while (at < end && !is_blank(walk, at))
		at++;
	return skip_gap(walk, at, end) < end;
}

/*
 * "thumb|right|200px|The north pier": where the words begin. White space that
 * will go makes no difference: there must be nothing to see after it went.
 */
static size_t see_picture(struct markup_walk *walk, size_t at, size_t end)
{
	const size_t first = skip_gap(walk, at, end);
	size_t words = first, bar;

	if (!markup_stands(walk, first, "thumb|"))
		return at;
	while ((bar = markup_find(walk, words, end, "|")) &&
	       is_option(walk, words, bar))
		words = bar + 1;
	words = skip_gap(walk, words, end);
	if (bar || !holds_blank(walk, words, end))
		return at;
	walk->signs += LEAST_SIGNS;
	markup_drop(walk, first, words);
	return words;
}

static void see_line(struct markup_walk *walk, size_t at, size_t end)
{
	const size_t level = heading_level(walk, at, end);
	const bool all = !walk->emit || walk->signs;

	walk->open_count = 0;
	if (level && all) {
		walk->signs += level > 1;
		markup_drop(walk, at, at + level + 1);
		markup_drop(walk, end - level - 1, end);
		return;
	}
	if (all)
		at = see_cells(walk, at, end);
	if (at >= end)
		return;
	at = see_picture(walk, at, end);
	for (at = markup_next(walk, at, end); at < end;
	     at = markup_next(walk, at, end))
		at = see_sign(walk, at, end);
}

static void walk_lines(struct markup_walk *walk)
{
	walk->inside = false;
	for (size_t at = 0; at < walk->len && !walk->pass->failed;) {
		const size_t end = markup_line_end(walk, at);

		if (end > at)
			see_line(walk, at, end);
		at = end + 1;
	}
}

static void run(struct pass *pass)
{
	struct markup_walk walk = markup_begin(pass, "'[|!");

	walk_lines(&walk);
	if (!walk.pairs && walk.signs < LEAST_SIGNS)
		return;
	if (walk.signs + walk.pairs < LEAST_SIGNS)
		walk.signs = 0;
	walk.emit = true;
	walk_lines(&walk);
}

const struct stage wiki_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_MARKUP | SEEN_DOUBLE_TICK,
	.rule = RULE_ENCODING_MARKUP,
	.run = run,
	.unmarks = true,
};

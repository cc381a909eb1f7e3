/*
 * Markup of MediaWiki: ''slanted'' and '''bold''' words, == headings ==, links
 * in brackets, pictures with their captions, and the signs of tables.
 *
 * Three marks before a word and three after one are nothing else; the other
 * signs go only where there are two of them. No word of the text goes: the name
 * of a picture, of another page and an address do, piece by piece.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/marks.h"
#include "unicode/props.h"

#define LEAST_SIGNS 2
#define MOST_LEVELS 6
#define MOST_OPEN 8  /* pairs within each other */
#define PAIR_MAX 800 /* bytes of a pair */

struct span {
	size_t at, end;
};

struct walk {
	struct pass *pass;
	const char *text;
	size_t len;
	size_t signs;		     /* of the format, but for bold words */
	size_t bold;		     /* words */
	bool emit, table;	     /* the line is in a table */
	struct span open[MOST_OPEN]; /* where the signs that close a pair are,
					the next one last */
	size_t open_count;
};

static unsigned char byte_at(const struct walk *walk, size_t at)
{
	return at < walk->len ? (unsigned char)walk->text[at] : 0;
}

static bool stands_at(const struct walk *walk, size_t at, const char *sign)
{
	const size_t len = strlen(sign);

	return at <= walk->len && walk->len - at >= len &&
	       !memcmp(walk->text + at, sign, len);
}

static size_t end_of_row(const struct walk *walk, size_t at, char c)
{
	while (byte_at(walk, at) == (unsigned char)c)
		at++;
	return at;
}

/* An edit of a decoding step takes one word at most. */
static void drop(struct walk *walk, size_t at, size_t end)
{
	while (walk->emit && at < end) {
		size_t next = at;

		while (next < end && walk->text[next] != ' ')
			next++;
		while (next < end && walk->text[next] == ' ')
			next++;
		pass_delete(walk->pass, RULE_ENCODING_MARKUP, at, next);
		at = next;
	}
}

/* Where `sign` is in the line from `at` on; 0: it is not. */
static size_t find(const struct walk *walk, size_t at, size_t end,
		   const char *sign)
{
	const size_t limit = end - at > PAIR_MAX ? at + PAIR_MAX : end;

	for (; at + strlen(sign) <= limit; at++)
		if (stands_at(walk, at, sign))
			return at;
	return 0;
}

static bool open_pair(struct walk *walk, size_t at, size_t end)
{
	if (walk->open_count == MOST_OPEN ||
	    (walk->open_count && walk->open[walk->open_count - 1].at < end))
		return false;
	walk->open[walk->open_count++] = (struct span){ at, end };
	return true;
}

/* Marks that close what so many before text[at] opened. */
static size_t find_ticks(const struct walk *walk, size_t at, size_t end,
			 size_t count)
{
	const size_t limit = end - at > PAIR_MAX ? at + PAIR_MAX : end;

	for (size_t next; at < limit; at = next) {
		next = end_of_row(walk, at, '\'');
		if (next - at == count && byte_at(walk, at - 1) != ' ' &&
		    !unicode_is_word(utf8_at(walk->text, walk->len, next)))
			return at;
		next += next == at;
	}
	return 0;
}

/* ''slanted'', '''bold''', '''''both''''' */
static size_t see_ticks(struct walk *walk, size_t at, size_t end)
{
	const size_t behind = end_of_row(walk, at, '\'');
	const size_t count = behind - at;
	size_t close;

	if ((count != 2 && count != 3 && count != 5) ||
	    unicode_is_word(utf8_before(walk->text, at)) ||
	    !unicode_is_word(utf8_at(walk->text, walk->len, behind)))
		return behind;
	close = find_ticks(walk, behind, end, count);
	if (!close || (walk->emit && count == 2 && !walk->signs) ||
	    !open_pair(walk, close, close + count))
		return behind;
	walk->bold += count != 2;
	drop(walk, at, behind);
	return behind;
}

/* "[https://example.org words]" */
static size_t see_address(struct walk *walk, size_t at, size_t end)
{
	const size_t space = find(walk, at, end, " ");
	const size_t close = find(walk, at, end, "]");

	if ((!stands_at(walk, at, "[http://") &&
	     !stands_at(walk, at, "[https://")) ||
	    !space || close <= space + 1 || !open_pair(walk, close, close + 1))
		return at + 1;
	walk->signs++;
	drop(walk, at, space + 1);
	return space + 1;
}

/* "[[File:pier.png|thumb|words]]", "[[page|words]]", "[[words]]" */
static size_t see_page(struct walk *walk, size_t at, size_t end)
{
	const size_t close = find(walk, at, end, "]]");
	size_t words = at + 2;

	if (!close || close == words || byte_at(walk, words) == '[' ||
	    !open_pair(walk, close, close + 2))
		return at + 2;
	for (size_t bar = words; bar < close; bar++)
		if (walk->text[bar] == '|')
			words = bar + 1;
	walk->signs++;
	drop(walk, at, words);
	return words;
}

static size_t see_sign(struct walk *walk, size_t at, size_t end)
{
	if (walk->open_count && at == walk->open[walk->open_count - 1].at) {
		const struct span close = walk->open[--walk->open_count];

		drop(walk, close.at, close.end);
		return close.end;
	}
	if (walk->text[at] == '\'')
		return see_ticks(walk, at, end);
	if (walk->emit && !walk->signs)
		return at + 1;
	if (stands_at(walk, at, "[["))
		return see_page(walk, at, end);
	return walk->text[at] == '[' ? see_address(walk, at, end) : at + 1;
}

/* "== words ==": the level; 0: it is no heading. */
static size_t heading_level(const struct walk *walk, size_t at, size_t end)
{
	const size_t level = end_of_row(walk, at, '=') - at;

	if (!level || level > MOST_LEVELS || end - at < 2 * level + 3 ||
	    walk->text[at + level] != ' ' || walk->text[end - level - 1] != ' ')
		return 0;
	for (size_t i = end - level; i < end; i++)
		if (walk->text[i] != '=')
			return 0;
	return level;
}

/* "{|", "|-", "|}" and the signs of cells; where the cell's words are. */
static size_t see_cells(struct walk *walk, size_t at, size_t end)
{
	const size_t after = end < walk->len ? end + 1 : end;

	if (stands_at(walk, at, "{|"))
		walk->table = true;
	else if (!walk->table ||
		 (walk->text[at] != '|' && walk->text[at] != '!'))
		return at;
	if (byte_at(walk, at + 1) == ' ' && walk->text[at] != '{') {
		drop(walk, at, at + 2);
		return at + 2;
	}
	if (!stands_at(walk, at, "{|") && !stands_at(walk, at, "|-") &&
	    !stands_at(walk, at, "|}"))
		return at;
	walk->signs++;
	walk->table = !stands_at(walk, at, "|}");
	drop(walk, at, after);
	return after;
}

static void see_line(struct walk *walk, size_t at, size_t end)
{
	const size_t level = heading_level(walk, at, end);
	const bool all = !walk->emit || walk->signs;

	walk->open_count = 0;
	if (level && all) {
		walk->signs += level > 1;
		drop(walk, at, at + level + 1);
		drop(walk, end - level - 1, end);
		return;
	}
	if (all)
		at = see_cells(walk, at, end);
	while (at < end)
		at = see_sign(walk, at, end);
}

static void walk_lines(struct walk *walk)
{
	walk->table = false;
	for (size_t at = 0; at < walk->len && !walk->pass->failed;) {
		const char *newline =
			memchr(walk->text + at, '\n', walk->len - at);
		const size_t end =
			newline ? (size_t)(newline - walk->text) : walk->len;

		if (end > at)
			see_line(walk, at, end);
		at = end + 1;
	}
}

static void run(struct pass *pass)
{
	struct walk walk = {
		.pass = pass,
		.text = pass->text,
		.len = pass->len,
	};

	walk_lines(&walk);
	if (!walk.bold && walk.signs < LEAST_SIGNS)
		return;
	if (walk.signs + walk.bold < LEAST_SIGNS)
		walk.signs = 0;
	walk.emit = true;
	walk_lines(&walk);
}

static bool triggered(const struct survey *survey,
		      const struct settings *settings)
{
	return survey_saw(survey, SEEN_MARKUP | SEEN_DOUBLE_TICK) &&
	       settings_select(settings, RULE_ENCODING_MARKUP);
}

const struct stage wiki_stage = {
	.name = "encoding",
	.decodes = true,
	.triggered = triggered,
	.run = run,
};

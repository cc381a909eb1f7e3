/*
 * Marks that a text speaks of: 'the " key', "an ' sign"; and those that say in
 * a column of a table that what is above them goes on.
 */
#include "stages/quotes/quotes.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "lang/lang.h"

/* Between two spaces, of which none is a line end. */
static bool is_lone(const struct pass *pass, const struct quote_mark *mark)
{
	return mark->left == CONTEXT_SPACE && mark->right == CONTEXT_SPACE &&
	       pass->text[mark->at - 1] == ' ' && pass->text[mark->end] == ' ';
}

/* Whether the same mark is after the word: it is a quotation with spaces. */
static bool is_repeated(const struct pass *pass, const struct quote_mark *mark,
			size_t at)
{
	at += at < pass->len && pass->text[at] == ' ';
	return utf8_at(pass->text, pass->len, at) ==
	       utf8_at(pass->text, pass->len, mark->at);
}

#define DITTO_GAP 3    /* spaces on one side of it, at least; on the other: */
#define DITTO_LEAST 2  /* spaces, if the line does not end there */
#define DITTO_AROUND 3 /* columns in which something is above it */
#define LINE_MOST 200  /* bytes of a table's line */

/* The white space on both sides of a mark, within its line. */
struct room {
	size_t left, right; /* bytes of it */
	bool tab;
	bool first, last; /* nothing else is before it, or after it */
};

static struct room room_around(const struct pass *pass,
			       const struct quote_mark *mark)
{
	const char *text = pass->text;
	struct room room = { .tab = false };
	size_t at = mark->at, end = mark->end;

	while (at && ascii_is_blank((unsigned char)text[at - 1]))
		room.tab |= text[--at] == '\t';
	while (end < pass->len && ascii_is_blank((unsigned char)text[end]))
		room.tab |= text[end++] == '\t';
	room.left = mark->at - at;
	room.right = end - mark->end;
	room.first = !at || text[at - 1] == '\n';
	room.last = end == pass->len || text[end] == '\n';
	return room;
}

/* Whether the line above has something where the mark is in its own. */
static bool has_above(const struct pass *pass, size_t at)
{
	const char *text = pass->text;
	size_t line = at, above, column;

	while (line && text[line - 1] != '\n' && at - line < LINE_MOST)
		line--;
	if (line < 2 || text[line - 1] != '\n')
		return false;
	for (above = line - 1; above && text[above - 1] != '\n'; above--)
		if (line - above > LINE_MOST)
			return false;
	column = at - line;
	above += column > DITTO_AROUND ? column - DITTO_AROUND : 0;
	for (size_t i = 0; i <= 2 * DITTO_AROUND && above + i < line; i++)
		if (!ascii_is_space((unsigned char)text[above + i]))
			return true;
	return false;
}

/* Alone in its column: "1905    \"     14". */
static bool is_ditto(const struct pass *pass, const struct quote_mark *mark)
{
	const bool left =
		mark->left == CONTEXT_SPACE || mark->left == CONTEXT_EDGE;
	const bool right =
		mark->right == CONTEXT_SPACE || mark->right == CONTEXT_EDGE;
	struct room room;

	if (mark->family != FAMILY_DOUBLE || !left || !right)
		return false;
	room = room_around(pass, mark);
	if (room.tab)
		return (room.first || pass->text[mark->at - 1] == '\t') &&
		       (room.last || pass->text[mark->end] == '\t');
	return room.left >= DITTO_LEAST &&
	       (room.last || room.right >= DITTO_LEAST) &&
	       (room.left >= DITTO_GAP || room.right >= DITTO_GAP) &&
	       has_above(pass, mark->at);
}

/* 'the backtick (`)', “"”: nothing else is between what opens and closes. */
static bool is_alone_in(const struct pass *pass, const struct quote_mark *mark)
{
	static const char *const pairs[][2] = {
		{ "(", ")" },
		{ "[", "]" },
		{ "\u201C", "\u201D" },
	};

	if ((unsigned char)pass->text[mark->at] >= 0x80)
		return false;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		if (bytes_end(pass->text, mark->at, pairs[i][0]) &&
		    pass_has(pass, mark->end, pairs[i][1]))
			return true;
	return false;
}

bool quotes_is_named(const struct pass *pass, const struct quote_mark *mark)
{
	struct quote_word word;

	if (is_ditto(pass, mark) || is_alone_in(pass, mark))
		return true;
	if (mark->glyph != GLYPH_STRAIGHT || !is_lone(pass, mark) ||
	    survey_is(pass->survey, CONDITION_TOKENISED) ||
	    !(quotes_lists_before(pass, mark->at) &
	      (LIST_DEFINITE | LIST_BARE)))
		return false;
	word = quote_word_at(pass, mark->end + 1);
	return quote_word_line(&pass->settings->lang->speech, '=', &word) &&
	       !is_repeated(pass, mark, word.end);
}

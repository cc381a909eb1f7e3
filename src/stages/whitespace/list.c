/* Lists in hard-wrapped articles that have no bullets. */
#include "stages/whitespace/wrap.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "text/marks.h"

/* So many lines make a list; after a colon, so many. */
#define LIST_LINES 3
#define COLON_LINES 2

/* So many items are looked back over to the colon, each of so many bytes. */
#define LIST_MOST 8
#define LIST_LINE 200

/* A brief item of a list: of so many columns, and so much of the width. */
#define BRIEF_COLUMNS 24
#define BRIEF_PERCENT 40

/* A sentence's last line, with the next word, that is no wider than so much of
   the width had room for it. */
#define ROOM_PERCENT 85

/* "oars", before "sails", for which its line had room. */
static bool is_brief(const struct scanner *scanner, size_t at, size_t end)
{
	const size_t width = scanner->shape.width;
	const size_t count = wrap_columns(scanner, at, end);

	return count && count <= BRIEF_COLUMNS &&
	       (!width || count * 100 < width * BRIEF_PERCENT) &&
	       shape_end(scanner->text, end) != SHAPE_END_SENTENCE;
}

/* The end of the line that starts at `at`, less the blanks at it. */
static size_t line_end(const struct scanner *scanner, size_t at)
{
	size_t end = bytes_line_end(scanner->text, scanner->len, at);

	while (end > at && ascii_is_blank(byte_before(scanner, end)))
		end--;
	return end;
}

/* How many brief lines there are from `at` on, up to `most`. */
static unsigned count_brief(const struct scanner *scanner, size_t at,
			    unsigned most)
{
	unsigned lines = 0;

	while (lines < most && at < scanner->len) {
		const size_t end = line_end(scanner, at);

		if (!is_brief(scanner, at, end))
			break;
		lines++;
		at = bytes_line_end(scanner->text, scanner->len, end) + 1;
	}
	return lines;
}

bool wrap_opens_list(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = gap->end;

	if (count_brief(scanner, at, LIST_LINES) == LIST_LINES)
		return true;
	if (byte_before(scanner, gap->at) != ':')
		return false;
	if (count_brief(scanner, at, COLON_LINES) == COLON_LINES)
		return true;
	for (unsigned lines = 0; lines < LIST_LINES; lines++) {
		const size_t end = line_end(scanner, at);
		const size_t next =
			bytes_line_end(scanner->text, scanner->len, end);

		if (byte_before(scanner, end) == ';')
			return true;
		if (end == at || next == scanner->len ||
		    shape_end(scanner->text, end) == SHAPE_END_SENTENCE)
			return false;
		at = next + 1;
	}
	return false;
}

/* Where the last line before `at` that is not empty starts; *end: its end. */
static size_t line_before(const struct scanner *scanner, size_t at, size_t *end)
{
	at = skip_white_back(scanner->text, 0, at);
	*end = at;
	while (at && *end - at < LIST_LINE && scanner->text[at - 1] != '\n')
		utf8_previous(scanner->text, &at);
	return at;
}

static bool has_blank_line(const struct scanner *scanner, size_t at, size_t end)
{
	unsigned newlines = 0;

	for (; at < end; at++)
		newlines += scanner->text[at] == '\n';
	return newlines > 1;
}

/* "left the U.S.": the sentence may go on. */
static bool is_abbreviated(const struct scanner *scanner, size_t end)
{
	return abbreviation_before(
		       &scanner->pass->settings->lang->abbreviations,
		       scanner->text, end) != ABBREVIATION_NONE;
}

bool wrap_holds_end(const struct scanner *scanner, size_t at, size_t end)
{
	for (; at + 1 < end; at++)
		if (mark_is(byte_at(scanner, at), MARK_TERMINAL) &&
		    scanner->text[at + 1] == ' ')
			return true;
	return false;
}

bool wrap_begins_small(const struct scanner *scanner, size_t before, size_t end,
		       size_t at)
{
	const size_t width = scanner->shape.ragged ? scanner->block.width
						   : scanner->shape.width;
	size_t word = at;

	if (!shape_goes_on(scanner->text, scanner->len, at) ||
	    byte_at(scanner, at) == '(' || /* "(b) Sails and" */
	    shape_end(scanner->text, end) != SHAPE_END_SENTENCE ||
	    wrap_holds_end(scanner, at, line_end(scanner, at)) ||
	    !wrap_tells_sentences(scanner) || is_abbreviated(scanner, end))
		return false;
	if (has_blank_line(scanner, end, at))
		return true;
	while (byte_at(scanner, word) > ' ')
		word++;
	return (wrap_columns(scanner, before, end) + 1 +
		wrap_columns(scanner, at, word)) *
		       100 <=
	       width * ROOM_PERCENT;
}

/*
 * Where the lines begin that may be items of one list with that at `at`;
 * *listed: what is before them says that they are.
 */
static size_t first_item(const struct scanner *scanner, size_t at, bool *listed)
{
	*listed = false;
	for (unsigned lines = 0; lines < LIST_MOST; lines++) {
		size_t end;
		const size_t before = line_before(scanner, at, &end);

		if (end == before)
			break;
		*listed = byte_before(scanner, end) == ':' ||
			  wrap_begins_small(scanner, before, end, at);
		/* Items that are set apart may be of several lines. */
		if (*listed || has_blank_line(scanner, end, at) ||
		    shape_end(scanner->text, end) == SHAPE_END_SENTENCE)
			break;
		at = before;
	}
	return at;
}

bool wrap_is_listed(const struct scanner *scanner, const struct gap *gap)
{
	bool listed;
	size_t at = first_item(scanner, scanner->line, &listed);

	while (at < gap->at) {
		const size_t end = line_end(scanner, at);

		listed = shape_lists(scanner->text, at, end, listed);
		at = bytes_line_end(scanner->text, scanner->len, end) + 1;
	}
	return listed;
}

/* One of several brief lines; after a colon two are enough. */
static bool ends_brief_item(const struct scanner *scanner,
			    const struct gap *gap)
{
	size_t at = scanner->line, end = gap->at;
	unsigned lines = 0, least = LIST_LINES;

	while (lines < LIST_LINES && is_brief(scanner, at, end) &&
	       byte_before(scanner, end) != ':') {
		lines++;
		at = line_before(scanner, at, &end);
	}
	if (byte_before(scanner, end) == ':')
		least = COLON_LINES;
	return lines && lines + count_brief(scanner, gap->end, least) >= least;
}

bool wrap_ends_item(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = scanner->line, end;

	if (ends_brief_item(scanner, gap))
		return true;
	if (byte_before(scanner, gap->at) != ';')
		return false;
	for (unsigned lines = 0; lines < LIST_MOST; lines++) {
		at = line_before(scanner, at, &end);
		if (byte_before(scanner, end) != ';')
			break;
	}
	return byte_before(scanner, end) == ':';
}

#include "text/records.h"

#include <stdint.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "text/lines.h"
#include "text/marks.h"
#include "unicode/props.h"

#define LINES_LOOKED 4000
#define BLANK_OTHERS 100 /* of so many lines one may be blank, and */
#define HEAD_LINES 3	 /* none of the first: a title is before that */
#define WHOLE_SHARE 80	 /* percent that begin, or that end, as a sentence */
#define FULL_SHARE 35	 /* percent to which another word is too long */
#define WIDEST_SHARE                                                           \
	95	     /* percent of the lines are not wider than the width      \
		      */
#define WIDTHS 2048  /* bytes; longer lines count as such */
#define WORD_MOST 20 /* bytes: some scripts have no spaces */

/* Of a web page: its menus, and its story between them. */
#define MENU_BYTES 30	/* the most of a menu's line */
#define MENU_LINES 10	/* the least of a menu */
#define STORY_BYTES 120 /* the least of a paragraph */
#define STORY_LINES 4	/* the least of a story */
#define SIGNED_LINES 3	/* the same where the page has a copyright sign */
#define HEAD_MENU 20	/* lines of a menu that heads the page, */
#define HEAD_FIRST 5	/* and begins in one of these */

/* Lines of one kind, one after another. */
struct run {
	size_t now, longest;
};

struct records {
	size_t lines, blank, early; /* early: blank ones among the first */
	size_t begin, end;	    /* lines as a sentence begins, ends */
	struct run menu, story;
	size_t before;	/* the longest story after a menu, */
	size_t between; /* and before another one */
	bool is_signed; /* a copyright sign */
	bool is_headed; /* a menu heads it */
	uint32_t widths[WIDTHS];
};

static size_t width_of(size_t at, size_t end)
{
	return end - at < WIDTHS ? end - at : WIDTHS - 1;
}

/* A sentence's mark or a quotation's, of any script. */
static bool ends_whole(const char *text, size_t end)
{
	const uint32_t last = utf8_before(text, end);

	return unicode_ends_sentence(last) || last == 0x2026 ||
	       mark_may_close(last);
}

static void see_run(struct run *run, bool goes_on)
{
	run->now = goes_on ? run->now + 1 : 0;
	if (run->now > run->longest)
		run->longest = run->now;
}

/*
 * A page's menus are runs of short lines, records are as long as they happen
 * to be.
 */
static void see_page(struct records *records, size_t width)
{
	see_run(&records->menu, width <= MENU_BYTES);
	see_run(&records->story, width >= STORY_BYTES);
	if (records->menu.longest >= MENU_LINES &&
	    records->story.now > records->before)
		records->before = records->story.now;
	if (records->menu.now >= MENU_LINES)
		records->between = records->before;
	if (records->menu.now == HEAD_MENU)
		records->is_headed |= records->lines - HEAD_MENU < HEAD_FIRST;
}

static bool is_page(const struct records *records)
{
	return records->between >= STORY_LINES ||
	       (records->is_headed && records->before >= STORY_LINES) ||
	       (records->is_signed && records->menu.longest >= MENU_LINES &&
		records->story.longest >= SIGNED_LINES);
}

static bool has_copyright(const char *text, size_t at, size_t end)
{
	while ((at = bytes_find(text, end, at, '\xC2')) < end)
		if (bytes_at(text, end, ++at) == 0xA9)
			return true;
	return false;
}

static void see_line(struct records *records, const char *text, size_t at,
		     size_t end)
{
	text_trim(text, &at, &end);
	records->lines++;
	if (at == end) {
		records->blank++;
		records->early += records->lines <= HEAD_LINES;
		return;
	}
	see_page(records, end - at);
	records->is_signed |= has_copyright(text, at, end);
	records->widths[width_of(at, end)]++;
	records->begin += !unicode_is_lower(utf8_at(text, end, at));
	records->end += ends_whole(text, end);
}

/* Where the lines end that are looked at. */
static size_t see_lines(struct records *records, const char *text, size_t len)
{
	size_t at = 0;

	while (at < len && records->lines < LINES_LOOKED) {
		const size_t end = bytes_line_end(text, len, at);

		see_line(records, text, at, end);
		at = end + 1;
	}
	return at < len ? at : len;
}

/* That nearly no line is longer than. */
static size_t usual_width(const struct records *records)
{
	const size_t texts = records->lines - records->blank;
	size_t width = 0, seen = 0;

	while (width < WIDTHS &&
	       (seen += records->widths[width]) * 100 < texts * WIDEST_SHARE)
		width++;
	return width;
}

static size_t word_width(const char *text, size_t at, size_t end)
{
	size_t len = 0;

	while (at + len < end && len < WORD_MOST && text[at + len] != ' ')
		len++;
	return len;
}

/* Lines that the next one's first word would not fit into: broken ones. */
static size_t count_full(const char *text, size_t len, size_t width)
{
	size_t at = 0, full = 0, before = 0;

	while (at < len) {
		size_t end = bytes_line_end(text, len, at);
		const size_t next = end + 1;

		text_trim(text, &at, &end);
		if (at < end) {
			full += before &&
				before + 1 + word_width(text, at, end) > width;
			before = width_of(at, end);
		}
		at = next;
	}
	return full;
}

bool records_text(const char *text, size_t len)
{
	struct records records = { 0 };
	const size_t end = see_lines(&records, text, len);
	const size_t texts = records.lines - records.blank;

	if (texts < RECORDS_LEAST || records.early || is_page(&records) ||
	    records.blank * BLANK_OTHERS > records.lines)
		return false;
	if (records.begin * 100 < texts * WHOLE_SHARE &&
	    records.end * 100 < texts * WHOLE_SHARE)
		return false;
	return count_full(text, end, usual_width(&records)) * 100 <=
	       texts * FULL_SHARE;
}

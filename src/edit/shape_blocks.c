/*
 * Blocks of broken lines.
 *
 * A sure break is one that no writer sets: the line ends in no mark, or a
 * comma, and the next goes on with a small letter. Verse and lists may do the
 * same, so that their signs are counted, too: lines that end in marks, lines
 * that begin with capitals in mid-sentence, lines of very different widths.
 */
#include "edit/shape.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "edit/shape_line.h"
#include "text/marks.h"

/* Columns of a broken line. */
#define NARROWEST 20
#define WIDEST 200

/* A broken line is so much of the widest, in percent; a heading's, which is in
   larger type, is HALF of it. */
#define NEAR_PERCENT 70
#define FIRST_PERCENT 45 /* so much where a tag began a block's first line, */
#define FIRST_PROOF 4	 /* if so many other breaks are near it */

/* Sure breaks that prove a width: few where lines are wider than verse. */
#define WIDE 60
#define PROOF_WIDE 2  /* or one, if the sentence ends in the next line */
#define ALONE_LINES 3 /* of that block, at most */
#define MIDDLE 40
#define PROOF_MIDDLE 4
#define PROOF_NARROW 8

/* Of the sure breaks so many are near the width. */
#define NEAR_SHARE 75

/* And so many of narrow ones had no room for the next word. */
#define FILLED_SHARE 70

/* Verse: of at least so many breaks in mid-sentence, so many begin with a
   capital, or so many lines end in a mark. */
#define VERSE_BREAKS 3
#define VERSE_PERCENT 60

/* So do narrow lines of which so many end in a mark, whatever they begin with;
   of wrapped ones it is one in six. Of many lines half are enough. */
#define VERSE_LINES 8

/* Of a hundred bytes of prose, so many are letters, spaces and bytes above
   ASCII. */
#define PROSE_PERCENT 85

/* What the breaks of a block, or of all blocks, are. */
struct breaks {
	size_t lines, all;
	size_t sure;	 /* goes on with a small letter */
	size_t doubtful; /* so does a line that may end there */
	size_t closed; /* of the sure ones, with the next line the sentence ends
			*/
	size_t upper;  /* goes on with a capital, as verse does */
	size_t marked; /* of all these: the line ends in a mark */
	size_t ended;  /* of all: the line ends in a mark, or the sentence */
	size_t longest; /* columns of all these lines */
	size_t wide;	/* lines that no page holds: each is a paragraph */
	size_t indent;	/* the least of its lines */
	size_t stops;	/* sentence ends, in its lines and after them */
	size_t letters, bytes;	     /* but for digits */
	size_t widest;		     /* of the sure and doubtful breaks */
	uint32_t widths[WIDEST + 1]; /* sure breaks by their columns */
	uint32_t firsts[WIDEST + 1]; /* of these, after a block's first line */
	int covers[WIDEST + 2]; /* differences: sure breaks a width explains */
};

static size_t width_of(const struct shape_line *line)
{
	return line->columns - line->indent;
}

static bool ends_in_mark(const char *text, const struct shape_line *line)
{
	return mark_is(utf8_before(text, line->end),
		       MARK_STOP_OR_PAUSE | MARK_DASH);
}

/* "will pay:", "a boat;": what follows is another item. */
static bool ends_item(const char *text, const struct shape_line *line)
{
	return mark_is(utf8_before(text, line->end),
		       MARK_COLON | MARK_SEMICOLON);
}

/* "ida@lowell.example": nothing that a verse has. */
static bool is_one_word(const struct shape_line *line)
{
	return line->word == width_of(line);
}

/*
 * No line of verse: a table's row, one before a number, a heading, or a word by
 * itself.
 */
static bool is_no_verse(const char *text, size_t len,
			const struct shape_line *pair)
{
	return ascii_is_digit((unsigned char)text[pair[0].end - 1]) ||
	       shape_start(text, len, pair[1].at) == SHAPE_START_DIGIT ||
	       is_one_word(&pair[0]) || is_one_word(&pair[1]) ||
	       width_of(&pair[0]) * 2 < width_of(&pair[1]);
}

#define YEAR_DIGITS 4

/* "May 3, 2019" */
static bool ends_in_year(const char *text, const struct shape_line *line)
{
	size_t digits = 0;

	while (digits < line->end - line->at &&
	       ascii_is_digit((unsigned char)text[line->end - digits - 1]))
		digits++;
	return digits == YEAR_DIGITS;
}

/* The date of a post, or an item of a list, that had room for the next word or
   is before one like it: such a line may end there, whatever is next. */
static bool is_doubtful(const char *text, const struct shape_line *pair,
			size_t listed)
{
	return width_of(&pair[0]) + 1 + pair[1].word <= listed ||
	       ends_in_year(text, &pair[0]) ||
	       shape_lines_are_parallel(text, &pair[0], &pair[1]);
}

/* `listed`: columns of the widest line, if it may be an item; else 0. */
static void see_break(struct breaks *breaks, const char *text, size_t len,
		      const struct shape_line *pair, size_t listed)
{
	const size_t width = width_of(&pair[0]);
	const bool ends = shape_end(text, pair[0].end) == SHAPE_END_SENTENCE;

	breaks->all++;
	breaks->ended += ends || ends_in_mark(text, &pair[0]);
	if (width > breaks->longest)
		breaks->longest = width;
	if (ends || ends_item(text, &pair[0]) || width < NARROWEST ||
	    width > WIDEST)
		return;
	breaks->marked += ends_in_mark(text, &pair[0]);
	if (!shape_goes_on(text, len, pair[1].at)) {
		breaks->upper += !is_no_verse(text, len, pair);
		return;
	}
	if (width > breaks->widest)
		breaks->widest = width;
	if (is_doubtful(text, pair, listed)) {
		breaks->doubtful++;
		return;
	}
	breaks->sure++;
	breaks->closed += shape_end(text, pair[1].end) == SHAPE_END_SENTENCE;
	breaks->widths[width]++;
	breaks->firsts[width] += breaks->all == 1;
	breaks->covers[width]++;
	breaks->covers[width + pair[1].word < WIDEST ? width + pair[1].word + 1
						     : WIDEST + 1]--;
}

static void see_line(struct breaks *breaks, const struct shape_line *line)
{
	if (!breaks->lines || line->indent < breaks->indent)
		breaks->indent = line->indent;
	breaks->lines++;
	breaks->wide += width_of(line) > WIDEST;
}

/* Columns of the widest line of the block at text[at] that a page may hold. */
static size_t widest_line(const char *text, size_t len, size_t at)
{
	size_t widest = 0;

	while (at < len) {
		struct shape_line line;

		shape_line_read(&line, text, len, at);
		if (line.at == line.end)
			break;
		shape_line_measure(&line, text, false);
		shape_line_squeeze(&line, text);
		if (width_of(&line) <= WIDEST && width_of(&line) > widest)
			widest = width_of(&line);
		at = line.next;
	}
	return widest;
}

/* What the lines of the block text[at, end) consist of. */
static void count_bytes(struct breaks *breaks, const char *text, size_t at,
			size_t end)
{
	struct shape_line line;

	for (; at < end; at = line.next) {
		shape_line_read(&line, text, end, at);
		for (size_t i = line.at; i < line.end; i++) {
			const unsigned char c = (unsigned char)text[i];

			breaks->bytes += !ascii_is_digit(c);
			breaks->letters +=
				c >= 0x80 || c == ' ' || ascii_is_letter(c);
			breaks->stops += mark_is(c, MARK_TERMINAL);
		}
	}
}

/* Count the breaks of the block at text[at]; its end. */
static size_t read_block(struct breaks *breaks, const char *text, size_t len,
			 size_t at)
{
	const size_t start = at;
	struct shape_line pair[2];
	bool listed = false, measured = false;
	size_t widest = 0;

	for (bool first = true; at < len; first = false) {
		shape_line_read(&pair[1], text, len, at);
		if (pair[1].at == pair[1].end)
			break;
		shape_line_measure(&pair[1], text, false);
		shape_line_squeeze(&pair[1], text);
		see_line(breaks, &pair[1]);
		if (listed && !measured) {
			widest = widest_line(text, len, start);
			measured = true;
		}
		if (!first)
			see_break(breaks, text, len, pair, listed ? widest : 0);
		listed = shape_lists(text, pair[1].at, pair[1].end, listed);
		at = pair[1].next;
		pair[0] = pair[1];
	}
	return at;
}

static bool is_narrow_verse(const struct breaks *breaks)
{
	const size_t least = breaks->all < VERSE_LINES ? VERSE_PERCENT : 50;

	return breaks->all >= VERSE_BREAKS && breaks->longest < WIDE &&
	       breaks->ended * 100 >= breaks->all * least;
}

static bool is_verse(const struct breaks *breaks)
{
	const size_t inner = breaks->sure + breaks->doubtful + breaks->upper;

	if (is_narrow_verse(breaks))
		return true;
	return inner >= VERSE_BREAKS &&
	       (breaks->upper * 100 >= inner * VERSE_PERCENT ||
		breaks->marked * 100 >= inner * VERSE_PERCENT);
}

static bool is_prose(const struct breaks *breaks)
{
	return breaks->letters * 100 >= breaks->bytes * PROSE_PERCENT &&
	       breaks->wide <= breaks->sure && !is_verse(breaks);
}

/* First lines that are shorter than lines near the width. */
static size_t short_firsts(const struct breaks *breaks, size_t width)
{
	size_t count = 0;

	for (size_t i = width * FIRST_PERCENT / 100;
	     i * 100 < width * NEAR_PERCENT; i++)
		count += breaks->firsts[i];
	return count;
}

/* The breaks near a width, and first lines that may be. */
struct fit {
	size_t width, near, firsts;
};

/* The narrowest width that most sure breaks fit; first lines count, too, if
   `firsts` says so. */
static struct fit common_width(const struct breaks *breaks, size_t firsts)
{
	struct fit best = { 0, 0, 0 };
	size_t near = 0, low = 0;

	for (size_t width = NARROWEST; width <= breaks->widest; width++) {
		size_t more;

		near += breaks->widths[width];
		for (; low * 100 < width * NEAR_PERCENT; low++)
			near -= breaks->widths[low];
		more = near && firsts ? short_firsts(breaks, width) : 0;
		if (near + more > best.near + best.firsts)
			best = (struct fit){ width, near, more };
	}
	return best;
}

static size_t proof_for(size_t width)
{
	if (width >= WIDE)
		return PROOF_WIDE;
	return width >= MIDDLE ? PROOF_MIDDLE : PROOF_NARROW;
}

/* Whether one width explains most sure breaks: the next word had no room. Verse
   breaks where it likes. */
static bool is_filled(const struct breaks *breaks)
{
	int sum = 0, most = 0;

	for (size_t i = 0; i <= WIDEST; i++) {
		sum += breaks->covers[i];
		most = sum > most ? sum : most;
	}
	return (size_t)most * 100 >= breaks->sure * FILLED_SHARE;
}

static bool is_proved(const struct breaks *breaks, const struct fit *fit)
{
	const bool closed = fit->near && breaks->closed && fit->width >= WIDE;

	if (fit->firsts && fit->near < FIRST_PROOF)
		return false;
	if (fit->width < WIDE && !is_filled(breaks))
		return false;
	return (fit->near >= proof_for(fit->width) || closed) &&
	       (fit->near + fit->firsts) * 100 >= breaks->sure * NEAR_SHARE;
}

/* The width that the block's own breaks prove; 0: none. */
static size_t proved_width(const struct breaks *breaks)
{
	struct fit fit = { 0, 0, 0 };

	for (size_t firsts = 0; firsts < 2; firsts++) {
		fit = common_width(breaks, firsts);
		if (is_proved(breaks, &fit))
			return fit.width;
	}
	return 0;
}

static void add(struct breaks *sum, const struct breaks *more)
{
	sum->sure += more->sure;
	sum->doubtful += more->doubtful;
	sum->stops += more->stops;
	if (more->widest > sum->widest)
		sum->widest = more->widest;
	if (more->longest > sum->longest)
		sum->longest = more->longest;
	sum->closed += more->closed;
	sum->upper += more->upper;
	sum->marked += more->marked;
	sum->ended += more->ended;
	sum->all += more->all;
	for (size_t i = 0; i <= WIDEST; i++) {
		sum->widths[i] += more->widths[i];
		sum->firsts[i] += more->firsts[i];
		sum->covers[i] += more->covers[i];
	}
	sum->covers[WIDEST + 1] += more->covers[WIDEST + 1];
}

bool shape_read_blocks(struct shape *shape, const struct survey *survey,
		       const char *text, size_t len)
{
	struct breaks sum = { 0 };
	struct shape_line line;

	if (!survey->broken_lines)
		return false;
	for (size_t at = 0; at < len;) {
		struct breaks block = { 0 };
		size_t end;

		shape_line_read(&line, text, len, at);
		if (line.at == line.end) {
			at = line.next;
			continue;
		}
		end = read_block(&block, text, len, at);
		if (block.lines > ALONE_LINES)
			block.closed = 0;
		if (block.sure)
			count_bytes(&block, text, at, end);
		if (block.sure && is_prose(&block))
			add(&sum, &block);
		at = end;
	}
	shape->width = is_verse(&sum) || !sum.stops ? 0 : proved_width(&sum);
	shape->ragged = shape->width;
	if (shape->ragged)
		shape_read_fit(shape, text, len);
	return shape->ragged;
}

/*
 * A block is as wide as the article, or has proof of its own; one with few
 * broken lines takes the article's width.
 */
static size_t block_width(const struct breaks *breaks, size_t width)
{
	if (!breaks->widest || (breaks->widest <= width &&
				breaks->widest * 100 >= width * NEAR_PERCENT))
		return width;
	if (breaks->sure == 1 && breaks->widest <= width)
		return width;
	return proved_width(breaks);
}

void shape_block_read(struct shape_block *block, const struct shape *shape,
		      const char *text, size_t len, size_t at)
{
	struct breaks breaks = { 0 };

	block->at = at;
	block->end = read_block(&breaks, text, len, at);
	count_bytes(&breaks, text, at, block->end);
	block->indent = breaks.indent;
	block->width =
		is_prose(&breaks) ? block_width(&breaks, shape->width) : 0;
}

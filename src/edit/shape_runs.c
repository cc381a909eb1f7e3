/*
 * What a text's wide gaps, its numbers and its marks say.
 *
 * Blocks of 64 bytes as bit masks, as in the survey: only the places that the
 * masks point out are looked at.
 */
#include "edit/shape.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/scan_loop.h"
#include "base/window.h"
#include "base/utf8.h"
#include "text/marks.h"

struct reader {
	struct shape *shape;
	const char *text;
	size_t len;
	size_t quote;	 /* the last in this line */
	size_t sentence; /* begins after the last wide gap at an end */
};

#define NO_QUOTE SIZE_MAX

/*
 * The numbers that decide, each with its margin: other values of it at which
 * none of 1,035 clean and 4,265 damaged articles (every third was taken) came
 * out differently. Counted by tools/margins.py.
 */

/* Bytes in which a quotation that goes on is closed. 300 to 1,200. */
#define QUOTE_MAX 600

/* A paragraph break was two spaces (or more of them) throughout: so many such
   gaps between sentences for one before a lower-case letter. 5 to 20. */
#define ENDS_PER_LOWER 10

/* And a headline may stand before two spaces: so many such gaps for one in
   mid-sentence, where a mark was taken out, after so many of its words. A
   headline is no longer than so many bytes. */
#define ENDS_PER_ODD 3
#define ODD_WORDS 3
#define HEADLINE_MOST 160

#define SENTENCE_MAX 2000 /* bytes; longer ones count as this */

/* Compounds with a hyphen were deleted: so many gaps of three spaces, and so
   many for one hyphen that is left. */
#define LOST_LEAST 2	  /* to 4; 1: one damaged article */
#define LOST_PER_HYPHEN 3 /* 1 to 6 */

/* The space before ? ! : ; is a custom: so many have it for one that does not.
   2 to 8. */
#define WIDE_PER_TIGHT 4

static unsigned char byte_at(const struct reader *r, size_t at)
{
	return bytes_at(r->text, r->len, at);
}

static bool quote_at(const struct reader *r, size_t at)
{
	return mark_double_length(r->text, r->len, at) != 0;
}

/* The last double quotation mark of the line. */
static void see_quote(struct reader *r, size_t at)
{
	const unsigned char c = (unsigned char)r->text[at];

	if (c == '\n')
		r->quote = NO_QUOTE;
	else if (quote_at(r, at))
		r->quote = at;
}

static bool is_edge(unsigned char c)
{
	return c == ' ' || c == '\n' || c == 0;
}

/* “ before a space and after none, as it closes in German. */
static bool stands_behind(const struct reader *r, size_t at)
{
	return at && !is_edge(byte_at(r, at - 1)) &&
	       is_edge(byte_at(r, at + 3));
}

static bool quote_opens(const struct reader *r, size_t at)
{
	if (r->text[at] != '"')
		return byte_at(r, at + 2) == 0x9C && !stands_behind(r, at);
	return (!at || is_edge(byte_at(r, at - 1))) &&
	       !is_edge(byte_at(r, at + 1));
}

static bool quote_closes(const struct reader *r, size_t at)
{
	if (r->text[at] != '"')
		return byte_at(r, at + 2) == 0x9D || stands_behind(r, at);
	return !is_edge(byte_at(r, at - 1)) && is_edge(byte_at(r, at + 1));
}

/* Between a mark that opens and the one that closes: no paragraph ends. */
static bool goes_on(const struct reader *r, size_t end)
{
	size_t at = end;

	if (r->quote == NO_QUOTE || !quote_opens(r, r->quote) ||
	    quote_at(r, end))
		return false;
	while (at < r->len && at - end < QUOTE_MAX && !quote_at(r, at) &&
	       r->text[at] != '\n')
		at++;
	return at < r->len && quote_at(r, at) && quote_closes(r, at);
}

/* "the U.S.  Navy", "Plan B.  It": the mark may be the letters' own. */
static bool is_initial(const struct reader *r, size_t end)
{
	return bytes_before(r->text, end) == '.' &&
	       ascii_is_upper(bytes_before(r->text, end - 1)) &&
	       !ascii_is_letter(bytes_before(r->text, end - 2));
}

/* The sentence that ends at `at`; the next one begins at `end`. */
static void see_sentence(struct reader *r, size_t at, size_t end)
{
	const size_t bytes = at - r->sentence;
	const uint64_t length = bytes < SENTENCE_MAX ? bytes : SENTENCE_MAX;

	r->shape->wide_bytes += length;
	r->shape->wide_squares += length * length;
	r->sentence = end;
}

/* Whether the line has a sentence before the words that end at `at`: not
   "Read more", "- Ida Moss". */
static bool is_inside(const struct reader *r, size_t at)
{
	const size_t end = at;
	size_t words = 1;

	for (; at > 1 && end - at < HEADLINE_MOST; at--) {
		const unsigned char before = byte_at(r, at - 1);

		if (before == '\n' || (before == ' ' && r->text[at - 2] == ' '))
			return false;
		if (before != ' ')
			continue;
		if (shape_end(r->text, at - 1) == SHAPE_END_SENTENCE)
			return words >= ODD_WORDS &&
			       shape_start(r->text, r->len, at) !=
				       SHAPE_START_OTHER;
		words++;
	}
	return at > 1;
}

/* "It fell. The board of Home  Garden", "Power,  Water": no headline ends. */
static bool is_odd(const struct reader *r, size_t at)
{
	const unsigned char c = (unsigned char)r->text[at - 1];

	return c == ',' || (ascii_is_letter(c) && is_inside(r, at));
}

static void see_wide(struct reader *r, size_t at, size_t end,
		     enum shape_end before, enum shape_start after)
{
	struct shape *shape = r->shape;
	const bool pair = end - at == 2;

	if (is_initial(r, at) || shape_ends_number(r->text, at))
		return;
	if (before == SHAPE_END_SENTENCE && after == SHAPE_START_UPPER) {
		shape->wide_ends++;
		shape->wide_inside += goes_on(r, end);
		see_sentence(r, at, end);
		shape->pair_ends += pair;
		shape->more_ends += !pair;
		return;
	}
	if (after == SHAPE_START_UPPER)
		shape->pair_odd += pair && is_odd(r, at);
	if (after != SHAPE_START_LOWER)
		return;
	/* After a period it may be an abbreviation. */
	if (r->text[at - 1] != '.') {
		shape->pair_lower += pair;
		shape->more_lower += !pair;
	}
	shape->lost +=
		end - at == 3 && ascii_is_lower((unsigned char)r->text[at - 1]);
}

/* The word that starts at `end`, after spaces that do not start a line. */
static void see_gap(struct reader *r, size_t end)
{
	enum shape_end before;
	enum shape_start after;
	size_t at = end;

	while (at && r->text[at - 1] == ' ')
		at--;
	if (!at || r->text[at - 1] == '\n' || r->text[end] == '\n')
		return;
	before = shape_end(r->text, at);
	after = shape_start(r->text, r->len, end);
	if (end - at > 1)
		see_wide(r, at, end, before, after);
	else
		r->shape->ends += before == SHAPE_END_SENTENCE &&
				  after == SHAPE_START_UPPER;
}

static void see(struct reader *r, size_t at)
{
	if (at && r->text[at - 1] == ' ')
		see_gap(r, at);
	see_quote(r, at);
}

CPU_LOOP void read_block(struct reader *r, const struct window_text *text,
			 const struct scan *w, size_t base)
{
	const uint64_t letter = window_letters(w);
	const uint64_t word = letter | w->digit | w->pause;
	const uint64_t begins = w->space << 1 & ~w->space & ~(word << 2);
	uint64_t hot = window_inside(text, base,
				     w->odd | w->newline | w->lead | begins);

	r->shape->hyphens +=
		scan_count(window_step(letter & w->dash << 1 & letter << 2));
	for (; hot; hot &= hot - 1)
		see(r, window_at(base, hot));
}

CPU_LOOP void runs_loop(struct reader *r, scan_blocks *scan)
{
	const struct window_text text = { r->text, r->len, WINDOW_NOTHING };
	struct scan window;

	for (size_t base = 0; base < text.len; base += WINDOW_STEP) {
		window_read(&window, &text, base, scan);
		read_block(r, &text, &window, base);
	}
}
SCAN_LOOP(read_runs, struct reader *, runs_loop)

void shape_read_runs(struct shape *shape, const char *text, size_t len)
{
	struct reader r = {
		.shape = shape,
		.text = text,
		.len = len,
		.quote = NO_QUOTE,
	};

	if (shape->known & SHAPE_KNOWS_RUNS)
		return;
	shape->known |= SHAPE_KNOWS_RUNS;
	read_runs(&r);
	shape->pair_is_break =
		shape->pair_lower * ENDS_PER_LOWER <= shape->pair_ends &&
		shape->pair_ends > 0;
	shape->pair_heads = shape->pair_odd * ENDS_PER_ODD <= shape->pair_ends;
	shape->more_is_break =
		shape->more_lower * ENDS_PER_LOWER <= shape->more_ends &&
		shape->more_ends > 0;
	shape->lost_words = shape->lost >= LOST_LEAST &&
			    shape->hyphens * LOST_PER_HYPHEN <= shape->lost;
}

static size_t digits_before(const struct reader *r, size_t at)
{
	size_t count = 0;

	while (count < at &&
	       ascii_is_digit((unsigned char)r->text[at - 1 - count]))
		count++;
	return count;
}

static size_t digits_at(const struct reader *r, size_t at)
{
	size_t count = 0;

	while (count < 4 && ascii_is_digit(byte_at(r, at + count)))
		count++;
	return count;
}

/* "110, 000", "$2, 500": the digit after the space is at `at`. */
static bool is_separated(const struct reader *r, size_t at)
{
	const size_t whole = digits_before(r, at - 2);
	const size_t start = at - 2 - whole;

	if (r->text[at - 2] != ',' || !whole || whole > 3 ||
	    digits_at(r, at) != 3)
		return false;
	return !memcmp(r->text + at, "000", 3) ||
	       (start && (r->text[start - 1] == '$' ||
			  utf8_before(r->text, start) == 0xA3));
}

static void see_number(struct reader *r, size_t at)
{
	if (r->text[at - 1] == ' ')
		r->shape->numbers_separated += is_separated(r, at);
	else
		r->shape->numbers_whole += r->text[at - 1] != ':';
}

CPU_LOOP void numbers_loop(struct reader *r, scan_blocks *scan)
{
	const struct window_text text = { r->text, r->len, WINDOW_NOTHING };
	struct scan w;

	for (size_t base = 0; base < text.len; base += WINDOW_STEP) {
		uint64_t hot;

		window_read(&w, &text, base, scan);
		hot = window_step(
			w.digit &
			(((w.pause | w.dot) << 1 & w.digit << 2) |
			 (w.space << 1 & w.pause << 2 & w.digit << 3)));
		for (; hot; hot &= hot - 1)
			see_number(r, window_at(base, hot));
	}
}
SCAN_LOOP(read_numbers, struct reader *, numbers_loop)

void shape_read_numbers(struct shape *shape, const char *text, size_t len)
{
	struct reader r = { .shape = shape, .text = text, .len = len };

	if (shape->known & SHAPE_KNOWS_NUMBERS)
		return;
	shape->known |= SHAPE_KNOWS_NUMBERS;
	read_numbers(&r);
}

/* A space, a no-break space or a narrow one ends at `at`. */
static bool space_before(const char *text, size_t at)
{
	const uint32_t point = utf8_before(text, at);

	return point == ' ' || point == 0xA0 || point == 0x202F;
}

/* A mark with a space after it: is there one before it, too? */
static void see_mark(struct reader *r, size_t at)
{
	const char c = r->text[at];
	const bool wide = at && space_before(r->text, at);

	if (at + 1 < r->len && r->text[at + 1] != ' ' &&
	    r->text[at + 1] != '\n')
		return;
	if (c == ',' || c == '.') {
		r->shape->stops_wide += wide;
		return;
	}
	r->shape->marks_wide += wide;
	r->shape->marks_tight += !wide;
}

CPU_LOOP void marks_loop(struct reader *r, scan_blocks *scan)
{
	struct scan now;

	for (size_t base = 0; base < r->len; base += SCAN_BLOCK) {
		uint64_t hot;

		scan(&now, r->text + base, r->len - base);
		hot = now.stop | now.pause;
		for (; hot; hot &= hot - 1)
			see_mark(r, base + scan_first(hot));
	}
}
SCAN_LOOP(read_marks, struct reader *, marks_loop)

void shape_read_marks(struct shape *shape, const char *text, size_t len)
{
	struct reader r = { .shape = shape, .text = text, .len = len };

	if (shape->known & SHAPE_KNOWS_MARKS)
		return;
	shape->known |= SHAPE_KNOWS_MARKS;
	read_marks(&r);
	shape->french =
		shape->marks_wide > 0 && !shape->stops_wide &&
		shape->marks_tight * WIDE_PER_TIGHT <= shape->marks_wide;
}

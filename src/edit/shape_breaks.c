/* Line breaks of a text: which width of line explains them. */
#include "edit/shape_breaks.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "edit/shape.h"
#include "text/marks.h"
#include "unicode/props.h"

/* Of those breaks, for one in a sentence before a lower-case letter; or, where
   few can be (capitals, indented paragraphs), so many that end no sentence. */
#define FULL_PER_LOWER 3 /* 2 to 6; 1: 52 */
#define OPEN_PERCENT 66	 /* from 33; 82: 1 */

/* Of a poem's line breaks so many come at a mark, and so many go on small. */
#define VERSE_PERCENT 60
#define VERSE_LOWER 3

/* "attor-" before "ney": nothing but a line's end breaks a word. */
static bool breaks_word(const char *text, size_t end, size_t next)
{
	return end > 1 && text[end - 1] == '-' &&
	       ascii_is_letter((unsigned char)text[end - 2]) &&
	       ascii_is_lower((unsigned char)text[next]);
}

/* Stars after a review, a tick, a heart: they end an item of a list. */
static bool ends_in_symbol(const char *text, size_t end)
{
	const uint32_t point = utf8_before(text, end);

	return point >= 0x80 && !unicode_is_word(point) && !mark_is(point, ~0u);
}

#define STAMP_LEAST 5 /* bytes of "10:41" */

/*
 * "2019-05-03 INFO" after "2019-05-02 WARN", "10.58" after "10.42": lines that
 * begin with a number of one form are entries of a log.
 */
static bool are_entries(const char *text, const struct shape_line *line,
			const struct shape_line *next)
{
	size_t len = 0, digits = 0, marks = 0;

	while (line->at + len < line->end && next->at + len < next->end) {
		const unsigned char c = (unsigned char)text[line->at + len];
		const unsigned char d = (unsigned char)text[next->at + len];
		const bool digit = ascii_is_digit(c) && ascii_is_digit(d);

		if (!digit && (c != d || !strchr("-:./T", c)))
			break;
		digits += digit;
		marks += !digit;
		len++;
	}
	return len >= STAMP_LEAST && digits && marks;
}

void shape_breaks_see(struct shape_breaks *breaks, const char *text, size_t len,
		      const struct shape_line *line,
		      const struct shape_line *next)
{
	const bool lower = shape_goes_on(text, len, next->at);
	const bool mark = lower && mark_is(utf8_at(text, len, next->at),
					   MARK_STOP_OR_PAUSE);
	const bool torn = mark || breaks_word(text, line->end, next->at);
	const size_t from = line->columns;
	const size_t to = torn ? SHAPE_WIDEST : from + next->word;
	const bool ends = shape_end(text, line->end) == SHAPE_END_SENTENCE ||
			  ends_in_symbol(text, line->end) ||
			  are_entries(text, line, next) ||
			  shape_lines_are_parallel(text, line, next);
	const bool pause = mark_is(utf8_before(text, line->end),
				   MARK_STOP_OR_PAUSE | MARK_DASH);

	breaks->all++;
	breaks->ended += ends || pause;
	breaks->paused += lower && !ends && pause;
	if (from < SHAPE_NARROWEST || from > SHAPE_WIDEST) {
		breaks->narrow += from < SHAPE_NARROWEST && !ends;
		return;
	}
	breaks->count++;
	breaks->lower += lower && !ends;
	breaks->open += !ends;
	breaks->paragraphs += !lower && ends;
	if (!breaks->least || to < breaks->least)
		breaks->least = to;
	if (!breaks->shortest || from < breaks->shortest)
		breaks->shortest = from;
	breaks->covers[from]++;
	breaks->covers[to < SHAPE_WIDEST ? to + 1 : SHAPE_WIDEST + 1]--;
}

size_t shape_breaks_best(const struct shape_breaks *breaks, size_t *most)
{
	size_t width = 0;
	int sum = 0;

	*most = 0;
	for (size_t i = 0; i <= SHAPE_WIDEST; i++) {
		sum += breaks->covers[i];
		if (sum > 0 && (size_t)sum > *most) {
			*most = (size_t)sum;
			width = i;
		}
	}
	return width;
}

/*
 * Narrow lines that end in marks, also where the sentence goes on: of wrapped
 * prose one in six does.
 */
static bool is_verse(const struct shape_breaks *breaks, size_t width)
{
	return width < SHAPE_FILLED_WIDTH && breaks->lower >= VERSE_LOWER &&
	       breaks->ended * 100 >= breaks->all * VERSE_PERCENT &&
	       breaks->paused * 2 >= breaks->lower;
}

size_t shape_breaks_width(const struct shape_breaks *breaks, size_t share,
			  bool indented)
{
	size_t full, width = shape_breaks_best(breaks, &full);
	const size_t open = breaks->count > breaks->paragraphs
				    ? breaks->count - breaks->paragraphs
				    : 0;

	if (full < SHAPE_FULL_LEAST || full * 100 < open * share ||
	    is_verse(breaks, width))
		return 0;
	if (breaks->lower * FULL_PER_LOWER >= full)
		return width;
	return indented && full * 100 >= (open + breaks->narrow) * share &&
			       breaks->open * 100 >= full * OPEN_PERCENT
		       ? width
		       : 0;
}

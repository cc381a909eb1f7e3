/* The shape of a text's lines: whether, and how wide, it was wrapped. */
#include "edit/shape.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "edit/shape_line.h"
#include "text/marks.h"
#include "unicode/props.h"

/*
 * The numbers that decide, each with its margin: other values of it at which
 * none of 1,035 clean and 4,265 damaged articles (every third was taken) came
 * out differently, and the nearest ones at which damaged ones did. Counted by
 * tools/margins.py.
 */

/* Lines that people wrap are no wider, and no narrower. */
#define WIDEST 100   /* 75 to 200; 50: 240 */
#define NARROWEST 30 /* 15 to 37; 60: 2 */

/* Of the line breaks that end no paragraph, so many come where one width of
   line explains them; where lines may be a poem's, more do. */
#define FULL_LEAST 2		/* 1 to 4 */
#define FULL_PERCENT 70		/* 52: 2, 87: 25 */
#define FULL_PERCENT_DOUBLED 90 /* from 45 */

/* So many lines that go on had room for the next one's first word: the font is
   proportional, and a line is full with so much of the width. */
#define LOOSE_LEAST 1
#define FULL_LOOSE_PERCENT 85

/* A filled text of few lines is at least so wide; lists and verse are narrower.
 */
#define FILLED_WIDTH 60

/* Where marks are gone, lines became shorter: so much of the widest will do. */
#define FILLED_PERCENT 80

/* Of those breaks, for one in a sentence before a lower-case letter; or, where
   few can be (capitals, indented paragraphs), so many that end no sentence. */
#define FULL_PER_LOWER 3 /* 2 to 6; 1: 52 */
#define OPEN_PERCENT 66	 /* from 33; 82: 1 */

/* Of a poem's line breaks so many come at a mark, and so many go on small. */
#define VERSE_PERCENT 60
#define VERSE_LOWER 3

/* An indent is the text's own if so many lines have it. */
#define BASE_LEAST 2	/* 1 to 4 */
#define BASE_PERCENT 10 /* 5 to 20 */

/* So many lines may be longer than the widest. 5 to 20. */
#define LONG_PERCENT 10

/* A text in capitals: upper-case letters for a lower-case one. 5 to 20. */
#define UPPER_PER_LOWER 10

/* Lines with a blank line after each: so many, and of these so many that go on
   in lower case. */
#define DOUBLED_LEAST 12	 /* 6 to 24 */
#define DOUBLED_LOWER_PERCENT 50 /* 25 to 100 */

/* Line breaks of one kind: those that hold no blank line, or one. */
struct breaks {
	size_t all;		/* of any line */
	size_t count;		/* from a line that could be full */
	size_t least;		/* of these, columns with the next word, and no
				   space between; 0: there is none */
	size_t lower;		/* a sentence goes on in lower case */
	size_t open;		/* no sentence ends here */
	size_t shortest;	/* columns of such a line */
	size_t paragraphs;	/* a sentence ends, and another begins */
	size_t ended;		/* of all: the line ends in a mark */
	size_t paused;		/* of `lower`: in a comma or a dash */
	int covers[WIDEST + 2]; /* differences: breaks that this width makes */
};

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

static void see_break(struct breaks *breaks, const char *text, size_t len,
		      const struct shape_line *line,
		      const struct shape_line *next)
{
	const bool lower = shape_goes_on(text, len, next->at);
	const bool mark = lower && mark_is(utf8_at(text, len, next->at),
					   MARK_STOP_OR_PAUSE);
	const bool torn = mark || breaks_word(text, line->end, next->at);
	const size_t from = line->columns;
	const size_t to = torn ? WIDEST : from + next->word;
	const bool ends = shape_end(text, line->end) == SHAPE_END_SENTENCE ||
			  ends_in_symbol(text, line->end) ||
			  are_entries(text, line, next);
	const bool pause = mark_is(utf8_before(text, line->end),
				   MARK_STOP_OR_PAUSE | MARK_DASH);

	breaks->all++;
	breaks->ended += ends || pause;
	breaks->paused += lower && !ends && pause;
	if (from < NARROWEST || from > WIDEST)
		return;
	breaks->count++;
	breaks->lower += lower && !ends;
	breaks->open += !ends;
	breaks->paragraphs += !lower && ends;
	if (!breaks->least || to < breaks->least)
		breaks->least = to;
	if (!breaks->shortest || from < breaks->shortest)
		breaks->shortest = from;
	breaks->covers[from]++;
	breaks->covers[to < WIDEST ? to + 1 : WIDEST + 1]--;
}

/* The width that explains most breaks; *most is how many. */
static size_t best_width(const struct breaks *breaks, size_t *most)
{
	size_t width = 0;
	int sum = 0;

	*most = 0;
	for (size_t i = 0; i <= WIDEST; i++) {
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
static bool is_verse(const struct breaks *breaks, size_t width)
{
	return width < FILLED_WIDTH && breaks->lower >= VERSE_LOWER &&
	       breaks->ended * 100 >= breaks->all * VERSE_PERCENT &&
	       breaks->paused * 2 >= breaks->lower;
}

/*
 * A full line is one that the next line's first word would have made too
 * long. Where one width explains most breaks, the text was wrapped there; in
 * a list or in verse no width does, and few lines begin lower. Where
 * paragraphs are indented (or all is in capitals), it is enough that few lines
 * end a sentence.
 */
static size_t wrapped_at(const struct breaks *breaks, size_t share,
			 bool indented)
{
	size_t full, width = best_width(breaks, &full);
	const size_t open = breaks->count > breaks->paragraphs
				    ? breaks->count - breaks->paragraphs
				    : 0;

	if (full < FULL_LEAST || full * 100 < open * share ||
	    is_verse(breaks, width))
		return 0;
	if (breaks->lower * FULL_PER_LOWER >= full)
		return width;
	return indented && breaks->open * 100 >= full * OPEN_PERCENT ? width
								     : 0;
}

#define INDENTS 16

struct reading {
	struct breaks single, doubled;
	size_t lines, indents[INDENTS]; /* lines by their indent */
	size_t long_lines, widest;
	size_t base; /* the indent of lines that go on */
	bool ascii;  /* a byte is a column */
	bool firsts; /* most lines are a paragraph's first, and set in */
};

static bool is_long(const struct shape_line *line, const char *text, bool ascii)
{
	return line->end - line->at > WIDEST &&
	       shape_columns(text, line->at, line->end, ascii) > WIDEST;
}

/*
 * A text of few lines, each of them a paragraph's first, and set in, but for
 * one that goes on in mid-sentence: that one has the indent of lines that go
 * on.
 */
static size_t base_of_first_lines(const struct reading *reading,
				  const char *text, size_t len)
{
	struct shape_line line, last = { 0 };
	size_t base = reading->base;

	for (size_t at = 0; at < len; at = line.next, last = line) {
		shape_line_read(&line, text, len, at);
		if (last.at == last.end || line.at == line.end ||
		    shape_start(text, len, line.at) != SHAPE_START_LOWER ||
		    shape_end(text, last.end) == SHAPE_END_SENTENCE)
			continue;
		if (line.indent == reading->base)
			return reading->base;
		if (line.indent < base)
			base = line.indent;
	}
	return base;
}

static void read_indents(struct reading *reading, const char *text, size_t len)
{
	struct shape_line line;

	for (size_t at = 0; at < len; at = line.next) {
		shape_line_read(&line, text, len, at);
		if (line.at == line.end)
			continue;
		reading->lines++;
		reading->long_lines += is_long(&line, text, reading->ascii);
		reading->indents[line.indent < INDENTS ? line.indent
						       : INDENTS - 1]++;
	}
	while (reading->base + 1 < INDENTS &&
	       (reading->indents[reading->base] < BASE_LEAST ||
		reading->indents[reading->base] * 100 <
			reading->lines * BASE_PERCENT))
		reading->base++;
	if (reading->base + 1 == INDENTS)
		reading->base = 0;
	if (reading->base) {
		const size_t base = base_of_first_lines(reading, text, len);

		reading->firsts = base < reading->base;
		reading->base = base;
	}
}

static void read_breaks(struct reading *reading, const char *text, size_t len)
{
	struct shape_line line = { 0 }, last = { 0 };
	size_t blank = 0;
	bool first = true;

	for (size_t at = 0; at < len; at = line.next) {
		shape_line_read(&line, text, len, at);
		if (line.at == line.end) {
			blank++;
			continue;
		}
		shape_line_measure(&line, text, reading->ascii);
		if (line.columns > reading->widest)
			reading->widest = line.columns;
		if (!first && line.indent <= reading->base && blank < 2)
			see_break(blank ? &reading->doubled : &reading->single,
				  text, len, &last, &line);
		first = false;
		blank = 0;
		last = line;
	}
}

/*
 * A text of few lines, with blank lines between its paragraphs, or indents,
 * that a formatter filled: no line is wider than the widest one, and none that
 * goes on had room for the next line's first word. At least one ends in
 * mid-sentence.
 */
static size_t filled_at(const struct reading *reading,
			const struct survey *survey)
{
	const struct breaks *breaks = &reading->single;
	const size_t least = reading->firsts ? 1 : FULL_LEAST;

	if ((!survey->blank_lines && !reading->firsts) ||
	    breaks->count < least || breaks->count != breaks->all ||
	    !breaks->open || reading->widest < FILLED_WIDTH)
		return 0;
	if (reading->widest <= breaks->least)
		return reading->widest;
	return survey->conditions & CONDITION_MARKS_GONE &&
			       breaks->shortest * 100 >=
				       reading->widest * FILLED_PERCENT
		       ? reading->widest
		       : 0;
}

static bool has_indented(const struct reading *reading)
{
	size_t more = 0;

	for (size_t i = reading->base + 1; i < INDENTS; i++)
		more += reading->indents[i];
	return more > 0;
}

/* A program that counts bytes (fold) breaks lines with curly marks sooner. */
static bool counts_bytes(const struct reading *reading, const char *text,
			 size_t len)
{
	struct reading other = *reading;
	size_t columns, bytes;

	if (reading->ascii)
		return false;
	other.ascii = true;
	memset(&other.single, 0, sizeof(other.single));
	memset(&other.doubled, 0, sizeof(other.doubled));
	read_breaks(&other, text, len);
	best_width(&reading->single, &columns);
	best_width(&other.single, &bytes);
	return bytes > columns;
}

void shape_read_fit(struct shape *shape, const char *text, size_t len)
{
	struct shape_line line, last = { 0 };
	size_t early = 0, paragraphs = 0;

	for (size_t at = 0; at < len; at = line.next, last = line) {
		size_t with_word;
		bool lower, ends;

		shape_line_read(&line, text, len, at);
		shape_line_measure(&line, text, false);
		if (shape->ragged)
			shape_line_squeeze(&line, text);
		if (last.at == last.end || line.at == line.end)
			continue;
		with_word = last.columns + 1 + line.word;
		lower = shape_start(text, len, line.at) == SHAPE_START_LOWER;
		ends = shape_end(text, last.end) == SHAPE_END_SENTENCE;
		early += lower && !ends && last.columns >= NARROWEST &&
			 with_word <= shape->width;
		paragraphs +=
			!lower && ends &&
			(with_word * 100 <= shape->width * FULL_LOOSE_PERCENT ||
			 last.columns > shape->width);
	}
	shape->loose = early >= LOOSE_LEAST;
	shape->apart = !paragraphs;
}

bool shape_read_lines(struct shape *shape, const struct survey *survey,
		      const char *text, size_t len)
{
	const bool capitals =
		(uint64_t)survey->lower * UPPER_PER_LOWER <= survey->upper;
	struct reading reading = { .ascii = !survey->high };

	shape->doubled = shape->ragged = false;
	shape->width = 0;
	shape->loose = false;
	read_indents(&reading, text, len);
	if (reading.long_lines * 100 > reading.lines * LONG_PERCENT)
		return false;
	read_breaks(&reading, text, len);
	shape->bytes = reading.ascii;
	if (counts_bytes(&reading, text, len)) {
		shape->bytes = true;
		reading = (struct reading){ .ascii = true };
		read_indents(&reading, text, len);
		read_breaks(&reading, text, len);
	}
	shape->indent = reading.base;
	shape->indented = has_indented(&reading);
	shape->width = wrapped_at(
		&reading.single, FULL_PERCENT,
		capitals || (shape->indented && reading.single.lower));
	if (!shape->width)
		shape->width = filled_at(&reading, survey);
	if (shape->width)
		shape_read_fit(shape, text, len);
	if (shape->width || reading.single.count > 2)
		return shape->width;
	/* A poem may look like this, too: more evidence is needed. */
	if (reading.doubled.count < DOUBLED_LEAST ||
	    reading.doubled.lower * 100 <
		    reading.doubled.count * DOUBLED_LOWER_PERCENT)
		return false;
	shape->width =
		wrapped_at(&reading.doubled, FULL_PERCENT_DOUBLED, capitals);
	shape->doubled = shape->width;
	return shape->doubled;
}

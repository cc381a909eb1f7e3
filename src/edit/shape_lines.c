/* The shape of a text's lines: whether, and how wide, it was wrapped. */
#include "edit/shape.h"

#include <string.h>

#include "base/ascii.h"
#include "edit/shape_breaks.h"
#include "edit/shape_line.h"

/* Margins of the numbers: see shape_breaks.h. */

/* Of the line breaks that end no paragraph, so many come where one width of
   line explains them; where lines may be a poem's, more do. */
#define FULL_PERCENT 70		/* 52: 2, 87: 25 */
#define FULL_PERCENT_DOUBLED 90 /* from 45 */

/* So many lines that go on had room for the next one's first word: the font is
   proportional, and a line is full with so much of the width. */
#define LOOSE_LEAST 1
#define FULL_LOOSE_PERCENT 85

/* Where marks are gone, lines became shorter: so much of the widest will do. */
#define FILLED_PERCENT 80

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

#define INDENTS 16

struct reading {
	struct shape_breaks single, doubled;
	size_t lines, indents[INDENTS]; /* lines by their indent */
	size_t long_lines, widest;
	size_t base; /* the indent of lines that go on */
	bool ascii;  /* a byte is a column */
	bool firsts; /* most lines are a paragraph's first, and set in */
};

static bool is_long(const struct shape_line *line, const char *text, bool ascii)
{
	return line->end - line->at > SHAPE_WIDEST &&
	       shape_columns(text, line->at, line->end, ascii) > SHAPE_WIDEST;
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
			shape_breaks_see(blank ? &reading->doubled
					       : &reading->single,
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
	const struct shape_breaks *breaks = &reading->single;
	const size_t least = reading->firsts ? 1 : SHAPE_FULL_LEAST;

	if ((!survey->blank_lines && !reading->firsts) ||
	    breaks->count < least || breaks->count != breaks->all ||
	    !breaks->open || reading->widest < SHAPE_FILLED_WIDTH)
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
	shape_breaks_best(&reading->single, &columns);
	shape_breaks_best(&other.single, &bytes);
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
		early += lower && !ends && last.columns >= SHAPE_NARROWEST &&
			 with_word <= shape->width;
		paragraphs +=
			!lower && ends &&
			(with_word * 100 <= shape->width * FULL_LOOSE_PERCENT ||
			 last.columns > shape->width);
	}
	shape->loose = early >= LOOSE_LEAST;
	shape->apart = !paragraphs;
}

/* A text in small letters of so few lines, none of which ends in a mark, may be
   headlines: no capital would begin them. */
#define HEADLINES_MOST 6

static bool may_be_headlines(const struct reading *reading,
			     const struct survey *survey, const char *text,
			     size_t len)
{
	while (len && ascii_is_space((unsigned char)text[len - 1]))
		len--;
	return survey->conditions & CONDITION_LOWERCASED &&
	       reading->widest < SHAPE_FILLED_WIDTH &&
	       reading->single.all < HEADLINES_MOST && !reading->single.ended &&
	       shape_end(text, len) != SHAPE_END_SENTENCE;
}

bool shape_read_lines(struct shape *shape, const struct survey *survey,
		      const char *text, size_t len)
{
	const bool capitals =
		(uint64_t)survey->lower * UPPER_PER_LOWER <= survey->upper;
	struct reading reading = { .ascii = !survey->high };

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
	shape->width = shape_breaks_width(
		&reading.single, FULL_PERCENT,
		capitals || (shape->indented && reading.single.lower));
	if (may_be_headlines(&reading, survey, text, len))
		shape->width = 0;
	else if (!shape->width)
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
	shape->width = shape_breaks_width(&reading.doubled,
					  FULL_PERCENT_DOUBLED, capitals);
	shape->doubled = shape->width;
	return shape->doubled;
}

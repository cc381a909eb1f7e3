/*
 * Line ends in mid-sentence that no rule was sure about: they are reported, and
 * stay.
 *
 * Verse, lists and tables have such line ends, too. So a line speaks only if it
 * is wide, or ends in a word that no line of theirs ends with, and if its
 * sentence ends in one of the next lines of its block.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "edit/shape.h"
#include "edit/shape_line.h"
#include "text/marks.h"
#include "unicode/props.h"

#define WIDE 60	      /* columns; verse is narrower */
#define NARROW 12     /* of a line with a telltale word at its end */
#define VERSE_LINES 3 /* of a block that may be verse */
#define MOST_LINES 8  /* in which the sentence ends */
#define COLUMN_GAP 3  /* spaces between a table's cells */

struct block {
	size_t at, end, lines, widest;
	bool columns; /* a table's */
};

/* Of a line and the next one. */
struct pair {
	struct shape_line line, next;
};

static void line_read(struct shape_line *line, const struct pass *pass,
		      size_t at)
{
	shape_line_read(line, pass->text, pass->len, at);
	shape_line_measure(line, pass->text, false);
	line->columns -= line->indent;
}

static bool has_columns(const struct pass *pass, const struct shape_line *line)
{
	size_t run = 0;

	for (size_t at = line->at; at < line->end; at++) {
		const char c = pass->text[at];

		run = c == ' ' ? run + 1 : 0;
		if (run == COLUMN_GAP || c == '\t' || c == '|')
			return true;
	}
	return false;
}

/* The lines from `at` on up to a blank one. */
static void block_read(struct block *block, const struct pass *pass, size_t at)
{
	struct shape_line line;

	*block = (struct block){ .at = at };
	for (; at < pass->len; at = line.next) {
		line_read(&line, pass, at);
		if (line.at == line.end)
			break;
		block->lines++;
		block->columns |= has_columns(pass, &line);
		if (line.columns > block->widest)
			block->widest = line.columns;
	}
	block->end = at;
}

/* A word of small letters alone, and more words after it: not "eBay". */
static bool starts_small(const struct pass *pass, const struct shape_line *line)
{
	size_t at = line->at;

	if (shape_start(pass->text, pass->len, at) != SHAPE_START_LOWER)
		return false;
	for (; at < line->end && pass->text[at] != ' '; at++)
		if (ascii_is_upper((unsigned char)pass->text[at]) ||
		    strchr(".@/:_=()", pass->text[at]))
			return false;
	return at < line->end;
}

/* "- ", "* ", a bullet: an item of a list. */
static bool is_item(const struct pass *pass, const struct shape_line *line)
{
	const uint32_t point = utf8_at(pass->text, pass->len, line->at);
	const bool spaced =
		line->at + 1 < line->end && pass->text[line->at + 1] == ' ';

	return mark_is(point, MARK_BULLET) ||
	       (spaced && mark_is(point, MARK_HYPHEN | MARK_DASH)) ||
	       (spaced && point == '*');
}

static bool ends_open(const struct pass *pass, const struct shape_line *line)
{
	const uint32_t last = utf8_before(pass->text, line->end);

	return unicode_is_letter(last) ||
	       (last == ',' && line->columns >= WIDE);
}

static bool goes_on(const struct pass *pass, const struct pair *pair)
{
	return ends_open(pass, &pair->line) &&
	       starts_small(pass, &pair->next) &&
	       pair->next.indent <= pair->line.indent &&
	       !is_item(pass, &pair->line);
}

/* The line is no line of verse, nor of a list. */
static bool is_prose(const struct pass *pass, const struct block *block,
		     const struct pair *pair)
{
	if (pair->line.columns >= WIDE)
		return true;
	return (block->widest >= WIDE || block->lines < VERSE_LINES) &&
	       pair->line.columns >= NARROW &&
	       word_lists_before(pass->settings->lists, pass->text,
				 pair->line.end) &
		       LIST_TELLTALE;
}

/* A sentence that goes on in the line at `at` ends in this block. */
static bool is_ended(const struct pass *pass, const struct block *block,
		     size_t at)
{
	struct shape_line line;

	for (unsigned lines = 0; lines < MOST_LINES && at < block->end;
	     lines++, at = line.next) {
		line_read(&line, pass, at);
		if (shape_end(pass->text, line.end) == SHAPE_END_SENTENCE)
			return true;
	}
	return false;
}

static void see_block(struct pass *pass, const struct block *block)
{
	struct pair pair;

	if (block->lines < 2 || block->columns)
		return;
	line_read(&pair.line, pass, block->at);
	for (; pair.line.next < block->end; pair.line = pair.next) {
		line_read(&pair.next, pass, pair.line.next);
		if (goes_on(pass, &pair) && is_prose(pass, block, &pair) &&
		    is_ended(pass, block, pair.line.next))
			pass_note(pass, RULE_WHITESPACE_BROKEN_LINE,
				  pair.line.end, pair.next.at, NULL);
	}
}

static void run(struct pass *pass)
{
	struct shape_line line;
	struct block block;

	for (size_t at = 0; at < pass->len;) {
		shape_line_read(&line, pass->text, pass->len, at);
		if (line.at == line.end) {
			at = line.next;
			continue;
		}
		block_read(&block, pass, at);
		see_block(pass, &block);
		at = block.end;
	}
}

/* Where all is small, a small letter says nothing. */
static bool triggered(const struct survey *survey)
{
	return survey->broken_lines && !survey_is(survey, CONDITION_LOWERCASED);
}

const struct stage broken_stage = {
	.name = "whitespace",
	.reports = true,
	.rule = RULE_WHITESPACE_BROKEN_LINE,
	.triggered = triggered,
	.run = run,
	.unmarks = true,
};

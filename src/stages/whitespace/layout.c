/*
 * Blocks of lines that were set as they are: verse with indents, code, a list
 * within a list. Their line ends stay, and so do their indents beyond the one
 * that all lines share.
 */
#include "stages/whitespace/layout_read.h"

#include "base/ascii.h"

#define WIDEST 80	  /* columns of such a line */
#define VERSE_LEAST 2	  /* deeper lines in mid-sentence */
#define VERSE_CHANGES 3	  /* or changes of the indent */
#define VERSE_LINES 4	  /* of such a block, at least */
#define STANZA_LINES 3	  /* the same, where no line was broken */
#define COUPLET_WIDEST 60 /* columns of its lines */
#define RISEN_LEAST 2	  /* lines that begin as no line of prose does, */
#define RISEN_TIMES 3	  /* and so many times those that go on */
#define BYTES_PER_SIGN 20 /* code has a sign of its own in so many */
#define FULL_PERCENT 85	  /* of the article's width: a line of its prose */
#define NARROW_PERCENT 60 /* of the article's width: nothing filled it */
#define APART_PERCENT 80  /* the same: its lines have no width of their own */
#define CELLS_LEAST 3 /* lines of a table that are such, or have gaps: half */

static bool is_code(const struct layout_reading *reading)
{
	return reading->signs * BYTES_PER_SIGN >= reading->bytes;
}

static bool is_verse(const struct layout_reading *reading)
{
	return reading->lines >= VERSE_LINES && !reading->items &&
	       (reading->deeper >= VERSE_LEAST ||
		reading->changes >= VERSE_CHANGES);
}

/* Some of its lines are set in, and not the last one: a limerick's. */
static bool is_set_off(const struct layout_reading *reading)
{
	return reading->lines >= VERSE_LINES && reading->changes >= 2 &&
	       reading->capital == reading->lines &&
	       reading->ended < reading->lines && !reading->items &&
	       reading->widest < COUPLET_WIDEST;
}

/*
 * In a text whose lines are whole: a stanza of which one line is deeper in
 * mid-sentence, or several that have numbers. Most of its lines end in a mark.
 */
static bool is_whole_verse(const struct layout_reading *reading)
{
	return reading->lines >= STANZA_LINES &&
	       reading->marked * 2 > reading->lines &&
	       reading->inset > reading->items / 2 &&
	       reading->items * 2 <= reading->lines;
}

/*
 * Lines of verse, each with its capital in mid-sentence, or of a list: all have
 * one, and no sentence ends.
 */
static bool begins_anew(const struct layout_reading *reading)
{
	if (reading->risen >= RISEN_LEAST)
		return reading->risen >= reading->small * RISEN_TIMES;
	return reading->lines >= STANZA_LINES && !reading->ended &&
	       reading->capital == reading->lines;
}

/* Nothing filled its lines: in a wrapped article they are as they were set. */
static bool is_narrow(const struct layout_reading *reading,
		      const struct scanner *scanner)
{
	const size_t percent = reading->room <= reading->widest
				       ? APART_PERCENT
				       : NARROW_PERCENT;

	return reading->widest * 100 < scanner->shape.width * percent;
}

/*
 * Lines of verse or of a list. Or most lines end in a mark, and none was
 * broken: none goes on in small letters, or in a wrapped article none came near
 * the end of its lines.
 */
static bool is_stanza(const struct layout_reading *reading,
		      const struct scanner *scanner)
{
	const bool narrow = scanner->wrapped && is_narrow(reading, scanner);

	if (begins_anew(reading) && wrap_tells_sentences(scanner))
		return true;
	return reading->lines >= VERSE_LINES && (!reading->small || narrow) &&
	       !reading->items && reading->marked * 5 > reading->lines * 3;
}

/* Lines as wide as the article's are paragraphs with indents. */
static bool is_prose(const struct layout_reading *reading,
		     const struct scanner *scanner)
{
	return scanner->wrapped &&
	       reading->widest * 100 >= scanner->shape.width * FULL_PERCENT;
}

static bool is_set(const struct layout_reading *reading,
		   const struct scanner *scanner)
{
	if (reading->lines < 2 || !reading->changes ||
	    (reading->tabs && reading->spaces))
		return false;
	return reading->inner ||
	       (reading->widest <= WIDEST &&
		(is_code(reading) ||
		 ((is_whole_verse(reading) || is_set_off(reading)) &&
		  (!scanner->wrapped || is_narrow(reading, scanner))) ||
		 (is_verse(reading) && !is_prose(reading, scanner))));
}

/* A paragraph begins the block, and a list goes on without a blank line. */
static bool is_paragraph(const struct layout_reading *reading,
			 const struct scanner *scanner)
{
	return scanner->wrapped &&
	       reading->above * 100 >= scanner->shape.width * NARROW_PERCENT;
}

static bool is_table(const struct layout_reading *reading)
{
	if (reading->lines > 1 && reading->cells &&
	    (reading->labels || reading->ends))
		return true;
	return reading->deep && reading->gapped &&
	       reading->deep + reading->gapped >= CELLS_LEAST &&
	       (reading->deep + reading->gapped) * 2 >= reading->lines;
}

/* Two lines, of which the second is deeper and does not go on in prose. */
static bool is_couplet(const struct layout_reading *reading)
{
	return reading->lines == 2 && reading->inset && !reading->small &&
	       !reading->items && reading->widest < COUPLET_WIDEST;
}

/* Whether a couplet is beside verse that is set, or before another one. */
static bool is_among_verse(const struct layout_reading *reading,
			   const struct scanner *scanner, bool follows)
{
	struct layout_block next = { .base = SIZE_MAX };
	struct layout_reading other = { .block = &next };
	size_t at = reading->block->end;

	if (!is_couplet(reading) ||
	    (scanner->wrapped && !is_narrow(reading, scanner)))
		return false;
	while (at < scanner->len && ascii_is_space(byte_at(scanner, at)))
		at++;
	at = bytes_line_start(scanner->text, at);
	if (!follows)
		layout_read(&other, scanner, at);
	return follows || is_couplet(&other);
}

/* The first line of the block that the line at text[at] is in. */
static size_t first_line(const struct scanner *scanner, size_t at)
{
	size_t first = at;
	bool blank = true; /* as far as the line before was read */

	for (; at > scanner->layout.end; at--) {
		const unsigned char c = byte_before(scanner, at);

		if (c != '\n') {
			blank &= ascii_is_blank(c);
			continue;
		}
		if (at < first && blank)
			break;
		first = at;
		blank = true;
	}
	return blank ? first : at;
}

/* The block that the line at text[at] is in. */
static void read_block(struct scanner *scanner, size_t at)
{
	struct layout_block *block = &scanner->layout;
	struct layout_reading reading = { .block = block };
	const bool follows = block->stanza;

	at = first_line(scanner, at);
	*block = (struct layout_block){ .at = at, .base = SIZE_MAX };
	layout_read(&reading, scanner, at);
	block->widest = reading.widest;
	block->nested = reading.inner > 0;
	block->table = is_table(&reading);
	block->filled =
		reading.small && reading.room > reading.widest &&
		reading.widest * 100 >= scanner->shape.width * NARROW_PERCENT;
	block->set = is_set(&reading, scanner);
	block->stanza = block->set && !reading.inner && !is_code(&reading);
	if (is_among_verse(&reading, scanner, follows))
		block->set = block->stanza = true;
	block->verse = is_stanza(&reading, scanner);
	block->margin = block->nested && is_paragraph(&reading, scanner)
				? reading.least
				: block->base;
}

/* A table with tabs, or whose cells have several lines each. */
bool layout_is_table(struct scanner *scanner, size_t line)
{
	if (line >= scanner->layout.end)
		read_block(scanner, line);
	return scanner->layout.table && line >= scanner->layout.at;
}

const struct layout_block *layout_see(struct scanner *scanner,
				      const struct gap *gap)
{
	const size_t at =
		gap->lines == 1 && gap->at ? scanner->line : gap->break_end;

	if (at >= scanner->layout.end)
		read_block(scanner, at);
	return &scanner->layout;
}

/*
 * Lines of verse or code; or a block that begins with a small letter and has no
 * line as long as the article's: commands, or a list.
 */
bool layout_keeps_lines(struct scanner *scanner, const struct gap *gap)
{
	const struct layout_block *block;

	if (gap->lines != 1)
		return false;
	block = layout_see(scanner, gap);
	if (block->set || block->verse)
		return !block->nested;
	return block->widest * 100 < scanner->shape.width * NARROW_PERCENT &&
	       shape_start(scanner->text, scanner->len,
			   block->at + block->base) == SHAPE_START_LOWER;
}

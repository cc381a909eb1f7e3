/*
 * Blocks of lines that were set as they are: verse with indents, code, a list
 * within a list. Their line ends stay, and so do their indents beyond the one
 * that all lines share.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "edit/shape_line.h"
#include "text/marks.h"

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
#define APART_PERCENT                                                          \
	80	      /* the same, if its lines fill no width of their own     \
		       */
#define DEEP 12	      /* indent of a line that is a cell's alone */
#define CELL_BYTES 24 /* of a label, or a number, beside a cell of prose */
#define CELLS_LEAST 3 /* lines of a table that are such, or have gaps: half */

/* What the lines of a block say. */
struct reading {
	struct layout_block *block;
	size_t lines, widest;
	size_t above;	     /* columns of the widest line before the items */
	size_t deeper;	     /* than the line before, in mid-sentence */
	size_t inset;	     /* the same, by two columns or more */
	size_t items;	     /* lines with a bullet or a number */
	size_t least, inner; /* indents of the first item; deeper items */
	size_t signs, bytes; /* of code */
	size_t changes;	     /* of the indent, from line to line */
	size_t deep, gapped; /* lines with a wide indent, with wide gaps */
	size_t small;	     /* lines that go on in small letters */
	size_t marked;	     /* lines that end in a mark */
	size_t risen;	     /* "And the wind", in mid-sentence */
	size_t capital;	     /* lines that begin with a capital */
	size_t ended;	     /* lines that end a sentence */
	size_t room;	     /* columns of the least line with the next word */
	size_t cells;	   /* tabs within each line; 0: they differ, or none */
	bool labels, ends; /* the first, the last cell of each is short */
	bool spaces, tabs; /* what the indents are of */
};

/*
 * Whether a sign of code is one there. A bracket follows a name without a space
 * where a function is called. A shell's tests are in "[ -f pier ]"; "&&", and
 * "$pier", but not "$5".
 */
static bool is_code_sign(const struct scanner *scanner, size_t at)
{
	const unsigned char c = byte_at(scanner, at);
	const unsigned char next = byte_at(scanner, at + 1);

	if (c == '[' && (next == '[' || stands_at(scanner, at, "[ -")))
		return true;
	if (c == '(' || c == '[')
		return ascii_is_alnum(byte_before(scanner, at));
	if (c == '&' || c == '|')
		return next == c;
	if (c == '$')
		return ascii_is_letter(next) || next == '{';
	/* A row of one sign is a ruler. */
	return byte_before(scanner, at) != c;
}

static size_t count_code_signs(const struct scanner *scanner, size_t at,
			       size_t end)
{
	const struct byte_set signs = byte_set_of("([&|${}=_\\");
	size_t count = 0;

	for (; (at = byte_set_find(&signs, scanner->text, at, end)) < end; at++)
		count += is_code_sign(scanner, at);
	return count;
}

/* "A. Hull": a part of an outline; a name may begin so, too. */
static bool begins_part(const struct scanner *scanner, size_t at)
{
	return ascii_is_upper(byte_at(scanner, at)) &&
	       stands_at(scanner, at + 1, ". ");
}

static void see_indent(struct reading *reading, const struct scanner *scanner,
		       const struct shape_line *line, size_t from)
{
	const size_t indent = line->at - from;

	for (size_t at = from; at < line->at; at++) {
		reading->tabs |= scanner->text[at] == '\t';
		reading->spaces |= scanner->text[at] == ' ';
	}
	if (indent < reading->block->base)
		reading->block->base = indent;
	if (indent ? wrap_begins_inner(scanner, line->at) ||
			     begins_part(scanner, line->at)
		   : wrap_begins_item(scanner, line->at)) {
		reading->least = reading->items ? reading->least : indent;
		reading->inner += reading->items && indent > reading->least;
		reading->items++;
	}
}

/* Two spaces between words, not after a sentence. */
static bool has_gap(const struct scanner *scanner,
		    const struct shape_line *line)
{
	for (size_t at = line->at + 1; at + 2 < line->end; at++)
		if (scanner->text[at] == ' ' && scanner->text[at + 1] == ' ' &&
		    !strchr(".?!:", scanner->text[at - 1]))
			return true;
	return false;
}

/* Small words with which a sentence goes on: prose gives them no capital. */
#define GOES_ON                                                                \
	(LIST_BARE | LIST_TELLTALE | LIST_CLAUSE | LIST_PRONOUN |              \
	 LIST_CONTRACTED)

/*
 * "... in the grey" and "And the bell": the sentence goes on with a capital, as
 * in verse. "The Hague" is a name, and "I" has its capital anywhere.
 */
static bool is_risen(const struct scanner *scanner,
		     const struct shape_line *line,
		     const struct shape_line *last)
{
	size_t at = line->at + 1;

	if (!ascii_is_upper(byte_at(scanner, line->at)) ||
	    shape_end(scanner->text, last->end) == SHAPE_END_SENTENCE ||
	    byte_before(scanner, last->end) == ':')
		return false;
	while (ascii_is_lower(byte_at(scanner, at)))
		at++;
	return byte_at(scanner, at) == ' ' &&
	       ascii_is_lower(byte_at(scanner, at + 1)) &&
	       !stands_at(scanner, line->at, "I ") &&
	       scanner_word_at(scanner, line->at) & GOES_ON;
}

static void see_line(struct reading *reading, const struct scanner *scanner,
		     const struct shape_line *line,
		     const struct shape_line *last)
{
	reading->lines++;
	if (!reading->items && line->columns > reading->above)
		reading->above = line->columns;
	if (line->columns > reading->widest)
		reading->widest = line->columns;
	if (reading->lines > 1) {
		const size_t room = last->columns + 1 + line->word;

		reading->small +=
			shape_goes_on(scanner->text, scanner->len, line->at);
		reading->risen += is_risen(scanner, line, last);
		if (!reading->room || room < reading->room)
			reading->room = room;
	}
	if (reading->lines > 1 && line->indent > last->indent &&
	    shape_end(scanner->text, last->end) != SHAPE_END_SENTENCE) {
		reading->deeper++;
		reading->inset += line->indent >= last->indent + 2;
	}
	reading->capital += shape_start(scanner->text, scanner->len,
					line->at) == SHAPE_START_UPPER;
	reading->ended +=
		shape_end(scanner->text, line->end) == SHAPE_END_SENTENCE;
	reading->marked += mark_is(utf8_before(scanner->text, line->end),
				   MARK_STOP_OR_PAUSE);
	reading->signs += count_code_signs(scanner, line->at, line->end);
	reading->bytes += line->end - line->at;
	reading->deep += line->indent >= DEEP;
	reading->gapped += line->indent < DEEP && has_gap(scanner, line);
}

/* A cell that is short, and no sentence. */
static bool is_label(const struct scanner *scanner, size_t at, size_t end)
{
	return end - at <= CELL_BYTES &&
	       !strchr(".?!", byte_before(scanner, end));
}

/* "s1	The pier is open.": lines with as many tabs have columns. */
static void see_cells(struct reading *reading, const struct scanner *scanner,
		      const struct shape_line *line)
{
	const bool is_first = reading->lines == 1;
	size_t cells = 0, first = line->end, last = line->at;

	for (size_t at = line->at; at < line->end; at++) {
		if (scanner->text[at] != '\t')
			continue;
		last = at + 1;
		first = cells++ ? first : at;
	}
	reading->cells = is_first || reading->cells == cells ? cells : 0;
	reading->labels = (is_first || reading->labels) &&
			  is_label(scanner, line->at, first);
	reading->ends = (is_first || reading->ends) &&
			is_label(scanner, last, line->end);
}

/* The lines from `at` on up to a blank one. */
static void read_lines(struct reading *reading, const struct scanner *scanner,
		       size_t at)
{
	struct shape_line line, last = { 0 };
	size_t indent = 0;

	for (; at < scanner->len; at = line.next) {
		shape_line_read(&line, scanner->text, scanner->len, at);
		if (line.at == line.end)
			break;
		shape_line_measure(&line, scanner->text, false);
		see_indent(reading, scanner, &line, at);
		see_line(reading, scanner, &line, &last);
		see_cells(reading, scanner, &line);
		reading->changes +=
			reading->lines > 1 && line.at - at != indent;
		indent = line.at - at;
		last = line;
	}
	reading->block->end = at;
}

static bool is_code(const struct reading *reading)
{
	return reading->signs * BYTES_PER_SIGN >= reading->bytes;
}

static bool is_verse(const struct reading *reading)
{
	return reading->lines >= VERSE_LINES && !reading->items &&
	       (reading->deeper >= VERSE_LEAST ||
		reading->changes >= VERSE_CHANGES);
}

/* Some of its lines are set in, and not the last one: a limerick's. */
static bool is_set_off(const struct reading *reading)
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
static bool is_whole_verse(const struct reading *reading)
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
static bool begins_anew(const struct reading *reading)
{
	if (reading->risen >= RISEN_LEAST)
		return reading->risen >= reading->small * RISEN_TIMES;
	return reading->lines >= STANZA_LINES && !reading->ended &&
	       reading->capital == reading->lines;
}

/* Nothing filled its lines: in a wrapped article they are as they were set. */
static bool is_narrow(const struct reading *reading,
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
static bool is_stanza(const struct reading *reading,
		      const struct scanner *scanner)
{
	const bool narrow = scanner->wrapped && is_narrow(reading, scanner);

	if (begins_anew(reading) && wrap_tells_sentences(scanner))
		return true;
	return reading->lines >= VERSE_LINES && (!reading->small || narrow) &&
	       !reading->items && reading->marked * 5 > reading->lines * 3;
}

/* Lines as wide as the article's are paragraphs with indents. */
static bool is_prose(const struct reading *reading,
		     const struct scanner *scanner)
{
	return scanner->wrapped &&
	       reading->widest * 100 >= scanner->shape.width * FULL_PERCENT;
}

static bool is_set(const struct reading *reading, const struct scanner *scanner)
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
static bool is_paragraph(const struct reading *reading,
			 const struct scanner *scanner)
{
	return scanner->wrapped &&
	       reading->above * 100 >= scanner->shape.width * NARROW_PERCENT;
}

static bool is_table(const struct reading *reading)
{
	if (reading->lines > 1 && reading->cells &&
	    (reading->labels || reading->ends))
		return true;
	return reading->deep && reading->gapped &&
	       reading->deep + reading->gapped >= CELLS_LEAST &&
	       (reading->deep + reading->gapped) * 2 >= reading->lines;
}

/* Two lines, of which the second is deeper and does not go on in prose. */
static bool is_couplet(const struct reading *reading)
{
	return reading->lines == 2 && reading->inset && !reading->small &&
	       !reading->items && reading->widest < COUPLET_WIDEST;
}

/* Whether a couplet is beside verse that is set, or before another one. */
static bool is_among_verse(const struct reading *reading,
			   const struct scanner *scanner, bool follows)
{
	struct layout_block next = { .base = SIZE_MAX };
	struct reading other = { .block = &next };
	size_t at = reading->block->end;

	if (!is_couplet(reading) ||
	    (scanner->wrapped && !is_narrow(reading, scanner)))
		return false;
	while (at < scanner->len && ascii_is_space(byte_at(scanner, at)))
		at++;
	while (at && byte_before(scanner, at) != '\n')
		at--;
	if (!follows)
		read_lines(&other, scanner, at);
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
	struct reading reading = { .block = block };
	const bool follows = block->stanza;

	at = first_line(scanner, at);
	*block = (struct layout_block){ .at = at, .base = SIZE_MAX };
	read_lines(&reading, scanner, at);
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

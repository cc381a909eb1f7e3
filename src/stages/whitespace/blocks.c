/*
 * What the line ends of a block stand for, where the article is not wrapped as
 * a whole. In doubt they stay.
 */
#include "stages/whitespace/wrap.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "edit/shape_line.h"
#include "text/marks.h"

/* Percent of the block's width: of a line that goes on, of one in larger type
   at the start of a block, and with the next line's first word. */
#define NEAR 60
#define NEAR_HEADING 48
#define NEAR_TITLE 30  /* of the text's first line; or before a full one */
#define NEAR_CLAUSE 40 /* of one that ends in "to" or "the" */
#define FULL 85
#define FULL_APART 80 /* where headings have blocks of their own */
#define LONGEST 115   /* a longer line was not broken at that width */

/* A line, its block, and the one after it. */
struct place {
	const struct scanner *scanner;
	size_t width; /* of the block */
	size_t columns, with_word;
	size_t next;   /* columns of the next line */
	bool first;    /* of its block */
	bool ended;    /* a sentence ends */
	bool colon;    /* or a clause, perhaps an item of a list */
	bool list;     /* it is an item of one, or opens it */
	bool listed;   /* it may be one: no sentence has ended after a colon */
	bool item;     /* the next line may be one: none is before it */
	bool clause;   /* it ends in a word as "the" */
	bool small;    /* the next line goes on in small letters */
	bool dateline; /* begins the next line */
	bool label;    /* as "Answer:" does so */
	bool set_in;   /* more than others of the block, as a paragraph is */
};

static void read_place(struct place *place, const struct scanner *scanner,
		       const struct gap *gap)
{
	struct shape_line line, next;

	wrap_read_lines(scanner, gap, &line, &next);
	*place = (struct place){
		.scanner = scanner,
		.width = scanner->block.width,
		.columns = line.columns - line.indent,
		.with_word = line.columns - line.indent + 1 + next.word,
		.next = next.columns - next.indent,
		.first = scanner->line == scanner->block.at,
		.ended =
			shape_end(scanner->text, gap->at) == SHAPE_END_SENTENCE,
		.colon = mark_is(utf8_before(scanner->text, gap->at),
				 MARK_COLON | MARK_SEMICOLON),
		.list = wrap_opens_list(scanner, gap) ||
			wrap_ends_item(scanner, gap),
		.listed = wrap_is_listed(scanner, gap),
		.item = wrap_begins_small(scanner, scanner->line, gap->at,
					  gap->end),
		.clause = (scanner_word_before(scanner, gap->at) &
			   LIST_TELLTALE) != 0,
		.small = shape_goes_on(scanner->text, scanner->len, gap->end),
		.dateline = wrap_begins_dateline(scanner, gap->end),
		.label = wrap_begins_label(scanner, gap->end),
		.set_in = next.indent > scanner->block.indent,
	};
}

static bool is_near(const struct place *place)
{
	const bool filled = place->next * 100 > place->width * FULL;
	const size_t heading =
		place->scanner->line && !filled ? NEAR_HEADING : NEAR_TITLE;
	const size_t least = place->first ? heading : NEAR;

	return place->columns * 100 >= place->width * least;
}

/* Whether the next word would not have fitted. */
static bool is_full(const struct place *place)
{
	return place->with_word > place->width;
}

/* The same where lines end a little earlier than they could. */
static bool is_nearly_full(const struct place *place)
{
	const size_t least = place->scanner->shape.apart ? FULL_APART : FULL;

	return place->with_word * 100 > place->width * least;
}

static bool has_words(const struct scanner *scanner, size_t at)
{
	for (; at < scanner->len && scanner->text[at] != '\n'; at++)
		if (ascii_is_alnum((unsigned char)scanner->text[at]) ||
		    (unsigned char)scanner->text[at] >= 0x80)
			return true;
	return false;
}

static bool goes_on(const struct place *place)
{
	if (place->columns * 100 > place->width * LONGEST)
		return false;
	if (place->small)
		return place->colon || place->listed || place->item
			       ? is_nearly_full(place) && !place->list
			       : is_near(place);
	if (place->dateline && (place->ended || !is_full(place)))
		return false;
	if (place->ended)
		return !place->set_in && !place->label &&
		       (is_full(place) ||
			(place->scanner->shape.apart && is_nearly_full(place)));
	if (place->colon)
		return is_full(place) && !place->list;
	/* "Gil Cole, of the sheriff's office": of a list, it may be an item */
	return (place->listed ? is_full(place) : is_nearly_full(place)) ||
	       (place->clause && !place->set_in &&
		place->columns * 100 >= place->width * NEAR_CLAUSE);
}

/* Read the block that the line is in, once. */
static void see_block(struct scanner *scanner)
{
	if (scanner->line >= scanner->block.end)
		shape_block_read(&scanner->block, &scanner->shape,
				 scanner->text, scanner->len, scanner->line);
}

static bool begins_item(const struct scanner *scanner, const struct gap *gap)
{
	return wrap_begins_item(scanner, gap->end) ||
	       wrap_begins_lettered(scanner, gap) ||
	       (gap->end > gap->break_end &&
		wrap_begins_inner(scanner, gap->end));
}

enum wrap_break block_decide(struct scanner *scanner, const struct gap *gap)
{
	struct place place;

	see_block(scanner);
	if (gap->lines > 1 && wrap_is_torn(scanner, gap, scanner->block.width))
		return WRAP_JOIN;
	if (gap->lines != 1 || !scanner->block.width ||
	    lines_is_row(scanner, gap->at) || lines_is_row(scanner, gap->end) ||
	    begins_item(scanner, gap) || wrap_are_entries(scanner, gap) ||
	    wrap_begins_voice(scanner, gap))
		return WRAP_KEEP;
	read_place(&place, scanner, gap);
	if (!goes_on(&place) || !has_words(scanner, scanner->line) ||
	    wrap_is_heading(scanner, gap, is_nearly_full(&place)) ||
	    !has_words(scanner, gap->end) ||
	    (!place.small && lines_ends_in_figures(scanner, scanner->line)))
		return WRAP_KEEP;
	return hyphen_decide(scanner, gap);
}

/* Quotations that cross a bracket. */
#include "restore/crossing.h"

#include "base/utf8.h"
#include "restore/parts.h"

#define NONE ((size_t)-1)

struct crossing {
	const struct decoder *decoder;
	struct verdict *verdicts;
	size_t bracket; /* the gap of the bracket that is open */
	size_t opened;	/* of the quotation that is open */
	size_t outer;	/* of the one that was open before the bracket, */
	size_t closed;	/* and where it ended within the bracket */
	bool dropped;	/* the mark that closes next goes, too */
};

static void drop(const struct crossing *c, size_t i, enum part part)
{
	struct verdict *verdict = &c->verdicts[i];

	if (verdict->added == ADDED_OPENING ||
	    verdict->added == ADDED_CLOSING) {
		verdict->added = ADDED_NONE;
		verdict->is_kept = true;
	} else if (!verdict->is_kept) {
		parts_drop(c->decoder, verdict, i, part);
	}
}

/* "(“This) is": all of it is said, "“(This) is". False: the mark is gone. */
static bool move_out(const struct crossing *c, size_t i)
{
	struct verdict *verdict = &c->verdicts[i];

	drop(c, i, PART_OPENING);
	if (verdict->is_kept) {
		verdict->added = ADDED_OUTER;
		verdict->is_kept = false;
	}
	return verdict->added == ADDED_OUTER;
}

static void open_bracket(struct crossing *c, size_t i)
{
	c->bracket = i;
	c->outer = c->opened;
	c->closed = NONE;
}

/* "(Aunt Jo”), who": the order of two marks in gap i is not judged. */
static void close_bracket(struct crossing *c, size_t i)
{
	const size_t bracket = c->bracket;

	if (bracket == NONE)
		return;
	c->bracket = NONE;
	if (c->closed != NONE && c->closed != i) {
		drop(c, c->outer, PART_OPENING);
		drop(c, c->closed, PART_CLOSING);
	}
	if (c->opened == NONE || c->opened == c->outer)
		return;
	if (c->opened != bracket || !move_out(c, bracket)) {
		drop(c, c->opened, PART_OPENING);
		c->opened = NONE;
		c->dropped = true;
	}
}

static void open_quotation(struct crossing *c, size_t i)
{
	c->opened = i;
	c->dropped = false;
}

static void close_quotation(struct crossing *c, size_t i)
{
	if (c->dropped)
		drop(c, i, PART_CLOSING);
	else if (c->bracket != NONE && c->opened != NONE &&
		 c->opened == c->outer)
		c->closed = i;
	c->dropped = false;
	c->opened = NONE;
}

static void see_mark(struct crossing *c, size_t i, uint32_t point)
{
	switch (point) {
	case '(':
		open_bracket(c, i);
		break;
	case ')':
		close_bracket(c, i);
		break;
	case OPEN_DOUBLE:
		open_quotation(c, i);
		break;
	case CLOSE_DOUBLE:
		close_quotation(c, i);
		break;
	}
}

static void see_marks(struct crossing *c, size_t i, const char *text, size_t at,
		      size_t end)
{
	while (at < end)
		see_mark(c, i, utf8_next(text, &at));
}

/*
 * What a gap becomes, mark by mark. Where its brackets survived and its class
 * has none, a mark that closes is before them, and one that opens behind.
 */
static void see_gap(struct crossing *c, size_t i)
{
	const struct verdict *verdict = &c->verdicts[i];
	const struct restore_gap *gap = &c->decoder->model->gaps[verdict->gap];
	const bool has_class = !verdict->is_kept && !verdict->added;
	const bool opens = verdict->added == ADDED_OPENING ||
			   (has_class && parts_held(gap, PART_OPENING));
	const bool closes = verdict->added == ADDED_CLOSING ||
			    (has_class && parts_held(gap, PART_CLOSING));
	size_t at, end;

	if (verdict->is_break) /* no bracket is open over one */
		c->bracket = NONE;
	if (has_class && parts_held(gap, PART_BRACKET)) {
		see_marks(c, i, gap->text, 0, gap->len);
	} else {
		words_gap(c->decoder->words, i, &at, &end);
		if (closes)
			close_quotation(c, i);
		see_marks(c, i, c->decoder->words->text, at, end);
		if (opens)
			open_quotation(c, i);
	}
}

void crossings_drop(const struct decoder *decoder, struct verdict *verdicts)
{
	struct crossing c = { .decoder = decoder,
			      .verdicts = verdicts,
			      .bracket = NONE,
			      .opened = NONE,
			      .outer = NONE,
			      .closed = NONE };

	for (size_t i = 0; i <= decoder->words->count; i++)
		see_gap(&c, i);
}

/*
 * Reading the marks: plain paragraphs the short way, the others by the grammar.
 *
 * In most paragraphs each mark's place alone tells its label, and the marks
 * pair. Where that fails the grammar reads the paragraph together with the
 * next one, where a quotation may be going on.
 */
#include "stages/quotes/quotes.h"

/* A mark is clear when other readings are 64 times less likely. */
#define CLEAR 60

/* What a reading without partners costs in addition. */
#define UNPAIRED 90

/* The open quotations of a paragraph. */
struct open_marks {
	struct quote_mark *at[2];
	unsigned depth;
};

static bool is_clear(const struct quote_mark *mark, unsigned label)
{
	const int32_t limit = mark->cost[label] + CLEAR;

	for (unsigned l = 0; l < LABEL_COUNT; l++) {
		if (l != label && mark->cost[l] < limit)
			return false;
	}
	return true;
}

/* Closing mark or apostrophe: where nothing is open, an apostrophe. */
static bool is_raised(const struct quote_mark *mark)
{
	const int32_t mine = mark->cost[LABEL_APOSTROPHE];

	return mark->family == FAMILY_SINGLE &&
	       mine < mark->cost[LABEL_CLOSE] + CLEAR / 2 &&
	       mine + CLEAR < mark->cost[LABEL_OPEN] &&
	       mine + CLEAR < mark->cost[LABEL_LITERAL];
}

/* The clear label of a mark, or LABEL_COUNT. */
static unsigned clear_label(const struct quote_mark *mark,
			    const struct open_marks *open)
{
	unsigned best = 0;

	for (unsigned l = 1; l < LABEL_COUNT; l++) {
		if (mark->cost[l] < mark->cost[best])
			best = l;
	}
	if (is_clear(mark, best))
		return best;
	return !open->depth && is_raised(mark) ? LABEL_APOSTROPHE : LABEL_COUNT;
}

static bool take_open(struct open_marks *open, struct quote_mark *mark)
{
	if (open->depth == 2 ||
	    (open->depth && open->at[open->depth - 1]->family == mark->family))
		return false;
	open->at[open->depth++] = mark;
	return true;
}

static bool take_close(struct open_marks *open, struct quote_mark *mark)
{
	struct quote_mark *partner;

	if (!open->depth || open->at[open->depth - 1]->family != mark->family)
		return false;
	partner = open->at[--open->depth];
	partner->partner = mark;
	mark->partner = partner;
	return true;
}

static bool take(struct open_marks *open, struct quote_mark *mark)
{
	const unsigned label = clear_label(mark, open);

	mark->label = (uint8_t)label;
	mark->margin = CLEAR + UNPAIRED;
	mark->partner = NULL;
	mark->unpaired = false;
	switch (label) {
	case LABEL_OPEN:
		return take_open(open, mark);
	case LABEL_CLOSE:
		return take_close(open, mark);
	case LABEL_APOSTROPHE:
	case LABEL_LITERAL:
		return true;
	default:
		return false;
	}
}

/* Label a paragraph's marks if all are clear and pair. */
static bool read_plain(struct quote_mark *marks, size_t count)
{
	struct open_marks open = { .depth = 0 };

	for (size_t i = 0; i < count; i++) {
		if (marks[i].family != FAMILY_BREAK && !take(&open, &marks[i]))
			return false;
	}
	return !open.depth;
}

/* The index after the paragraph that begins at `from`. */
static size_t paragraph_end(const struct quote_window *window, size_t from)
{
	size_t at = from + 1;

	while (at < window->count && window->marks[at].family != FAMILY_BREAK)
		at++;
	return at;
}

static unsigned read_block(const struct quote_window *window, size_t from,
			   size_t to, unsigned state)
{
	struct quote_window block = *window;

	block.marks += from;
	block.count = to - from;
	block.last = window->last || to < window->count;
	return quotes_pair(&block, state);
}

unsigned quotes_read(struct quote_window *window, unsigned from)
{
	unsigned state = from;
	bool in_block = state != 0;
	size_t start = 0;

	for (size_t at = 0, end; at < window->count; at = end) {
		bool plain;

		end = paragraph_end(window, at);
		plain = read_plain(window->marks + at, end - at);
		if (!in_block && !plain) {
			in_block = true;
			start = at;
		} else if (in_block && plain) {
			state = read_block(window, start, end, state);
			in_block = state != 0 && end == window->count;
			start = end;
		}
	}
	if (in_block && start < window->count)
		state = read_block(window, start, window->count, state);
	return state;
}

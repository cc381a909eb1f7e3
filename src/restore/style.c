/* Quotations as wholes. */
#include "restore/style.h"

#include <string.h>

/* What opens and closes, as struct pairs writes it. */
static const char kinds[][3] = { "<>", "{}", "()", "[]" };

#define KINDS (sizeof(kinds) / sizeof(*kinds))

/* Of single quotations that are speech more for a double one are a style. */
#define SPEECHES_MOST 3

/* A walk over settled gaps. */
struct reading {
	const struct decoder *decoder;
	struct verdict *verdicts;
	unsigned state; /* of pairs.h */
	size_t opened;	/* gap where a single quotation began */
	size_t doubles, singles;
	size_t speeches; /* single quotations that begin a sentence */
	bool change;	 /* else only count */
};

/* What is between two breaks is a heading: it has a style of its own. */
static bool is_heading(const struct reading *r, size_t from, size_t to)
{
	return r->verdicts[from].is_break && r->verdicts[to].is_break;
}

static void put(const struct reading *r, size_t i)
{
	const struct trace *trace = &r->decoder->traces[i];
	struct verdict *verdict = &r->verdicts[i];

	verdict->gap = r->decoder->pairs->doubled[verdict->gap];
	verdict->group = r->decoder->pairs->group[verdict->gap];
	verdict->is_kept = verdict->gap == trace->own;
}

/* A single quotation that no double one holds, from `opened` to gap i. */
static void see_single(struct reading *r, size_t i)
{
	const uint8_t *doubled = r->decoder->pairs->doubled;
	const size_t from = r->opened;

	if (is_heading(r, from, i))
		return;
	r->singles++;
	r->speeches +=
		r->decoder->model->gaps[r->verdicts[from].gap].ends_sentence;
	if (!r->change || doubled[r->verdicts[from].gap] == PAIR_NONE ||
	    doubled[r->verdicts[i].gap] == PAIR_NONE)
		return;
	put(r, from);
	put(r, i);
}

static void see_gap(struct reading *r, size_t i)
{
	const struct pairs *pairs = r->decoder->pairs;
	const char *marks = pairs->marks[r->verdicts[i].group];
	const unsigned before = r->state;

	r->state = pairs->moves[0][r->verdicts[i].group][before].to;
	r->doubles += strchr(marks, '<') != NULL;
	if (!strcmp(marks, "{") && !(before & PAIR_DOUBLE))
		r->opened = i;
	else if (!strcmp(marks, "}") && before & PAIR_SINGLE &&
		 !(before & PAIR_DOUBLE) && r->opened < i)
		see_single(r, i);
}

static void read_all(struct reading *r)
{
	r->state = 0;
	r->opened = SIZE_MAX;
	for (size_t i = 0; i <= r->decoder->words->count; i++)
		see_gap(r, i);
}

/* Two marks are as sure as they are on the average: both stay or both go. */
static void couple(struct verdict *verdicts, size_t from, size_t to)
{
	uint16_t *a = &verdicts[from].pair_confidence,
		 *b = &verdicts[to].pair_confidence;

	*a = *b = (uint16_t)((*a + *b) / 2);
}

/* Gap i holds `mark`; opened: gaps, counted from 1, by kind. */
static void see_mark(struct verdict *verdicts, size_t i, char mark,
		     size_t opened[KINDS])
{
	for (size_t k = 0; k < KINDS; k++) {
		if (mark == kinds[k][1] && opened[k])
			couple(verdicts, opened[k] - 1, i);
		if (mark == kinds[k][1])
			opened[k] = 0;
		if (mark == kinds[k][0])
			opened[k] = i + 1;
	}
}

void style_couple(const struct decoder *decoder, struct verdict *verdicts)
{
	size_t opened[KINDS] = { 0 };

	for (size_t i = 0; i <= decoder->words->count; i++) {
		const char *mark = decoder->pairs->marks[verdicts[i].group];

		for (; *mark; mark++)
			see_mark(verdicts, i, *mark, opened);
	}
}

/* Whether what has single marks has double ones elsewhere in the article. */
static bool is_of_double_marks(const struct reading *r)
{
	return r->doubles > r->singles ||
	       (r->speeches && r->doubles * SPEECHES_MOST >= r->singles);
}

void style_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	struct reading r = { .decoder = decoder, .verdicts = verdicts };

	read_all(&r);
	if (!r.singles || !is_of_double_marks(&r))
		return;
	r.change = true;
	read_all(&r);
}

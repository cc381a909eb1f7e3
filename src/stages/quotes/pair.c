/*
 * The pairing grammar: quotations open, nest, close, and run on over
 * paragraphs. Dynamic programming finds the cheapest reading of all marks.
 *
 * A state is the stack of open quotations. Any label is possible in any state,
 * but what a copy editor would mark costs something: a mark without a partner,
 * a quotation that goes on without being reopened.
 */
#include "stages/quotes/quotes.h"

#include <string.h>

enum state {
	OUTSIDE,
	IN_D, /* in double marks */
	IN_S,
	IN_DS, /* in single marks in double ones */
	IN_SD,
	IN_DSD,
	IN_SDS,
	IN_DD, /* typed alike inside and outside */
	IN_SS,
	ON_D, /* as IN_D, at the start of a later paragraph */
	ON_S,
	STATES
};

static const uint8_t depths[STATES] = { 0, 1, 1, 2, 2, 3, 3, 2, 2, 1, 1 };

/* Tenths of a bit. */
enum {
	UNPAIRED = 90,	   /* a mark without a partner */
	REOPENED = 60,	   /* the same, at the start of a sentence */
	JOINED = 30,	   /* that is glued to the one before */
	DEEP = 30,	   /* a third level */
	ALIKE = 60,	   /* inner marks of the outer kind */
	CLIPPED = 60,	   /* '' is an apostrophe and a closing mark */
	RUNS_ON = 20,	   /* no closing mark at a paragraph's end */
	NOT_REOPENED = 50, /* nor an opening one at the next start */
	UNREACHED = 1 << 28,
};

enum where { ANYWHERE, AT_START, AT_SENTENCE, AT_JOIN };

struct move {
	uint8_t label, from, to, where;
	int16_t cost;
};

static const struct move double_moves[] = {
	{ LABEL_OPEN, OUTSIDE, IN_D, ANYWHERE, 0 },
	{ LABEL_OPEN, IN_S, IN_SD, ANYWHERE, 0 },
	{ LABEL_OPEN, IN_DS, IN_DSD, ANYWHERE, DEEP },
	{ LABEL_OPEN, IN_D, IN_DD, ANYWHERE, ALIKE },
	{ LABEL_OPEN, ON_D, IN_D, AT_START, 0 },
	{ LABEL_OPEN, ON_S, IN_SD, ANYWHERE, NOT_REOPENED },
	{ LABEL_OPEN, IN_D, IN_D, AT_JOIN, JOINED },
	{ LABEL_OPEN, IN_D, IN_D, AT_SENTENCE, REOPENED },
	{ LABEL_OPEN, IN_D, IN_D, ANYWHERE, UNPAIRED },
	{ LABEL_OPEN, IN_SD, IN_SD, ANYWHERE, UNPAIRED },
	{ LABEL_CLOSE, IN_D, OUTSIDE, ANYWHERE, 0 },
	{ LABEL_CLOSE, IN_SD, IN_S, ANYWHERE, 0 },
	{ LABEL_CLOSE, IN_DSD, IN_DS, ANYWHERE, 0 },
	{ LABEL_CLOSE, IN_DD, IN_D, ANYWHERE, 0 },
	{ LABEL_CLOSE, ON_D, OUTSIDE, ANYWHERE, NOT_REOPENED },
	{ LABEL_CLOSE, IN_DS, OUTSIDE, ANYWHERE, UNPAIRED },
	{ LABEL_CLOSE, OUTSIDE, OUTSIDE, ANYWHERE, UNPAIRED },
	{ LABEL_CLOSE, IN_S, IN_S, ANYWHERE, UNPAIRED },
	{ LABEL_CLOSE, ON_S, ON_S, ANYWHERE, UNPAIRED },
	{ LABEL_TWO, IN_SS, OUTSIDE, ANYWHERE, 0 },
	{ LABEL_TWO, IN_S, OUTSIDE, ANYWHERE, CLIPPED },
	{ LABEL_TWO, IN_DS, IN_D, ANYWHERE, CLIPPED },
};

static const struct move single_moves[] = {
	{ LABEL_OPEN, OUTSIDE, IN_S, ANYWHERE, 0 },
	{ LABEL_OPEN, IN_D, IN_DS, ANYWHERE, 0 },
	{ LABEL_OPEN, IN_SD, IN_SDS, ANYWHERE, DEEP },
	{ LABEL_OPEN, IN_S, IN_SS, ANYWHERE, ALIKE },
	{ LABEL_OPEN, ON_S, IN_S, AT_START, 0 },
	{ LABEL_OPEN, ON_D, IN_DS, ANYWHERE, NOT_REOPENED },
	{ LABEL_OPEN, IN_S, IN_S, AT_SENTENCE, REOPENED },
	{ LABEL_OPEN, IN_S, IN_S, ANYWHERE, UNPAIRED },
	{ LABEL_OPEN, IN_DS, IN_DS, ANYWHERE, UNPAIRED },
	{ LABEL_CLOSE, IN_S, OUTSIDE, ANYWHERE, 0 },
	{ LABEL_CLOSE, IN_DS, IN_D, ANYWHERE, 0 },
	{ LABEL_CLOSE, IN_SDS, IN_SD, ANYWHERE, 0 },
	{ LABEL_CLOSE, IN_SS, IN_S, ANYWHERE, 0 },
	{ LABEL_CLOSE, ON_S, OUTSIDE, ANYWHERE, NOT_REOPENED },
	{ LABEL_CLOSE, IN_SD, OUTSIDE, ANYWHERE, UNPAIRED },
	{ LABEL_CLOSE, OUTSIDE, OUTSIDE, ANYWHERE, UNPAIRED },
	{ LABEL_CLOSE, IN_D, IN_D, ANYWHERE, UNPAIRED },
	{ LABEL_CLOSE, ON_D, ON_D, ANYWHERE, UNPAIRED },
};

/* Where a paragraph ends; the label says nothing. */
static const struct move break_moves[] = {
	{ 0, OUTSIDE, OUTSIDE, ANYWHERE, 0 },
	{ 0, IN_D, ON_D, ANYWHERE, 0 },
	{ 0, IN_S, ON_S, ANYWHERE, 0 },
	{ 0, ON_D, ON_D, ANYWHERE, 0 },
	{ 0, ON_S, ON_S, ANYWHERE, 0 },
	{ 0, IN_DS, ON_D, ANYWHERE, UNPAIRED },
	{ 0, IN_SD, ON_S, ANYWHERE, UNPAIRED },
	{ 0, IN_DD, ON_D, ANYWHERE, UNPAIRED },
	{ 0, IN_SS, ON_S, ANYWHERE, UNPAIRED },
	{ 0, IN_D, OUTSIDE, ANYWHERE, UNPAIRED },
	{ 0, IN_S, OUTSIDE, ANYWHERE, UNPAIRED },
	{ 0, ON_D, OUTSIDE, ANYWHERE, UNPAIRED },
	{ 0, ON_S, OUTSIDE, ANYWHERE, UNPAIRED },
	{ 0, IN_DS, OUTSIDE, ANYWHERE, UNPAIRED + DEEP },
	{ 0, IN_SD, OUTSIDE, ANYWHERE, UNPAIRED + DEEP },
	{ 0, IN_DD, OUTSIDE, ANYWHERE, UNPAIRED + DEEP },
	{ 0, IN_SS, OUTSIDE, ANYWHERE, UNPAIRED + DEEP },
	{ 0, IN_DSD, OUTSIDE, ANYWHERE, UNPAIRED + 2 * DEEP },
	{ 0, IN_SDS, OUTSIDE, ANYWHERE, UNPAIRED + 2 * DEEP },
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const struct {
	const struct move *moves;
	size_t count;
} grammar[] = {
	[FAMILY_DOUBLE] = { double_moves, COUNT(double_moves) },
	[FAMILY_SINGLE] = { single_moves, COUNT(single_moves) },
	[FAMILY_BREAK] = { break_moves, COUNT(break_moves) },
};

struct costs {
	int32_t of[STATES];
};

static int32_t move_cost(const struct quote_mark *mark, const struct move *move)
{
	uint32_t breaks = mark->breaks;

	if (mark->family != FAMILY_BREAK)
		return move->cost + mark->cost[move->label];
	if (move->to == OUTSIDE)
		return move->cost;
	/* A quotation seldom goes on over paragraphs without any mark. */
	if (breaks > 4)
		breaks = 4;
	return move->cost + RUNS_ON * (int32_t)breaks;
}

static bool stands_at(const struct quote_mark *mark, unsigned where)
{
	switch (where) {
	case AT_START:
		return mark->left == CONTEXT_EDGE;
	case AT_JOIN: /* ."They: two paragraphs, glued */
		return mark->left == CONTEXT_STOP &&
		       mark->right == CONTEXT_UPPER;
	case AT_SENTENCE: /* with its space, or without it */
		return mark->left_far == CONTEXT_STOP &&
		       mark->right != CONTEXT_SPACE &&
		       mark->right != CONTEXT_EDGE &&
		       mark->right != CONTEXT_LOWER;
	default:
		return true;
	}
}

static void fill(struct costs *costs)
{
	for (int s = 0; s < STATES; s++)
		costs->of[s] = UNREACHED;
}

static void lower(int32_t *cost, int32_t to)
{
	if (to < *cost)
		*cost = to;
}

/* The cheaper of the labels that change no state. */
static uint8_t still_label(const struct quote_mark *mark)
{
	return mark->cost[LABEL_APOSTROPHE] <= mark->cost[LABEL_LITERAL]
		       ? LABEL_APOSTROPHE
		       : LABEL_LITERAL;
}

/* A move that is possible at a mark, and what it costs there. */
struct option {
	uint8_t label, from, to;
	int32_t cost;
};

struct options {
	struct option of[COUNT(double_moves)];
	size_t count;
};

_Static_assert(COUNT(single_moves) <= COUNT(double_moves) &&
		       COUNT(break_moves) <= COUNT(double_moves),
	       "no family has more moves");

static void find_options(struct options *options, const struct quote_mark *mark)
{
	const struct move *move = grammar[mark->family].moves;
	const struct move *end = move + grammar[mark->family].count;

	for (options->count = 0; move < end; move++) {
		if (move->where != ANYWHERE && !stands_at(mark, move->where))
			continue;
		options->of[options->count++] =
			(struct option){ move->label, move->from, move->to,
					 move_cost(mark, move) };
	}
}

/* before[i]: the cost of all marks before mark i, by state. */
static void step_forward(const struct quote_mark *mark,
			 const struct options *options,
			 const struct costs *before, struct costs *after)
{
	if (mark->family == FAMILY_BREAK) {
		fill(after);
	} else {
		const int32_t still = mark->cost[still_label(mark)];

		for (int s = 0; s < STATES; s++)
			after->of[s] = before->of[s] + still;
	}
	for (size_t i = 0; i < options->count; i++) {
		const struct option *option = &options->of[i];

		lower(&after->of[option->to],
		      before->of[option->from] + option->cost);
	}
}

/* rest[i]: the cost of mark i and all after it, by state. */
static void step_backward(const struct quote_mark *mark,
			  const struct costs *rest, struct costs *at)
{
	struct options options;

	if (mark->family == FAMILY_BREAK) {
		fill(at);
	} else {
		const int32_t still = mark->cost[still_label(mark)];

		for (int s = 0; s < STATES; s++)
			at->of[s] = rest->of[s] + still;
	}
	find_options(&options, mark);
	for (size_t i = 0; i < options.count; i++) {
		const struct option *option = &options.of[i];

		lower(&at->of[option->from],
		      rest->of[option->to] + option->cost);
	}
}

/* A closing single mark and an apostrophe look the same. */
static bool same_outcome(const struct quote_mark *mark, unsigned a, unsigned b)
{
	const bool raised_a = a == LABEL_CLOSE || a == LABEL_APOSTROPHE;
	const bool raised_b = b == LABEL_CLOSE || b == LABEL_APOSTROPHE;

	return a == b ||
	       (mark->family == FAMILY_SINGLE && raised_a && raised_b);
}

/* The step that is taken at a mark. */
struct step {
	uint8_t label, from, to;
	int32_t cost; /* with all that follows */
};

static struct step cheapest_step(const struct quote_mark *mark,
				 const struct options *options, uint8_t state,
				 const struct costs *rest)
{
	struct step best = { LABEL_OPEN, state, state, UNREACHED };

	if (mark->family != FAMILY_BREAK) {
		best.label = still_label(mark);
		best.cost = mark->cost[best.label] + rest->of[state];
	}
	for (size_t i = 0; i < options->count; i++) {
		const struct option *option = &options->of[i];
		const int32_t cost = option->cost + rest->of[option->to];

		if (option->from == state && cost < best.cost)
			best = (struct step){ option->label, state, option->to,
					      cost };
	}
	return best;
}

/* The least cost of all readings in which the mark has another label. */
static int32_t cost_of_others(const struct quote_mark *mark,
			      const struct options *options, unsigned label,
			      const struct costs *before,
			      const struct costs *rest)
{
	int32_t least = UNREACHED;

	for (size_t i = 0; i < options->count; i++) {
		const struct option *option = &options->of[i];

		if (!same_outcome(mark, option->label, label))
			lower(&least, before->of[option->from] + option->cost +
					      rest->of[option->to]);
	}
	for (unsigned l = LABEL_APOSTROPHE; l <= LABEL_LITERAL; l++) {
		if (same_outcome(mark, l, label))
			continue;
		for (int s = 0; s < STATES; s++)
			lower(&least,
			      before->of[s] + mark->cost[l] + rest->of[s]);
	}
	return least;
}

static struct step choose(struct quote_mark *mark,
			  const struct options *options, uint8_t state,
			  const struct costs *before, const struct costs *rest)
{
	const struct step best = cheapest_step(mark, options, state, rest);

	mark->label = best.label;
	mark->partner = NULL;
	mark->unpaired = false;
	if (mark->family != FAMILY_BREAK)
		mark->margin = cost_of_others(mark, options, best.label, before,
					      rest) -
			       (before->of[state] + best.cost);
	return best;
}

/* The open quotations, by index; the top is the innermost. */
struct stack {
	struct quote_mark *marks[3]; /* NULL: of an earlier window */
	unsigned depth;
};

static void drop_to(struct stack *stack, unsigned depth)
{
	while (stack->depth > depth) {
		struct quote_mark *top = stack->marks[--stack->depth];

		if (top)
			top->unpaired = true;
	}
}

static void follow_open(struct stack *stack, const struct step *step,
			struct quote_mark *mark)
{
	const unsigned depth = depths[step->to];

	/* Reopened: the mark of the paragraph before is replaced. */
	if (depth == 1 && (step->from == ON_D || step->from == ON_S))
		stack->depth = 0;
	drop_to(stack, depth - 1);
	stack->marks[stack->depth++] = mark;
}

static void follow_close(struct stack *stack, const struct step *step,
			 struct quote_mark *mark)
{
	if (step->from == step->to) {
		mark->unpaired = true;
		return;
	}
	drop_to(stack, depths[step->to] + 1);
	mark->partner = stack->marks[--stack->depth];
	if (mark->partner)
		mark->partner->partner = mark;
}

static void follow(struct stack *stack, const struct step *step,
		   struct quote_mark *mark)
{
	if (mark->family == FAMILY_BREAK)
		drop_to(stack, depths[step->to]);
	else if (step->label == LABEL_OPEN)
		follow_open(stack, step, mark);
	else if (step->label == LABEL_TWO)
		stack->depth = depths[step->to];
	else if (step->label == LABEL_CLOSE)
		follow_close(stack, step, mark);
}

size_t quotes_pair_room(size_t count)
{
	return 2 * (count + 1) * sizeof(struct costs);
}

unsigned quotes_pair(struct quote_window *window, unsigned from)
{
	const size_t count = window->count;
	struct quote_mark *marks = window->marks;
	struct costs *before = window->scratch;
	struct costs *rest = before + count + 1;
	struct stack stack = { { NULL }, depths[from] };
	uint8_t state = (uint8_t)from;

	for (int s = 0; s < STATES; s++)
		rest[count].of[s] = window->last && depths[s] ? UNPAIRED : 0;
	for (size_t i = count; i-- > 0;)
		step_backward(&marks[i], &rest[i + 1], &rest[i]);
	fill(&before[0]);
	before[0].of[from] = 0;
	for (size_t i = 0; i < count; i++) {
		struct options options;
		struct step step;

		find_options(&options, &marks[i]);
		step_forward(&marks[i], &options, &before[i], &before[i + 1]);
		step = choose(&marks[i], &options, state, &before[i],
			      &rest[i + 1]);
		follow(&stack, &step, &marks[i]);
		state = step.to;
	}
	if (window->last)
		drop_to(&stack, 0);
	return state;
}

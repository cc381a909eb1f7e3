/*
 * The pairing grammar: quotations open, nest, close, and run on over
 * paragraphs. A dynamic programme finds the cheapest reading of all marks.
 *
 * A state is the stack of open quotations. Anything may be read in any state,
 * but what a copy editor would mark costs something: a mark without a partner,
 * a quotation that goes on without being reopened.
 */
#include "stages/quotes/quotes.h"

#include <string.h>

enum state {
	OUTSIDE,
	IN_D,		/* in double marks */
	IN_S,
	IN_DS,		/* in single marks in double ones */
	IN_SD,
	IN_DSD,
	IN_SDS,
	IN_DD,		/* typed alike inside and outside */
	IN_SS,
	ON_D,		/* as IN_D, at the front of a later paragraph */
	ON_S,
	STATES
};

static const uint8_t depths[STATES] = { 0, 1, 1, 2, 2, 3, 3, 2, 2, 1, 1 };

/* Tenths of a bit. */
enum {
	UNPAIRED = 90,		/* a mark without a partner */
	REOPENED = 60,		/* the same, at the front of a sentence */
	DEEP = 30,		/* a third level */
	ALIKE = 60,		/* inner marks of the outer kind */
	CLIPPED = 60,		/* '' is an apostrophe and a closing mark */
	RUNS_ON = 20,		/* no closing mark at a paragraph's end */
	NOT_REOPENED = 50,	/* nor an opening one at the next front */
	UNREACHED = 1 << 28,
};

enum where { ANYWHERE, AT_FRONT, AT_SENTENCE };

struct move {
	uint8_t label, from, to, where;
	int16_t cost;
};

static const struct move double_moves[] = {
	{ LABEL_OPEN, OUTSIDE, IN_D, ANYWHERE, 0 },
	{ LABEL_OPEN, IN_S, IN_SD, ANYWHERE, 0 },
	{ LABEL_OPEN, IN_DS, IN_DSD, ANYWHERE, DEEP },
	{ LABEL_OPEN, IN_D, IN_DD, ANYWHERE, ALIKE },
	{ LABEL_OPEN, ON_D, IN_D, AT_FRONT, 0 },
	{ LABEL_OPEN, ON_S, IN_SD, ANYWHERE, NOT_REOPENED },
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
	{ LABEL_OPEN, ON_S, IN_S, AT_FRONT, 0 },
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

/* These change no state. */
static const uint8_t still_labels[] = { LABEL_APOSTROPHE, LABEL_LITERAL };

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

/* A move as it stands at a mark. */
struct step {
	uint8_t label, from, to;
	int32_t cost;
};

#define STEPS_MAX (COUNT(double_moves) + COUNT(still_labels) * STATES)

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
	case AT_FRONT:
		return mark->left == CONTEXT_EDGE;
	case AT_SENTENCE:
		return mark->left == CONTEXT_SPACE &&
		       mark->left_far == CONTEXT_STOP &&
		       mark->right != CONTEXT_SPACE &&
		       mark->right != CONTEXT_LOWER;
	default:
		return true;
	}
}

static size_t steps_at(const struct quote_mark *mark, struct step *steps)
{
	size_t count = 0;

	for (size_t i = 0; i < grammar[mark->family].count; i++) {
		const struct move *move = &grammar[mark->family].moves[i];

		if (!stands_at(mark, move->where))
			continue;
		steps[count++] = (struct step){ move->label, move->from,
						move->to,
						move_cost(mark, move) };
	}
	if (mark->family == FAMILY_BREAK)
		return count;
	for (size_t k = 0; k < COUNT(still_labels); k++) {
		const uint8_t label = still_labels[k];

		for (uint8_t state = 0; state < STATES; state++)
			steps[count++] = (struct step){ label, state, state,
							mark->cost[label] };
	}
	return count;
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

/* before[i]: the cost of all that stands before mark i, by state. */
static void run_forward(const struct quote_window *window, unsigned from,
			struct costs *before)
{
	struct step steps[STEPS_MAX];

	fill(&before[0]);
	before[0].of[from] = 0;
	for (size_t i = 0; i < window->count; i++) {
		const size_t n = steps_at(&window->marks[i], steps);

		fill(&before[i + 1]);
		for (size_t k = 0; k < n; k++)
			lower(&before[i + 1].of[steps[k].to],
			      before[i].of[steps[k].from] + steps[k].cost);
	}
}

/* behind[i]: the cost of mark i and all behind it, by state. */
static void run_backward(const struct quote_window *window, struct costs *behind)
{
	struct step steps[STEPS_MAX];

	for (int s = 0; s < STATES; s++)
		behind[window->count].of[s] =
			window->last && depths[s] ? UNPAIRED : 0;
	for (size_t i = window->count; i-- > 0;) {
		const size_t n = steps_at(&window->marks[i], steps);

		fill(&behind[i]);
		for (size_t k = 0; k < n; k++)
			lower(&behind[i].of[steps[k].from],
			      behind[i + 1].of[steps[k].to] + steps[k].cost);
	}
}

static bool same_outcome(unsigned a, unsigned b)
{
	static const uint8_t outcomes[LABEL_COUNT] = {
		[LABEL_OPEN] = 0, [LABEL_CLOSE] = 1, [LABEL_APOSTROPHE] = 1,
		[LABEL_LITERAL] = 2, [LABEL_TWO] = 3,
	};

	return outcomes[a] == outcomes[b];
}

/* The cheapest step from a state, and how much dearer another outcome is. */
static struct step choose(struct quote_mark *mark, unsigned state,
			  const struct costs *before,
			  const struct costs *behind)
{
	struct step steps[STEPS_MAX], best = { 0, 0, 0, UNREACHED };
	const size_t n = steps_at(mark, steps);
	int32_t mine = UNREACHED, other = UNREACHED;

	for (size_t k = 0; k < n; k++) {
		const int32_t cost = steps[k].cost + behind->of[steps[k].to];

		if (steps[k].from == state && cost < mine) {
			mine = cost;
			best = steps[k];
		}
	}
	for (size_t k = 0; k < n; k++) {
		if (!same_outcome(steps[k].label, best.label))
			lower(&other, before->of[steps[k].from] + steps[k].cost +
					      behind->of[steps[k].to]);
	}
	mark->label = best.label;
	mark->partner = NO_PARTNER;
	mark->unpaired = false;
	mark->margin = other - (before->of[state] + mine);
	return best;
}

/* The open quotations, by index; the top is the innermost. */
struct stack {
	uint32_t marks[3];
	unsigned depth;
};

static void drop_to(struct stack *stack, unsigned depth,
		    struct quote_mark *marks)
{
	while (stack->depth > depth) {
		const uint32_t top = stack->marks[--stack->depth];

		if (top != NO_PARTNER)
			marks[top].unpaired = true;
	}
}

static void follow_open(struct stack *stack, const struct step *step,
			struct quote_mark *marks, uint32_t i)
{
	const unsigned depth = depths[step->to];

	/* Reopened: the mark of the paragraph before has done its work. */
	if (step->from == ON_D || step->from == ON_S)
		if (depth == 1)
			stack->depth = 0;
	drop_to(stack, depth - 1, marks);
	stack->marks[stack->depth++] = i;
}

static void follow_close(struct stack *stack, const struct step *step,
			 struct quote_mark *marks, uint32_t i)
{
	const unsigned depth = depths[step->to];
	uint32_t partner;

	if (step->from == step->to) {
		marks[i].unpaired = true;
		return;
	}
	drop_to(stack, depth + 1, marks);
	partner = stack->marks[--stack->depth];
	marks[i].partner = partner;
	if (partner != NO_PARTNER)
		marks[partner].partner = i;
}

static void follow(struct stack *stack, const struct step *step,
		   struct quote_mark *marks, uint32_t i)
{
	if (marks[i].family == FAMILY_BREAK)
		drop_to(stack, depths[step->to], marks);
	else if (step->label == LABEL_OPEN)
		follow_open(stack, step, marks, i);
	else if (step->label == LABEL_TWO)
		stack->depth = depths[step->to];
	else if (step->label == LABEL_CLOSE)
		follow_close(stack, step, marks, i);
}

size_t quotes_pair_room(size_t count)
{
	return 2 * (count + 1) * sizeof(struct costs);
}

unsigned quotes_pair(struct quote_window *window, unsigned from)
{
	struct costs *before = window->scratch;
	struct costs *behind = before + window->count + 1;
	struct stack stack = { { NO_PARTNER, NO_PARTNER, NO_PARTNER },
			       depths[from] };
	unsigned state = from;

	run_forward(window, from, before);
	run_backward(window, behind);
	for (size_t i = 0; i < window->count; i++) {
		const struct step step = choose(&window->marks[i], state,
						&before[i], &behind[i + 1]);

		follow(&stack, &step, window->marks, (uint32_t)i);
		state = step.to;
	}
	if (window->last)
		drop_to(&stack, 0, window->marks);
	return state;
}

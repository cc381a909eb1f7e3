/* The decoder. */
#include "restore/decode.h"

#include <stdlib.h>
#include <string.h>

#include "restore/break_stop.h"
#include "restore/choice.h"
#include "restore/fragment.h"
#include "restore/style.h"
#include "restore/confidence.h"
#include "restore/truecase.h"

/* What a word's last apostrophe costs where no s is before it. */
#define APOSTROPHE_COST 512

/* What speaks for a quotation mark where paragraphs are glued. */
#define HIDDEN_QUOTE 800

bool decoder_init(struct decoder *decoder, const struct class_lists *lists,
		  const struct gap_rules *rules, const struct words *words)
{
	*decoder = (struct decoder){
		.model = rules->model,
		.rules = rules,
		.words = words,
		.lists = lists,
		.pairs = &lists->pairs,
		.weights = lists->weights[rules->loss],
		.space = lists->space,
		.comma = lists->comma,
		.stop = lists->stop,
	};
	for (unsigned state = 1; state < PAIR_STATES; state++)
		decoder->total[state] = NEVER;
	decoder->traces = calloc(words->count + 1, sizeof(struct trace));
	return decoder->traces != NULL;
}

void decoder_release(struct decoder *decoder)
{
	free(decoder->traces);
	decoder->traces = NULL;
}

/*
 * A class and its score, as a number: the greater is the better by score, then
 * by the lower class.
 */
static int32_t bid_of(int32_t score, unsigned class)
{
	return score * 256 + (int32_t)(255 - class);
}

/* Below any bid. */
#define NO_BID (256 * NEVER)

static void offer(int32_t *best, int32_t bid)
{
	*best = bid > *best ? bid : *best;
}

/* An apostrophe that ends a word ends one with an s: "the owners’ ". */
static int32_t apostrophe_cost(const struct words *words, size_t i)
{
	const char last = i ? words->text[words->items[i - 1].end - 1] : 0;

	return last == 's' || last == 'S' ? 0 : APOSTROPHE_COST;
}

/*
 * Between glued paragraphs nothing is left of the space, so a quotation mark
 * may hide in what looks like a plain sentence end.
 */
static int32_t hidden_quote(const struct decoder *decoder,
			    const struct choice *choice, unsigned class)
{
	const struct pairs *pairs = decoder->pairs;

	if (!choice->room || decoder->model->gaps[class].least <= choice->room)
		return 0;
	return strpbrk(pairs->marks[pairs->group[class]], "<>") ? HIDDEN_QUOTE
								: 0;
}

/* The best class of each group, as a bid. */
static void best_of_groups(const struct decoder *decoder, size_t i,
			   const struct choice *choice, int32_t *best)
{
	const uint8_t *second = decoder->pairs->second;
	const struct class_list *list = choice->list;
	const int32_t apostrophe = apostrophe_cost(decoder->words, i);

	for (size_t g = 0; g < list->group_count; g++)
		best[list->groups[g]] = NO_BID;
	for (size_t r = 0, n = 0; r < list->run_count; r++) {
		int32_t most = best[list->runs[r]];

		for (; n < list->ends[r]; n++) {
			const unsigned k = list->classes[n];
			const int32_t score = choice->logits[k] +
					      decoder->weights[k] +
					      hidden_quote(decoder, choice, k);
			const int32_t bid = bid_of(score, k);

			most = bid > most ? bid : most;
			if (second[k] != PAIR_NONE)
				offer(&best[second[k]],
				      bid_of(score - apostrophe, k));
		}
		offer(&best[list->runs[r]], most);
	}
}

/*
 * A way to a state, as a number: the greater is the better by score, then by
 * the lower class, then by the lower state before, then by the lower group. It
 * is the sum of what the state before, the class and a move say.
 */
static int64_t way_from(int32_t total, unsigned from)
{
	return (int64_t)total * (1 << 24) + ((255 - from) << 8);
}

static int64_t way_by(int32_t bid, unsigned group)
{
	return (int64_t)bid * (1 << 16) + (255 - group);
}

static int64_t way_cost(int32_t cost)
{
	return (int64_t)cost * (1 << 24);
}

/* The parts of a way, from the last one: 0 group, 1 state before, 2 class. */
static uint8_t part_of(int64_t way, int part)
{
	return (uint8_t)(255 - (way >> 8 * part & 255));
}

/* Sums of a long text must not overflow; only their differences count. */
static void settle_totals(struct decoder *decoder, const int32_t *fresh)
{
	int32_t most = fresh[0];

	for (unsigned to = 1; to < PAIR_STATES; to++)
		most = fresh[to] > most ? fresh[to] : most;
	for (unsigned to = 0; to < PAIR_STATES; to++) {
		const int32_t total = fresh[to] - most;

		decoder->total[to] = total < 10 * NEVER ? 10 * NEVER : total;
	}
}

/* Marks of a group change the state, or leave it, at a cost. */
static void move(int64_t ways[PAIR_STATES], const int64_t from[PAIR_STATES],
		 const struct pair_move *moves, int64_t by)
{
	for (unsigned state = 0; state < PAIR_STATES; state++) {
		const int64_t cost = way_cost(moves[state].cost);
		const int64_t way = from[state] + by - cost;
		const uint8_t to = moves[state].to;

		if (way > ways[to])
			ways[to] = way;
	}
}

/* The same, where no state changes and nothing costs. */
static void stay(int64_t ways[PAIR_STATES], const int64_t from[PAIR_STATES],
		 int64_t by)
{
	for (unsigned state = 0; state < PAIR_STATES; state++) {
		const int64_t way = from[state] + by;

		ways[state] = way > ways[state] ? way : ways[state];
	}
}

static void advance(struct decoder *decoder, struct trace *trace,
		    const struct class_list *list, const int32_t *best)
{
	const struct pairs *pairs = decoder->pairs;
	int64_t from[PAIR_STATES], ways[PAIR_STATES];
	int32_t fresh[PAIR_STATES];

	for (unsigned state = 0; state < PAIR_STATES; state++) {
		from[state] = way_from(decoder->total[state], state);
		ways[state] = way_from(10 * NEVER, 0) + way_by(bid_of(0, 0), 0);
	}
	for (size_t i = 0; i < list->group_count; i++) {
		const uint8_t g = list->groups[i];
		const int64_t by = way_by(best[g], g);

		if (!trace->is_break && !pairs->marks[g][0])
			stay(ways, from, by);
		else
			move(ways, from, pairs->moves[trace->is_break][g], by);
	}
	for (unsigned to = 0; to < PAIR_STATES; to++) {
		fresh[to] = (int32_t)(ways[to] >> 24);
		trace->to[to].gap = part_of(ways[to], 2);
		trace->to[to].from = part_of(ways[to], 1);
		trace->to[to].group = part_of(ways[to], 0);
	}
	settle_totals(decoder, fresh);
}

static uint16_t confidence_of(const struct decoder *decoder,
			      const struct choice *choice, uint64_t share)
{
	return restore_confidence(decoder->model, RESTORE_HEAD_GAP, share,
				  choice->sum);
}

static uint32_t share_of(const struct decoder *decoder,
			 const struct choice *choice, uint8_t class)
{
	return restore_exp(decoder->model,
			   choice->most - choice->logits[class]);
}

/* The same class as in the state before is as sure. */
static void see_state(const struct decoder *decoder,
		      const struct choice *choice, struct trace *trace,
		      unsigned to, const uint64_t pairs[PAIR_GROUPS])
{
	const uint8_t gap = trace->to[to].gap;

	if (to && trace->to[to - 1].gap == gap) {
		trace->to[to].confidence = trace->to[to - 1].confidence;
		trace->to[to].pair_confidence =
			trace->to[to - 1].pair_confidence;
		return;
	}
	trace->to[to].confidence =
		confidence_of(decoder, choice, share_of(decoder, choice, gap));
	trace->to[to].pair_confidence = confidence_of(
		decoder, choice, pairs[decoder->pairs->group[gap]]);
}

/*
 * How sure it is that a sentence ends, that any mark is in the gap, and, for
 * each state, that these paired marks are.
 */
static void sum_shares(const struct decoder *decoder,
		       const struct choice *choice, struct trace *trace)
{
	const struct class_list *list = choice->list;
	const uint64_t own = list->allowed[trace->own]
				     ? share_of(decoder, choice, trace->own)
				     : 0;
	uint64_t ends = 0, pairs[PAIR_GROUPS];

	memset(pairs, 0, decoder->pairs->count * sizeof(*pairs));
	for (size_t r = 0, n = 0; r < list->run_count; r++) {
		uint64_t sum = 0;

		for (; n < list->ends[r]; n++) {
			const uint32_t share = choice->shares[n];

			sum += share;
			ends += decoder->lists->ends[list->classes[n]] & share;
		}
		pairs[list->runs[r]] = sum;
	}
	ends -= decoder->lists->ends[trace->own] & own;
	trace->end_confidence = confidence_of(decoder, choice, ends);
	trace->mark_confidence =
		confidence_of(decoder, choice, choice->sum - own);
	for (unsigned to = 0; to < PAIR_STATES; to++)
		see_state(decoder, choice, trace, to, pairs);
}

/* How much likelier ". " is; NEVER: there is no room for it. */
static void see_stop(const struct decoder *decoder, const struct choice *choice,
		     struct trace *trace)
{
	const int32_t score = choice->list->allowed[decoder->stop]
				      ? choice->logits[decoder->stop]
				      : NEVER;

	trace->stop_or_space = score - choice->logits[decoder->space];
	trace->stop_or_comma = score - choice->logits[decoder->comma];
}

static void take_gap(struct decoder *decoder, size_t i, const int16_t *logits)
{
	struct trace *trace = &decoder->traces[i];
	struct choice choice;
	int32_t best[PAIR_GROUPS];

	choice.logits = logits;
	choice.room = 0;
	if (!choice_see(&choice, decoder, i))
		return;
	best_of_groups(decoder, i, &choice, best);
	advance(decoder, trace, choice.list, best);
	sum_shares(decoder, &choice, trace);
	see_stop(decoder, &choice, trace);
}

void decoder_take(struct decoder *decoder, size_t i, const int16_t *logits)
{
	take_gap(decoder, i, logits);
	memcpy(decoder->traces[i].letters, logits + RESTORE_GAPS,
	       sizeof(decoder->traces[i].letters));
}

/*
 * A break after a word needs more than one after a mark. After a comma
 * there is none; in squeezed text, where commas are guesses, it tells of a
 * stop.
 */
static void settle_break(const struct decoder *decoder,
			 const struct trace *trace, struct verdict *verdict)
{
	const struct restore_model *model = decoder->model;
	const struct restore_gap *gap = &model->gaps[verdict->gap];

	verdict->is_break = trace->is_break;
	if (!trace->is_break || gap->ends_part ||
	    decoder->rules->loss > LOSS_COLLAPSED)
		return;
	if (trace->break_score <= model->break_plain)
		verdict->is_break = false;
	else if (decoder->rules->loss == LOSS_COLLAPSED &&
		 verdict->gap == decoder->comma)
		verdict->gap = decoder->stop;
	else
		verdict->is_break = !strchr(gap->text, ',');
}

/* The best state to end in. */
static unsigned best_end(const struct decoder *decoder)
{
	int32_t most = 20 * NEVER;
	unsigned best = 0;

	for (unsigned state = 0; state < PAIR_STATES; state++) {
		const int32_t total = decoder->total[state] -
				      pairs_ending(decoder->model, state);

		if (total > most) {
			most = total;
			best = state;
		}
	}
	return best;
}

static void settle_gaps(const struct decoder *decoder, struct verdict *verdicts)
{
	const bool marks_kept = decoder->rules->loss == LOSS_LOWER;
	unsigned state = best_end(decoder);

	for (size_t i = decoder->words->count + 1; i-- > 0;) {
		const struct trace *trace = &decoder->traces[i];

		verdicts[i].break_confidence = trace->break_confidence;
		verdicts[i].gap =
			marks_kept ? trace->own : trace->to[state].gap;
		verdicts[i].group = trace->to[state].group;
		settle_break(decoder, trace, &verdicts[i]);
		verdicts[i].gap_confidence = trace->to[state].confidence;
		verdicts[i].pair_confidence = trace->to[state].pair_confidence;
		verdicts[i].is_kept = verdicts[i].gap == trace->own ||
				      verdicts[i].gap == RESTORE_GAP_KEEP;
		state = trace->to[state].from;
	}
}

bool decoder_end(struct decoder *decoder, struct verdict *verdicts)
{
	settle_gaps(decoder, verdicts);
	if (decoder->rules->loss != LOSS_LOWER) {
		style_settle(decoder, verdicts);
		style_couple(decoder, verdicts);
		break_stop_settle(decoder, verdicts);
		fragment_settle(decoder, verdicts);
	}
	return decoder->rules->loss == LOSS_LOST_QUOTES ||
	       truecase(decoder, verdicts);
}

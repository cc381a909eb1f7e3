/* The decoder. */
#include "wire/decode.h"

#include <stdlib.h>
#include <string.h>

#include "wire/sure.h"
#include "wire/truecase.h"

/* What a bracket without its partner costs, in 1/256 nat. */
#define BRACKET_COST 768

bool decoder_init(struct decoder *decoder, const struct gap_rules *rules,
		  const struct words *words)
{
	*decoder = (struct decoder){
		.model = rules->model,
		.rules = rules,
		.words = words,
		.total = { 0, NEVER, NEVER, NEVER, NEVER, NEVER },
	};
	decoder->traces = calloc(words->count + 1, sizeof(struct trace));
	return decoder->traces != NULL;
}

void decoder_release(struct decoder *decoder)
{
	free(decoder->traces);
	decoder->traces = NULL;
}

/* What a gap may become, and what speaks for it. */
struct choice {
	uint8_t allowed[WIRE_GAPS];
	const int16_t *logits;
	int32_t most;		/* the best allowed logit */
	uint64_t sum;		/* of e() over the allowed logits */
};

static void weigh(struct choice *choice, const struct wire_model *model)
{
	choice->most = NEVER;
	choice->sum = 0;
	for (size_t i = 0; i < WIRE_GAPS; i++) {
		if (choice->allowed[i] && choice->logits[i] > choice->most)
			choice->most = choice->logits[i];
	}
	for (size_t i = 0; i < WIRE_GAPS; i++) {
		if (choice->allowed[i])
			choice->sum += wire_exp(model,
					    choice->most - choice->logits[i]);
	}
}

/* The best class of each group of paired marks; ties: the lowest. */
struct group_best {
	int32_t score;
	uint8_t gap;
};

static void best_of_groups(const struct decoder *decoder,
			   const struct choice *choice,
			   struct group_best *best)
{
	const struct wire_model *model = decoder->model;
	const int16_t *bias = model->bias[decoder->rules->condition];

	for (size_t g = 0; g < model->pair_count; g++)
		best[g] = (struct group_best){ NEVER, 0 };
	for (unsigned i = 0; i < WIRE_GAPS; i++) {
		struct group_best *group = &best[model->gaps[i].pairs];
		const int32_t score = choice->logits[i] + bias[i];

		if (choice->allowed[i] && score > group->score)
			*group = (struct group_best){ score, (uint8_t)i };
	}
}

static int32_t move_quote(const struct wire_model *model, bool opens,
			  bool is_break, unsigned *state)
{
	const bool open = *state & DECODE_QUOTE;

	*state = (*state & DECODE_BRACKET) | (opens ? DECODE_QUOTE : 0);
	if (!opens)
		return open ? 0 : model->unopened;
	if (!open)
		return 0;
	return is_break ? model->reopen_break : model->reopen;
}

static int32_t move_bracket(char mark, unsigned *state)
{
	const unsigned kind =
		strchr("()", mark) ? DECODE_ROUND : DECODE_SQUARE;
	const unsigned before = *state & DECODE_BRACKET;
	const bool opens = strchr("([", mark) != NULL;

	*state = (*state & DECODE_QUOTE) | (opens ? kind : 0);
	return before == (opens ? 0 : kind) ? 0 : BRACKET_COST;
}

/* What a class's paired marks cost from a state, and the state after. */
static int32_t move(const struct wire_model *model, const char *marks,
		    bool is_break, unsigned *state)
{
	int32_t cost = is_break && *state & DECODE_BRACKET ? BRACKET_COST : 0;

	for (; *marks; marks++) {
		if (*marks == '<' || *marks == '>')
			cost += move_quote(model, *marks == '<', is_break,
					   state);
		else
			cost += move_bracket(*marks, state);
	}
	return cost;
}

/* A way to a state: better by score, lower class, lower state before. */
static bool is_better(int32_t score, unsigned gap, unsigned from,
		      int32_t than, unsigned than_gap, unsigned than_from)
{
	if (score != than)
		return score > than;
	return gap != than_gap ? gap < than_gap : from < than_from;
}

/* Sums of a long text must not overflow; only their differences count. */
static void settle_totals(struct decoder *decoder, const int32_t *fresh)
{
	int32_t most = fresh[0];

	for (unsigned to = 1; to < DECODE_STATES; to++)
		most = fresh[to] > most ? fresh[to] : most;
	for (unsigned to = 0; to < DECODE_STATES; to++) {
		const int32_t total = fresh[to] - most;

		decoder->total[to] = total < 10 * NEVER ? 10 * NEVER : total;
	}
}

static void advance(struct decoder *decoder, struct trace *trace,
		    const struct group_best *best)
{
	const struct wire_model *model = decoder->model;
	int32_t fresh[DECODE_STATES];

	for (unsigned to = 0; to < DECODE_STATES; to++)
		fresh[to] = 10 * NEVER;

	for (unsigned from = 0; from < DECODE_STATES; from++) {
		for (size_t g = 0; g < model->pair_count; g++) {
			unsigned to = from;
			int32_t score;

			if (best[g].score <= NEVER)
				continue;
			score = decoder->total[from] + best[g].score -
				move(model, model->pairs[g].marks,
				     trace->is_break, &to);
			if (!is_better(score, best[g].gap, from, fresh[to],
				       trace->to[to].gap, trace->to[to].from))
				continue;
			fresh[to] = score;
			trace->to[to].gap = best[g].gap;
			trace->to[to].from = (uint8_t)from;
		}
	}
	settle_totals(decoder, fresh);
}

static bool is_sentence_end(const struct seen_gap *seen)
{
	return seen->space && memchr(seen->text, ' ', seen->len) &&
	       (memchr(seen->text, '.', seen->len) ||
		memchr(seen->text, '?', seen->len) ||
		memchr(seen->text, '!', seen->len));
}

/* Where every mark became a space: all classes, and keeping is one space. */
static void see_wire_gap(const struct decoder *decoder, size_t i,
			 const int16_t *logits, struct choice *choice)
{
	const struct wire_model *model = decoder->model;
	struct trace *trace = &decoder->traces[i];
	const bool inner = i && i < decoder->words->count;
	const int32_t said = logits[WIRE_BREAK];

	memset(choice->allowed, 1, WIRE_GAPS);
	choice->allowed[WIRE_GAP_KEEP] = 0;
	trace->own = 0;
	trace->break_score =
		said + model->break_bias[decoder->rules->condition];
	trace->is_break = inner && trace->break_score > 0;
	trace->break_sure = wire_sureness(
		model, WIRE_HEAD_BREAK, wire_exp(model, said < 0 ? -said : 0),
		(uint64_t)wire_exp(model, said < 0 ? -said : 0) +
			wire_exp(model, said > 0 ? said : 0));
}

static void see_kept_gap(const struct decoder *decoder, size_t i,
			 struct choice *choice)
{
	struct trace *trace = &decoder->traces[i];
	struct seen_gap seen;

	gap_see(&seen, &decoder->rules->view, decoder->words, i);
	trace->own = (uint8_t)gap_allow(&seen, decoder->rules, choice->allowed);
	trace->is_break = seen.newline;
	trace->ends_as_seen = is_sentence_end(&seen);
}

/* Gap 0 begins with a space, the last one ends with one. */
static void limit_ends(const struct decoder *decoder, size_t i,
		       struct choice *choice)
{
	const struct wire_gap *gaps = decoder->model->gaps;

	for (size_t k = 0; k < WIRE_GAPS; k++) {
		if ((i == 0 && !gaps[k].begins) ||
		    (i == decoder->words->count && !gaps[k].ends))
			choice->allowed[k] = 0;
	}
	choice->allowed[decoder->traces[i].own] = 1;
}

static void take_gap(struct decoder *decoder, size_t i, const int16_t *logits)
{
	struct trace *trace = &decoder->traces[i];
	struct choice choice = { .logits = logits };
	struct group_best best[WIRE_PAIR_GROUPS];

	if (decoder->rules->condition <= WIRE_COLLAPSED)
		see_wire_gap(decoder, i, logits, &choice);
	else
		see_kept_gap(decoder, i, &choice);
	if (decoder->rules->condition == WIRE_MARKS_KEPT)
		return;
	limit_ends(decoder, i, &choice);
	weigh(&choice, decoder->model);
	best_of_groups(decoder, &choice, best);
	advance(decoder, trace, best);
	for (unsigned to = 0; to < DECODE_STATES; to++)
		trace->to[to].sure = wire_sureness(
			decoder->model, WIRE_HEAD_GAP,
			wire_exp(decoder->model,
			     choice.most - logits[trace->to[to].gap]),
			choice.sum);
}

void decoder_take(struct decoder *decoder, size_t i, const int16_t *logits)
{
	take_gap(decoder, i, logits);
	memcpy(decoder->traces[i].letters, logits + WIRE_GAPS,
	       sizeof(decoder->traces[i].letters));
}

/* A break behind a word needs more than one behind a mark. */
static bool is_break(const struct decoder *decoder, const struct trace *trace,
		     unsigned gap)
{
	const struct wire_model *model = decoder->model;

	if (!trace->is_break || decoder->rules->condition > WIRE_COLLAPSED)
		return trace->is_break;
	return model->gaps[gap].ends_part ||
	       trace->break_score > model->break_plain;
}

/* The best state to end in. */
static unsigned best_end(const struct decoder *decoder)
{
	int32_t most = 20 * NEVER;
	unsigned best = 0;

	for (unsigned state = 0; state < DECODE_STATES; state++) {
		int32_t total = decoder->total[state];

		if (state & DECODE_QUOTE)
			total -= decoder->model->ending;
		if (state & DECODE_BRACKET)
			total -= BRACKET_COST;
		if (total > most) {
			most = total;
			best = state;
		}
	}
	return best;
}

static void settle_gaps(const struct decoder *decoder, struct verdict *verdicts)
{
	const bool marks_kept = decoder->rules->condition == WIRE_MARKS_KEPT;
	unsigned state = best_end(decoder);

	for (size_t i = decoder->words->count + 1; i-- > 0;) {
		const struct trace *trace = &decoder->traces[i];

		verdicts[i].break_sure = trace->break_sure;
		verdicts[i].gap = marks_kept ? trace->own : trace->to[state].gap;
		verdicts[i].is_break = is_break(decoder, trace, verdicts[i].gap);
		verdicts[i].gap_sure = trace->to[state].sure;
		verdicts[i].is_kept = verdicts[i].gap == trace->own ||
				      verdicts[i].gap == WIRE_GAP_KEEP;
		state = trace->to[state].from;
	}
}

void decoder_end(struct decoder *decoder, struct verdict *verdicts)
{
	settle_gaps(decoder, verdicts);
	if (decoder->rules->condition != WIRE_QUOTES_LOST)
		truecase(decoder, verdicts);
}

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

/* What a currency or percent sign, and what U+2018, costs in squeezed text. */
#define AMOUNT_DOUBT 192
#define SINGLE_DOUBT 512

/* What speaks for a quotation mark where paragraphs are glued. */
#define HIDDEN_QUOTE 800

#define POUND "\xC2\xA3"
#define CURRENCIES "\xE2\x82" /* U+2080 to U+20BF: the euro, the rupee */
#define OPEN_SINGLE_UTF8 "\xE2\x80\x98"

/*
 * Squeezed text says nothing for a mark but its words: what would change a
 * number, and single quotation marks, need more than to be the likeliest.
 */
static int32_t doubt(const struct gap_rules *rules,
		     const struct restore_gap *gap)
{
	if (rules->loss != LOSS_COLLAPSED)
		return 0;
	if (strpbrk(gap->text, "$%") || strstr(gap->text, POUND) ||
	    strstr(gap->text, CURRENCIES))
		return AMOUNT_DOUBT;
	return strstr(gap->text, OPEN_SINGLE_UTF8) ? SINGLE_DOUBT : 0;
}

bool decoder_init(struct decoder *decoder, const struct gap_rules *rules,
		  const struct words *words)
{
	*decoder = (struct decoder){
		.model = rules->model,
		.rules = rules,
		.words = words,
	};
	for (unsigned state = 1; state < PAIR_STATES; state++)
		decoder->total[state] = NEVER;
	if (rules->loss != LOSS_LOWER)
		pairs_init(&decoder->pairs, rules->model);
	decoder->space = gap_class(rules->model, " ");
	decoder->comma = gap_class(rules->model, ", ");
	decoder->stop = gap_class(rules->model, ". ");
	for (size_t k = 0; k < RESTORE_GAPS; k++)
		decoder->weights[k] = rules->model->bias[rules->loss][k] -
				      doubt(rules, &rules->model->gaps[k]);
	decoder->traces = calloc(words->count + 1, sizeof(struct trace));
	return decoder->traces != NULL;
}

void decoder_release(struct decoder *decoder)
{
	free(decoder->traces);
	decoder->traces = NULL;
}

/* The best class of each group of paired marks; ties: the lowest. */
struct group_best {
	int32_t score;
	uint8_t gap;
};

static void offer(struct group_best *group, int32_t score, unsigned gap)
{
	if (score > group->score)
		*group = (struct group_best){ score, (uint8_t)gap };
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
	const struct pairs *pairs = &decoder->pairs;

	if (!choice->room || decoder->rules->least[class] <= choice->room)
		return 0;
	return strpbrk(pairs->marks[pairs->group[class]], "<>") ? HIDDEN_QUOTE
								: 0;
}

static void best_of_groups(const struct decoder *decoder, size_t i,
			   const struct choice *choice, struct group_best *best)
{
	const struct pairs *pairs = &decoder->pairs;
	const int32_t apostrophe = apostrophe_cost(decoder->words, i);

	for (size_t g = 0; g < pairs->count; g++)
		best[g] = (struct group_best){ NEVER, 0 };
	for (size_t n = 0; n < choice->count; n++) {
		const unsigned k = choice->classes[n];
		const int32_t score = choice->logits[k] + decoder->weights[k] +
				      hidden_quote(decoder, choice, k);

		offer(&best[pairs->group[k]], score, k);
		if (pairs->second[k] != PAIR_NONE)
			offer(&best[pairs->second[k]], score - apostrophe, k);
	}
}

/*
 * A way to a state, as a number: the greater is the better by score, then by
 * the lower class, then by the lower state before.
 */
static int64_t way_of(int32_t score, unsigned gap, unsigned from)
{
	return (int64_t)score * 65536 + (255 - gap) * 256 + (255 - from);
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

static void advance(struct decoder *decoder, struct trace *trace,
		    const struct group_best *best)
{
	const struct pairs *pairs = &decoder->pairs;
	const struct pair_move(*moves)[PAIR_STATES] =
		pairs->moves[trace->is_break];
	int64_t ways[PAIR_STATES];
	uint8_t groups[PAIR_STATES] = { 0 };
	int32_t fresh[PAIR_STATES];

	for (unsigned to = 0; to < PAIR_STATES; to++)
		ways[to] = way_of(10 * NEVER, 0, 0);
	for (size_t g = 0; g < pairs->count; g++) {
		for (unsigned from = 0;
		     from < PAIR_STATES && best[g].score > NEVER; from++) {
			const struct pair_move *move = &moves[g][from];
			const int64_t way =
				way_of(decoder->total[from] + best[g].score -
					       move->cost,
				       best[g].gap, from);

			if (way <= ways[move->to])
				continue;
			ways[move->to] = way;
			groups[move->to] = (uint8_t)g;
		}
	}
	for (unsigned to = 0; to < PAIR_STATES; to++) {
		fresh[to] = (int32_t)(ways[to] >> 16);
		trace->to[to].gap = (uint8_t)(255 - (ways[to] >> 8 & 255));
		trace->to[to].from = (uint8_t)(255 - (ways[to] & 255));
		trace->to[to].group = groups[to];
	}
	settle_totals(decoder, fresh);
}

static uint16_t confidence_of(const struct decoder *decoder,
			      const struct choice *choice, uint64_t share)
{
	return restore_confidence(decoder->model, RESTORE_HEAD_GAP, share,
				  choice->sum);
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
		confidence_of(decoder, choice,
			      restore_exp(decoder->model,
					  choice->most - choice->logits[gap]));
	trace->to[to].pair_confidence = confidence_of(
		decoder, choice, pairs[decoder->pairs.group[gap]]);
}

/*
 * How sure it is that a sentence ends, that any mark is in the gap, and, for
 * each state, that these paired marks are.
 */
static void sum_shares(const struct decoder *decoder,
		       const struct choice *choice, struct trace *trace)
{
	const struct restore_model *model = decoder->model;
	uint64_t ends = 0, marks = 0, pairs[PAIR_GROUPS];

	memset(pairs, 0, decoder->pairs.count * sizeof(*pairs));
	for (size_t n = 0; n < choice->count; n++) {
		const size_t k = choice->classes[n];
		const uint64_t share = choice->shares[n];

		pairs[decoder->pairs.group[k]] += share;
		if (k == trace->own)
			continue;
		marks += share;
		ends += model->gaps[k].ends_sentence ? share : 0;
	}
	trace->end_confidence = confidence_of(decoder, choice, ends);
	trace->mark_confidence = confidence_of(decoder, choice, marks);
	for (unsigned to = 0; to < PAIR_STATES; to++)
		see_state(decoder, choice, trace, to, pairs);
}

/* How much likelier ". " is; NEVER: there is no room for it. */
static void see_stop(const struct decoder *decoder, const struct choice *choice,
		     struct trace *trace)
{
	const int32_t score = choice->allowed[decoder->stop]
				      ? choice->logits[decoder->stop]
				      : NEVER;

	trace->stop_or_space = score - choice->logits[decoder->space];
	trace->stop_or_comma = score - choice->logits[decoder->comma];
}

static void take_gap(struct decoder *decoder, size_t i, const int16_t *logits)
{
	struct trace *trace = &decoder->traces[i];
	struct choice choice;
	struct group_best best[PAIR_GROUPS];

	choice.logits = logits;
	choice.room = 0;
	if (!choice_see(&choice, decoder, i))
		return;
	best_of_groups(decoder, i, &choice, best);
	advance(decoder, trace, best);
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

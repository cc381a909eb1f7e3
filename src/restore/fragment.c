/* Fragments. */
#include "restore/fragment.h"

#include <string.h>

#include "restore/parts.h"
#include "restore/sentence.h"

#define LONGEST 4 /* words of a fragment, at most */

/*
 * How much likelier than none both ends of a sentence of one to four words must
 * be, in 1/256 nat. Of those of one word that squeezed text was given, 39 of 44
 * were none, of two words five in six, of four two in three.
 */
static const int32_t asked[][LONGEST + 1] = {
	[LOSS_WIRE] = { 0, 1000, 500, 300, 150 },
	[LOSS_COLLAPSED] = { 0, 2500, 1000, 500, 200 },
};

/* A capital says so much for a sentence's end at most: it may be a name's. */
#define CAPITAL_MOST 256

/* A walk over the ends of sentences. */
struct cutting {
	const struct decoder *decoder;
	struct verdict *verdicts;
	size_t last;   /* the last end; 0: none */
	size_t marked; /* the last gap with another mark */
	int32_t cost;  /* of giving up the last end */
};

/* A stop that the decoder set and that is no abbreviation's. */
static bool is_end(const struct cutting *c, size_t i)
{
	const struct verdict *verdict = &c->verdicts[i];

	return i && i < c->decoder->words->count &&
	       verdict->gap == c->decoder->stop && !verdict->is_kept &&
	       !sentence_may_abbreviate(c->decoder, i);
}

/* Whether a gap holds more than words of one sentence have between them. */
static bool is_mark(const struct cutting *c, size_t i)
{
	const char *gap = decoder_gap_text(c->decoder, c->verdicts, i);

	return c->verdicts[i].is_break || !*gap || strpbrk(gap, ".?!:()") ||
	       strstr(gap, "\xE2\x80\x9C") || strstr(gap, "\xE2\x80\x9D");
}

/* What speaks for the end in gap i, and for the capital after it. */
static int32_t cost_of(const struct cutting *c, size_t i)
{
	const struct trace *trace = &c->decoder->traces[i];
	const int16_t *letters = c->decoder->traces[i + 1].letters;
	const int32_t capital = letters[RESTORE_TITLE] > letters[RESTORE_UPPER]
					? letters[RESTORE_TITLE]
					: letters[RESTORE_UPPER];
	const int32_t raised = capital - letters[RESTORE_LOWER];
	int32_t cost = trace->stop_or_space < trace->stop_or_comma
			       ? trace->stop_or_space
			       : trace->stop_or_comma;

	if (c->verdicts[i].is_break && trace->break_score > 0)
		cost += trace->break_score;
	return cost + (raised > CAPITAL_MOST ? CAPITAL_MOST : raised);
}

static void give_up(const struct cutting *c, size_t i)
{
	const struct trace *trace = &c->decoder->traces[i];
	struct verdict *verdict = &c->verdicts[i];

	verdict->is_break = false;
	verdict->joined = true;
	parts_take(c->decoder, verdict, i,
		   trace->stop_or_space < trace->stop_or_comma
			   ? c->decoder->space
			   : c->decoder->comma);
}

static bool is_fragment(const struct cutting *c, size_t i)
{
	return c->last && c->marked < c->last && i - c->last <= LONGEST;
}

/* A sentence ends in gap i; of a fragment's ends the less likely one goes. */
static void see_end(struct cutting *c, size_t i)
{
	const int32_t cost = cost_of(c, i);

	if (is_fragment(c, i)) {
		const int32_t least =
			asked[c->decoder->rules->loss][i - c->last];

		if (cost < c->cost && cost < least) {
			give_up(c, i);
			return;
		}
		if (c->cost <= cost && c->cost < least)
			give_up(c, c->last);
	}
	c->last = i;
	c->cost = cost;
}

void fragment_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	struct cutting c = { .decoder = decoder, .verdicts = verdicts };

	if (decoder->rules->loss > LOSS_COLLAPSED)
		return;
	for (size_t i = 1; i < decoder->words->count; i++) {
		if (is_end(&c, i))
			see_end(&c, i);
		else if (is_mark(&c, i))
			c.marked = i;
	}
}

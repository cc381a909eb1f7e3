/* The case of words. */
#include "wire/truecase.h"

#include "base/ascii.h"
#include "wire/sure.h"

#define CASES (WIRE_MIXED + 1)

/* Whether a sentence begins behind gap i. */
static bool begins_after(const struct decoder *decoder,
			 const struct verdict *verdicts, size_t i)
{
	const struct trace *trace = &decoder->traces[i];

	if (i == 0 || verdicts[i].is_break)
		return true;
	if (verdicts[i].gap == WIRE_GAP_KEEP)
		return trace->ends_as_seen;
	return decoder->model->gaps[verdicts[i].gap].ends_sentence;
}

/* What speaks for each case of a word; NEVER: it cannot have it. */
struct scores {
	int32_t logits[CASES];		/* the network's alone */
	int32_t all[CASES];
};

static void score_word(const struct decoder *decoder, size_t i, bool begins,
		       struct scores *scores)
{
	const struct wire_model *model = decoder->model;
	const struct word *word = &decoder->words->items[i - 1];
	const char *text = decoder->words->text + word->at;
	const bool collapsed = decoder->rules->condition == WIRE_COLLAPSED;
	struct lexeme lexeme;

	lexeme_read(&lexeme, text, word->end - word->at);
	for (int k = 0; k < CASES; k++) {
		scores->logits[k] = decoder->traces[i].letters[k];
		scores->all[k] = scores->logits[k] + model->case_bias[k];
	}
	if (begins)
		scores->all[WIRE_LOWER] -=
			collapsed ? model->lower_after_end_collapsed
				  : model->lower_after_end;
	if (ascii_is_digit((unsigned char)text[0]))
		scores->logits[WIRE_TITLE] = scores->all[WIRE_TITLE] = NEVER;
	if (!lexicon_mixed(model, &lexeme))
		scores->logits[WIRE_MIXED] = scores->all[WIRE_MIXED] = NEVER;
}

/* The best; ties: the lowest. */
static unsigned best_of(const int32_t scores[CASES])
{
	unsigned best = 0;

	for (unsigned k = 1; k < CASES; k++) {
		if (scores[k] > scores[best])
			best = k;
	}
	return best;
}

static uint16_t sureness_of(const struct wire_model *model,
			    const int32_t logits[CASES], unsigned chosen)
{
	const int32_t most = logits[best_of(logits)];
	uint64_t sum = 0;

	for (unsigned k = 0; k < CASES; k++)
		sum += wire_exp(model, most - logits[k]);
	return wire_sureness(model, WIRE_HEAD_CASE,
			     wire_exp(model, most - logits[chosen]), sum);
}

void truecase(const struct decoder *decoder, struct verdict *verdicts)
{
	for (size_t i = 1; i <= decoder->words->count; i++) {
		const bool begins = begins_after(decoder, verdicts, i - 1);
		struct scores scores;
		unsigned best;

		score_word(decoder, i, begins, &scores);
		best = best_of(scores.all);
		verdicts[i].letters = (uint8_t)best;
		verdicts[i].letters_sure =
			sureness_of(decoder->model, scores.logits, best);
	}
}

/* The case of words. */
#include "restore/truecase.h"

#include <string.h>

#include "restore/acronym.h"
#include "restore/case_agreement.h"
#include "restore/case_scores.h"
#include "restore/confidence.h"
#include "restore/dateline.h"
#include "restore/elision.h"
#include "restore/headline.h"
#include "restore/initials.h"
#include "restore/label.h"
#include "restore/office.h"
#include "restore/parts.h"
#include "restore/seen_case.h"
#include "restore/sentence.h"
#include "restore/short_line.h"
#include "restore/signs.h"

/* Priors of words that training saw in capitals, within sentences, in less than
 * 3 of 100 places. */
#define FIRST_COUNTED 32
#define LAST_SMALL 41

/* What an acronym that is spelled out says for capitals throughout. */
#define SPELLED_OUT 1024

/* On to word i: from 1, as their verdicts are. */
static void step(struct case_walk *walk, size_t i)
{
	const struct words *words = walk->decoder->words;

	walk->reading = &words->readings[i - 1];
	walk->hash = words->hashes[i - 1];
	walk->text = words->text + words->items[i - 1].at;
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

static uint16_t confidence_of(const struct restore_model *model,
			      const int32_t logits[CASES], unsigned chosen)
{
	const int32_t most = logits[best_of(logits)];
	uint64_t sum = 0;

	for (unsigned k = 0; k < CASES; k++)
		sum += restore_exp(model, most - logits[k]);
	return restore_confidence(model, RESTORE_HEAD_CASE,
				  restore_exp(model, most - logits[chosen]),
				  sum);
}

static size_t word_bytes(const struct decoder *decoder, size_t i)
{
	const struct word *word = &decoder->words->items[i - 1];

	return word->end - word->at;
}

static bool is_party(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i];

	return (word_lists_find(words->lists, words->text + word->at,
				word->end - word->at) &
		LIST_PARTY) != 0;
}

/* A party and its state, "(R-VA)": with a period it is "(R-Va.)". */
static bool is_state(const struct decoder *decoder,
		     const struct verdict *verdicts, size_t i)
{
	return i > 1 && word_bytes(decoder, i) == 2 &&
	       is_party(decoder->words, i - 2) &&
	       !strcmp(decoder_gap_text(decoder, verdicts, i - 2), " (") &&
	       !strcmp(decoder_gap_text(decoder, verdicts, i - 1), "-") &&
	       decoder_gap_text(decoder, verdicts, i)[0] == ')';
}

/* The m of "p.m.", whose letters are alike. */
static bool is_of_hour(const struct decoder *decoder,
		       const struct verdict *verdicts, size_t i)
{
	return i > 1 && words_is(decoder->words, i - 1, "m") &&
	       (words_is(decoder->words, i - 2, "a") ||
		words_is(decoder->words, i - 2, "p")) &&
	       decoder_gap_is(decoder, verdicts, i - 1, ".");
}

/*
 * A small letter after an end that the decoder set: one of them is wrong. A
 * lone stop gives way, to a comma where something stood there; else the letter.
 */
static unsigned settle_end(const struct decoder *decoder,
			   struct case_scores *scores, struct verdict *end)
{
	const struct restore_model *model = decoder->model;
	const bool squeezed = decoder->rules->loss == LOSS_COLLAPSED;

	if (!strcmp(model->gaps[end->gap].text, ". ") && !end->is_break) {
		end->gap = gap_class(model, squeezed ? " " : ", ");
		end->is_kept = squeezed;
		return RESTORE_LOWER;
	}
	scores->all[RESTORE_LOWER] = NEVER;
	return best_of(scores->all);
}

/*
 * A stop so much less likely than what is there, in 1/256 nat, is none: the
 * capital is a name's, "The Lowell Times".
 */
#define NO_STOP (-500)

/* A word that has a capital at a sentence's start, and in names; not "I". */
static bool is_small_word(const struct case_walk *walk, size_t i)
{
	const unsigned prior = walk->reading->prior;

	return !words_is(walk->decoder->words, i - 1, "i") &&
	       ((prior >= FIRST_COUNTED && prior <= LAST_SMALL) ||
		case_is_common(walk, i));
}

/*
 * A capital where no sentence begins: "in Moscow, Yet two days". One of them is
 * wrong: a stop, or the small letter, whichever is likelier with the other.
 */
static unsigned settle_front(const struct case_walk *walk,
			     const struct case_scores *scores, size_t i,
			     struct verdict *verdicts)
{
	const struct decoder *decoder = walk->decoder;
	const int32_t stop = sentence_stop(decoder, verdicts, i - 1);
	const int32_t raised =
		scores->all[RESTORE_TITLE] - scores->all[RESTORE_LOWER];

	if (stop < NO_STOP || !is_small_word(walk, i))
		return RESTORE_TITLE;
	if (verdicts[i - 1].joined || stop + raised <= 0)
		return RESTORE_LOWER;
	parts_take(decoder, &verdicts[i - 1], i - 1,
		   gap_class(decoder->model, ". "));
	return RESTORE_TITLE;
}

static unsigned case_of(struct case_walk *walk, size_t i,
			struct case_scores *scores, struct verdict *verdicts)
{
	const struct decoder *decoder = walk->decoder;
	unsigned best;

	case_score(walk, i, scores);
	if (decoder->rules->cased)
		return walk->reading->has_upper ? RESTORE_TITLE : RESTORE_LOWER;
	best = best_of(scores->all);
	if (best == RESTORE_LOWER && sentence_ended(decoder, verdicts, i - 1))
		best = settle_end(decoder, scores, &verdicts[i - 1]);
	else if (best == RESTORE_TITLE && i > 1)
		best = settle_front(walk, scores, i, verdicts);
	if (best == RESTORE_TITLE &&
	    acronym_is_spelled_out(decoder, verdicts, i)) {
		best = RESTORE_UPPER;
		scores->all[best] = scores->all[RESTORE_TITLE] + SPELLED_OUT;
	}
	if (is_of_hour(decoder, verdicts, i))
		return verdicts[i - 1].letters;
	return is_state(decoder, verdicts, i) ? RESTORE_UPPER : best;
}

/* "McVay", a name that the lexicon does not know: its form is by rule. */
static unsigned form_of(const struct word_reading *reading, unsigned letters)
{
	return letters == RESTORE_TITLE && reading->mixed &&
			       reading->prior <= PRIOR_LAST_UNKNOWN
		       ? RESTORE_MIXED
		       : letters;
}

/*
 * Whether an article writes a word alike: the lexicon does not know it, and it
 * is letters only, or outlets do not agree on it.
 */
static bool is_alike(const struct case_walk *walk, size_t i)
{
	const struct word_reading *reading = walk->reading;

	if (reading->points < 3 || reading->mixed)
		return false;
	return reading->prior <= PRIOR_LAST_UNKNOWN ||
	       words_is(walk->decoder->words, i - 1, "internet") ||
	       words_is(walk->decoder->words, i - 1, "web");
}

/* What a word that is not known says to the others of its kind. */
static void say(const struct case_walk *walk, size_t i,
		const struct case_scores *scores,
		struct case_agreement *agreement)
{
	const int32_t *all = scores->all;
	const int32_t raised = all[RESTORE_UPPER] > all[RESTORE_TITLE]
				       ? all[RESTORE_UPPER]
				       : all[RESTORE_TITLE];
	const bool begins =
		sentence_begins(walk->decoder, walk->verdicts, i - 1);

	if (is_alike(walk, i))
		case_agreement_add(agreement, walk->hash,
				   begins ? 0 : raised - all[RESTORE_LOWER],
				   all[RESTORE_UPPER] - all[RESTORE_TITLE]);
}

static void agree(struct case_walk *walk,
		  const struct case_agreement *agreement,
		  struct verdict *verdicts)
{
	const struct decoder *decoder = walk->decoder;

	for (size_t i = 1; i <= decoder->words->count; i++) {
		step(walk, i);
		if (!is_alike(walk, i))
			continue;
		verdicts[i].letters = (uint8_t)agreed_case(
			agreement, walk->hash, verdicts[i].letters,
			sentence_begins(decoder, verdicts, i - 1));
	}
}

/* "ship\tThe last ferry": the label is no part of the sentence. */
static void raise_after_labels(const struct decoder *decoder,
			       struct verdict *verdicts)
{
	for (size_t i = 1; i <= decoder->words->count; i++)
		if (decoder->traces[i - 1].after_label &&
		    verdicts[i].letters == RESTORE_LOWER)
			verdicts[i].letters = RESTORE_TITLE;
}

bool truecase(const struct decoder *decoder, struct verdict *verdicts)
{
	struct case_walk walk = { .decoder = decoder, .verdicts = verdicts };
	struct case_agreement *agreement =
		case_agreement_new(decoder->words->count);
	bool done;

	if (!agreement)
		return false;
	for (size_t i = 1; i <= decoder->words->count; i++) {
		struct case_scores scores;
		unsigned best;

		step(&walk, i);
		best = case_of(&walk, i, &scores, verdicts);
		verdicts[i].letters = (uint8_t)form_of(walk.reading, best);
		verdicts[i].case_confidence =
			confidence_of(decoder->model, scores.logits, best);
		say(&walk, i, &scores, agreement);
	}
	agree(&walk, agreement, verdicts);
	acronyms_settle(decoder, verdicts, agreement);
	offices_settle(decoder, verdicts);
	initials_settle(decoder, verdicts);
	headline_settle(decoder, verdicts);
	short_line_settle(decoder, verdicts);
	done = label_settle(decoder, verdicts);
	seen_case_settle(decoder, verdicts);
	raise_after_labels(decoder, verdicts);
	dateline_settle(decoder, verdicts);
	elision_settle(decoder->words, verdicts);
	negations_settle(decoder, verdicts);
	signs_settle(decoder->words, verdicts);
	case_agreement_free(agreement);
	return done;
}

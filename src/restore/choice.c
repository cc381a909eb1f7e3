/* Choices: the classes that a gap may become. */
#include "restore/choice.h"

#include <string.h>

#include "restore/confidence.h"
#include "restore/decade.h"

/* Most gaps are one space wide, and few classes fit there. */
static void list_allowed(struct choice *choice)
{
	choice->count = 0;
	for (size_t i = 0; i < RESTORE_GAPS; i += sizeof(uint64_t)) {
		uint64_t any;

		memcpy(&any, choice->allowed + i, sizeof(any));
		for (size_t k = i; any && k < i + sizeof(any); k++) {
			choice->classes[choice->count] = (uint8_t)k;
			choice->count += choice->allowed[k];
		}
	}
}

static void weigh(struct choice *choice, const struct restore_model *model)
{
	choice->most = NEVER;
	choice->sum = 0;
	list_allowed(choice);
	for (size_t n = 0; n < choice->count; n++) {
		const int32_t logit = choice->logits[choice->classes[n]];

		choice->most = logit > choice->most ? logit : choice->most;
	}
	for (size_t n = 0; n < choice->count; n++) {
		choice->shares[n] = restore_exp(
			model,
			choice->most - choice->logits[choice->classes[n]]);
		choice->sum += choice->shares[n];
	}
}

static bool is_sentence_end(const struct seen_gap *seen)
{
	return seen->space && memchr(seen->text, ' ', seen->len) &&
	       (memchr(seen->text, '.', seen->len) ||
		memchr(seen->text, '?', seen->len) ||
		memchr(seen->text, '!', seen->len));
}

/* Written so that compilers compare many at once. */
static void allow_up_to(uint8_t wide, const uint8_t *restrict room,
			uint8_t *restrict allowed)
{
	for (size_t k = 0; k < RESTORE_GAPS; k++)
		allowed[k] = room[k] <= wide;
}

/* Where runs were kept a gap holds no more than it had room for. */
static void allow_by_length(const struct decoder *decoder, size_t i,
			    uint8_t allowed[RESTORE_GAPS])
{
	const struct words *words = decoder->words;
	size_t at, end;
	uint8_t wide;

	memset(allowed, 1, RESTORE_GAPS);
	allowed[RESTORE_GAP_KEEP] = 0;
	if (decoder->rules->loss != LOSS_WIRE || !i || i == words->count)
		return;
	words_gap(words, i, &at, &end);
	wide = end - at < UINT8_MAX ? (uint8_t)(end - at) : UINT8_MAX;
	allow_up_to(wide, decoder->rules->room, allowed);
	allowed[0] = 1;
	allowed[RESTORE_GAP_KEEP] = 0;
}

/* A gap with marks of its own, where all others lost theirs, keeps them. */
static void see_joint(const struct decoder *decoder, size_t i,
		      struct choice *choice)
{
	struct trace *trace = &decoder->traces[i];
	struct seen_gap seen;

	gap_see(&seen, &decoder->rules->view, decoder->words, i);
	trace->own = (uint8_t)gap_own_class(&seen, decoder->model);
	trace->ends_as_seen = is_sentence_end(&seen);
	memset(choice->allowed, 0, sizeof(choice->allowed));
	choice->allowed[trace->own] = 1;
}

/* What the break head says. */
static void see_break(const struct decoder *decoder, struct trace *trace,
		      int32_t said)
{
	const struct restore_model *model = decoder->model;
	const enum restore_loss loss = decoder->rules->loss;

	trace->break_score =
		said + (loss <= LOSS_COLLAPSED ? model->break_bias[loss] : 0);
	trace->is_break = trace->break_score > 0;
	trace->break_confidence = restore_confidence(
		model, RESTORE_HEAD_BREAK,
		restore_exp(model, said < 0 ? -said : 0),
		(uint64_t)restore_exp(model, said < 0 ? -said : 0) +
			restore_exp(model, said > 0 ? said : 0));
}

/* Where every mark became a space: all classes, and keeping is one space. */
static void see_wire_gap(const struct decoder *decoder, size_t i,
			 const int16_t *logits, struct choice *choice)
{
	struct trace *trace = &decoder->traces[i];
	const bool inner = i && i < decoder->words->count;

	allow_by_length(decoder, i, choice->allowed);
	trace->own = 0;
	see_break(decoder, trace, logits[RESTORE_BREAK]);
	trace->is_break = inner && trace->is_break;
}

/* A sentence end with two spaces or more, perhaps for marks that were lost. */
static bool is_wide_end(const struct decoder *decoder, size_t i)
{
	const struct words *words = decoder->words;
	size_t at, end;

	if (!i || i == words->count)
		return false;
	words_gap(words, i, &at, &end);
	return end - at >= 3 && strchr(".?!", words->text[at]) &&
	       words->text[at + 1] == ' ' && words->text[at + 2] == ' ';
}

/*
 * In a text without lines a wide sentence end is a paragraph break or a lost
 * quotation mark. A break takes one space more than a class does.
 */
static void see_flat_break(const struct decoder *decoder, size_t i,
			   struct choice *choice, size_t room)
{
	struct trace *trace = &decoder->traces[i];

	see_break(decoder, trace, choice->logits[RESTORE_BREAK]);
	for (size_t k = 0; trace->is_break && k < RESTORE_GAP_KEEP; k++)
		choice->allowed[k] &= decoder->rules->least[k] < room;
}

static void see_kept_gap(const struct decoder *decoder, size_t i,
			 struct choice *choice)
{
	struct trace *trace = &decoder->traces[i];
	struct seen_gap seen;

	gap_see(&seen, &decoder->rules->view, decoder->words, i);
	trace->own =
		(uint8_t)gap_allow(&seen, decoder->rules, i, choice->allowed);
	trace->is_break = seen.newline;
	if (decoder->rules->flat && is_wide_end(decoder, i))
		see_flat_break(decoder, i, choice, seen.count);
	choice->room = gap_is_glued(&seen, decoder->rules) ? seen.count : 0;
	trace->ends_as_seen = is_sentence_end(&seen);
}

/* Gap 0 begins with a space, the last one ends with one. */
static void limit_ends(const struct decoder *decoder, size_t i,
		       struct choice *choice)
{
	const struct restore_gap *gaps = decoder->model->gaps;

	if (i && i < decoder->words->count)
		return;
	for (size_t k = 0; k < RESTORE_GAPS; k++) {
		if ((i == 0 && !gaps[k].begins) ||
		    (i == decoder->words->count && !gaps[k].ends))
			choice->allowed[k] = 0;
	}
	choice->allowed[decoder->traces[i].own] = 1;
}

bool choice_see(struct choice *choice, struct decoder *decoder, size_t i)
{
	if (decoder->rules->loss > LOSS_COLLAPSED)
		see_kept_gap(decoder, i, choice);
	else if (!gap_is_blank(decoder->words, i) ||
		 words_cut_negative(decoder->words, i))
		see_joint(decoder, i, choice);
	else
		see_wire_gap(decoder, i, choice->logits, choice);
	if (decoder->rules->loss == LOSS_LOWER)
		return false;
	gap_limit_decade(decoder->rules, i, decoder->traces[i].own,
			 choice->allowed);
	limit_ends(decoder, i, choice);
	weigh(choice, decoder->model);
	return true;
}

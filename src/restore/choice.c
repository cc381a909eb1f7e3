/* Choices: the classes that a gap may become. */
#include "restore/choice.h"

#include <string.h>

#include "base/bytes.h"
#include "restore/clipped.h"
#include "restore/confidence.h"
#include "restore/flat_break.h"
#include "restore/sentence.h"
#include "text/fields.h"

static void weigh(struct choice *choice, const struct restore_model *model)
{
	const struct class_list *list = choice->list;
	int32_t most = NEVER;
	uint64_t sum = 0;

	for (size_t n = 0; n < list->count; n++) {
		const int32_t logit = choice->logits[list->classes[n]];

		most = logit > most ? logit : most;
	}
	for (size_t n = 0; n < list->count; n++) {
		const int32_t logit = choice->logits[list->classes[n]];
		const uint32_t share = restore_exp(model, most - logit);

		choice->shares[n] = share;
		sum += share;
	}
	choice->most = most;
	choice->sum = sum;
}

static bool is_sentence_end(const struct seen_gap *seen)
{
	return seen->space && memchr(seen->text, ' ', seen->len) &&
	       (memchr(seen->text, '.', seen->len) ||
		memchr(seen->text, '?', seen->len) ||
		memchr(seen->text, '!', seen->len));
}

/* The list becomes one of the gap's own, which can be limited. */
static uint8_t *allowed_own(struct choice *choice)
{
	if (choice->list != &choice->own) {
		memcpy(choice->own.allowed, choice->list->allowed,
		       RESTORE_GAPS);
		choice->list = &choice->own;
	}
	return choice->own.allowed;
}

/* Where runs were kept a gap holds no more than it had room for. */
static void allow_by_length(const struct decoder *decoder, size_t i,
			    struct choice *choice)
{
	const struct words *words = decoder->words;
	size_t width = CLASS_WIDTHS;

	if (decoder->rules->loss == LOSS_WIRE && i && i < words->count)
		width = gap_width(&decoder->rules->view, words, i);
	choice->list =
		&decoder->lists->wide[width < CLASS_WIDTHS ? width
							   : CLASS_WIDTHS - 1];
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
	memset(choice->own.allowed, 0, RESTORE_GAPS);
	choice->own.allowed[trace->own] = 1;
	choice->list = &choice->own;
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

/* Marks after which a word may have a capital that is no name. */
static bool may_raise(const struct restore_gap *gap)
{
	return gap->ends_sentence || strstr(gap->text, "\u201C") ||
	       strstr(gap->text, "\u2018") || strstr(gap->text, ": ") ||
	       strstr(gap->text, " - ");
}

#define NUMBER_GAP 4 /* spaces for a number of two digits, " 12 " */
#define WIDEST_GAP 4 /* of marks, within a paragraph */

/*
 * "in      as the chairman": a number was there, not a mark. Where nothing is
 * known of the next word's case, so are only gaps that marks do not fill.
 */
static bool is_number_gap(const struct decoder *decoder, size_t i)
{
	const struct gap_rules *rules = decoder->rules;
	size_t at, end;

	words_gap(decoder->words, i, &at, &end);
	if (!rules->numberless)
		return false;
	if (rules->cased)
		return end - at >= NUMBER_GAP &&
		       !decoder->words->readings[i].has_upper;
	return rules->whole && end - at > WIDEST_GAP;
}

static void keep_gap(const struct decoder *decoder, size_t i,
		     struct choice *choice)
{
	uint8_t *allowed = allowed_own(choice);

	memset(allowed, 0, RESTORE_GAPS);
	allowed[decoder->traces[i].own] = 1;
	decoder->traces[i].is_break = false;
}

/* A bullet, or a dash that begins an item: no words tell of either. */
static bool is_bullet(const struct restore_gap *gap)
{
	return strpbrk(gap->text, "*|") || strstr(gap->text, "\u2022") ||
	       (gap->ends_part && strstr(gap->text, " - "));
}

#define WIDEST_MARKS 8 /* spaces that dots may have left, ". ... " */

/*
 * Nor are dots in a gap that is as wide as a page's layout makes it, and no
 * text begins with a dash, or behind such a gap with any mark.
 */
static void limit_layout(const struct decoder *decoder, size_t i,
			 struct choice *choice)
{
	const bool wide = gap_width(&decoder->rules->view, decoder->words, i) >
			  WIDEST_MARKS;
	uint8_t *allowed = allowed_own(choice);

	if (wide && !i)
		keep_gap(decoder, i, choice);
	for (size_t k = 0; k < RESTORE_GAPS; k++) {
		const struct restore_gap *gap = &decoder->model->gaps[k];

		allowed[k] &= !is_bullet(gap) &&
			      !(wide && strstr(gap->text, "...")) &&
			      !(!i && strchr(gap->text, '-'));
	}
}

/* What the case that the next word kept leaves of the classes. */
static void limit_by_case(const struct decoder *decoder, size_t i,
			  struct choice *choice)
{
	const struct word_reading *next = &decoder->words->readings[i];
	const struct restore_gap *gaps = decoder->model->gaps;
	uint8_t *allowed = allowed_own(choice);
	const bool small = words_begins_small(decoder->words, i);

	if (!next->has_upper) {
		const uint8_t stop = decoder->lists->stop;
		const bool abbreviated =
			allowed[stop] && sentence_may_abbreviate(decoder, i);

		for (size_t k = 0; k < RESTORE_GAPS; k++)
			allowed[k] &= !gaps[k].ends_sentence;
		allowed[stop] = abbreviated;
	} else if (small) {
		for (size_t k = 0; k < RESTORE_GAPS; k++)
			allowed[k] &= may_raise(&gaps[k]);
	}
	allowed[decoder->traces[i].own] = 1;
}

/*
 * "3 approval of minutes", a line of a list, and "rose to 3316 in all": what is
 * behind the number is no sign of percent. Behind a fraction's digits it may
 * be.
 */
static bool is_no_percent(const struct words *words, size_t i)
{
	const size_t digits = i ? words_digits(words, i - 1) : 0;

	if (digits >= 4)
		return i < 2 || !words_digits(words, i - 2);
	return digits && digits < 3 && i == 1;
}

static void limit_percent(const struct decoder *decoder, size_t i,
			  struct choice *choice)
{
	uint8_t *allowed;

	if (!is_no_percent(decoder->words, i))
		return;
	allowed = allowed_own(choice);
	for (size_t k = 0; k < RESTORE_GAPS; k++)
		allowed[k] &= decoder->model->gaps[k].text[0] != '%';
	allowed[decoder->traces[i].own] = 1;
}

/* Where every mark became a space: all classes, and keeping is one space. */
static void see_wire_gap(const struct decoder *decoder, size_t i,
			 const int16_t *logits, struct choice *choice)
{
	struct trace *trace = &decoder->traces[i];
	const bool inner = i && i < decoder->words->count;

	allow_by_length(decoder, i, choice);
	trace->own = 0;
	see_break(decoder, trace, logits[RESTORE_BREAK]);
	trace->is_break = inner && trace->is_break && !decoder->rules->whole;
	if (inner && is_number_gap(decoder, i)) {
		keep_gap(decoder, i, choice);
		return;
	}
	if (inner)
		limit_percent(decoder, i, choice);
	if (!decoder->rules->cased)
		return;
	limit_layout(decoder, i, choice);
	if (!inner)
		return;
	limit_by_case(decoder, i, choice);
	trace->is_break &= decoder->words->readings[i].has_upper;
}

/*
 * In a text without lines a wide sentence end is a paragraph break or a lost
 * quotation mark. A break takes one space more than a class does. Behind a
 * colon the quotation comes first: flat_breaks_settle(); a dash, which begins a
 * list there, leaves room for the break.
 */
static void see_flat_break(const struct decoder *decoder, size_t i,
			   struct choice *choice, size_t room)
{
	const struct restore_gap *gaps = decoder->model->gaps;
	const bool introduced = flat_break_is_introduced(decoder->words, i);
	struct trace *trace = &decoder->traces[i];

	see_break(decoder, trace, choice->logits[RESTORE_BREAK]);
	trace->is_break = trace->is_break && !introduced;
	for (size_t k = 0; k < RESTORE_GAP_KEEP; k++) {
		if (trace->is_break ||
		    (introduced && strstr(gaps[k].text, " - ")))
			choice->own.allowed[k] &=
				flat_break_length(decoder->words, i,
						  &gaps[k]) <= room;
	}
}

/* "trade\tFarr Steel": a sentence begins after a label. */
static bool follows_label(const struct words *words, size_t i)
{
	const struct word *label = i ? &words->items[i - 1] : NULL;
	const size_t at = label ? label->end : 0;

	return at && i < words->count &&
	       (words->text[at] == '\t' ||
		bytes_begin(words->text, words->len, at, " ||| ")) &&
	       field_is_word(words->text, words->len, label->at, at);
}

static void see_kept_gap(const struct decoder *decoder, size_t i,
			 struct choice *choice)
{
	struct trace *trace = &decoder->traces[i];
	struct seen_gap seen;

	gap_see(&seen, &decoder->rules->view, decoder->words, i);
	trace->is_break = seen.newline;
	trace->ends_as_seen = is_sentence_end(&seen);
	trace->after_label = follows_label(decoder->words, i);
	if (decoder->rules->loss == LOSS_LOWER) {
		trace->own = (uint8_t)gap_own_class(&seen, decoder->model);
		return;
	}
	trace->own = (uint8_t)gap_allow(&seen, decoder->rules, i,
					choice->own.allowed);
	choice->list = &choice->own;
	if (decoder->rules->cased && decoder->rules->loss == LOSS_LOWER_LOST &&
	    i && i < decoder->words->count)
		limit_by_case(decoder, i, choice);
	if (decoder->rules->flat && flat_break_may_be(decoder->words, i))
		see_flat_break(decoder, i, choice, seen.count);
	choice->room = gap_is_glued(&seen, decoder->rules) ? seen.count : 0;
}

/* Gap 0 begins with a space, the last one ends with one. */
static void limit_ends(const struct decoder *decoder, size_t i,
		       struct choice *choice)
{
	const struct restore_gap *gaps = decoder->model->gaps;
	uint8_t *allowed;

	if (i && i < decoder->words->count)
		return;
	allowed = allowed_own(choice);
	for (size_t k = 0; k < RESTORE_GAPS; k++) {
		if ((i == 0 && !gaps[k].begins) ||
		    (i == decoder->words->count && !gaps[k].ends))
			allowed[k] = 0;
	}
	allowed[decoder->traces[i].own] = 1;
}

bool choice_see(struct choice *choice, struct decoder *decoder, size_t i)
{
	if (decoder->rules->loss > LOSS_COLLAPSED)
		see_kept_gap(decoder, i, choice);
	else if (!gap_is_blank(&decoder->rules->view, decoder->words, i) ||
		 words_cut_negative(decoder->words, i))
		see_joint(decoder, i, choice);
	else
		see_wire_gap(decoder, i, choice->logits, choice);
	if (decoder->rules->loss == LOSS_LOWER)
		return false;
	if (gap_is_decade(decoder->words, i))
		gap_limit_decade(decoder->model, decoder->traces[i].own,
				 allowed_own(choice));
	if (gap_is_clipped(decoder->words, i)) {
		decoder->traces[i].is_break = false;
		gap_limit_clipped(decoder->model, decoder->words, i,
				  allowed_own(choice));
	}
	limit_ends(decoder, i, choice);
	if (choice->list == &choice->own)
		class_list_fill(&choice->own, decoder->lists);
	weigh(choice, decoder->model);
	return true;
}

/*
 * Casing: articles that lost their case, their marks or their quotes. Two
 * steps: case first, since a text that has its case again may turn out to have
 * lost its quotes too.
 *
 * The survey says what was lost; the model (src/restore) says what was there.
 * Without a model the loss is reported and the text stays as it is, runs of
 * spaces included: they are the evidence.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/buffer.h"
#include "base/bytes.h"
#include "edit/condition.h"
#include "restore/restore.h"
#include "stages/casing/casing_kept.h"
#include "stages/other_language.h"
#include "text/masked_number.h"

#define SHORT_BYTES 320 /* of a text of few words */

static unsigned rule_of(uint32_t conditions)
{
	if (conditions & CONDITION_LOWERCASED)
		return RULE_CASING_LOWERCASED;
	if (conditions & CONDITION_UPPERCASED)
		return RULE_CASING_UPPERCASED;
	return RULE_CASING_LOST_MARKS;
}

#define CONDITION_CASE                                                         \
	(CONDITION_LOWERCASED | CONDITION_UPPERCASED | CONDITION_PARTS)

static bool is_wanted(const struct survey *survey,
		      const struct settings *settings)
{
	if (settings->casing == CD_CASING_NEVER)
		return false;
	return !survey_is(survey, CONDITION_SHORT) ||
	       settings->casing == CD_CASING_ALWAYS;
}

/* Of a text that is too short it is only said what it lost. */
static bool case_wanted(const struct survey *survey,
			const struct settings *settings)
{
	return survey_is(survey, CONDITION_CASE) &&
	       settings->casing != CD_CASING_NEVER;
}

static bool marks_wanted(const struct survey *survey,
			 const struct settings *settings)
{
	return survey_is(survey, CONDITION_QUOTES_LOST) &&
	       is_wanted(survey, settings);
}

static enum restore_loss loss_of(const char *text, size_t len,
				 uint32_t conditions)
{
	if (conditions & CONDITION_MARKS_GONE)
		return restore_has_runs(text, len) ? LOSS_WIRE : LOSS_COLLAPSED;
	if (conditions & CONDITION_MARKS_SOME)
		return LOSS_LOWER_LOST;
	return conditions & CONDITION_QUOTES_LOST ? LOSS_LOST_QUOTES
						  : LOSS_LOWER;
}

struct sink {
	struct pass *pass;
	struct casing_kept kept;
	size_t made[RESTORE_KINDS], left[RESTORE_KINDS];
};

static void take_edit(void *context, const struct restore_edit *given)
{
	struct restore_edit edit = *given;
	struct sink *sink = context;
	struct pass *pass = sink->pass;
	const char *copy;

	if (pass->failed || casing_keeps(&sink->kept, &edit))
		return;
	copy = arena_copy(pass->arena, edit.text, edit.len);
	if (!copy) {
		pass->failed = true;
		return;
	}
	for (unsigned kind = 0; kind < RESTORE_KINDS; kind++)
		sink->made[kind] += edit.kinds >> kind & 1;
	pass_edit(pass, sink->kept.base + edit.at, sink->kept.base + edit.end,
		  copy, edit.len, edit.confidence);
}

static void count_left(void *context, enum restore_kind kind)
{
	struct sink *sink = context;

	sink->left[kind]++;
}

static void list_kinds(struct buffer *buffer, const char *lead,
		       const size_t counts[RESTORE_KINDS])
{
	for (unsigned kind = 0; kind < RESTORE_KINDS; kind++) {
		if (!counts[kind])
			continue;
		buffer_printf(buffer, "%s%zu %s", lead, counts[kind],
			      restore_kind_words(kind));
		lead = ", ";
	}
}

/* What was lost, and how much of it was restored. */
static void say_counts(const struct sink *sink, unsigned rule)
{
	struct pass *pass = sink->pass;
	struct buffer buffer;

	buffer_init(&buffer);
	buffer_add_text(&buffer, rule_table[rule].summary);
	list_kinds(&buffer, "; restored: ", sink->made);
	list_kinds(&buffer, "; left out, not sure enough: ", sink->left);
	pass_say(pass, buffer_text(&buffer));
	buffer_release(&buffer);
}

static void note_foreign_lines(struct pass *pass, size_t at, size_t end)
{
	while (at < end) {
		const size_t stop = bytes_line_end(pass->text, end, at);

		if (line_is_other_language(pass, at, stop))
			pass_note(pass, RULE_CASING_OTHER_LANGUAGE, at, stop,
				  NULL);
		at = stop + 1;
	}
}

/* All that the task changes is one finding; where it is nothing, a note. */
static void carry_out(const struct restore_task *task, struct sink *sink,
		      unsigned rule)
{
	struct pass *pass = sink->pass;
	const size_t before = pass->layer->finding_count;
	const size_t at = sink->kept.base, end = at + task->len;

	pass_begin(pass, rule, at, end, NULL);
	if (!restore_text(task))
		pass->failed = true;
	say_counts(sink, rule);
	pass_end(pass);
	if (pass->layer->finding_count == before)
		pass_note(pass, rule, at, end, NULL);
	note_foreign_lines(pass, at, end);
}

/*
 * The text of [at, end) as the model is to read it: the signs of masked numbers
 * as digits. Only the case of such a text is restored, so none is written.
 */
static const char *text_to_read(struct pass *pass, size_t at, size_t end,
				enum restore_loss loss)
{
	const char *text = pass->text + at;
	char *copy;

	if (loss != LOSS_LOWER || !survey_saw(pass->survey, SEEN_HASH) ||
	    !masked_numbers_in(text, end - at))
		return text;
	copy = arena_copy(pass->arena, text, end - at);
	if (!copy) {
		pass->failed = true;
		return text;
	}
	for (size_t i = 0; i < end - at; i++)
		if (copy[i] == '#')
			copy[i] = MASKED_DIGIT;
	return copy;
}

/*
 * What is asked of a text's edits. Where sentences kept their capitals, and the
 * text has few words, it may be a message, "see u at the pub when i get off":
 * its words tell little of names.
 */
static struct restore_least
least_of(const struct pass *pass, uint32_t conditions, enum restore_loss loss)
{
	struct restore_least least = pass->settings->leasts->of[loss];
	const bool begun = conditions & CONDITION_LOWERCASED &&
			   !(conditions & CONDITION_CAPITALS_KEPT) &&
			   pass->survey->upper;

	if (begun && pass->len < SHORT_BYTES &&
	    least.of[RESTORE_CAPITALS] < least.short_case)
		least.of[RESTORE_CAPITALS] = least.short_case;
	return least;
}

/* Bytes [at, end) lost what `conditions` say. */
static void restore(struct pass *pass, size_t at, size_t end,
		    uint32_t conditions)
{
	const unsigned rule = rule_of(conditions);
	struct sink sink = {
		.pass = pass,
		.kept = casing_kept_begin(pass, at, conditions),
	};
	const enum restore_loss loss =
		loss_of(pass->text + at, end - at, conditions);
	const struct restore_task task = {
		.model = pass->settings->model,
		.lang = pass->settings->lang,
		.lists = pass->settings->lists,
		.text = text_to_read(pass, at, end, loss),
		.len = end - at,
		.loss = loss,
		.uppercased = (conditions & CONDITION_UPPERCASED) != 0,
		.cased = (conditions & CONDITION_QUOTES_LOST) != 0,
		.wrapped = survey_is(pass->survey, CONDITION_WRAPPED),
		.set_apart = survey_is(pass->survey, CONDITION_TOKENISED),
		.least = least_of(pass, conditions, loss),
		.edit = take_edit,
		.leave = count_left,
		.context = &sink,
	};

	if (!pass_selects(pass, rule))
		return;
	if (!task.model || pass->settings->no_model)
		pass_note(pass, rule, at, end, NULL);
	else
		carry_out(&task, &sink, rule);
}

static void restore_parts(struct pass *pass)
{
	size_t at = 0;

	while (at < pass->len) {
		const size_t end = bytes_line_end(pass->text, pass->len, at);
		const uint32_t found =
			condition_of_part(pass->survey, pass->text, at, end,
					  pass->settings->lists);

		if (found)
			restore(pass, at, end, found);
		at = end + 1;
	}
}

static void restore_whole(struct pass *pass)
{
	const uint32_t conditions = survey_conditions(pass->survey);

	const bool cased =
		!(conditions & (CONDITION_LOWERCASED | CONDITION_UPPERCASED));

	/* clitics of English are words of Slovak: "s", "t" */
	if (conditions & CONDITION_FOREIGN && cased)
		return;
	if (conditions & CONDITION_FOREIGN)
		pass_note(pass, RULE_CASING_OTHER_LANGUAGE, 0, pass->len, NULL);
	else
		restore(pass, 0, pass->len, conditions);
}

/* Eight words and a stop: no name, no label, no item of a list. */
static bool is_sentence(const char *text, size_t len)
{
	size_t spaces = 0;

	len = skip_white_back(text, 0, len);
	for (size_t i = 0; i < len; i++)
		spaces += text[i] == ' ';
	return len && strchr(".?!", text[len - 1]) && spaces > 6;
}

static void note_short(struct pass *pass)
{
	if (is_sentence(pass->text, pass->len) && !language_is_sure(pass) &&
	    !line_is_other_language(pass, 0, pass->len))
		pass_note(pass, RULE_CASING_SHORT, 0, pass->len, NULL);
}

static void run_case(struct pass *pass)
{
	if (!is_wanted(pass->survey, pass->settings))
		note_short(pass);
	else if (survey_is(pass->survey, CONDITION_PARTS))
		restore_parts(pass);
	else
		restore_whole(pass);
}

static void run_marks(struct pass *pass)
{
	restore_whole(pass);
}

const struct stage casing_stage = {
	.name = "casing",
	.rule = RULE_ANY,
	.wanted = case_wanted,
	.run = run_case,
	.settles = true,
	.unstable = RULE_CASING_UNSTABLE,
};

const struct stage marks_stage = {
	.name = "casing",
	.rule = RULE_ANY,
	.wanted = marks_wanted,
	.run = run_marks,
	.settles = true,
	.unstable = RULE_CASING_UNSTABLE,
};

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

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "edit/condition.h"
#include "restore/restore.h"
#include "stages/cased_line.h"
#include "stages/cased_mark.h"
#include "stages/other_language.h"
#include "stages/table_line.h"
#include "text/fields.h"
#include "text/machine_name.h"
#include "text/masked_number.h"
#include "unicode/script.h"

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
static bool case_triggered(const struct survey *survey,
			   const struct settings *settings)
{
	return survey_is(survey, CONDITION_CASE) &&
	       settings->casing != CD_CASING_NEVER;
}

static bool marks_triggered(const struct survey *survey,
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

#define MASKED_DIGIT '4' /* what the model reads for one that is masked */

struct sink {
	struct pass *pass;
	size_t base;   /* of the task's text in the pass's */
	bool mixed;    /* lines that kept their case are left as they are */
	bool capitals; /* and those with small letters in a text in capitals */
	bool lowered;  /* and a headline over one in small letters */
	bool fields;   /* tabs or bars part those of a line */
	bool cased;    /* the text kept its case, and lost marks */
	size_t kept;   /* up to here the current line is left */
	size_t next;   /* where the next line begins */
	struct machine_name_walk names; /* of the pass's text */
	size_t made[RESTORE_KINDS], left[RESTORE_KINDS];
};

/* "I", a word, says nothing of others. */
static bool is_capital(const struct pass *pass, size_t at)
{
	const unsigned char c = (unsigned char)pass->text[at];

	return ascii_is_upper(c) &&
	       (c != 'I' || (at && ascii_is_alnum(pass_byte(pass, at - 1))) ||
		ascii_is_alnum(pass_byte(pass, at + 1)));
}

/*
 * Up to where the line that begins at `at` is left as it is: past its last
 * capital (a dateline, a head) where lines kept their case, and all of a
 * headline, of a line in another language, or of a table.
 */
static size_t kept_of_line(const struct sink *sink, size_t at, size_t end)
{
	if (line_is_other_language(sink->pass, at, end) ||
	    (sink->lowered && is_cased_headline(sink->pass, at, end)) ||
	    (sink->capitals && is_cased_line(sink->pass, at, end)))
		return end + 1;
	if (sink->cased && is_table_line(sink->pass, at, end))
		return end;
	if (!sink->mixed)
		return at;
	/* nothing is put behind a head either */
	if (end > at && is_capital(sink->pass, end - 1))
		return end + 1;
	while (end > at && !is_capital(sink->pass, end - 1))
		end--;
	return end;
}

static bool is_kept(struct sink *sink, size_t at)
{
	const struct pass *pass = sink->pass;

	while (at >= sink->next && sink->next < pass->len) {
		const size_t from = sink->next;
		const size_t end = bytes_line_end(pass->text, pass->len, from);

		sink->next = end + 1;
		sink->kept = kept_of_line(sink, from, end);
	}
	return at < sink->kept;
}

/* "(FRY.DE)": a share, where the domain is in capitals, too. */
static bool is_share(const struct sink *sink, const struct restore_edit *edit)
{
	const struct pass *pass = sink->pass;

	return pass->text[sink->names.at] == '(' && edit->len == 2 &&
	       pass_byte(pass, sink->base + edit->end) == ')';
}

/*
 * What a machine reads keeps its letters; but a site may be the name of a
 * company, "Ferry.com", of which the domain is small.
 */
static bool is_machine_name(struct sink *sink, const struct restore_edit *edit)
{
	const size_t at = sink->base + edit->at;

	if (!machine_name_holds(&sink->names, at, sink->base + edit->end))
		return false;
	switch (machine_name_site(&sink->names, at)) {
	case SITE_NAME:
		return false;
	case SITE_DOMAIN:
		return ascii_is_upper((unsigned char)edit->text[0]) &&
		       !is_share(sink, edit);
	default:
		return true;
	}
}

/* Words that the model does not know, nor how their letters change. */
static bool is_of_other_script(const struct pass *pass, size_t at, size_t end)
{
	while (at < end)
		if (script_is_not_latin(utf8_next(pass->text, &at)))
			return true;
	return false;
}

static bool is_label(const struct sink *sink, const struct restore_edit *edit)
{
	return sink->fields &&
	       field_is_word(sink->pass->text, sink->pass->len,
			     sink->base + edit->at, sink->base + edit->end);
}

/* A line that begins with a label is joined to none before it. */
static bool joins_label(const struct sink *sink,
			const struct restore_edit *edit)
{
	const struct pass *pass = sink->pass;
	const size_t end = sink->base + edit->end;

	return sink->fields && pass_byte_before(pass, end) == '\n' &&
	       !memchr(edit->text, '\n', edit->len) &&
	       field_is_word(pass->text, pass->len, end, end);
}

/* Where the model read a digit for a sign, none is written. */
static bool writes_digit(const struct sink *sink,
			 const struct restore_edit *edit)
{
	const struct pass *pass = sink->pass;

	return survey_saw(pass->survey, SEEN_HASH) &&
	       memchr(edit->text, MASKED_DIGIT, edit->len) &&
	       memchr(pass->text + sink->base + edit->at, '#',
		      edit->end - edit->at);
}

/* Where the text kept its case, some marks can be told to be none. */
static bool is_no_mark(const struct sink *sink, const struct restore_edit *edit)
{
	return sink->cased &&
	       is_no_cased_mark(sink->pass, sink->base + edit->at,
				sink->base + edit->end,
				(struct cased_mark){ edit->text, edit->len });
}

static void take_edit(void *context, const struct restore_edit *edit)
{
	struct sink *sink = context;
	struct pass *pass = sink->pass;
	const char *copy;

	if (pass->failed || is_kept(sink, sink->base + edit->at) ||
	    is_machine_name(sink, edit) || is_label(sink, edit) ||
	    joins_label(sink, edit) || writes_digit(sink, edit) ||
	    is_no_mark(sink, edit) ||
	    is_of_other_script(pass, sink->base + edit->at,
			       sink->base + edit->end))
		return;
	copy = arena_copy(pass->arena, edit->text, edit->len);
	if (!copy) {
		pass->failed = true;
		return;
	}
	for (unsigned kind = 0; kind < RESTORE_KINDS; kind++)
		sink->made[kind] += edit->kinds >> kind & 1;
	pass_edit(pass, sink->base + edit->at, sink->base + edit->end, copy,
		  edit->len, edit->confidence);
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
	const size_t at = sink->base, end = at + task->len;

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

/* Bytes [at, end) lost what `conditions` say. */
static void restore(struct pass *pass, size_t at, size_t end,
		    uint32_t conditions)
{
	const unsigned rule = rule_of(conditions);
	struct sink sink = {
		.pass = pass,
		.base = at,
		.mixed = (conditions & CONDITION_CAPITALS_KEPT) != 0,
		.lowered = (conditions & CONDITION_LOWERCASED) != 0,
		.cased = (conditions & CONDITION_QUOTES_LOST) != 0,
		.capitals = conditions & CONDITION_UPPERCASED &&
			    pass->survey->lower < pass->survey->upper,
		.fields = survey_saw(pass->survey, SEEN_TAB) ||
			  fields_have_bars(pass->text, pass->len),
		.names = { .text = pass->text, .len = pass->len },
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
		.least = pass->settings->leasts->of[loss],
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
	const uint32_t conditions = pass->survey->conditions;

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

	while (len && ascii_is_space((unsigned char)text[len - 1]))
		len--;
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
	.triggered = case_triggered,
	.run = run_case,
	.settles = true,
	.unstable = RULE_CASING_UNSTABLE,
};

const struct stage marks_stage = {
	.name = "casing",
	.triggered = marks_triggered,
	.run = run_marks,
	.settles = true,
	.unstable = RULE_CASING_UNSTABLE,
};

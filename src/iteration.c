/* One iteration: all stages in turn, and the proof of what they did. */
#include "run.h"

#include "base/scan.h"
#include "conditions.h"
#include "decoding.h"
#include "edit/examine.h"
#include "edit/join_lines.h"
#include "edit/keep_markup.h"
#include "edit/spare.h"
#include "hold.h"
#include "result.h"
#include "stages/stage.h"
#include "unicode/skeleton.h"

enum {
	STAGES = 0
#define STAGE(name) +1
#include "stages/stages.def"
#undef STAGE
};
_Static_assert(STAGES <= MOST_STAGES, "the sets of stages have a bit for each");

/* Repetitions of the encoding stage before giving up. */
#define MAX_REPETITIONS 8

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

/* The stages that may have work in a text with such signs. */
static uint64_t stages_seeing(const struct settings *settings, uint32_t seen)
{
	uint64_t set = settings->asking;

	for (; seen; seen &= seen - 1)
		set |= settings->seeing[scan_first(seen)];
	return set;
}

void run_examine(struct run *run)
{
	const struct cd_span *text = &run->result->text;

	run->language = OTHER_LANGUAGE_UNASKED;
	examine_text(&run->survey, text->bytes, text->len,
		     run->settings->lists);
	run->seeing = stages_seeing(run->settings, run->survey.seen);
}

static bool apply(struct run *run, struct layer *layer)
{
	struct cd_result *result = run->result;

	if (!layer_apply(layer, result->text.bytes, result->text.len)) {
		run->too_long = layer->too_long;
		return false;
	}
	result->text = (struct cd_span){ layer->out.len ? layer->out.bytes : "",
					 layer->out.len };
	run->version++;
	run_examine(run);
	return true;
}

/* Drop what the stage did, and say that it does not hold. */
static void take_back(struct run *run, const struct stage *stage,
		      struct pass *pass)
{
	layer_reset(pass->layer);
	run->result->text = (struct cd_span){ pass->text, pass->len };
	run->version++;
	run_examine(run);
	if (run->first_iteration)
		pass_note(pass, stage->unstable, 0, pass->len, NULL);
}

/* It has seen this very text, and would leave it as it is again. */
static bool is_settled(const struct run *run, size_t index)
{
	return run->quiet[index] == run->version + 1 &&
	       !run->settings->no_reuse;
}

/* Let the stage read the text, and drop what it may not do. */
static enum outcome ask(const struct run *run, const struct stage *stage,
			struct pass *pass)
{
	stage->run(pass);
	if (pass->failed)
		return pass->misplaced ? BROKEN : NOMEM;
	if (!stage->everywhere && pass->layer->finding_count &&
	    !spare_parts(pass,
			 stage->mends_code ? SPARE_FENCES : SPARE_LISTINGS))
		return NOMEM;
	if (run->settings->markdown && !stage->everywhere &&
	    pass->layer->finding_count && !keep_markup(pass))
		return NOMEM;
	if (stage->decodes && !decoding_holds(pass))
		return BROKEN;
	if (!stage->decodes)
		hold_edits(run, pass);
	/* Later iterations would only say their notes again. */
	if (!run->first_iteration)
		keep_findings(pass->layer, true);
	return STABLE;
}

/* The text becomes what the pass made of it; false: no memory. */
static bool put_edits(struct run *run, size_t index, struct pass *pass)
{
	const struct stage *stage = stages[index];

	if (!pass->layer->edit_count) {
		run->quiet[index] = run->version + 1;
		return true;
	}
	if (!apply(run, pass->layer))
		return false;
	if (stage->settles &&
	    stage_is_triggered(stage, &run->survey, run->settings))
		take_back(run, stage, pass);
	return !pass->failed;
}

/* Whether the stage may have work in the text as it is now. */
static bool has_work(const struct run *run, size_t index)
{
	return !is_settled(run, index) &&
	       stage_is_triggered(stages[index], &run->survey, run->settings);
}

static enum outcome run_stage(struct run *run, size_t index)
{
	struct cd_result *result = run->result;
	struct pass pass = {
		.language = run->settings->no_reuse ? NULL : &run->language,
		.text = result->text.bytes,
		.len = result->text.len,
		.survey = &run->survey,
		.settings = run->settings,
		.arena = &result->arena,
		.memory = run->settings->no_reuse ? NULL : &run->memory[index],
	};
	const size_t before = result->layer_count;
	enum outcome outcome;

	pass.layer = result_push(result);
	if (!pass.layer)
		return NOMEM;
	outcome = ask(run, stages[index], &pass);
	if (outcome != STABLE)
		return outcome;
	if (!put_edits(run, index, &pass))
		return NOMEM;
	if (!pass.layer->finding_count)
		result_pop(result, before);
	else if (pass.layer->edit_count)
		return CHANGED;
	return STABLE;
}

/* A set of stages, in their order. */
static enum outcome run_stages(struct run *run, uint64_t set)
{
	enum outcome outcome = STABLE;

	while (set & run->seeing) {
		const size_t i = scan_first(set & run->seeing);
		enum outcome step;

		set &= ~(uint64_t)1 << i; /* those before it are done with */
		if (!has_work(run, i))
			continue;
		step = run_stage(run, i);
		if (step == NOMEM || step == BROKEN)
			return step;
		if (step == CHANGED)
			outcome = CHANGED;
	}
	return outcome;
}

enum outcome run_encoding(struct run *run)
{
	enum outcome all = STABLE;

	const bool first_iteration = run->first_iteration;

	for (int repeat = 0; repeat < MAX_REPETITIONS; repeat++) {
		enum outcome outcome;

		/* A repetition would only make its notes again. */
		run->first_iteration = first_iteration && repeat == 0;
		outcome = run_stages(run, run->settings->decoding);
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
				result_start(result, i, base, found->at),
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

/* A proof failed. What layers [first, end) decoded too late is held. */
static enum outcome broken(struct run *run, size_t first, size_t end)
{
	if (!run->first_iteration && !hold_places(run, first, end))
		return NOMEM;
	return BROKEN;
}

/* The skeleton is that of the first: later ones may decode no more letters. */
enum outcome run_iteration(struct run *run)
{
	struct cd_result *result = run->result;
	const struct cd_span start = result->text;
	const size_t first = result->layer_count;
	enum outcome encoding, others, proof;
	struct cd_span before = start;
	size_t base = first, decoded;

	encoding = run_encoding(run);
	decoded = result->layer_count;
	if (encoding == NOMEM)
		return NOMEM;
	if (encoding == BROKEN)
		return broken(run, first, decoded);
	if (run->first_iteration) {
		before = result->text;
		base = result->encoding_layers = result->layer_count;
		result->conditions = conditions_of(&run->survey);
	}
	others = run_stages(run, run->settings->mending);
	if (others == NOMEM || others == BROKEN)
		return others;
	if (others == STABLE && (encoding == STABLE || run->first_iteration))
		return encoding;
	if (same_text(result->text, start)) {
		forget_edits(run, start, first);
		return STABLE;
	}
	proof = prove(run, before, base);
	if (proof == BROKEN)
		return broken(run, first, decoded);
	return proof == STABLE ? CHANGED : proof;
}

/* A text that came with such lines keeps them. */
static bool may_join(const struct run *run)
{
	const enum cd_lines lines = run->settings->lines;

	return has_surplus_lines(lines, run->result->text) &&
	       !has_surplus_lines(lines, run->result->source);
}

static enum outcome join(struct run *run)
{
	struct cd_result *result = run->result;
	struct pass pass = {
		.text = result->text.bytes,
		.len = result->text.len,
		.settings = run->settings,
		.layer = result_push(result),
	};

	if (!pass.layer)
		return NOMEM;
	join_lines(&pass);
	return !pass.failed && apply(run, pass.layer) ? CHANGED : NOMEM;
}

enum outcome run_close(struct run *run, const struct run_start *start)
{
	if (!may_join(run))
		return STABLE;
	if (join(run) == NOMEM)
		return NOMEM;
	if (!same_text(run->result->text, start->text))
		return CHANGED;
	forget_edits(run, start->text, start->layers);
	return STABLE;
}

enum cd_status run_report(struct run *run)
{
	run->first_iteration = true;
	for (uint64_t set = run->settings->reporting; set; set &= set - 1) {
		const size_t i = scan_first(set);

		if (has_work(run, i) && run_stage(run, i) == NOMEM)
			return CD_NOMEM;
	}
	return CD_OK;
}

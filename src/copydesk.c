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
#include "run.h"

#include "desk.h"
#include "hold.h"
#include "result.h"
#include "stages/stage.h"

/* Before giving up; a text is begun anew where its lines were joined. */
#define MAX_ITERATIONS 8
#define MAX_ROUNDS 4

/* The source comes out as it went in, with one finding that says why. */
static enum cd_status give_up(struct run *run, enum rule rule)
{
	struct cd_result *result = run->result;
	struct layer *layer;
	struct pass pass;

	run->gave_up = true;
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

/* Iterations, until nothing changes; CHANGED: something still does. */
static enum outcome settle(struct run *run)
{
	enum outcome outcome = CHANGED;

	for (int i = 0; i < MAX_ITERATIONS && outcome == CHANGED; i++) {
		outcome = run_iteration(run);
		run->first_iteration = false;
	}
	return outcome;
}

static enum outcome settle_lines(struct run *run)
{
	enum outcome outcome = CHANGED;

	run->first_iteration = true;
	for (int i = 0; i < MAX_ROUNDS && outcome == CHANGED; i++) {
		const struct run_start start = { run->result->text,
						 run->result->layer_count };

		outcome = settle(run);
		if (outcome != STABLE)
			return outcome;
		outcome = run_close(run, &start);
	}
	return outcome;
}

static enum cd_status iterate(struct run *run)
{
	enum outcome outcome;

	do {
		run_examine(run);
		outcome = settle_lines(run);
	} while (outcome == BROKEN && hold_begin_again(run));
	switch (outcome) {
	case STABLE:
		return run_report(run);
	case BROKEN:
		return give_up(run, RULE_INTERNAL_PRESERVATION);
	case CHANGED:
		return give_up(run, RULE_INTERNAL_UNSTABLE);
	default:
		return run->too_long ? CD_TOO_LONG : CD_NOMEM;
	}
}

/*
 * Whether a run of what came out leaves it as it is. Iterations that change
 * nothing prove that only where no place is held.
 */
static enum cd_status prove_rest(struct run *run)
{
	const struct cd_span text = run->result->text;
	struct run again = { .settings = run->settings };
	struct cd_result *result = NULL;
	enum cd_status status =
		run_begin(&again, text.bytes, text.len, &result);

	if (status == CD_OK)
		status = iterate(&again);
	if (status == CD_OK && (cd_changed(result) || again.gave_up))
		status = give_up(run, RULE_INTERNAL_UNSTABLE);
	cd_result_free(result);
	return status;
}

enum cd_status cd_run(const struct cd_desk *desk, const char *bytes, size_t len,
		      struct cd_result **result)
{
	const bool ready = desk && desk->ready;
	struct run run = { .settings = ready ? &desk->settings : NULL };
	enum cd_status status =
		ready ? run_begin(&run, bytes, len, result) : CD_USAGE;

	if (status == CD_OK)
		status = iterate(&run);
	if (status == CD_OK && run.held_count && !run.gave_up)
		status = prove_rest(&run);
	if (status != CD_OK && *result)
		result_reset(*result);
	return status;
}

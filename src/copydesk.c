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
#include "result.h"
#include "stages/stage.h"

#define MAX_ITERATIONS 8 /* before giving up */

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

static enum cd_status iterate(struct run *run)
{
	run_examine(run);
	for (int i = 0; i < MAX_ITERATIONS; i++) {
		enum outcome outcome;

		run->first_iteration = i == 0;
		outcome = run_iteration(run);
		if (outcome == NOMEM)
			return run->too_long ? CD_TOO_LONG : CD_NOMEM;
		if (outcome == BROKEN)
			return give_up(run, RULE_INTERNAL_PRESERVATION);
		if (outcome == STABLE)
			return run_report(run);
	}
	return give_up(run, RULE_INTERNAL_UNSTABLE);
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
	if (status != CD_OK && *result)
		result_reset(*result);
	return status;
}

/*
 * The stages in the order of the flow, and all rules.
 *
 * Casing comes before whitespace because runs of spaces are its evidence;
 * boilerplate after both, or restored and unwrapped credits would be stripped
 * only by a second run; quotes last, on text that has its paragraphs.
 */
#include "stages/stage.h"

const struct stage stages[] = {
	{ "encoding", entity_triggered, entity_step, 0 },
	/* Two turns make twice decoded text whole before controls go. */
	{ "encoding", mojibake_triggered, mojibake_step, 0 },
	{ "encoding", mojibake_triggered, mojibake_step, 0 },
	{ "encoding", lost_triggered, lost_step, 0 },
	{ "encoding", misread_triggered, misread_step, 0 },
	{ "encoding", question_triggered, question_step, 0 },
	{ "encoding", tag_triggered, tag_step, 0 },
	{ "encoding", backslash_triggered, backslash_step, 0 },
	{ "encoding", character_triggered, character_step, 0 },
	{ "encoding", compose_triggered, compose_step, 0 },
	{ "casing", casing_triggered, casing_run, RULE_CASING_UNSTABLE },
	{ "casing", marks_triggered, marks_run, RULE_CASING_UNSTABLE },
	{ "whitespace", whitespace_triggered, whitespace_run, 0 },
	/* On whole lines: a dash at a screen line's end is one, too. */
	{ "whitespace", underscore_triggered, underscore_run, 0 },
	{ "boilerplate", boilerplate_triggered, boilerplate_run, 0 },
	{ "quotes", quotes_triggered, quotes_run, 0 },
};

const size_t stage_count = sizeof(stages) / sizeof(stages[0]);
/* The rows named "encoding" come first; test_rules counts them. */
const size_t stage_first_after_encoding = 10;

const struct cd_rule rule_table[RULE_COUNT] = {
#define RULE(id, name, kind, severity, on, since, summary, reason)             \
	[RULE_##id] = { name,	 CD_##kind, CD_SEVERITY_##severity, on, since, \
			summary, reason },
#include "stages/rules.def"
#undef RULE
};

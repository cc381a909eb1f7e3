/*
 * Casing: articles that lost their case, their marks or their quotes.
 *
 * The survey says what was lost; the model (src/wire) says what stood there.
 * Without a model the loss is reported and the text stays as it is, runs of
 * spaces included: they are the evidence.
 */
#include "stages/stage.h"

#include <string.h>

#include "edit/condition.h"

static unsigned rule_of(uint32_t conditions)
{
	if (conditions & CONDITION_LOWERCASED)
		return RULE_CASING_LOWERCASED;
	if (conditions & CONDITION_UPPERCASED)
		return RULE_CASING_UPPERCASED;
	return RULE_CASING_LOST_MARKS;
}

bool casing_triggered(const struct survey *survey,
		      const struct settings *settings)
{
	if (settings->casing == CD_CASING_NEVER)
		return false;
	if (survey_is(survey, CONDITION_SHORT) &&
	    settings->casing != CD_CASING_ALWAYS)
		return false;
	return survey_is(survey, CONDITION_CASING | CONDITION_PARTS);
}

/* Bytes [at, end) lost what `conditions` say. */
static void restore(struct pass *pass, size_t at, size_t end,
		    uint32_t conditions)
{
	pass_note(pass, rule_of(conditions), at, end, NULL);
}

static void restore_parts(struct pass *pass)
{
	size_t at = 0;

	while (at < pass->len) {
		const char *line_end = memchr(pass->text + at, '\n',
					      pass->len - at);
		const size_t end = line_end ? (size_t)(line_end - pass->text)
					    : pass->len;
		const uint32_t found =
			condition_of_part(pass->text + at, end - at);

		if (found)
			restore(pass, at, end, found);
		at = end + 1;
	}
}

void casing_run(struct pass *pass)
{
	const uint32_t conditions = pass->survey->conditions;

	if (!(conditions & CONDITION_CASING))
		restore_parts(pass);
	else if (conditions & CONDITION_FOREIGN)
		pass_note(pass, RULE_CASING_OTHER_LANGUAGE, 0, pass->len, NULL);
	else
		restore(pass, 0, pass->len, conditions);
}

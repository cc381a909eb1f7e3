/* What became of a chunk, and the sums of a run. */
#include "batch/outcome.h"

#include <stdlib.h>
#include <string.h>

void outcome_reset(struct outcome *outcome)
{
	buffer_reset(&outcome->text);
	buffer_reset(&outcome->report);
	outcome->items.count = 0;
	buffer_reset(&outcome->stripped);
	buffer_reset(&outcome->messages);
	buffer_reset(&outcome->notes);
	memset(&outcome->tally, 0, sizeof(outcome->tally));
	outcome->edited = false;
}

void outcome_release(struct outcome *outcome)
{
	buffer_release(&outcome->text);
	buffer_release(&outcome->report);
	free(outcome->items.at);
	outcome->items = (struct report_items){ 0 };
	buffer_release(&outcome->stripped);
	buffer_release(&outcome->messages);
	buffer_release(&outcome->notes);
}

size_t outcome_bytes(const struct outcome *outcome)
{
	return outcome->text.len + outcome->report.len +
	       outcome->items.count * sizeof(*outcome->items.at) +
	       outcome->stripped.len + outcome->messages.len +
	       outcome->notes.len;
}

const struct buffer *outcome_text(const struct outcome *outcome,
				  const struct chunk *chunk)
{
	return outcome->edited ? &outcome->text : &chunk->text;
}

void tally_add(struct tally *sum, const struct tally *more)
{
	sum->findings += more->findings;
	sum->trouble += more->trouble;
	sum->changed += more->changed;
	sum->decoded += more->decoded;
	sum->articles += more->articles;
	for (size_t i = 0; i < TALLY_RULES && more->findings; i++)
		sum->rules[i] += more->rules[i];
	for (size_t i = 0; i < TALLY_CONDITIONS && more->articles; i++)
		sum->conditions[i] += more->conditions[i];
	sum->lossy += more->lossy;
	sum->records += more->records;
	sum->fields += more->fields;
}

size_t tally_changed(const struct tally *tally)
{
	/* Of a long article the parts are counted. */
	return tally->changed < tally->articles ? tally->changed
						: tally->articles;
}

/* Texts with only some of their changes. */
#include "batch/worker.h"

bool worker_heeds(const struct worker *worker, const struct cd_rule *rule)
{
	const struct plan *plan = worker->plan;

	return rule && cd_desk_selects(plan->desk, rule) &&
	       (!plan->only || plan->only[rule - cd_rule(0)]);
}

static bool is_chosen(const struct plan *plan, const struct cd_change *change)
{
	for (size_t i = 0; i < change->rule_count; i++)
		if (plan->only[change->rules[i] - cd_rule(0)])
			return true;
	return false;
}

/* The source with the changes that the plan names; false: there are none. */
static bool make_part(struct worker *worker)
{
	const struct cd_span source = cd_source(worker->result);
	struct buffer *part = &worker->part;
	const struct cd_change *changes;
	size_t count, off = 0, made = 0;

	buffer_reset(part);
	if (cd_changes(worker->result, &changes, &count) != CD_OK)
		worker->outcome->text.failed = true;
	for (size_t i = 0; i < count; i++) {
		const struct cd_change *change = &changes[i];

		if (!is_chosen(worker->plan, change))
			continue;
		buffer_add(part, source.bytes + off, change->off - off);
		buffer_add(part, change->text.bytes, change->text.len);
		off = change->end;
		made++;
	}
	buffer_add(part, source.bytes + off, source.len - off);
	worker->outcome->text.failed |= part->failed;
	return made != 0;
}

bool worker_text(struct worker *worker, struct cd_span *text)
{
	if (!worker->plan->only) {
		*text = cd_text(worker->result);
		return cd_changed(worker->result);
	}
	*text = cd_source(worker->result);
	if (!cd_changed(worker->result) || !make_part(worker))
		return false;
	*text = (struct cd_span){ worker->part.bytes, worker->part.len };
	return true;
}

/*
 * Layers to changes: all edits as one flat list.
 *
 * Each layer edits the text that the one before left. The list is carried from
 * layer to layer: where a layer edits what an earlier one wrote, the two become
 * one change.
 */
#include <string.h>

#include "result.h"
#include "stages/stage.h"

#define RULE_WORDS ((RULE_COUNT + 63) / 64)

/* Source bytes [off, end) are bytes [at, at_end) of the text so far. */
struct region {
	size_t off, end, at, at_end;
	uint64_t rules[RULE_WORDS]; /* a bit for each that took part */
	int confidence;		    /* the least of its edits' */
};

struct regions {
	struct region *list; /* in the arena */
	size_t count;
};

/* A merge of the regions so far with the edits of one layer. */
struct merge {
	const struct region *old;
	size_t old_count, old_next;
	const struct layer *layer;
	const uint16_t *rule_of; /* of each edit; RULE_COUNT: none's */
	size_t edit_next;
	struct regions *out;
	/* what was passed so far moved the rest of the text by: */
	size_t old_at, old_off; /* places that correspond: text, source */
	size_t new_at, new_old; /* the same of the new text and the text */
};

/* What begins first; an insertion is before what begins at its place. */
static bool next_is_edit(const struct merge *m)
{
	const struct edit *edit;
	const struct region *old;

	if (m->edit_next == m->layer->edit_count)
		return false;
	if (m->old_next == m->old_count)
		return true;
	edit = &m->layer->edits[m->edit_next];
	old = &m->old[m->old_next];
	if (edit->at < old->at)
		return true;
	return edit->at == old->at && edit->end == old->at &&
	       old->at_end > old->at;
}

/* Whether what begins at `at` and ends at `end` lies within the group. */
static bool is_inside(size_t at, size_t end, size_t group, size_t group_end)
{
	return at < group_end && (end > group || at > group);
}

static void take_region(struct merge *m, struct region *group)
{
	const struct region *old = &m->old[m->old_next++];

	for (size_t i = 0; i < RULE_WORDS; i++)
		group->rules[i] |= old->rules[i];
	if (old->confidence < group->confidence)
		group->confidence = old->confidence;
	if (old->at_end > group->at_end)
		group->at_end = old->at_end;
	m->old_at = old->at_end;
	m->old_off = old->end;
}

static void take_edit(struct merge *m, struct region *group)
{
	const struct edit *edit = &m->layer->edits[m->edit_next];
	const uint16_t rule = m->rule_of[m->edit_next];

	if (rule < RULE_COUNT)
		group->rules[rule / 64] |= (uint64_t)1 << rule % 64;
	if ((int)edit->confidence < group->confidence)
		group->confidence = (int)edit->confidence;
	if (edit->end > group->at_end)
		group->at_end = edit->end;
	m->new_at = m->layer->ends[m->edit_next++];
	m->new_old = edit->end;
}

static bool region_overlaps(const struct merge *m, const struct region *group)
{
	const struct region *old;

	if (m->old_next == m->old_count)
		return false;
	old = &m->old[m->old_next];
	return is_inside(old->at, old->at_end, group->at, group->at_end);
}

static bool edit_overlaps(const struct merge *m, const struct region *group)
{
	const struct edit *edit;

	if (m->edit_next == m->layer->edit_count)
		return false;
	edit = &m->layer->edits[m->edit_next];
	return is_inside(edit->at, edit->end, group->at, group->at_end);
}

/* Take all that overlaps the group; it grows on the way. */
static void take_overlapping(struct merge *m, struct region *group)
{
	for (;;) {
		if (region_overlaps(m, group))
			take_region(m, group);
		else if (edit_overlaps(m, group))
			take_edit(m, group);
		else
			return;
	}
}

static void merge_next(struct merge *m)
{
	struct region *group = &m->out->list[m->out->count++];
	const bool edit = next_is_edit(m);
	size_t start;

	memset(group, 0, sizeof(*group));
	group->confidence = 100;
	group->at = edit ? m->layer->edits[m->edit_next].at
			 : m->old[m->old_next].at;
	group->off = group->at - m->old_at + m->old_off;
	group->at_end = group->at;
	start = group->at - m->new_old + m->new_at;
	if (edit)
		take_edit(m, group);
	else
		take_region(m, group);
	take_overlapping(m, group);
	group->end = group->at_end - m->old_at + m->old_off;
	group->at_end = group->at_end - m->new_old + m->new_at;
	group->at = start;
}

static bool merge_layer(struct cd_result *result, const struct layer *layer,
			struct regions *regions)
{
	uint16_t *rule_of = arena_alloc(&result->arena,
					layer->edit_count * sizeof(*rule_of));
	struct regions out = {
		.list = arena_alloc(&result->arena,
				    (regions->count + layer->edit_count) *
					    sizeof(*out.list)),
	};
	struct merge merge = {
		.old = regions->list,
		.old_count = regions->count,
		.layer = layer,
		.rule_of = rule_of,
		.out = &out,
	};

	if (!rule_of || !out.list)
		return false;
	for (size_t i = 0; i < layer->edit_count; i++)
		rule_of[i] = RULE_COUNT;
	for (size_t i = 0; i < layer->finding_count; i++) {
		const struct finding *found = &layer->findings[i];

		for (size_t k = 0; k < found->edit_count; k++)
			rule_of[found->first_edit + k] = found->rule;
	}
	while (merge.old_next < merge.old_count ||
	       merge.edit_next < layer->edit_count)
		merge_next(&merge);
	*regions = out;
	return true;
}

static bool is_change(const struct cd_result *result, const struct region *r)
{
	const size_t len = r->end - r->off;

	return len != r->at_end - r->at ||
	       memcmp(result->source.bytes + r->off, result->text.bytes + r->at,
		      len) != 0;
}

/* Its rules, in the order of the table; false when memory runs out. */
static bool list_rules(struct cd_result *result, const struct region *r,
		       struct cd_change *change)
{
	const struct cd_rule **rules;
	size_t count = 0;

	for (size_t rule = 0; rule < RULE_COUNT; rule++)
		count += r->rules[rule / 64] >> rule % 64 & 1;
	rules = arena_alloc(&result->arena, count * sizeof(*rules));
	if (!rules)
		return false;
	change->rules = rules;
	change->rule_count = count;
	for (size_t rule = 0; rule < RULE_COUNT; rule++)
		if (r->rules[rule / 64] >> rule % 64 & 1)
			*rules++ = &rule_table[rule];
	return true;
}

static bool add_change(struct cd_result *result, const struct region *r)
{
	struct cd_change *change = &result->changes[result->change_count];

	*change = (struct cd_change){
		.off = r->off,
		.end = r->end,
		.text = { result->text.bytes + r->at, r->at_end - r->at },
		.confidence = r->confidence,
	};
	if (!list_rules(result, r, change))
		return false;
	result->change_count++;
	return true;
}

static bool find_changes(struct cd_result *result)
{
	struct regions regions = { 0 };

	for (size_t i = 0; i < result->layer_count; i++)
		if (result->layers[i].edit_count &&
		    !merge_layer(result, &result->layers[i], &regions))
			return false;
	result->changes = arena_alloc(
		&result->arena, (regions.count + 1) * sizeof(*result->changes));
	if (!result->changes)
		return false;
	for (size_t i = 0; i < regions.count; i++)
		if (is_change(result, &regions.list[i]) &&
		    !add_change(result, &regions.list[i]))
			return false;
	return true;
}

enum cd_status cd_changes(struct cd_result *result,
			  const struct cd_change **changes, size_t *count)
{
	enum cd_status status = CD_OK;

	*changes = NULL;
	*count = 0;
	if (!result)
		return CD_OK;
	if (!result->changes && !find_changes(result)) {
		result->changes = NULL;
		result->change_count = 0;
		status = CD_NOMEM;
	}
	*changes = result->changes;
	*count = result->change_count;
	return status;
}

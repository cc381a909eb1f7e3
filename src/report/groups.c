/* Sums by name. */
#include "report/groups.h"

#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#define SLOTS (2 * GROUPS_MAX)

void groups_release(struct groups *groups)
{
	for (size_t i = 0; i < groups->count; i++)
		free(groups->list[i].name);
	free(groups->list);
}

static bool is_named(const struct group *group, struct cd_span name)
{
	return !strncmp(group->name, name.bytes, name.len) &&
	       !group->name[name.len];
}

/* The slot of that name, or the free one where it belongs. */
static uint16_t *find_slot(struct groups *groups, struct cd_span name)
{
	size_t slot = XXH3_64bits(name.bytes, name.len) % SLOTS;

	while (groups->slots[slot] &&
	       !is_named(&groups->list[groups->slots[slot] - 1], name))
		slot = (slot + 1) % SLOTS;
	return &groups->slots[slot];
}

/* The group of that name, new or not; NULL when memory runs out. */
static struct group *find_group(struct groups *groups, struct cd_span name)
{
	uint16_t *slot = find_slot(groups, name);
	struct group *group;

	if (*slot)
		return &groups->list[*slot - 1];
	if (groups->count == GROUPS_MAX)
		return &groups->rest;
	if (!array_grow(&groups->list, &groups->cap, groups->count,
			sizeof(*groups->list)))
		return NULL;
	group = &groups->list[groups->count];
	memset(group, 0, sizeof(*group));
	group->name = strndup(name.bytes, name.len);
	if (!group->name)
		return NULL;
	*slot = (uint16_t)++groups->count;
	return group;
}

bool groups_add(struct groups *groups, struct cd_span name,
		const struct note *note)
{
	struct group *group = find_group(groups, name);

	if (!group)
		return false;
	group->articles += !note->goes_on;
	group->classes[note->class] += !note->goes_on;
	group->words += note->words;
	group->findings += note->findings;
	for (size_t i = 0; i < TALLY_RULES && note->findings; i++)
		group->rules[i] += note->rules[i];
	return true;
}

static int by_findings(const void *left, const void *right)
{
	const struct group *a = left, *b = right;

	if (a->findings != b->findings)
		return a->findings > b->findings ? -1 : 1;
	return strcmp(a->name, b->name);
}

void groups_sort(struct groups *groups)
{
	if (groups->count)
		qsort(groups->list, groups->count, sizeof(*groups->list),
		      by_findings);
	memset(groups->slots, 0, sizeof(groups->slots));
}

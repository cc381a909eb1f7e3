/* The worst articles: an ordered list, since few are better than its last. */
#include "report/worst.h"

#include <string.h>

void worst_release(struct worst *worst)
{
	for (size_t i = 0; i < worst->count; i++)
		sample_drop(worst->list[i]);
}

bool worst_enter(struct worst *worst, const struct note *note, const char *path)
{
	struct note plain = *note;
	struct sample *sample;
	size_t at = worst->count;

	while (at && worst->list[at - 1]->edits < note->edits)
		at--;
	if (at == WORST_MAX || !note->findings)
		return true;
	plain.parts.len = 0; /* it is named, not shown */
	sample = sample_new(&plain, path);
	if (!sample)
		return false;
	if (worst->count == WORST_MAX)
		sample_drop(worst->list[--worst->count]);
	memmove(&worst->list[at + 1], &worst->list[at],
		(worst->count - at) * sizeof(worst->list[0]));
	worst->list[at] = sample;
	worst->count++;
	return true;
}

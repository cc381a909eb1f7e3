/* Samples of articles. */
#include "report/sample.h"

#include <stdlib.h>
#include <string.h>

static void sample_free(struct sample *sample)
{
	free(sample->path);
	buffer_release(&sample->group);
	buffer_release(&sample->opening);
	buffer_release(&sample->parts);
	free(sample);
}

static void copy(struct buffer *to, struct cd_span from)
{
	buffer_init(to);
	buffer_add(to, from.bytes, from.len);
}

struct sample *sample_new(const struct note *note, const char *path)
{
	struct sample *sample = calloc(1, sizeof(*sample));

	if (!sample)
		return NULL;
	sample->draw = note->draw;
	sample->holders = 1;
	sample->record = note->record;
	sample->line = note->line;
	sample->words = note->words;
	sample->findings = note->findings;
	sample->edits = note->edits;
	sample->conditions = note->conditions;
	memcpy(sample->rules, note->rules, sizeof(sample->rules));
	sample->path = strdup(path);
	copy(&sample->group, note->group);
	copy(&sample->opening, note->opening);
	copy(&sample->parts, note->parts);
	if (sample->path && !sample->group.failed && !sample->opening.failed &&
	    !sample->parts.failed)
		return sample;
	sample_free(sample);
	return NULL;
}

void sample_drop(struct sample *sample)
{
	if (sample && !--sample->holders)
		sample_free(sample);
}

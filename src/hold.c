/* Places that are held. */
#include "hold.h"

#include <stdlib.h>

#include "base/search.h"
#include "result.h"

/* What is beside a place, in bytes: more each time. */
#define BESIDE 8
#define WIDER 8
#define MOST_TIMES 4

struct held {
	size_t off, end; /* of the source */
};

static size_t count_edits(const struct run *run, size_t first, size_t end)
{
	size_t count = 0;

	for (size_t i = first; i < end; i++)
		count += run->result->layers[i].edit_count;
	return count;
}

static int compare(const void *one, const void *two)
{
	const struct held *a = one, *b = two;

	return (a->off > b->off) - (a->off < b->off);
}

/* In their order, and none that touches another. */
static void merge(struct run *run)
{
	struct held *held = run->held;
	size_t kept = 0;

	qsort(held, run->held_count, sizeof(*held), compare);
	for (size_t i = 0; i < run->held_count; i++) {
		if (!kept || held[i].off > held[kept - 1].end)
			held[kept++] = held[i];
		else if (held[i].end > held[kept - 1].end)
			held[kept - 1].end = held[i].end;
	}
	run->held_count = kept;
}

bool hold_places(struct run *run, size_t first, size_t end)
{
	struct cd_result *result = run->result;
	const size_t more = count_edits(run, first, end);
	struct held *held = arena_alloc(
		&result->arena, (run->held_count + more) * sizeof(*held));

	if (!held)
		return false;
	if (run->held_count)
		memcpy(held, run->held, run->held_count * sizeof(*held));
	run->held = held;
	for (size_t i = first; i < end; i++) {
		const struct layer *layer = &result->layers[i];

		for (size_t k = 0; k < layer->edit_count; k++)
			held[run->held_count++] = (struct held){
				result_start(result, i, 0, layer->edits[k].at),
				result_end(result, i, 0, layer->edits[k].end),
			};
	}
	merge(run);
	return true;
}

bool hold_begin_again(struct run *run)
{
	struct cd_result *result = run->result;

	if (!run->held_count || run->begun == MOST_TIMES)
		return false;
	run->beside = run->begun++ ? run->beside * WIDER : BESIDE;
	result_pop(result, 1);
	result->text = result->source;
	memset(run->memory, 0, sizeof(run->memory));
	run->version++;
	return true;
}

struct places {
	const struct run *run;
	size_t layer; /* that the edits are of */
};

static bool ends_before(const void *context, size_t i, size_t off)
{
	const struct run *run = context;

	return run->held[i].end + run->beside < off;
}

static bool is_apart(const void *context, struct edit *edit)
{
	const struct places *places = context;
	const struct run *run = places->run;
	const size_t off =
		result_start(run->result, places->layer, 0, edit->at);
	const size_t end = result_end(run->result, places->layer, 0, edit->end);
	const size_t i = search_first(run, run->held_count, off, ends_before);

	return i == run->held_count || run->held[i].off > end + run->beside;
}

static bool is_report(const void *context, const struct layer *layer,
		      const struct finding *finding)
{
	(void)context;
	(void)layer;
	(void)finding;
	return false;
}

static bool stays(const void *context, const struct finding *note)
{
	(void)context;
	(void)note;
	return true;
}

void hold_edits(const struct run *run, struct pass *pass)
{
	const struct places places = { run, run->result->layer_count - 1 };

	if (run->held_count && pass->layer->edit_count)
		layer_filter(pass->layer,
			     &(struct layer_filter){ &places, is_report,
						     is_apart, stays });
}

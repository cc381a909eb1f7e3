#include "edit/spare_spans.h"

#include <stdlib.h>

#include "edit/shape.h"
#include "text/chat.h"
#include "text/conflict.h"
#include "text/fence.h"
#include "text/patch.h"
#include "text/preformatted.h"

typedef bool next_span(void *walk, struct listing *span);

static bool next_listing(void *walk, struct listing *span)
{
	return listing_next(walk, span);
}

/* Preformatted blocks where a layer has edits or notes: of the others nothing
   is asked. */
struct set_walk {
	const struct listing *places; /* in ascending order */
	size_t count, next;
	struct preformatted_walk walk;
};

static bool next_preformatted(void *context, struct listing *span)
{
	struct set_walk *set = context;

	for (; set->next < set->count; set->next++) {
		const struct listing *place = &set->places[set->next];

		if (preformatted_near(&set->walk, place->at, place->end, span))
			return true;
	}
	return false;
}

static bool next_fence(void *walk, struct listing *span)
{
	struct fence fence;

	do {
		if (!fence_next(walk, &fence))
			return false;
	} while (!fence.code);
	*span = (struct listing){ fence.at, fence.end };
	return true;
}

/* The spans of a walk, of which there are `count`. */
static bool find_spans(struct listings *listings, struct arena *arena,
		       next_span *next, void *walk, size_t count)
{
	listings->count = 0;
	if (!count)
		return true;
	listings->spans = arena_alloc(arena, count * sizeof(*listings->spans));
	if (!listings->spans)
		return false;
	while (listings->count < count &&
	       next(walk, &listings->spans[listings->count]))
		listings->count++;
	return true;
}

static size_t count_spans(next_span *next, void *walk)
{
	struct listing span;
	size_t count = 0;

	while (next(walk, &span))
		count++;
	return count;
}

static bool find_listings(struct listings *listings, const struct pass *pass)
{
	const struct listing_walk start = { .text = pass->text,
					    .len = pass->len };
	struct listing_walk walk = start;
	const size_t count = count_spans(next_listing, &walk);

	walk = start;
	return find_spans(listings, pass->arena, next_listing, &walk, count);
}

static bool may_be_set(const struct survey *survey)
{
	return survey->leading || survey->spaced_heads ||
	       shape_count_runs(survey) ||
	       survey_saw(survey, SEEN_FRAME | SEEN_TAB);
}

static int compare_places(const void *left, const void *right)
{
	const size_t a = ((const struct listing *)left)->at;
	const size_t b = ((const struct listing *)right)->at;

	return (a > b) - (a < b);
}

/* Where a layer has edits, which ascend, and notes, which may be anywhere. */
static bool find_places(struct set_walk *set, const struct pass *pass)
{
	const struct layer *layer = pass->layer;
	struct listing *places = arena_alloc(
		pass->arena,
		(layer->edit_count + layer->finding_count) * sizeof(*places));
	bool notes = false;

	if (!places)
		return false;
	for (size_t i = 0; i < layer->edit_count; i++)
		places[set->count++] = (struct listing){ layer->edits[i].at,
							 layer->edits[i].end };
	for (size_t i = 0; i < layer->finding_count; i++) {
		if (layer->findings[i].edit_count)
			continue;
		places[set->count++] =
			(struct listing){ layer->findings[i].at,
					  layer->findings[i].end };
		notes = true;
	}
	if (notes)
		qsort(places, set->count, sizeof(*places), compare_places);
	set->places = places;
	return true;
}

static bool find_preformatted(struct listings *listings,
			      const struct pass *pass)
{
	struct set_walk start = {
		.walk = { .text = pass->text, .len = pass->len },
	};
	struct set_walk walk;
	size_t count = 0;

	/* Each has lines that are set in, gaps, tabs, frames or cells. */
	if (may_be_set(pass->survey)) {
		if (!find_places(&start, pass))
			return false;
		walk = start;
		count = count_spans(next_preformatted, &walk);
	}
	walk = start;
	return find_spans(listings, pass->arena, next_preformatted, &walk,
			  count);
}

static bool find_fences(struct listings *listings, const struct pass *pass)
{
	const struct fence_walk start = { .text = pass->text,
					  .len = pass->len };
	struct fence_walk walk = start;
	const size_t count = count_spans(next_fence, &walk);

	walk = start;
	return find_spans(listings, pass->arena, next_fence, &walk, count);
}

static bool next_conflict(void *walk, struct listing *span)
{
	return conflict_next(walk, span);
}

static bool find_conflicts(struct listings *conflicts, const struct pass *pass)
{
	const struct conflict_walk start = { .text = pass->text,
					     .len = pass->len };
	struct conflict_walk walk = start;
	size_t count = 0;

	if (survey_saw(pass->survey, SEEN_LESS))
		count = count_spans(next_conflict, &walk);
	walk = start;
	return find_spans(conflicts, pass->arena, next_conflict, &walk, count);
}

static bool next_patch(void *walk, struct listing *span)
{
	return patch_next(walk, span);
}

static bool find_patches(struct listings *patches, const struct pass *pass)
{
	const struct patch_walk start = { .text = pass->text,
					  .len = pass->len };
	struct patch_walk walk = start;
	const size_t count = count_spans(next_patch, &walk);

	walk = start;
	return find_spans(patches, pass->arena, next_patch, &walk, count);
}

static bool next_name(void *walk, struct listing *span)
{
	return chat_next(walk, span);
}

/* The names of a chat; false when memory runs out. */
static bool find_names(struct listings *names, const struct pass *pass)
{
	const struct chat_walk start = { .text = pass->text, .len = pass->len };
	struct chat_walk walk = start;
	size_t count = 0;

	if (survey_saw(pass->survey, SEEN_LESS) &&
	    chat_text(pass->text, pass->len))
		count = count_spans(next_name, &walk);
	walk = start;
	return find_spans(names, pass->arena, next_name, &walk, count);
}

bool spare_spans_find(struct listings *kinds, const struct pass *pass)
{
	return find_fences(&kinds[SPARED_FENCES], pass) &&
	       find_conflicts(&kinds[SPARED_CONFLICTS], pass) &&
	       find_patches(&kinds[SPARED_PATCHES], pass) &&
	       find_names(&kinds[SPARED_NAMES], pass);
}

bool spare_spans_find_listings(struct listings *kinds, const struct pass *pass)
{
	return find_listings(&kinds[SPARED_LISTINGS], pass) &&
	       find_preformatted(&kinds[SPARED_SET], pass);
}

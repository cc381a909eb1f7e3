#include "edit/spare_spans.h"

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

/* Preformatted blocks where a layer has edits: of the others nothing is asked.
   Notes may be anywhere; for them all blocks are looked at. */
struct set_walk {
	const struct layer *layer;
	struct preformatted_walk walk;
	size_t edit;
	bool notes;
};

static bool next_preformatted(void *context, struct listing *span)
{
	struct set_walk *set = context;
	const struct layer *layer = set->layer;

	if (set->notes)
		return preformatted_near(&set->walk, 0, set->walk.len, span);
	for (; set->edit < layer->edit_count; set->edit++) {
		const struct edit *edit = &layer->edits[set->edit];

		if (preformatted_near(&set->walk, edit->at, edit->end, span))
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

static bool has_notes(const struct layer *layer)
{
	for (size_t i = 0; i < layer->finding_count; i++)
		if (!layer->findings[i].edit_count)
			return true;
	return false;
}

static bool find_preformatted(struct listings *listings,
			      const struct pass *pass)
{
	const struct set_walk start = {
		.layer = pass->layer,
		.walk = { .text = pass->text, .len = pass->len },
		.notes = has_notes(pass->layer),
	};
	struct set_walk walk = start;
	size_t count = 0;

	/* Each has lines that are set in, gaps, tabs, frames or cells. */
	if (may_be_set(pass->survey))
		count = count_spans(next_preformatted, &walk);
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

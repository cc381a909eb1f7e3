/* Layers: applying edits and finding the way back. */
#include "edit/layer.h"

#include <stdlib.h>
#include <string.h>

#include "base/search.h"
#include "base/utf8.h"

void layer_init(struct layer *layer)
{
	memset(layer, 0, sizeof(*layer));
	layer->most = UINT32_MAX;
}

void layer_release(struct layer *layer)
{
	free(layer->edits);
	free(layer->findings);
	free(layer->ends);
	buffer_release(&layer->out);
	layer_init(layer);
}

void layer_reset(struct layer *layer)
{
	layer->edit_count = 0;
	layer->finding_count = 0;
	layer->too_long = false;
	buffer_reset(&layer->out);
}

static bool reserve_ends(struct layer *layer)
{
	uint32_t *ends;

	if (layer->end_cap >= layer->edit_count)
		return true;
	ends = realloc(layer->ends, layer->edit_cap * sizeof(*ends));
	if (!ends)
		return false;
	layer->ends = ends;
	layer->end_cap = layer->edit_cap;
	return true;
}

/* Whether an edit writes as many bytes, with code points at the same places. */
static bool is_aligned(const struct edit *edit, const char *text)
{
	if (edit->end - edit->at != edit->len)
		return false;
	for (size_t i = 0; i < edit->len; i++)
		if (utf8_is_trail(edit->text[i]) !=
		    utf8_is_trail(text[edit->at + i]))
			return false;
	return true;
}

/* How long the text is after the edits. */
static uint64_t length_after(const struct layer *layer, size_t len)
{
	uint64_t after = len;

	for (size_t i = 0; i < layer->edit_count; i++) {
		const struct edit *edit = &layer->edits[i];

		after += edit->len;
		after -= edit->end - edit->at;
	}
	return after;
}

bool layer_apply(struct layer *layer, const char *text, size_t len)
{
	struct buffer *out = &layer->out;
	size_t at = 0;

	layer->too_long = length_after(layer, len) > layer->most;
	if (layer->too_long || !reserve_ends(layer) ||
	    !buffer_reserve(out, len))
		return false;
	for (size_t i = 0; i < layer->edit_count; i++) {
		struct edit *edit = &layer->edits[i];

		edit->aligned = is_aligned(edit, text);
		buffer_add(out, text + at, edit->at - at);
		buffer_add(out, edit->text, edit->len);
		layer->ends[i] = (uint32_t)out->len;
		at = edit->end;
	}
	buffer_add(out, text + at, len - at);
	return !out->failed;
}

static bool text_ends_before(const void *layer, size_t i, size_t limit)
{
	return ((const struct layer *)layer)->ends[i] < limit;
}

static bool begins_before(const void *layer, size_t i, size_t at)
{
	return ((const struct layer *)layer)->edits[i].at < at;
}

/* How many edits' texts end before `limit`. */
static size_t edits_before(const struct layer *layer, size_t limit)
{
	return search_first(layer, layer->edit_count, limit, text_ends_before);
}

/*
 * `at` is after the first `n` edits. Where it is inside what the next one
 * wrote, the next one is returned; but not where that tells its place.
 */
static const struct edit *edit_around(const struct layer *layer, size_t n,
				      size_t at)
{
	if (n == layer->edit_count || layer->edits[n].aligned)
		return NULL;
	return at > layer->ends[n] - layer->edits[n].len ? &layer->edits[n]
							 : NULL;
}

static size_t shift_back(const struct layer *layer, size_t n, size_t at)
{
	return n ? at - layer->ends[n - 1] + layer->edits[n - 1].end : at;
}

/* A deletion at `at` is before the place for a start, after it for an end. */
size_t layer_start(const struct layer *layer, size_t at)
{
	const size_t n = edits_before(layer, at + 1);
	const struct edit *edit = edit_around(layer, n, at);

	return edit ? edit->at : shift_back(layer, n, at);
}

size_t layer_end(const struct layer *layer, size_t at)
{
	const size_t n = edits_before(layer, at);
	const struct edit *edit = edit_around(layer, n, at);

	return edit ? edit->end : shift_back(layer, n, at);
}

size_t layer_forward(const struct layer *layer, size_t at)
{
	const size_t n =
		search_first(layer, layer->edit_count, at, begins_before);

	if (!n)
		return at;
	if (at < layer->edits[n - 1].end)
		return layer->ends[n - 1];
	return at - layer->edits[n - 1].end + layer->ends[n - 1];
}

/* Move the finding's edits that stay to edits[kept..]; how many they are. */
static size_t keep_edits(struct layer *layer, const struct finding *finding,
			 const struct layer_filter *filter, size_t kept)
{
	const size_t first = kept;

	for (size_t i = 0; i < finding->edit_count; i++) {
		struct edit edit = layer->edits[finding->first_edit + i];

		if (filter->keeps(filter->context, &edit))
			layer->edits[kept++] = edit;
	}
	return kept - first;
}

void layer_filter(struct layer *layer, const struct layer_filter *filter)
{
	size_t edits = 0, findings = 0;

	for (size_t i = 0; i < layer->finding_count; i++) {
		struct finding finding = layer->findings[i];
		size_t kept;

		if (filter->reports(filter->context, layer, &finding))
			finding.edit_count = finding.stripped = 0;
		kept = keep_edits(layer, &finding, filter, edits);
		if (finding.edit_count
			    ? !kept
			    : !filter->notes(filter->context, &finding))
			continue;
		finding.first_edit = (uint32_t)edits;
		finding.edit_count = (uint32_t)kept;
		layer->findings[findings++] = finding;
		edits += kept;
	}
	layer->edit_count = edits;
	layer->finding_count = findings;
}

size_t layer_count_stripped(const struct layer *layer)
{
	size_t count = 0;

	for (size_t i = 0; i < layer->finding_count; i++)
		count += layer->findings[i].stripped != 0;
	return count;
}

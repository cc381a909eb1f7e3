#include "edit/spare_listings.h"

#include <stdint.h>

#include "text/listing.h"

struct listings {
	struct listing *spans; /* in the article's arena */
	size_t count;
};

static size_t count_listings(const struct pass *pass)
{
	struct listing_walk walk = { .text = pass->text, .len = pass->len };
	struct listing span;
	size_t count = 0;

	while (listing_next(&walk, &span))
		count++;
	return count;
}

static bool find_listings(struct listings *listings, const struct pass *pass)
{
	struct listing_walk walk = { .text = pass->text, .len = pass->len };
	const size_t count = count_listings(pass);

	listings->count = 0;
	if (!count)
		return true;
	listings->spans =
		arena_alloc(pass->arena, count * sizeof(*listings->spans));
	if (!listings->spans)
		return false;
	while (listings->count < count &&
	       listing_next(&walk, &listings->spans[listings->count]))
		listings->count++;
	return true;
}

/* The first listing that does not end before `at`, or one after the text. */
static struct listing find_listing(const struct listings *listings, size_t at)
{
	size_t low = 0, high = listings->count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (listings->spans[middle].end < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < listings->count ? listings->spans[low]
				     : (struct listing){ SIZE_MAX, SIZE_MAX };
}

/* Whether an edit is in a listing, or touches one. */
static bool touches(const struct listings *listings, const struct edit *edit)
{
	return find_listing(listings, edit->at).at <= edit->end;
}

/* Whether a note is of a listing alone. */
static bool is_within(const struct listings *listings,
		      const struct finding *note)
{
	const struct listing span = find_listing(listings, note->at);

	return span.at <= note->at && note->end <= span.end;
}

/* Move the finding's edits that stay to edits[kept..]; how many they are. */
static size_t keep_edits(struct layer *layer, const struct finding *finding,
			 const struct listings *listings, size_t kept)
{
	const size_t first = kept;

	for (size_t i = 0; i < finding->edit_count; i++) {
		const struct edit edit = layer->edits[finding->first_edit + i];

		if (!touches(listings, &edit))
			layer->edits[kept++] = edit;
	}
	return kept - first;
}

static void drop(struct layer *layer, const struct listings *listings)
{
	size_t edits = 0, findings = 0;

	for (size_t i = 0; i < layer->finding_count; i++) {
		struct finding finding = layer->findings[i];
		const bool note = !finding.edit_count;
		const size_t kept =
			keep_edits(layer, &finding, listings, edits);

		if (note ? is_within(listings, &finding) : !kept)
			continue;
		finding.first_edit = (uint32_t)edits;
		finding.edit_count = (uint32_t)kept;
		layer->findings[findings++] = finding;
		edits += kept;
	}
	layer->edit_count = edits;
	layer->finding_count = findings;
}

bool spare_listings(struct pass *pass)
{
	struct listings listings;

	if (!find_listings(&listings, pass))
		return false;
	if (listings.count)
		drop(pass->layer, &listings);
	return true;
}

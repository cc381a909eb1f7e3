#include "edit/spare.h"

#include <stdint.h>

#include "base/search.h"
#include "edit/shape.h"
#include "text/chat.h"
#include "text/conflict.h"
#include "text/fence.h"
#include "text/front_matter.h"
#include "text/listing.h"
#include "text/preformatted.h"
#include "text/readme.h"
#include "text/records.h"
#include "text/vertical.h"

/* Spans in ascending order. */
struct listings {
	struct listing *spans; /* in the article's arena */
	size_t count;
};

/* Listings, preformatted text, fenced blocks of code, what a merge left, and
   the names of who writes in a chat. */
enum kind { LISTINGS, SET, FENCES, CONFLICTS, NAMES, KINDS };

/* All that stays. */
struct spared {
	const char *text;
	size_t len;
	size_t front; /* bytes of front matter; all bytes where nothing is prose
		       */
	struct listings kinds[KINDS];
	bool lines; /* each is a record, and stays one */
	bool whole; /* nothing is taken out: that is only reported */
};

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
	return survey->leading || shape_count_runs(survey) ||
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

	/* Each has lines that are set in, gaps, tabs, or frames. */
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

static bool ends_before(const void *spans, size_t i, size_t at)
{
	return ((const struct listing *)spans)[i].end < at;
}

/* The first listing that does not end before `at`, or one after the text. */
static struct listing find_listing(const struct listings *listings, size_t at)
{
	const size_t i =
		search_first(listings->spans, listings->count, at, ends_before);

	return i < listings->count ? listings->spans[i]
				   : (struct listing){ SIZE_MAX, SIZE_MAX };
}

static bool is_beside(const struct listings *listings, const struct edit *edit)
{
	return find_listing(listings, edit->at).at <= edit->end;
}

/* Line ends with a CR: what they become elsewhere, they become in code. */
static bool mends_line_ends(const char *text, const struct edit *edit)
{
	bool cr = false;

	for (size_t at = edit->at; at < edit->end; at++) {
		if (text[at] != '\r' && text[at] != '\n')
			return false;
		cr |= text[at] == '\r';
	}
	for (size_t i = 0; i < edit->len; i++)
		if (edit->text[i] != '\n')
			return false;
	return cr;
}

static size_t count_breaks(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += text[i] == '\n' || text[i] == '\t';
	return count;
}

/* Whether a line that holds a record would be no line of its own any more, or
 * its fields none. */
static bool breaks_record(const struct spared *spared, const struct edit *edit)
{
	const char *text = spared->text;
	const bool whole =
		(!edit->at || text[edit->at - 1] == '\n') &&
		(edit->end == spared->len || text[edit->end] == '\n');

	return (whole && !edit->len) ||
	       count_breaks(text + edit->at, edit->end - edit->at) !=
		       count_breaks(edit->text, edit->len);
}

/* Whether an edit is in front matter or a listing, or touches one. */
static bool touches(const struct spared *spared, const struct edit *edit)
{
	if (mends_line_ends(spared->text, edit))
		return false;
	if (spared->lines && breaks_record(spared, edit))
		return true;
	for (unsigned kind = 0; kind < KINDS; kind++)
		if (is_beside(&spared->kinds[kind], edit))
			return true;
	return edit->at < spared->front;
}

static bool holds(const struct listings *listings, const struct finding *note)
{
	const struct listing span = find_listing(listings, note->at);

	return span.at <= note->at && note->end <= span.end;
}

/* Whether a note is of what stays alone. */
static bool is_within(const struct spared *spared, const struct finding *note)
{
	for (unsigned kind = 0; kind < KINDS; kind++)
		if (holds(&spared->kinds[kind], note))
			return true;
	return note->at < spared->front;
}

static bool is_line_ends(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] != '\n')
			return false;
	return true;
}

/*
 * What is taken out after front matter, and the line ends between them: these
 * stay as they are.
 */
static void clip(const struct spared *spared, struct edit *edit)
{
	size_t at = edit->at;

	if (at >= spared->front || !is_line_ends(edit->text, edit->len))
		return;
	while (at < edit->end && spared->text[at] == '\n')
		at++;
	if (at < spared->front || at == edit->end)
		return;
	edit->at = (uint32_t)at;
	edit->len = 0;
}

/* Move the finding's edits that stay to edits[kept..]; how many they are. */
static size_t keep_edits(struct layer *layer, const struct finding *finding,
			 const struct spared *spared, size_t kept)
{
	const size_t first = kept;

	for (size_t i = 0; i < finding->edit_count; i++) {
		struct edit edit = layer->edits[finding->first_edit + i];

		clip(spared, &edit);
		if (!touches(spared, &edit))
			layer->edits[kept++] = edit;
	}
	return kept - first;
}

static void only_report(struct finding *finding)
{
	finding->edit_count = 0;
	finding->stripped = 0;
}

static void drop(struct layer *layer, const struct spared *spared)
{
	size_t edits = 0, findings = 0;

	for (size_t i = 0; i < layer->finding_count; i++) {
		struct finding finding = layer->findings[i];
		bool note;
		size_t kept;

		if (spared->whole && finding.stripped)
			only_report(&finding);
		note = !finding.edit_count;
		kept = keep_edits(layer, &finding, spared, edits);
		if (note ? is_within(spared, &finding) : !kept)
			continue;
		finding.first_edit = (uint32_t)edits;
		finding.edit_count = (uint32_t)kept;
		layer->findings[findings++] = finding;
		edits += kept;
	}
	layer->edit_count = edits;
	layer->finding_count = findings;
}

/* Whether each line is a record; most texts have too few lines for that. */
static bool has_records(const struct pass *pass)
{
	return pass->survey->lines >= RECORDS_LEAST &&
	       records_text(pass->text, pass->len);
}

static bool strips(const struct layer *layer)
{
	for (size_t i = 0; i < layer->finding_count; i++)
		if (layer->findings[i].stripped)
			return true;
	return false;
}

/* Prose has longer ones. */
static bool has_short_lines(const struct pass *pass)
{
	return pass->len / VERTICAL_LINE_BYTES <= pass->survey->lines;
}

/* Whether all of a text is of another kind. */
static bool is_no_prose(const struct pass *pass)
{
	return (has_short_lines(pass) &&
		vertical_text(pass->text, pass->len)) ||
	       text_is_settings(pass->text, pass->len) ||
	       text_is_manual(pass->text, pass->len) ||
	       text_is_stanzas(pass->text, pass->len);
}

/* Find what stays; false when memory runs out. */
static bool find_kinds(struct listings *kinds, const struct pass *pass,
		       enum spare what)
{
	if (what == SPARE_LISTINGS && (!find_listings(&kinds[LISTINGS], pass) ||
				       !find_preformatted(&kinds[SET], pass)))
		return false;
	return find_fences(&kinds[FENCES], pass) &&
	       find_conflicts(&kinds[CONFLICTS], pass) &&
	       find_names(&kinds[NAMES], pass);
}

static bool has_spared(const struct spared *spared)
{
	size_t count = spared->front;

	for (unsigned kind = 0; kind < KINDS; kind++)
		count += spared->kinds[kind].count;
	return count || spared->whole;
}

bool spare_parts(struct pass *pass, enum spare what)
{
	struct spared spared = {
		.text = pass->text,
		.len = pass->len,
		.front = front_matter_length(pass->text, pass->len),
	};

	if (is_no_prose(pass)) {
		spared.front = pass->len;
		drop(pass->layer, &spared);
		return true;
	}
	if (!find_kinds(spared.kinds, pass, what))
		return false;
	spared.lines = has_records(pass) || spared.kinds[NAMES].count;
	spared.whole = spared.lines || (strips(pass->layer) &&
					text_is_readme(pass->text, pass->len));
	if (has_spared(&spared))
		drop(pass->layer, &spared);
	return true;
}

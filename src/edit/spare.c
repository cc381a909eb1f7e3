#include "edit/spare.h"

#include <stdint.h>

#include "base/search.h"
#include "edit/spare_spans.h"
#include "text/chat.h"
#include "text/comma_table.h"
#include "text/front_matter.h"
#include "text/preformatted.h"
#include "text/readme.h"
#include "text/records.h"
#include "text/tagged.h"
#include "text/vertical.h"

/* All that stays. */
struct spared {
	const char *text;
	size_t len;
	size_t front; /* bytes of front matter; all bytes where nothing is prose
		       */
	struct listings kinds[SPARED_KINDS];
	bool lines; /* each is a record, and stays one */
	bool whole; /* nothing is taken out: that is only reported */
};

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
	for (unsigned kind = 0; kind < SPARED_KINDS; kind++)
		if (is_beside(&spared->kinds[kind], edit))
			return true;
	return edit->at < spared->front;
}

static bool holds(const struct listings *listings, const struct finding *note)
{
	const struct listing span = find_listing(listings, note->at);

	return span.at <= note->at && note->end <= span.end;
}

/* Whether a note is not of what stays alone. */
static bool notes(const void *context, const struct finding *note)
{
	const struct spared *spared = context;

	for (unsigned kind = 0; kind < SPARED_KINDS; kind++)
		if (holds(&spared->kinds[kind], note))
			return false;
	return note->at >= spared->front;
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

static bool keeps(const void *spared, struct edit *edit)
{
	clip(spared, edit);
	return !touches(spared, edit);
}

static bool is_report(const void *context, const struct layer *layer,
		      const struct finding *finding)
{
	const struct spared *spared = context;

	(void)layer;
	return spared->whole && finding->stripped;
}

static void drop(struct layer *layer, const struct spared *spared)
{
	layer_filter(layer,
		     &(struct layer_filter){ spared, is_report, keeps, notes });
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
	       comma_table_text(pass->text, pass->len) ||
	       tagged_text(pass->text, pass->len) ||
	       text_is_settings(pass->text, pass->len) ||
	       text_is_manual(pass->text, pass->len) ||
	       text_is_stanzas(pass->text, pass->len);
}

static bool has_spared(const struct spared *spared)
{
	size_t count = spared->front;

	for (unsigned kind = 0; kind < SPARED_KINDS; kind++)
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
	if ((what == SPARE_LISTINGS &&
	     !spare_spans_find_listings(spared.kinds, pass)) ||
	    !spare_spans_find(spared.kinds, pass))
		return false;
	spared.lines = has_records(pass) || spared.kinds[SPARED_NAMES].count ||
		       chat_replies(pass->text, pass->len);
	spared.whole = spared.lines || (strips(pass->layer) &&
					text_is_readme(pass->text, pass->len));
	if (has_spared(&spared))
		drop(pass->layer, &spared);
	return true;
}

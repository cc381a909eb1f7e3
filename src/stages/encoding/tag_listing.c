#include "stages/encoding/tag_listing.h"

#include <string.h>

#include "stages/encoding/tags.h"

#define INDENT 2 /* bytes of a block that is set in */

struct finder {
	const struct pass *pass;
	struct tag_text tags;
	bool program; /* a listing of other code than markup */
	bool stray;   /* there is a tag in prose */
	size_t bytes; /* of listings */
};

/* Whether a tag is in text[at, end). */
static bool has_tag(struct finder *finder, size_t at, size_t end)
{
	const char *text = finder->pass->text;
	struct tag tag;

	while (at < end) {
		const char *found = memchr(text + at, '<', end - at);

		if (!found)
			break;
		at = (size_t)(found - text);
		if (tag_read(&finder->tags, at, &tag))
			return true;
		at++;
	}
	return false;
}

static bool is_markup(const struct pass *pass, const struct listing *span)
{
	return pass->text[skip_white(pass->text, pass->len, span->at)] == '<';
}

/* Indented, or after a colon. */
static bool is_set_off(const struct pass *pass, const struct listing *span)
{
	size_t before = span->at;

	if (skip_white(pass->text, pass->len, span->at) - span->at >= INDENT)
		return true;
	before = skip_white_back(pass->text, 0, before);
	return before && pass->text[before - 1] == ':';
}

/* Look at all listings, and at the prose between them; count the former. */
static size_t look(struct finder *finder)
{
	const struct pass *pass = finder->pass;
	struct listing_walk walk = { .text = pass->text, .len = pass->len };
	struct listing span;
	size_t count = 0, at = 0;

	for (; listing_next(&walk, &span); at = span.end) {
		finder->stray |= has_tag(finder, at, span.at);
		finder->program |= !is_markup(pass, &span);
		finder->bytes += span.end - span.at;
		count++;
	}
	if (count)
		finder->stray |= has_tag(finder, at, pass->len);
	return count;
}

bool tag_listings_find(struct tag_listings *listings, const struct pass *pass)
{
	struct listing_walk walk = { .text = pass->text, .len = pass->len };
	struct finder finder = {
		.pass = pass,
		.tags = { .bytes = pass->text, .len = pass->len },
	};
	const size_t count = look(&finder);
	struct listing span;

	*listings = (struct tag_listings){ 0 };
	if (!finder.program || finder.stray || finder.bytes * 2 > pass->len)
		return true;
	listings->spans = arena_alloc(pass->arena, count * sizeof(span));
	if (!listings->spans)
		return false;
	while (listings->count < count && listing_next(&walk, &span))
		if (!is_markup(pass, &span) || is_set_off(pass, &span))
			listings->spans[listings->count++] = span;
	return true;
}

size_t tag_listings_skip(struct tag_listings *listings, size_t at)
{
	const struct listing *span;

	while (listings->next < listings->count &&
	       listings->spans[listings->next].end <= at)
		listings->next++;
	if (listings->next == listings->count)
		return at;
	span = &listings->spans[listings->next];
	return span->at <= at ? span->end : at;
}

/*
 * Text of one byte a character that was read in another charset of that kind:
 * "donÕt" (Mac read as Windows), "donít" (Windows read as Mac), "donÆt"
 * (Windows read as DOS). Where some can be nothing else, all are read by
 * their places; what may be a letter of a name stays.
 */
#include "stages/stage.h"
#include "text/marks.h"

#include <string.h>

#include "base/utf8.h"
#include "stages/encoding/contraction.h"
#include "unicode/props.h"

/* What the marks became; all from U+00C0 to U+00FF. */
struct misread {
	uint32_t apostrophe, single, open, close, en_dash, em_dash, ellipsis;
	uint32_t e_acute; /* 0: no other letter's capital */
	uint32_t sure;	  /* so many are no accident */
};

static const struct misread kinds[] = {
	/* Mac as Windows-1252 */
	{ 0xD5, 0xD4, 0xD2, 0xD3, 0xD0, 0xD1, 0xC9, 0, 1 },
	/* Windows-1252 as Mac */
	{ 0xED, 0xEB, 0xEC, 0xEE, 0xF1, 0xF3, 0xD6, 0xC8, 2 },
	/* Windows-1252 as DOS */
	{ 0xC6, 0xE6, 0xF4, 0xF6, 0xFB, 0xF9, 0, 0, 1 },
};

/* A character that may be a mark, and what is around it. */
struct place {
	size_t at, end;
	uint32_t before, point, after;
	bool quoted; /* a quotation is open */
};

/* The next character from U+00C0 to U+00FF from byte `from` on. */
static bool next_place(const struct pass *pass, struct place *place,
		       size_t from)
{
	const char *found = from < pass->len ? memchr(pass->text + from, 0xC3,
						      pass->len - from)
					     : NULL;

	if (!found)
		return false;
	place->at = place->end = (size_t)(found - pass->text);
	place->point = utf8_next(pass->text, &place->end);
	place->before = utf8_before(pass->text, place->at);
	place->after = utf8_at(pass->text, pass->len, place->end);
	return true;
}

/* A capital that no word has in its middle. */
static bool is_inside_lower(const struct place *place)
{
	return unicode_is_upper(place->point) &&
	       unicode_is_lower(place->before) &&
	       !unicode_is_upper(place->after);
}

static bool place_opens(const struct place *place)
{
	return (unicode_is_edge(place->before) || place->before == '(' ||
		place->before == '-') &&
	       unicode_is_word(place->after);
}

/* After a word and a comma or period: not in "f.ö.". */
static bool ends_phrase(const struct pass *pass, const struct place *place)
{
	size_t at = place->at;

	if (place->before != ',' && place->before != '.')
		return false;
	at--;
	for (int letters = 0; letters < 2; letters++) {
		if (!unicode_is_word(utf8_before(pass->text, at)))
			return false;
		utf8_previous(pass->text, &at);
	}
	return true;
}

/*
 * Whether the character can be nothing but a mark of that kind: in "donít",
 * "AnnÕs" and ",î ".
 */
static bool place_is_sure(const struct pass *pass, const struct place *place,
			  const struct misread *kind)
{
	if (place->point == kind->close)
		return ends_phrase(pass, place) &&
		       unicode_is_edge(place->after);
	if (place->point != kind->apostrophe)
		return false;
	return contraction_holds(pass, place->at, place->end) ||
	       (is_inside_lower(place) &&
		contraction_owns(pass, place->at, place->end));
}

static const struct misread *find_kind(const struct pass *pass)
{
	const size_t count = sizeof(kinds) / sizeof(*kinds);
	size_t sure[sizeof(kinds) / sizeof(*kinds)] = { 0 };
	size_t opening[sizeof(kinds) / sizeof(*kinds)] = { 0 };
	struct place place = { .end = 0 };

	while (next_place(pass, &place, place.end)) {
		for (size_t i = 0; i < count; i++) {
			sure[i] += place_is_sure(pass, &place, &kinds[i]);
			opening[i] += place.point == kinds[i].open &&
				      place_opens(&place);
			if (sure[i] >= kinds[i].sure || (sure[i] && opening[i]))
				return &kinds[i];
		}
	}
	return NULL;
}

/* "Annís", "the workersí", "OíBrien", "ÔpierÕ": not "García", "Martí". */
static bool place_is_apostrophe(const struct pass *pass,
				const struct place *place)
{
	if (contraction_holds(pass, place->at, place->end) ||
	    (unicode_is_word(place->before) &&
	     contraction_owns(pass, place->at, place->end)))
		return true;
	if (unicode_is_word(place->after))
		return unicode_is_upper(place->before) &&
		       unicode_is_upper(place->after) && place->before < 0x80;
	/* a capital ends no word in small letters */
	return place->before == 's' ||
	       mark_is(place->before, MARK_STOP_OR_PAUSE) ||
	       is_inside_lower(place);
}

/* After a mark; after a word only where a quotation is open: "Malmö". */
static bool place_closes(const struct place *place)
{
	if (unicode_is_word(place->after))
		return false;
	return mark_is(place->before, MARK_STOP_OR_PAUSE) ||
	       (place->quoted && unicode_is_word(place->before));
}

static bool stands_apart(const struct place *place)
{
	return place->before == ' ' && place->after == ' ';
}

/* Beside another mark of the kind there is no word. */
static uint32_t as_mark(const struct misread *kind, uint32_t point)
{
	if (point == kind->em_dash || point == kind->en_dash)
		return '-';
	return point == kind->close || point == kind->open ? '"' : point;
}

/* Between spaces, beside a quotation, or, a capital, after a letter. */
static bool place_is_dash(const struct place *place)
{
	if (stands_apart(place))
		return true;
	if (place->before == '"' || place->after == '"')
		return true;
	return unicode_is_upper(place->point) &&
	       unicode_is_lower(place->before) &&
	       !unicode_is_edge(place->after);
}

static void see_marks(const struct misread *kind, struct place *place)
{
	place->before = as_mark(kind, place->before);
	place->after = as_mark(kind, place->after);
}

/* The mark, or letter, that the character was; NULL: what it is. */
static const char *read_place(const struct pass *pass, struct place *place,
			      const struct misread *kind)
{
	const uint32_t point = place->point;

	if (point == kind->apostrophe)
		return place_is_apostrophe(pass, place) ? "’" : NULL;
	if (point == kind->open && place_opens(place)) {
		place->quoted = true;
		return "“";
	}
	if (point == kind->close && place_closes(place)) {
		place->quoted = false;
		return "”";
	}
	if (point == kind->single)
		return place_opens(place) ? "‘" : NULL;
	if (point == kind->en_dash)
		return place_is_dash(place) ? "–" : NULL;
	if (point == kind->em_dash)
		return place_is_dash(place) ? "—" : NULL;
	if (point == kind->ellipsis)
		return is_inside_lower(place) && unicode_is_edge(place->after)
			       ? "…"
			       : NULL;
	return point == kind->e_acute && is_inside_lower(place) ? "é" : NULL;
}

static void run(struct pass *pass)
{
	const struct misread *kind = find_kind(pass);
	struct place place = { .end = 0 };

	while (kind && next_place(pass, &place, place.end)) {
		const char *text;

		see_marks(kind, &place);
		text = read_place(pass, &place, kind);
		if (text)
			pass_put(pass, RULE_ENCODING_MOJIBAKE, place.at,
				 place.end, text);
	}
}

const struct stage misread_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.sees = SEEN_LATIN_LEAD,
	.rule = RULE_ENCODING_MOJIBAKE,
	.run = run,
};

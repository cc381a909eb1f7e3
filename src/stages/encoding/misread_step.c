/*
 * Text of one byte a character that was read in another charset of that kind:
 * "donÕt" (Mac read as Windows), "donít" (Windows read as Mac), "donÆt"
 * (Windows read as DOS), "don¹t" (Mac in mail of the nineties). Where some can
 * be nothing else, all are read by their places; what may be a letter of a name
 * stays.
 */
#include "stages/stage.h"
#include "text/marks.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "stages/encoding/contraction.h"
#include "stages/encoding/mojibake.h"
#include "unicode/props.h"

enum role {
	ROLE_NONE,
	ROLE_APOSTROPHE,
	ROLE_SINGLE, /* an opening one */
	ROLE_OPEN,
	ROLE_CLOSE,
	ROLE_EN_DASH,
	ROLE_EM_DASH,
	ROLE_ELLIPSIS,
	ROLE_E_ACUTE,
	ROLE_POUND,
};

#define ROLES 9

/* What the marks, and é and £ where they are no letter's look, became. */
struct misread {
	struct {
		uint32_t point;
		enum role role;
	} roles[ROLES];
	uint32_t sure; /* so many are no accident */
	bool mac;      /* small letters of a Macintosh became others, too */
};

/* clang-format off */
static const struct misread kinds[] = {
	/* Mac as Windows-1252 */
	{ { { 0xD5, ROLE_APOSTROPHE }, { 0xD4, ROLE_SINGLE },
	    { 0xD2, ROLE_OPEN }, { 0xD3, ROLE_CLOSE },
	    { 0xD0, ROLE_EN_DASH }, { 0xD1, ROLE_EM_DASH },
	    { 0xC9, ROLE_ELLIPSIS }, { 0x17D, ROLE_E_ACUTE },
	    { 0x8E, ROLE_E_ACUTE } }, 1, true },
	/* Windows-1252 as Mac */
	{ { { 0xED, ROLE_APOSTROPHE }, { 0xEB, ROLE_SINGLE },
	    { 0xEC, ROLE_OPEN }, { 0xEE, ROLE_CLOSE },
	    { 0xF1, ROLE_EN_DASH }, { 0xF3, ROLE_EM_DASH },
	    { 0xD6, ROLE_ELLIPSIS }, { 0xC8, ROLE_E_ACUTE } }, 2, false },
	/* Windows-1252 as DOS */
	{ { { 0xC6, ROLE_APOSTROPHE }, { 0xE6, ROLE_SINGLE },
	    { 0xF4, ROLE_OPEN }, { 0xF6, ROLE_CLOSE },
	    { 0xFB, ROLE_EN_DASH }, { 0xF9, ROLE_EM_DASH },
	    { 0xDA, ROLE_E_ACUTE }, { 0xFA, ROLE_POUND } }, 1, false },
	/* Mac as programs for mail of its time wrote it in Windows-1252 */
	{ { { 0xB9, ROLE_APOSTROPHE }, { 0x152, ROLE_SINGLE },
	    { 0xB3, ROLE_OPEN }, { 0xB2, ROLE_CLOSE },
	    { 0x2039, ROLE_EN_DASH }, { 0x160, ROLE_ELLIPSIS } }, 1, false },
};
/* clang-format on */

static enum role role_of(const struct misread *kind, uint32_t point)
{
	for (size_t i = 0; i < ROLES; i++)
		if (kind->roles[i].point == point)
			return kind->roles[i].role;
	return ROLE_NONE;
}

/* A character that may be a mark, and what is around it. */
struct place {
	size_t at, end;
	uint32_t before, point, after;
	bool quoted; /* a quotation is open */
};

/* What such characters begin with. */
#define LEADS "\xC2\xC3\xC5\xCB\xE2"

/* The next character that has a role in any kind, after `place`. */
static bool next_place(const struct pass *pass, const struct byte_set *leads,
		       struct place *place)
{
	size_t from = place->end;

	do {
		from = byte_set_find(leads, pass->text, from, pass->len);
		if (from >= pass->len)
			return false;
		place->at = from;
		place->point = utf8_next(pass->text, &from);
	} while (place->point > 0xFF && !mojibake_byte(place->point));
	place->end = from;
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

/* The same, as ISO 8859-1 has that byte. */
static bool is_control_after_lower(const struct place *place)
{
	return place->point < 0xA0 && unicode_is_lower(place->before);
}

/*
 * A small letter of a Macintosh, within a word: "Guzm‡n", or, as ISO 8859-1 has
 * its byte, U+0087. NULL: it is none.
 */
static const char *mac_letter(const struct place *place)
{
	static const char *const letters[] = {
		"á", "à", "â", "ä", "ã", "å", "ç", "é", "è", "ê", "ë", "í", "ì",
		"î", "ï", "ñ", "ó", "ò", "ô", "ö", "õ", "ú", "ù", "û", "ü",
	};
	const uint8_t byte = mojibake_byte(place->point);

	if (!ascii_is_lower(place->before) || !ascii_is_lower(place->after) ||
	    byte < 0x87 || byte > 0x9F)
		return NULL;
	return letters[byte - 0x87];
}

/*
 * Signs, capitals and controls, which stand in no word: no mark, nor small
 * letters of Windows' code pages, as š and ź.
 */
static bool is_mac_letter(const struct place *place)
{
	static const char bytes[] = "\x87\x88\x89\x8A\x8C\x8D\x8E\x8F\x90";

	return mac_letter(place) && strchr(bytes, mojibake_byte(place->point));
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
	const enum role role = role_of(kind, place->point);

	if (role == ROLE_CLOSE)
		return ends_phrase(pass, place) &&
		       unicode_is_edge(place->after) &&
		       unicode_is_letter(place->point);
	if (role != ROLE_APOSTROPHE)
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
	const struct byte_set leads = byte_set_of(LEADS);
	struct place place = { .end = 0 };

	while (next_place(pass, &leads, &place)) {
		for (size_t i = 0; i < count; i++) {
			sure[i] += place_is_sure(pass, &place, &kinds[i]) ||
				   (kinds[i].mac && place.point < 0xA0 &&
				    is_mac_letter(&place));
			opening[i] +=
				role_of(&kinds[i], place.point) == ROLE_OPEN &&
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
	    ((unicode_is_word(place->before) || place->before == '.') &&
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

/*
 * After a mark; after a word only where a quotation is open, "Malmö", or where
 * no word ends so: "pierÓ".
 */
static bool place_closes(const struct place *place)
{
	if (unicode_is_word(place->after))
		return false;
	return mark_is(place->before, MARK_STOP_OR_PAUSE) ||
	       is_inside_lower(place) ||
	       (place->quoted && unicode_is_word(place->before));
}

static bool stands_apart(const struct place *place)
{
	return place->before == ' ' && place->after == ' ';
}

/* "soÉ and", "soÉand", "2016Éand", "[É]", "he É so", "so?É And" */
static bool place_is_ellipsis(const struct pass *pass,
			      const struct place *place)
{
	if (is_inside_lower(place) ||
	    (place->before == '[' && place->after == ']'))
		return true;
	if (unicode_is_digit(place->before))
		return unicode_is_lower(place->after);
	if (stands_apart(place) && unicode_is_upper(place->point))
		return ascii_is_lower(pass_byte_before(pass, place->at - 1)) &&
		       ascii_is_lower(pass_byte(pass, place->end + 1));
	return unicode_is_edge(place->after) &&
	       mark_is(place->before, MARK_STOP_OR_PAUSE | MARK_CLOSE_BRACKET);
}

/* Beside another mark of the kind there is no word. */
static uint32_t as_mark(const struct misread *kind, uint32_t point)
{
	switch (role_of(kind, point)) {
	case ROLE_EN_DASH:
	case ROLE_EM_DASH:
		return '-';
	case ROLE_OPEN:
	case ROLE_CLOSE:
		return '"';
	default:
		return point;
	}
}

/* Between spaces, beside a quotation, or, a capital, after a letter or digit.
 */
static bool place_is_dash(const struct place *place)
{
	if (stands_apart(place))
		return true;
	if (place->before == '"' || place->after == '"')
		return true;
	if (unicode_is_digit(place->before))
		return unicode_is_upper(place->point) &&
		       unicode_is_lower(place->after);
	return unicode_is_upper(place->point) &&
	       unicode_is_lower(place->before) &&
	       !unicode_is_edge(place->after);
}

static void see_marks(const struct misread *kind, struct place *place)
{
	place->before = as_mark(kind, place->before);
	place->after = as_mark(kind, place->after);
}

/* Any control may be a letter; a mark that is none is a mark. */
static const char *read_letter(const struct pass *pass,
			       const struct place *place)
{
	const bool control = place->point < 0xA0 &&
			     !contraction_holds(pass, place->at, place->end) &&
			     !contraction_owns(pass, place->at, place->end);

	return control || is_mac_letter(place) ? mac_letter(place) : NULL;
}

/* The mark that the character was; NULL: what it is. */
static const char *read_mark(const struct pass *pass, struct place *place,
			     const struct misread *kind)
{
	switch (role_of(kind, place->point)) {
	case ROLE_APOSTROPHE:
		return place_is_apostrophe(pass, place) ? "’" : NULL;
	case ROLE_SINGLE:
		return place_opens(place) ? "‘" : NULL;
	case ROLE_OPEN:
		if (!place_opens(place))
			return NULL;
		place->quoted = true;
		return "“";
	case ROLE_CLOSE:
		if (!place_closes(place))
			return NULL;
		place->quoted = false;
		return "”";
	case ROLE_EN_DASH:
		return place_is_dash(place) ? "–" : NULL;
	case ROLE_EM_DASH:
		return place_is_dash(place) ? "—" : NULL;
	case ROLE_ELLIPSIS:
		return place_is_ellipsis(pass, place) ? "…" : NULL;
	case ROLE_E_ACUTE:
		return is_inside_lower(place) || is_control_after_lower(place)
			       ? "é"
			       : NULL;
	case ROLE_POUND:
		return unicode_is_digit(place->after) ? "£" : NULL;
	default:
		return NULL;
	}
}

static void run(struct pass *pass)
{
	const struct byte_set leads = byte_set_of(LEADS);
	const struct misread *kind = find_kind(pass);
	struct place place = { .end = 0 };

	while (kind && next_place(pass, &leads, &place)) {
		const char *text;

		see_marks(kind, &place);
		text = read_mark(pass, &place, kind);
		if (!text && kind->mac)
			text = read_letter(pass, &place);
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

/*
 * Characters that are no text: byte order marks, controls, invisible ones; and
 * typographic ligatures. What a script or an emoji needs stays.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/byte_set.h"
#include "base/utf8.h"
#include "text/marks.h"
#include "unicode/props.h"
#include "unicode/script.h"

struct place {
	struct pass *pass;
	size_t at, end; /* of the code point */
	size_t taken;	/* up to here the text is edited */
	uint32_t before, point, after;
};

static void drop(const struct place *place, unsigned rule)
{
	pass_delete(place->pass, rule, place->at, place->end);
}

static void put(const struct place *place, unsigned rule, const char *text)
{
	pass_put(place->pass, rule, place->at, place->end, text);
}

/*
 * A control character that was the low byte of a mark in U+2000: the program
 * that wrote it dropped the high one.
 */
static const struct {
	uint32_t control;
	const char *mark;
} cut_marks[] = {
	{ 0x13, "–" }, { 0x14, "—" }, { 0x18, "‘" },
	{ 0x19, "’" }, { 0x1C, "“" }, { 0x1D, "”" },
};

static bool is_boundary(uint32_t point)
{
	return !point || unicode_is_space(point) ||
	       (point < 0x80 && !ascii_is_alnum(point) && point > ' ');
}

/* Whether the mark makes sense between its neighbours. */
static bool fits_mark(const struct place *place)
{
	const bool word_before = unicode_is_word(place->before);
	const bool word_after = unicode_is_word(place->after);

	switch (place->point) {
	case 0x19:
		return word_before && (word_after || is_boundary(place->after));
	case 0x18:
	case 0x1C:
		return word_after && is_boundary(place->before);
	case 0x1D:
		return !word_after && !unicode_is_space(place->before);
	default:
		return word_before == word_after && place->before != 0 &&
		       place->after != 0;
	}
}

/* "ESC [ 31 m": the colour commands of terminals. Returns its end. */
static size_t end_of_escape(const struct place *place)
{
	const char *text = place->pass->text;
	const size_t len = place->pass->len;
	size_t at = place->end;

	if (place->point != 0x1B || at == len || text[at] != '[')
		return place->end;
	for (at++; at < len && at - place->end < 16; at++) {
		if (ascii_is_letter((unsigned char)text[at]))
			return at + 1;
		if (!ascii_is_digit((unsigned char)text[at]) && text[at] != ';')
			break;
	}
	return place->end;
}

/* C1 controls that are Windows-1252 read as ISO 8859-1. */
static const char *const c1_texts[32] = {
	"€", NULL, "‚",	 "ƒ", "„",  "…",  "†", "‡",  "ˆ", "‰", "Š",
	"‹", "Œ",  NULL, "Ž", NULL, NULL, "‘", "’",  "“", "”", "•",
	"–", "—",  "˜",	 "™", "š",  "›",  "œ", NULL, "ž", "Ÿ",
};

/* The last two bytes of a mark of U+2000 whose first, 0xE2, was dropped. */
static bool mend_headless(struct place *place)
{
	const struct pass *pass = place->pass;
	char bytes[UTF8_MAX];
	char *text;
	size_t len;

	if (place->point != 0x80 || place->after < 0x90 || place->after > 0xA6)
		return false;
	len = utf8_encode(0x2000 | (place->after & 0x3F), bytes);
	text = arena_copy(pass->arena, bytes, len);
	if (!text) {
		place->pass->failed = true;
		return true;
	}
	utf8_next(pass->text, &place->end);
	pass_replace(place->pass, RULE_ENCODING_MOJIBAKE, place->at, place->end,
		     text, len);
	return true;
}

/* 0x80 may also be what is left of a mark: a euro sign has a number. */
static bool is_euro(const struct place *place)
{
	return unicode_is_digit(place->before) ||
	       unicode_is_digit(place->after) || place->after == ' ';
}

#define C1_SINGLE 0x92 /* ’ and ” of Windows */
#define C1_DOUBLE 0x94

/* “pressure”, and not a sentence in quotation marks. */
static bool is_after_quoted_word(const struct place *place)
{
	size_t at = place->at;

	if (!mark_is(place->before, MARK_CLOSE_QUOTE) &&
	    place->before != C1_SINGLE && place->before != C1_DOUBLE)
		return false;
	utf8_previous(place->pass->text, &at);
	return unicode_is_word(utf8_before(place->pass->text, at));
}

/* U+0085 is a line end, too; within a sentence it is an ellipsis. */
static bool is_ellipsis(const struct place *place)
{
	if (is_after_quoted_word(place))
		return true;
	return unicode_is_word(place->before) || place->before == ' ' ||
	       mark_is(place->before, MARK_PAUSE);
}

static bool mend_c1(struct place *place)
{
	const char *text = c1_texts[place->point - 0x80];

	if (mend_headless(place))
		return true;
	if (!text || (place->point == 0x80 && !is_euro(place)) ||
	    (place->point == 0x85 && !is_ellipsis(place)))
		return false;
	put(place, RULE_ENCODING_MOJIBAKE, text);
	return true;
}

/*
 * Bold and underlined type of old printers: "F^HF", "_^HF" and "F^H_". Of what
 * was printed on one place the letter stays, once.
 */
static bool mend_overstrike(struct place *place)
{
	size_t from = place->at;

	if (place->point != 0x08 || !from || !place->after)
		return false;
	utf8_previous(place->pass->text, &from);
	if (from < place->taken)
		return false;
	if (place->after == '_' && place->before != '_')
		utf8_next(place->pass->text, &place->end);
	else if (place->before == place->after || place->before == '_')
		place->at = from;
	else
		return false;
	drop(place, RULE_ENCODING_CONTROL);
	return true;
}

static void mend_control(struct place *place)
{
	const size_t count = sizeof(cut_marks) / sizeof(*cut_marks);

	if (mend_overstrike(place))
		return;

	if (place->point >= 0x80 && mend_c1(place))
		return;
	if (place->point == '\v' || place->point == '\f' ||
	    place->point == 0x85) {
		put(place, RULE_ENCODING_CONTROL, "\n");
		return;
	}
	for (size_t i = 0; i < count; i++) {
		if (place->point == cut_marks[i].control && fits_mark(place)) {
			put(place, RULE_ENCODING_CONTROL, cut_marks[i].mark);
			return;
		}
	}
	place->end = end_of_escape(place);
	pass_delete_run(place->pass, RULE_ENCODING_CONTROL, place->at,
			place->end);
}

static bool is_control(uint32_t point)
{
	return (point < 0x20 && point != '\t' && point != '\n' &&
		point != '\r') ||
	       (point >= 0x7F && point < 0xA0);
}

/* In Kurdish a heh with a non-joiner is the letter e, at a word's end, too. */
#define HEH 0x0647

/* Joiners: needed between letters of some scripts, and inside emoji. */
static bool joiner_is_needed(const struct place *place)
{
	if (script_uses_joiners(place->before) &&
	    (place->point == 0x200C || place->point == 0x200D))
		return script_uses_joiners(place->after) ||
		       place->point == 0x200D || place->before == HEH;
	return place->point == 0x200D && script_is_emoji_part(place->before) &&
	       script_is_emoji(place->after);
}

static bool is_direction_mark(uint32_t point)
{
	return point == 0x200E || point == 0x200F || point == 0x061C ||
	       (point >= 0x202A && point <= 0x202E) ||
	       (point >= 0x2066 && point <= 0x2069);
}

/* Characters that show nothing, and that no script needs. */
static bool is_invisible(const struct place *place, bool right_to_left)
{
	switch (place->point) {
	case 0x00AD:
	case 0x180E:
	case 0x2060:
	case 0xFEFF:
	case 0xFFFC:
		return true;
	case 0x200B:
		return !script_breaks_unseen(place->before) &&
		       !script_breaks_unseen(place->after);
	case 0x200C:
	case 0x200D:
		return !joiner_is_needed(place);
	default:
		break;
	}
	if (is_direction_mark(place->point))
		return !right_to_left;
	return (place->point >= 0x2061 && place->point <= 0x2064) ||
	       (place->point >= 0x206A && place->point <= 0x206F) ||
	       (place->point >= 0xFFF9 && place->point <= 0xFFFB);
}

/* Where a word goes on after the line end at `at`; 0: none does. */
static size_t word_goes_on(const struct pass *pass, size_t at)
{
	while (ascii_is_blank(pass_byte(pass, at)))
		at++;
	if (pass_byte(pass, at) != '\n')
		return 0;
	while (++at < pass->len && pass->text[at] == ' ')
		;
	return at < pass->len && unicode_is_lower(pass_point(pass, at)) ? at
									: 0;
}

/* U+2010 and U+00AC of a typesetter, "com\u2010/pany": a hyphen like others. */
static void mend_line_hyphen(const struct place *place)
{
	if (unicode_is_letter(place->before) &&
	    word_goes_on(place->pass, place->end))
		put(place, RULE_ENCODING_LINE_HYPHEN, "-");
}

static bool is_line_hyphen(uint32_t point)
{
	return point == 0xAC || point == 0x2010;
}

/* A soft hyphen at a line's end goes with the line end: "govern-/ment". */
static void drop_invisible(struct place *place)
{
	const size_t next = word_goes_on(place->pass, place->end);

	/* A byte order mark is the first step's. */
	if (place->at == 0 && place->point == 0xFEFF)
		return;
	if (place->point == 0xAD && next)
		place->end = next;
	drop(place, RULE_ENCODING_INVISIBLE);
}

static const char *const ligatures[] = {
	"ff", "fi", "fl", "ffi", "ffl", "st", "st",
};

static void mend_ligature(const struct place *place)
{
	if (unicode_is_letter(place->before) || unicode_is_letter(place->after))
		put(place, RULE_ENCODING_LIGATURE,
		    ligatures[place->point - 0xFB00]);
}

/* Hebrew and Arabic letters need direction marks. */
static bool has_right_to_left(const struct pass *pass)
{
	size_t at = 0;

	while (at < pass->len) {
		const unsigned char c = (unsigned char)pass->text[at];

		/* Lead bytes of U+0580 to U+08FF, and of U+FB40 and above. */
		if ((c >= 0xD6 && c <= 0xDF) || c == 0xE0 || c == 0xEF) {
			const uint32_t point = utf8_next(pass->text, &at);

			if (script_is_right_to_left(point))
				return true;
			continue;
		}
		at++;
	}
	return false;
}

/* Lead bytes of code points that may have to go. */
static struct byte_set find_leads(void)
{
	struct byte_set leads = byte_set_of("\x7F\xC2\xD8");

	byte_set_add(&leads, 0x00, 0x09);
	byte_set_add(&leads, 0x0B, 0x1F);
	byte_set_add(&leads, 0xE1, 0xEF);
	return leads;
}

static void look(struct place *place, bool right_to_left)
{
	const struct pass *pass = place->pass;

	place->before = utf8_before(pass->text, place->at);
	place->after = utf8_at(pass->text, pass->len, place->end);
	if (is_control(place->point))
		mend_control(place);
	else if (is_line_hyphen(place->point))
		mend_line_hyphen(place);
	else if (place->point >= 0xFB00 && place->point <= 0xFB06)
		mend_ligature(place);
	else if (is_invisible(place, right_to_left))
		drop_invisible(place);
}

static bool is_of_interest(uint32_t point)
{
	return is_control(point) || is_line_hyphen(point) || point == 0xAD ||
	       point == 0x61C || point == 0x180E ||
	       (point >= 0x200B && point <= 0x200F) ||
	       (point >= 0x202A && point <= 0x202E) ||
	       (point >= 0x2060 && point <= 0x206F) ||
	       (point >= 0xFB00 && point <= 0xFB06) || point == 0xFEFF ||
	       (point >= 0xFFF9 && point <= 0xFFFC);
}

static void run(struct pass *pass)
{
	const bool right_to_left = survey_saw(pass->survey, SEEN_INVISIBLE) &&
				   has_right_to_left(pass);
	const struct byte_set leads = find_leads();
	size_t at = 0, taken = 0;

	while ((at = byte_set_find(&leads, pass->text, at, pass->len)) <
	       pass->len) {
		struct place place = { pass, at, at, taken, 0, 0, 0 };

		place.point = utf8_next(pass->text, &at);
		place.end = at;
		if (!is_of_interest(place.point))
			continue;
		look(&place, right_to_left);
		at = taken = place.end;
	}
}

static bool triggered(const struct survey *survey,
		      const struct settings *settings)
{
	(void)settings;
	return survey_saw(survey,
			  SEEN_CONTROL | SEEN_INVISIBLE | SEEN_LIGATURE);
}

const struct stage character_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.triggered = triggered,
	.run = run,
};

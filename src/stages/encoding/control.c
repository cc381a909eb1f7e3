/* Control characters. */
#include "stages/encoding/control.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/stage.h"
#include "text/marks.h"
#include "unicode/props.h"

/*
 * A control character that was the low byte of a mark in U+2000: the program
 * that wrote it dropped the high one. 0x1E is Word's hyphen that breaks no
 * line.
 */
static const struct {
	uint32_t control;
	const char *mark;
} cut_marks[] = {
	{ 0x13, "–" }, { 0x14, "—" }, { 0x18, "‘" }, { 0x19, "’" },
	{ 0x1C, "“" }, { 0x1D, "”" }, { 0x1E, "-" },
};

static bool is_boundary(uint32_t point)
{
	return !point || unicode_is_space(point) ||
	       (point < 0x80 && !ascii_is_alnum(point) && point > ' ');
}

/* Whether the mark makes sense between its neighbours. */
static bool fits_mark(const struct character_place *place)
{
	const bool word_before = unicode_is_word(place->before);
	const bool word_after = unicode_is_word(place->after);

	switch (place->point) {
	case 0x19:
		return word_before && (word_after || is_boundary(place->after));
	case 0x18:
	case 0x1C:
		return word_after && is_boundary(place->before);
	case 0x1E:
		return word_before && word_after;
	case 0x1D:
		return !word_after && !unicode_is_space(place->before);
	default:
		return word_before == word_after && place->before != 0 &&
		       place->after != 0;
	}
}

/* "ESC [ 31 m": the colour commands of terminals. Returns its end. */
static size_t end_of_escape(const struct character_place *place)
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

#define CYRILLIC_TE 0x0442

/* What the byte 0xE2 is in ISO 8859 for other scripts than Latin. */
static const uint32_t heads[] = {
	CYRILLIC_TE, 0x03B2, /* Greek */
	0x05D2,		     /* Hebrew */
	0x0642,		     /* Arabic */
	0x0E42,		     /* Thai */
	'\'',		     /* no letter: a program did not know it */
};

#define ELLIPSIS_CYRILLIC 0x0406 /* 0xA6 where that is Cyrillic */

/* "boardт" and a control: the letter is the mark's, and ends no word. */
static void take_head(struct character_place *place)
{
	const char *text = place->pass->text;
	size_t from = place->at;

	if (!from)
		return;
	utf8_previous(text, &from);
	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		if (place->before == heads[i] && from >= place->taken &&
		    utf8_before(text, from) < 0x80)
			place->at = from;
}

/*
 * The last two bytes of a mark of U+2000 whose first, 0xE2, was dropped, or is
 * a letter of another script, or an apostrophe.
 */
static bool mend_headless(struct character_place *place)
{
	struct pass *pass = place->pass;
	const uint32_t last = place->before == CYRILLIC_TE &&
					      place->after == ELLIPSIS_CYRILLIC
				      ? 0xA6
				      : place->after;

	if (place->point != 0x80 || last < 0x90 || last > 0xA6)
		return false;
	take_head(place);
	utf8_next(pass->text, &place->end);
	pass_put_point(pass, RULE_ENCODING_MOJIBAKE, place->at, place->end,
		       0x2000 | (last & 0x3F));
	return true;
}

/* 0x80 may also be what is left of a mark: a euro sign has a number. */
static bool is_euro(const struct character_place *place)
{
	return unicode_is_digit(place->before) ||
	       unicode_is_digit(place->after) || place->after == ' ';
}

#define C1_SINGLE 0x92 /* ’ and ” of Windows */
#define C1_DOUBLE 0x94

/* “pressure”, and not a sentence in quotation marks. */
static bool is_after_quoted_word(const struct character_place *place)
{
	size_t at = place->at;

	if (!mark_is(place->before, MARK_CLOSE_QUOTE) &&
	    place->before != C1_SINGLE && place->before != C1_DOUBLE)
		return false;
	utf8_previous(place->pass->text, &at);
	return unicode_is_word(utf8_before(place->pass->text, at));
}

bool control_has_windows(const struct pass *pass)
{
	static const char lead[] = "\xC2";
	size_t at = bytes_find(pass->text, pass->len, 0, lead[0]);

	while (at < pass->len && (pass_byte(pass, at + 1) < 0x91 ||
				  pass_byte(pass, at + 1) > 0x97))
		at = bytes_find(pass->text, pass->len, at + 1, lead[0]);
	return at < pass->len;
}

/* "never.\u0085 And", "[\u0085]": white space, or a bracket, is beside it. */
static bool is_set_apart(const struct character_place *place)
{
	return unicode_is_space(place->before) || place->after == ' ' ||
	       place->after == ')' || place->after == ']';
}

/*
 * U+0085 is a line end, too; within a sentence it is an ellipsis, and so it is
 * among other marks of Windows-1252, but right between two sentences.
 */
static bool is_ellipsis(const struct character_place *place)
{
	if (is_after_quoted_word(place) ||
	    (place->windows && is_set_apart(place)))
		return true;
	return unicode_is_word(place->before) || place->before == ' ' ||
	       mark_is(place->before, MARK_PAUSE);
}

static bool mend_c1(struct character_place *place)
{
	const char *text = c1_texts[place->point - 0x80];

	if (mend_headless(place))
		return true;
	if (!text || (place->point == 0x80 && !is_euro(place)) ||
	    (place->point == 0x85 && !is_ellipsis(place)))
		return false;
	character_put(place, RULE_ENCODING_MOJIBAKE, text);
	return true;
}

/*
 * Bold and underlined type of old printers: "F^HF", "_^HF" and "F^H_". Of what
 * was printed on one place the letter stays, once.
 */
static bool mend_overstrike(struct character_place *place)
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
	character_drop(place, RULE_ENCODING_CONTROL);
	return true;
}

static bool is_line_end(uint32_t point)
{
	return point == '\v' || point == '\f' || point == 0x85;
}

/*
 * A line end of other programs. Markdown has none but those of the system, and
 * a line more might be a heading or a list: there it parts two words.
 */
static void mend_line_end(struct character_place *place)
{
	const struct pass *pass = place->pass;

	if (!pass->settings->markdown) {
		character_put(place, RULE_ENCODING_CONTROL, "\n");
		return;
	}
	while (is_line_end(utf8_at(pass->text, pass->len, place->end)))
		utf8_next(pass->text, &place->end);
	place->after = utf8_at(pass->text, pass->len, place->end);
	if (!place->before || !place->after ||
	    unicode_is_space(place->before) || unicode_is_space(place->after))
		character_drop(place, RULE_ENCODING_CONTROL);
	else
		character_put(place, RULE_ENCODING_CONTROL, " ");
}

void control_mend(struct character_place *place)
{
	const size_t count = sizeof(cut_marks) / sizeof(*cut_marks);

	if (mend_overstrike(place))
		return;
	if (place->point >= 0x80 && mend_c1(place))
		return;
	if (is_line_end(place->point)) {
		mend_line_end(place);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		if (place->point == cut_marks[i].control && fits_mark(place)) {
			character_put(place, RULE_ENCODING_CONTROL,
				      cut_marks[i].mark);
			return;
		}
	}
	place->end = end_of_escape(place);
	pass_delete_run(place->pass, RULE_ENCODING_CONTROL, place->at,
			place->end);
}

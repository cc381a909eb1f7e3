/*
 * Characters that are no text: controls (control.c), invisible ones; and
 * typographic ligatures, and letters in full width. What a script or an emoji
 * needs stays.
 */
#include "stages/stage.h"

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "stages/encoding/control.h"
#include "stages/other_language.h"
#include "unicode/props.h"
#include "unicode/script.h"

#define YEAR_DIGITS 4

/* In Kurdish a heh with a non-joiner is the letter e, at a word's end, too. */
#define HEH 0x0647

/* Joiners: needed between letters of some scripts, and inside emoji. */
static bool joiner_is_needed(const struct character_place *place)
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
static bool is_invisible(const struct character_place *place,
			 bool right_to_left)
{
	switch (place->point) {
	case 0x180E: /* after a letter of Mongolian it parts a vowel */
		return place->before < 0x1820 || place->before > 0x18AA;
	case 0x00AD:
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
	at = skip_blanks(pass->text, pass->len, at);
	if (pass_byte(pass, at) != '\n')
		return 0;
	do
		at++;
	while (pass_byte(pass, at) == ' ');
	return unicode_is_lower(pass_point(pass, at)) ? at : 0;
}

/* U+2010 and U+00AC of a typesetter, "com\u2010/pany": a hyphen like others. */
static void mend_line_hyphen(const struct character_place *place)
{
	if (unicode_is_letter(place->before) &&
	    word_goes_on(place->pass, place->end))
		character_put(place, RULE_ENCODING_LINE_HYPHEN, "-");
}

static bool is_line_hyphen(uint32_t point)
{
	return point == 0xAC || point == 0x2010;
}

/* A number with more digits than a year, at which a page may have broken it. */
static bool is_long_number(const struct character_place *place)
{
	const struct pass *pass = place->pass;
	const size_t at = skip_digits_back(pass->text, 0, place->at);
	const size_t end = skip_digits(pass->text, pass->len, place->end);

	return place->at - at > YEAR_DIGITS || end - place->end > YEAR_DIGITS;
}

/*
 * "K-12", "1997-98", "ELLIS, CA-The ferry": where no word is broken, what was
 * typed as a soft hyphen is a hyphen, or the dash after a place in capitals.
 */
static bool is_hard_hyphen(const struct character_place *place)
{
	const struct pass *pass = place->pass;
	const bool digits = place->before < 0x80 && place->after < 0x80 &&
			    (ascii_is_digit((unsigned char)place->before) ||
			     ascii_is_digit((unsigned char)place->after));

	if (place->point != 0xAD || !place->before || !place->after)
		return false;
	if (digits)
		return ascii_is_alnum((unsigned char)place->before) &&
		       ascii_is_alnum((unsigned char)place->after) &&
		       !is_long_number(place);
	return place->before < 0x80 && place->after < 0x80 &&
	       ascii_is_upper((unsigned char)place->before) &&
	       ascii_is_upper((unsigned char)place->after) && place->at > 1 &&
	       ascii_is_upper((unsigned char)pass->text[place->at - 2]) &&
	       ascii_is_lower((unsigned char)pass_byte(pass, place->end + 1));
}

/* A soft hyphen at a line's end goes with the line end: "govern-/ment". */
static void drop_invisible(struct character_place *place)
{
	const size_t next = word_goes_on(place->pass, place->end);

	/* A byte order mark is the first step's. */
	if (place->at == 0 && place->point == 0xFEFF)
		return;
	if (is_hard_hyphen(place)) {
		character_put(place, RULE_ENCODING_INVISIBLE, "-");
		return;
	}
	if (place->point == 0xAD && next)
		place->end = next;
	character_drop(place, RULE_ENCODING_INVISIBLE);
}

static const char *const ligatures[] = {
	"ff", "fi", "fl", "ffi", "ffl", "st", "st",
};

/* Alone it may be spoken of; but "fi" is a word of Romanian. */
static void mend_ligature(const struct character_place *place)
{
	if (unicode_is_letter(place->before) ||
	    unicode_is_letter(place->after) || language_is_other(place->pass))
		character_put(place, RULE_ENCODING_LIGATURE,
			      ligatures[place->point - 0xFB00]);
}

/*
 * "so。", as a keyboard for Chinese types it: the marks in full width that have
 * other code points. One that is spoken of stands alone.
 */
static bool is_ideographic_mark(uint32_t point)
{
	return point == 0x3001 || point == 0x3002;
}

/*
 * "Ｔａｒｎ": a letter, digit or mark of ASCII in full width. The signs of
 * markup may be written so to be none.
 */
static bool is_wide(uint32_t point)
{
	return is_ideographic_mark(point) ||
	       (point >= 0xFF01 && point <= 0xFF5E && point != 0xFF06 &&
		point != 0xFF1C && point != 0xFF1E);
}

/*
 * Chinese, Japanese and Korean text sets Latin letters and marks in full width;
 * no other text does.
 */
static bool has_east_asian(const struct pass *pass)
{
	size_t at = 0;

	while (at < pass->len) {
		const unsigned char c = (unsigned char)pass->text[at];

		/* Lead bytes of U+1000 to U+FFFF, and of U+20000. */
		if (c >= 0xE1 && c <= 0xF0) {
			const uint32_t point = utf8_next(pass->text, &at);

			if (script_is_east_asian(point))
				return true;
			continue;
		}
		at++;
	}
	return false;
}

static void narrow(const struct character_place *place)
{
	static const char ascii[] =
		"!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

	if (is_ideographic_mark(place->point)) {
		if (place->before && !unicode_is_space(place->before))
			pass_put(place->pass, RULE_ENCODING_WIDTH, place->at,
				 place->end,
				 place->point == 0x3001 ? "," : ".");
		return;
	}
	pass_replace(place->pass, RULE_ENCODING_WIDTH, place->at, place->end,
		     &ascii[place->point - 0xFF01], 1);
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

#define ZERO_WIDTH 0x200B
#define SPACES_MOST 4 /* times as many spaces of no width as others */
#define SPACES_LEAST 8

/* "The\u200Bferry\u200Bleft": spaces of no width part all of its words. */
static bool has_unseen_spaces(const struct pass *pass)
{
	static const char sign[] = "\u200B";
	size_t unseen = 0, spaces = 0, at = 0;

	for (; (at = bytes_find(pass->text, pass->len, at, *sign)) < pass->len;
	     at++)
		unseen +=
			pass_has(pass, at, sign) &&
			ascii_is_alnum(pass_byte(pass, at + sizeof(sign) - 1));
	if (unseen < SPACES_LEAST)
		return false;
	for (at = 0; at < pass->len; at++)
		spaces += pass->text[at] == ' ';
	return unseen >= SPACES_MOST * spaces;
}

struct scripts {
	bool right_to_left, east_asian, unseen_spaces;
};

static void look(struct character_place *place, const struct scripts *scripts)
{
	const struct pass *pass = place->pass;

	place->before = utf8_before(pass->text, place->at);
	place->after = utf8_at(pass->text, pass->len, place->end);
	if (control_is(place->point))
		control_mend(place);
	else if (is_line_hyphen(place->point))
		mend_line_hyphen(place);
	else if (place->point >= 0xFB00 && place->point <= 0xFB06)
		mend_ligature(place);
	else if (is_wide(place->point) && !scripts->east_asian)
		narrow(place);
	else if (place->point == ZERO_WIDTH && scripts->unseen_spaces &&
		 !script_breaks_unseen(place->before))
		character_put(place, RULE_ENCODING_INVISIBLE, " ");
	else if (is_invisible(place, scripts->right_to_left))
		drop_invisible(place);
}

static bool is_of_interest(uint32_t point)
{
	return control_is(point) || is_line_hyphen(point) || point == 0xAD ||
	       point == 0x61C || point == 0x180E ||
	       (point >= 0x200B && point <= 0x200F) ||
	       (point >= 0x202A && point <= 0x202E) ||
	       (point >= 0x2060 && point <= 0x206F) ||
	       (point >= 0xFB00 && point <= 0xFB06) || point == 0xFEFF ||
	       is_wide(point) || (point >= 0xFFF9 && point <= 0xFFFC);
}

static void run(struct pass *pass)
{
	const struct scripts scripts = {
		.right_to_left = survey_saw(pass->survey, SEEN_INVISIBLE) &&
				 has_right_to_left(pass),
		.unseen_spaces = survey_saw(pass->survey, SEEN_INVISIBLE) &&
				 has_unseen_spaces(pass),
		.east_asian = survey_saw(pass->survey, SEEN_LIGATURE) &&
			      has_east_asian(pass),
	};
	const struct byte_set leads = find_leads();
	const bool windows = survey_saw(pass->survey, SEEN_CONTROL) &&
			     control_has_windows(pass);
	size_t at = 0, taken = 0;

	while ((at = byte_set_find(&leads, pass->text, at, pass->len)) <
	       pass->len) {
		struct character_place place = {
			.pass = pass,
			.at = at,
			.taken = taken,
			.windows = windows,
		};

		place.point = utf8_next(pass->text, &at);
		place.end = at;
		if (!is_of_interest(place.point))
			continue;
		look(&place, &scripts);
		at = taken = place.end;
	}
}

const struct stage character_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.sees = SEEN_CONTROL | SEEN_INVISIBLE | SEEN_LIGATURE,
	.rule = RULE_ANY,
	.run = run,
};

/*
 * UTF-8 that was read in a charset of East Asia, where two bytes are one
 * letter: "board鈥檚" for "board’s" and "Caf茅" in GBK, "5 째C" in Windows-949.
 * The second letter has the byte after the mark, too. Where that one is no
 * letter's, the mark's last byte is lost ("鈥?"), and a later step sees what it
 * was.
 *
 * Nothing is read again unless such a letter touches one of ASCII, and most
 * letters of East Asia that the article has are of this kind.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"

struct two_byte_row {
	uint16_t point, bytes;
};

#include "stages/encoding/two_byte_table.h"

#define ROWS (sizeof(two_byte_rows) / sizeof(*two_byte_rows))
#define UNIT_MOST 24   /* bytes of a row of letters that were one word's */
#define LETTERS_EACH 2 /* letters of the Latin script for each other one */
#define OTHERS_MOST 64 /* letters that are none of these, and ... */
#define UNITS_EACH 5   /* ... so many that are, for each of them */
#define REPLACEMENT 0xFFFD

/* A row of letters, read again. */
struct unit {
	size_t end;
	char text[UNIT_MOST];
	size_t len;
	bool lost; /* its last mark is U+FFFD */
};

/* The two bytes that a letter was; 0: it is none of these. */
static unsigned bytes_of(uint32_t point)
{
	size_t low = 0, high = ROWS;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (two_byte_rows[middle].point == point)
			return two_byte_rows[middle].bytes;
		if (two_byte_rows[middle].point < point)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

/* What news in the Latin script has. */
static bool is_likely(uint32_t point)
{
	return (point >= 0xA0 && point < 0x180) ||
	       (point >= 0x2010 && point <= 0x2033) || point == 0x20AC ||
	       point == 0x2122;
}

/* How many of the bytes are whole; all that are there are of likely points. */
static bool read_whole(const char *bytes, size_t len, size_t *whole)
{
	size_t at = 0;

	while (at < len) {
		const unsigned char c = (unsigned char)bytes[at];
		const size_t need = c < 0x80 ? 1 : c < 0xE0 ? 2 : 3;

		if ((c >= 0x80 && c < 0xC2) || c > 0xE2)
			return false;
		for (size_t i = 1; i < need && at + i < len; i++)
			if (!utf8_is_trail(bytes[at + i]))
				return false;
		if (at + need > len)
			break;
		if (c >= 0x80 && !is_likely(utf8_at(bytes, len, at)))
			return false;
		at += need;
	}
	*whole = at;
	return true;
}

/* The sign that a program wrote for the lost byte, or none. */
static size_t skip_lost(const struct pass *pass, size_t at)
{
	if (pass_byte(pass, at) == '?')
		return at + 1;
	return pass_point(pass, at) == REPLACEMENT ? at + 3 : at;
}

/* The letter at the unit's end, as bytes; false: they are not to be read. */
static bool take_letter(const struct pass *pass, struct unit *unit,
			size_t *whole)
{
	size_t next = unit->end, len = unit->len;
	const unsigned bytes = bytes_of(utf8_next(pass->text, &next));

	if (bytes) {
		unit->text[len++] = (char)(bytes >> 8);
		unit->text[len++] = (char)(bytes & 0xFF);
	} else {
		/* the one byte that none of these charsets has there */
		next = skip_lost(pass, unit->end);
		unit->text[len++] = '\x80';
	}
	if (next == unit->end || !read_whole(unit->text, len, whole))
		return false;
	unit->len = len;
	unit->end = next;
	return true;
}

/* What is left of a mark is the first byte, or two. */
static bool take_lost(const struct pass *pass, struct unit *unit, size_t whole)
{
	if (unit->len == whole || unit->text[whole] != '\xE2')
		return false;
	memcpy(unit->text + whole, "\xEF\xBF\xBD", 3);
	unit->len = whole + 3;
	unit->end = skip_lost(pass, unit->end);
	unit->lost = true;
	return true;
}

static bool read_unit(const struct pass *pass, size_t at, struct unit *unit)
{
	size_t whole = 0;

	*unit = (struct unit){ .end = at };
	while (unit->len + 4 <= UNIT_MOST && unit->end < pass->len &&
	       (unit->len == whole + 1 ||
		bytes_of(pass_point(pass, unit->end))) &&
	       take_letter(pass, unit, &whole))
		if (whole == unit->len)
			return true;
	return read_whole(unit->text, unit->len, &whole) &&
	       take_lost(pass, unit, whole);
}

/* The first bytes of ideographs and of Korean, and of few others. */
static struct byte_set find_leads(void)
{
	struct byte_set leads = byte_set_of("");

	byte_set_add(&leads, 0xE4, 0xED);
	return leads;
}

static bool is_of_east_asia(uint32_t point)
{
	return point >= 0x4E00 && point < 0xD7B0;
}

static bool touches_letter(const struct pass *pass, size_t at, size_t end)
{
	return ascii_is_alnum(pass_byte_before(pass, at)) ||
	       ascii_is_letter(pass_byte(pass, end));
}

/* Whether the letters of East Asia can be read again, and one must be. */
static bool is_misread(const struct pass *pass, const struct byte_set *leads)
{
	size_t sure = 0, others = 0, units = 0, at = 0;

	while (others <= OTHERS_MOST &&
	       (at = byte_set_find(leads, pass->text, at, pass->len)) <
		       pass->len) {
		struct unit unit;

		if (!is_of_east_asia(pass_point(pass, at))) {
			utf8_next(pass->text, &at);
		} else if (read_unit(pass, at, &unit)) {
			sure += !unit.lost &&
				touches_letter(pass, at, unit.end);
			units++;
			at = unit.end;
		} else {
			others++;
			utf8_next(pass->text, &at);
		}
	}
	return sure && others <= OTHERS_MOST && others * UNITS_EACH <= units;
}

static void mend(struct pass *pass, const struct byte_set *leads)
{
	size_t at = 0;

	pass_begin(pass, RULE_ENCODING_MOJIBAKE, 0, pass->len,
		   "UTF-8 was read in a charset of East Asia");
	while (!pass->failed && (at = byte_set_find(leads, pass->text, at,
						    pass->len)) < pass->len) {
		struct unit unit;
		char *text;

		if (!is_of_east_asia(pass_point(pass, at)) ||
		    !read_unit(pass, at, &unit)) {
			utf8_next(pass->text, &at);
			continue;
		}
		text = arena_copy(pass->arena, unit.text, unit.len);
		if (text)
			pass_edit(pass, at, unit.end, text, unit.len, 100);
		else
			pass->failed = true;
		at = unit.end;
	}
	pass_end(pass);
}

static void run(struct pass *pass)
{
	const struct byte_set leads = find_leads();

	if (is_misread(pass, &leads))
		mend(pass, &leads);
}

static bool triggered(const struct survey *survey)
{
	return survey->high_wide &&
	       survey->high_wide <=
		       (survey->lower + survey->upper) / LETTERS_EACH;
}

const struct stage two_byte_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.rule = RULE_ENCODING_MOJIBAKE,
	.triggered = triggered,
	.run = run,
};

/* Reading units of mojibake. */
#include "stages/encoding/mojibake.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"
#include "base/utf8.h"
#include "stages/encoding/mojibake_raised.h"
#include "stages/encoding/mojibake_spelled.h"
#include "unicode/case.h"
#include "unicode/props.h"

/* "ï¸" and a lost byte: U+FE00 to U+FE0F, of which text has the last. */
#define VARIATION_SELECTORS 0xFE00
#define EMOJI_SELECTOR 0xFE0F
#define NO_BREAK_SPACE 0xA0
#define EURO_SIGN 0x20AC

struct charset_row {
	uint32_t leads; /* charsets in which it may begin a unit */
	uint32_t tails; /* charsets in which it may go on in one */
	uint8_t bytes[MOJIBAKE_CHARSETS];
};

#include "stages/encoding/charset_table.h"

/* The byte that closes "â€": the third of ” or ‘, which has no character. */
static const struct {
	uint8_t charset;
	uint32_t point;
} lost_tails[] = {
	{ 0, 0x201D }, { 1, 0x2018 }, { 2, 0x2018 },
	{ 3, 0x201D }, { 4, 0x201D }, { 5, 0x201D },
};

static const struct charset_row *row_of(uint32_t point)
{
	if (point > CHARSET_LAST)
		return &charset_rows[0];
	return &charset_rows[charset_pages[charset_index[point / CHARSET_PAGE]]
					  [point % CHARSET_PAGE]];
}

uint8_t mojibake_byte(uint32_t point)
{
	return row_of(point)->bytes[0];
}

/* First bytes before 0xA0 of what a language has often: U+00A0, à, Š, Р. */
static bool is_spaced_lead(uint8_t byte)
{
	return byte == 0xC2 || byte == 0xC3 || byte == 0xC5 || byte == 0xD0;
}

/* A space that byte 0xA0 became: any but the no-break space itself. */
static bool is_other_space(uint32_t point)
{
	return (point < 0x80 || point > NO_BREAK_SPACE) &&
	       unicode_is_space(point);
}

unsigned mojibake_charsets(uint32_t first, uint32_t second)
{
	const struct charset_row *row = row_of(first);
	unsigned charsets = 0;

	if (second == UTF8_REPLACEMENT)
		return row->leads;
	if (is_other_space(second)) {
		for (unsigned i = 0; i < MOJIBAKE_CHARSETS; i++)
			if (is_spaced_lead(row->bytes[i]))
				charsets |= 1u << i;
		return charsets & row->leads;
	}
	return row_of(first)->leads & row_of(second)->tails;
}

static size_t sequence_length(uint8_t lead)
{
	if (lead < 0xE0)
		return 2;
	return lead < 0xF0 ? 3 : 4;
}

/*
 * "saidâ€"and", "said â€" and": a dash whose last character, “ or ”, somebody
 * made straight. Both sides are alike, as no quotation mark's are.
 */
static bool read_straightened(const char *text, size_t len, size_t start,
			      struct unit *unit)
{
	const uint32_t before = utf8_before(text, start);
	size_t at = unit->end;
	uint32_t after;

	if (unit->count != 2 || unit->literal[0] != 0xE2 ||
	    unit->literal[1] != EURO_SIGN || at == len || text[at] != '"')
		return false;
	after = utf8_at(text, len, ++at);
	if (!(before == ' ' && after == ' ') &&
	    !(unicode_is_word(before) && unicode_is_word(after)))
		return false;
	unit_add(unit, '"', at);
	unit->after = after;
	unit->point = ascii_is_digit(before) && ascii_is_digit(after) ? 0x2013
								      : 0x2014;
	return true;
}

/* "â€TM": the last character, of any bytes, was spelled. */
static bool read_spelled(const char *text, size_t len, struct unit *unit)
{
	struct mojibake_spelled last;

	if (unit->count != 2 || unit->literal[0] != 0xE2 ||
	    unit->literal[1] != EURO_SIGN)
		return false;
	last = mojibake_read_spelled(text, len, unit->end);
	if (!last.len || !last.sure)
		return false;
	unit_add(unit, (unsigned char)text[unit->end], unit->end + last.len);
	unit->after = utf8_at(text, len, unit->end);
	unit->point = last.point;
	return true;
}

/* The bytes that code points stood for, of a text in a charset. */
struct sequence {
	const char *text;
	size_t len;
	unsigned charset;
	char bytes[MOJIBAKE_MAX]; /* as many as the unit has points */
	size_t need;		  /* as many as their first one announces */
};

#define OPEN_BYTES 512 /* a quotation's start is not farther back */

/* Whether "â€œ" is before text[at] in its line. */
static bool is_opened(const char *text, size_t at)
{
	static const char open[] = "\xC3\xA2\xE2\x82\xAC\xC5\x93";
	const size_t len = sizeof(open) - 1;
	const size_t floor = bytes_behind(at, OPEN_BYTES);

	for (; at >= floor + len && text[at - 1] != '\n'; at--)
		if (memcmp(text + at - len, open, len) == 0)
			return true;
	return false;
}

/*
 * "said â€ It was late": after a word and a space no quotation that was not
 * opened closes; what was lost there may be any mark. Of what follows only a
 * word is asked for, "said â€no,â€": a later stage may take the rest.
 */
static bool is_free(const char *text, size_t start, const struct unit *unit)
{
	size_t at = start;

	if (unicode_is_word(unit->after))
		return false;
	at = skip_spaces_back(text, 0, at);
	if (!at || text[at - 1] == '\n')
		return true;
	return at < start && unicode_is_word(utf8_before(text, at)) &&
	       !is_opened(text, at);
}

/* "â€" at text[start] whose last byte was dropped, or became U+FFFD or "?". */
static bool read_lost(const struct sequence *sequence, size_t start,
		      struct unit *unit)
{
	const size_t count = sizeof(lost_tails) / sizeof(*lost_tails);
	size_t at = unit->end;
	uint32_t next;

	if (unit->count != 2 || (uint8_t)sequence->bytes[0] != 0xE2 ||
	    (uint8_t)sequence->bytes[1] != 0x80 ||
	    is_free(sequence->text, start, unit))
		return false;
	next = utf8_at(sequence->text, sequence->len, at);
	if (next == UTF8_REPLACEMENT || next == '?') {
		utf8_next(sequence->text, &at);
		unit->end = at;
		unit->after = utf8_at(sequence->text, sequence->len, at);
	}
	for (size_t i = 0; i < count; i++) {
		if (lost_tails[i].charset == sequence->charset) {
			unit->point = lost_tails[i].point;
			unit->lost = true;
			return true;
		}
	}
	return false;
}

/*
 * A first byte before a space that was a no-break space, byte 0xA0: "Ã" for à,
 * "Å" for Š. A line end or a tab stays: that space was stripped before it.
 */
static bool read_spaced(const char *text, size_t len, size_t at, uint8_t byte,
			struct unit *unit)
{
	const uint32_t lead = utf8_next(text, &at);
	const uint32_t space = utf8_at(text, len, at);
	size_t end = at;

	if (!is_spaced_lead(byte) || at == len || !is_other_space(space))
		return false;
	if (space == ' ' || space >= 0x80)
		utf8_next(text, &end);
	unit->count = 0;
	unit->lost = false;
	unit->spaced = true;
	unit_add(unit, lead, at);
	unit_add(unit, ' ', end);
	unit->after = utf8_at(text, len, end);
	unit->point = (byte & 0x1Fu) << 6 | 0x20;
	return true;
}

/*
 * A sequence that lost a byte. Where it can have been one only, of those
 * that Windows has no character for, the code point is known: the one that
 * makes a sign an emoji. What is left of another letter is U+FFFD.
 */
static bool read_gone(const struct sequence *sequence, struct unit *unit)
{
	size_t at = unit->end, zero = 0, bad;
	char whole[UTF8_MAX];

	if (!unit->count || sequence->need > UTF8_MAX ||
	    utf8_at(sequence->text, sequence->len, at) != UTF8_REPLACEMENT)
		return false;
	memcpy(whole, sequence->bytes, unit->count);
	memset(whole + unit->count, 0x80, sequence->need - unit->count);
	if (utf8_length(whole, sequence->need, &bad) != sequence->need)
		return false;
	while (unit->count < sequence->need) {
		const uint32_t point =
			utf8_at(sequence->text, sequence->len, at);

		if (point != UTF8_REPLACEMENT &&
		    !(row_of(point)->tails >> sequence->charset & 1))
			return false;
		utf8_next(sequence->text, &at);
		unit_add(unit, point, at);
	}
	unit->after = utf8_at(sequence->text, sequence->len, at);
	unit->near = utf8_next(whole, &zero);
	unit->gone = unit->near != VARIATION_SELECTORS;
	unit->point = unit->gone ? UTF8_REPLACEMENT : EMOJI_SELECTOR;
	return true;
}

/*
 * Three bytes, whose last one, 0xA0, became a space: a Thai letter before
 * another, or a sign before what makes it an emoji.
 */
static bool read_spaced_three(const struct sequence *sequence,
			      struct unit *unit)
{
	const size_t at = unit->end;
	const uint8_t lead = (uint8_t)sequence->bytes[0];
	uint32_t next;

	if (unit->count != 2 || (lead != 0xE0 && lead != 0xE2) ||
	    at == sequence->len || sequence->text[at] != ' ')
		return false;
	next = utf8_at(sequence->text, sequence->len, at + 1);
	if (row_of(next)->bytes[sequence->charset] !=
	    (lead == 0xE0 ? 0xE0 : 0xEF))
		return false;
	unit->spaced = true;
	unit_add(unit, ' ', at + 1);
	unit->after = next;
	unit->point = (lead & 0x0Fu) << 12 |
		      ((uint8_t)sequence->bytes[1] & 0x3Fu) << 6 | 0x20;
	return unit->point >= 0x800;
}

/*
 * CESU-8, where a character beyond U+FFFF is two halves of three bytes each:
 * the two of emoji from databases.
 */
static bool is_first_half(const char *bytes)
{
	return (uint8_t)bytes[0] == 0xED && ((uint8_t)bytes[1] & 0xF0) == 0xA0;
}

static bool join_halves(const char *bytes, struct unit *unit)
{
	const uint32_t high =
		((uint8_t)bytes[1] & 0x0Fu) << 6 | ((uint8_t)bytes[2] & 0x3Fu);
	const uint32_t low =
		((uint8_t)bytes[4] & 0x0Fu) << 6 | ((uint8_t)bytes[5] & 0x3Fu);

	if ((uint8_t)bytes[3] != 0xED || ((uint8_t)bytes[4] & 0xF0) != 0xB0)
		return false;
	unit->point = 0x10000 + (high << 10 | low);
	return true;
}

/*
 * "CAFÃ©S": a small letter in a text in capitals, whose bytes have no others.
 * Only letters of ASCII beside it tell its case; others may be of a unit, too.
 */
static uint32_t in_its_case(const char *text, size_t at,
			    const struct unit *unit)
{
	const uint32_t before = utf8_before(text, at);
	bool capitals = ascii_is_upper(unit->after);

	if (unit->literal[0] != 0xC3 || !ascii_is_upper(before) ||
	    unit->after >= 0x80 || ascii_is_lower(unit->after))
		return unit->point;
	capitals |= at > 1 && ascii_is_upper((unsigned char)text[at - 2]);
	return capitals ? unicode_upper(unit->point) : unit->point;
}

#define DAGGER 0x2020

/*
 * "left.â€" and a no-break space that begins no row of white space: the mark
 * that closes, of which news has far more than daggers. Once that space is an
 * ordinary one, nothing else could be read.
 */
static bool is_lost_close(const char *text, size_t len, struct unit *unit)
{
	size_t at = unit->end;

	if (unit->point != DAGGER || unit->literal[2] != NO_BREAK_SPACE)
		return false;
	at = skip_blanks(text, len, at);
	if (at < len && at > unit->end && text[at] != '\n')
		return false;
	unit->point = 0x201D;
	unit->lost = true;
	unit->count = 2;
	unit->end -= 2; /* bytes of that space */
	unit->after = NO_BREAK_SPACE;
	return true;
}

/* The code points at `at` that are bytes of a sequence, as many as it needs. */
static void read_sequence(struct sequence *sequence, size_t at,
			  struct unit *unit)
{
	while (unit->count < sequence->need) {
		const uint32_t point =
			utf8_at(sequence->text, sequence->len, at);
		const struct charset_row *row = row_of(point);
		const uint8_t byte = row->bytes[sequence->charset];
		const bool leads =
			!unit->count ||
			(unit->count == 3 && sequence->need == MOJIBAKE_MAX);

		if (!((leads ? row->leads : row->tails) >> sequence->charset &
		      1))
			break;
		sequence->bytes[unit->count] = (char)byte;
		if (!unit->count)
			sequence->need = sequence_length(byte);
		else if (unit->count == 1 && is_first_half(sequence->bytes))
			sequence->need = MOJIBAKE_MAX;
		utf8_next(sequence->text, &at);
		unit_add(unit, point, at);
	}
	unit->after = utf8_at(sequence->text, sequence->len, at);
}

/* A sequence of which a byte is missing, by what became of that. */
static bool read_part(const struct sequence *sequence, size_t start,
		      struct unit *unit)
{
	const char *text = sequence->text;
	const size_t len = sequence->len;

	return (!sequence->charset &&
		(read_straightened(text, len, start, unit) ||
		 read_spelled(text, len, unit))) ||
	       read_lost(sequence, start, unit) || read_gone(sequence, unit) ||
	       read_spaced_three(sequence, unit) ||
	       (unit->count == 1 &&
		read_spaced(text, len, start, (uint8_t)sequence->bytes[0],
			    unit));
}

bool mojibake_read(const char *text, size_t len, size_t at, unsigned charset,
		   struct unit *unit)
{
	struct sequence sequence = {
		.text = text, .len = len, .charset = charset, .need = 1
	};
	size_t bad, zero = 0;

	unit->count = 0;
	unit->lost = unit->spaced = unit->gone = false;
	if (!charset && mojibake_read_raised(text, len, at, unit))
		return true;
	read_sequence(&sequence, at, unit);
	if (unit->count < sequence.need)
		return read_part(&sequence, at, unit);
	if (sequence.need == MOJIBAKE_MAX)
		return join_halves(sequence.bytes, unit);
	if (utf8_length(sequence.bytes, sequence.need, &bad) != sequence.need)
		return false;
	unit->point = utf8_next(sequence.bytes, &zero);
	if (!is_lost_close(text, len, unit) && !charset)
		unit->point = in_its_case(text, at, unit);
	return true;
}

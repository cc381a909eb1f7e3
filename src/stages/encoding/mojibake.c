/* Reading units of mojibake. */
#include "stages/encoding/mojibake.h"

#include "base/ascii.h"
#include "base/utf8.h"

struct charset_row {
	uint16_t leads; /* charsets in which it may begin a unit */
	uint16_t tails; /* charsets in which it may go on in one */
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

/* First bytes before 0xA0 of what a language has often: U+00A0, à, Š, Р. */
static bool is_spaced_lead(uint8_t byte)
{
	return byte == 0xC2 || byte == 0xC3 || byte == 0xC5 || byte == 0xD0;
}

unsigned mojibake_charsets(uint32_t first, uint32_t second)
{
	const struct charset_row *row = row_of(first);
	unsigned charsets = 0;

	if (ascii_is_space(second)) {
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

static void add(struct unit *unit, uint32_t literal, size_t end)
{
	unit->literal[unit->count++] = literal;
	unit->end = end;
}

/* "â€" whose last byte was dropped, or became U+FFFD or "?". */
static bool read_lost(const char *text, size_t len, unsigned charset,
		      const char *bytes, struct unit *unit)
{
	const size_t count = sizeof(lost_tails) / sizeof(*lost_tails);
	size_t at = unit->end;
	uint32_t next;

	if (unit->count != 2 || (uint8_t)bytes[0] != 0xE2 ||
	    (uint8_t)bytes[1] != 0x80)
		return false;
	next = utf8_at(text, len, at);
	if (next == UTF8_REPLACEMENT || next == '?') {
		utf8_next(text, &at);
		unit->end = at;
		unit->after = utf8_at(text, len, at);
	}
	for (size_t i = 0; i < count; i++) {
		if (lost_tails[i].charset == charset) {
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
	size_t end = at + 1;

	if (!is_spaced_lead(byte) || at == len ||
	    !ascii_is_space((unsigned char)text[at]))
		return false;
	if (text[at] != ' ')
		end = at;
	unit->count = 0;
	unit->lost = false;
	unit->spaced = true;
	add(unit, lead, at);
	add(unit, ' ', end);
	unit->after = utf8_at(text, len, end);
	unit->point = (byte & 0x1Fu) << 6 | 0x20;
	return true;
}

bool mojibake_read(const char *text, size_t len, size_t at, unsigned charset,
		   struct unit *unit)
{
	char bytes[UTF8_MAX];
	const size_t start = at;
	size_t need = 1, bad, zero = 0;

	unit->count = 0;
	unit->lost = unit->spaced = false;
	while (unit->count < need) {
		const uint32_t point = utf8_at(text, len, at);
		const struct charset_row *row = row_of(point);

		if (!((unit->count ? row->tails : row->leads) >> charset & 1))
			break;
		bytes[unit->count] = (char)row->bytes[charset];
		if (!unit->count)
			need = sequence_length(row->bytes[charset]);
		utf8_next(text, &at);
		add(unit, point, at);
	}
	unit->after = utf8_at(text, len, at);
	if (unit->count < need)
		return read_lost(text, len, charset, bytes, unit) ||
		       (unit->count == 1 &&
			read_spaced(text, len, start, (uint8_t)bytes[0], unit));
	if (utf8_length(bytes, need, &bad) != need)
		return false;
	unit->point = utf8_next(bytes, &zero);
	return true;
}

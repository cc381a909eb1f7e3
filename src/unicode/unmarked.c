/*
 * Charsets whose bytes may all be valid UTF-8: UTF-16 and UTF-32 without a byte
 * order mark, and ISO 2022, which changes its meaning at escape sequences.
 *
 * Text holds no NUL, and UTF-16 of nearly any language does, in each space and
 * line end. A byte order is right if what it gives is text: no controls, no
 * halves of pairs, and the characters of few blocks, or of East Asia.
 */
#include <copydesk.h>

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/utf16.h"
#include "base/utf8.h"

#define SAMPLE_BYTES 65536
#define LEAST_UNITS 2

/* Of 100 code units: so many of two blocks of 256, one of them Latin; */
#define TWO_BLOCKS 85
/* or of East Asia; */
#define EAST_ASIAN 95
/* and so many at most that are no text. */
#define BAD 2
/* Of 100 bytes, so many at most are ASCII, or ASCII is read as East Asian. */
#define ASCII 75

/* So few bytes tell less. */
#define FEW_BYTES 48

#define MARKS 0x20 /* the block of quotation marks and dashes */

enum order { LITTLE, BIG };

struct form {
	const char *name;
	size_t size; /* bytes of a code unit */
	enum order order;
};

/* UTF-32 first: as UTF-16 it is text and NULs. */
static const struct form forms[] = {
	{ "UTF-32LE", 4, LITTLE },
	{ "UTF-32BE", 4, BIG },
	{ "UTF-16LE", 2, LITTLE },
	{ "UTF-16BE", 2, BIG },
};

static uint32_t unit_at(const char *bytes, const struct form *form)
{
	uint32_t unit = 0;

	for (size_t i = 0; i < form->size; i++) {
		const size_t at = form->order == BIG ? i : form->size - 1 - i;

		unit = unit << 8 | (unsigned char)bytes[at];
	}
	return unit;
}

struct tally {
	size_t units, bad, asian;
	bool is_ascii;	    /* most bytes, each by itself, are */
	size_t blocks[256]; /* of 256 code points, in the first plane */
};

static bool is_white(uint32_t unit)
{
	return unit == '\n' || unit == '\r' || unit == '\t' || unit == ' ';
}

/* Not in text, or not alone. */
static bool is_bad(uint32_t unit, uint32_t before, const struct form *form)
{
	if (unit < 0xA0)
		return !is_white(unit) && unit != '\f' &&
		       (unit < 0x20 || unit > 0x7E);
	if (form->size == 4)
		return unit > 0x10FFFF || utf16_is_half(unit);
	return utf16_is_low(unit) != utf16_is_high(before) ||
	       (unit & 0xFFFE) == 0xFFFE;
}

static bool is_asian(uint32_t unit)
{
	return (unit >= 0x3000 && unit < 0x3100) ||
	       (unit >= 0x4E00 && unit < 0xA000) ||
	       (unit >= 0xAC00 && unit < 0xD7A4) ||
	       (unit >= 0xFF00 && unit < 0xFFE0);
}

static bool is_mostly_ascii(const char *bytes, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += bytes[i] >= ' ' && bytes[i] <= '~';
	return count * 100 > len * ASCII;
}

static void count_units(struct tally *tally, const char *bytes, size_t len,
			const struct form *form)
{
	uint32_t before = 0;

	memset(tally, 0, sizeof(*tally));
	tally->is_ascii = is_mostly_ascii(bytes, len);
	for (size_t at = 0; at + form->size <= len; at += form->size) {
		const uint32_t unit = unit_at(bytes + at, form);

		tally->units++;
		tally->bad += is_bad(unit, before, form);
		tally->asian += is_asian(unit);
		if (unit < 0x10000)
			tally->blocks[unit >> 8]++;
		before = unit;
	}
}

/*
 * How many units are of Latin or of the block that has most of the others; and
 * of U+20xx, marks, of which a text has few.
 */
static size_t count_main(const struct tally *tally)
{
	const size_t marks = tally->blocks[MARKS];
	size_t most = 0;

	for (size_t i = 1; i < 256; i++)
		if (i != MARKS && tally->blocks[i] > most)
			most = tally->blocks[i];
	return tally->blocks[0] + most +
	       (marks * 8 <= tally->units ? marks : 0);
}

/* The share of what is likely, in percent; 0: not this form. */
static int judge(const struct tally *tally)
{
	const size_t main = count_main(tally);
	const size_t asian = tally->asian + tally->blocks[0];

	if (tally->units < LEAST_UNITS || !tally->blocks[0] ||
	    tally->bad * 100 > tally->units * BAD)
		return 0;
	if (!tally->is_ascii && main * 100 >= tally->units * TWO_BLOCKS)
		return (int)(main * 100 / tally->units);
	if (tally->asian * 2 >= tally->units && !tally->is_ascii &&
	    asian * 100 >= tally->units * EAST_ASIAN)
		return (int)(asian * 100 / tally->units);
	return 0;
}

/*
 * Of a few bytes, NULs among them, none is left over, and no character is the
 * only one that is not Latin: "l\0e\0ft".
 */
static bool may_be(const struct tally *tally, size_t len, size_t size)
{
	const size_t latin = tally->blocks[0] + tally->blocks[MARKS];

	return len >= FEW_BYTES ||
	       (len % size == 0 && latin + 1 != tally->units);
}

/* Escape sequences that announce a set of characters. ISO/IEC 2022. */
static const struct {
	const char *name;
	const char *sequence; /* after ESC */
} announcers[] = {
	{ "ISO-2022-JP", "$B" },  { "ISO-2022-JP", "$@" },
	{ "ISO-2022-JP", "(J" },  { "ISO-2022-JP-2", "$(D" },
	{ "ISO-2022-KR", "$)C" }, { "ISO-2022-CN", "$)A" },
	{ "ISO-2022-CN", "$)G" },
};

static const char *find_announcer(const char *bytes, size_t len)
{
	const char *end = bytes + len;

	for (const char *at = bytes; at < end; at++) {
		at = memchr(at, 0x1B, (size_t)(end - at));
		if (!at)
			break;
		for (size_t i = 0; i < sizeof(announcers) / sizeof(*announcers);
		     i++) {
			const size_t n = strlen(announcers[i].sequence);

			if ((size_t)(end - at) > n &&
			    !memcmp(at + 1, announcers[i].sequence, n))
				return announcers[i].name;
		}
	}
	return NULL;
}

static bool has_high_byte(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)bytes[i] >= 0x80)
			return true;
	return false;
}

/*
 * UTF-8 above ASCII, but for a character that a sample cuts: bytes of UTF-16
 * are hardly ever that by chance.
 */
static bool is_surely_utf8(const char *bytes, size_t len)
{
	const size_t valid = utf8_valid_prefix(bytes, len);
	const size_t cut = len == SAMPLE_BYTES ? UTF8_MAX - 1 : 0;

	return valid + cut >= len && has_high_byte(bytes, valid);
}

static const char *find_form(const char *bytes, size_t len, int *confidence)
{
	struct tally tally;

	if (!memchr(bytes, 0, len) || is_surely_utf8(bytes, len))
		return NULL;
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		count_units(&tally, bytes, len, &forms[i]);
		*confidence = judge(&tally);
		if (*confidence && may_be(&tally, len, forms[i].size))
			return forms[i].name;
	}
	return NULL;
}

const char *cd_unmarked_charset(const char *bytes, size_t len, int *confidence)
{
	const char *name;

	if (len > SAMPLE_BYTES)
		len = SAMPLE_BYTES;
	name = find_form(bytes, len, confidence);
	if (name)
		return name;
	/* ISO 2022 is of seven bits. */
	name = find_announcer(bytes, len);
	if (name && has_high_byte(bytes, len))
		name = NULL;
	*confidence = name ? 99 : 0;
	return name;
}

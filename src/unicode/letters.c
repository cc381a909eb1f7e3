/*
 * The charset of a Latin text by the letters that it would have: "è", "æ" and
 * "¹" of Windows-1252 are č, ć and š of a Croatian text in ISO 8859-2.
 *
 * Each charset has a cost: how rare the letters and marks that its reading has
 * are, in the one of its languages that they fit best, and where they stand.
 * The cheapest is taken where the next, that reads other letters, costs so much
 * more. Costs are tenths of a bit.
 */
#include "unicode/letters.h"

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "unicode/case.h"
#include "unicode/decoder.h"
#include "unicode/props.h"

#define HIGH_BYTES 128

struct letter_row {
	uint16_t point;
	uint8_t cost[30]; /* by language */
};

#include "unicode/letters_table.h"

_Static_assert(LETTER_LANGUAGES == sizeof(letter_rows[0].cost),
	       "a cost for each language");

#define BIT(language) (1u << LETTERS_##language)

#define WESTERN                                                                \
	(BIT(DE) | BIT(FR) | BIT(ES) | BIT(IT) | BIT(PT) | BIT(SV) | BIT(DA) | \
	 BIT(NB) | BIT(FI) | BIT(NL) | BIT(CA) | BIT(EN))
#define OTHERS                                                                 \
	(BIT(IS) | BIT(ET) | BIT(SQ) | BIT(GA) | BIT(GL)) /* Windows-1252 */
#define CENTRAL                                                                \
	(BIT(PL) | BIT(CS) | BIT(SK) | BIT(HU) | BIT(RO) | BIT(HR) | BIT(SL))
#define SOUTHERN (BIT(MT) | BIT(EO)) /* "South European" */
#define BALTIC (BIT(LV) | BIT(LT) | BIT(ET))

/* How much rarer than Windows-1252 each is; the first is that. */
static const struct charset {
	const char *name;
	unsigned prior;
	uint32_t languages;
} charsets[] = {
	{ "windows-1252", 0, WESTERN | OTHERS },
	{ "macintosh", 60, WESTERN },
	{ "ibm-850", 80, WESTERN },
	{ "windows-1250", 40, CENTRAL },
	{ "ISO-8859-2", 45, CENTRAL },
	{ "ibm-852", 80, CENTRAL },
	{ "x-mac-ce", 60, CENTRAL },
	{ "ISO-8859-3", 45, SOUTHERN },
	{ "ISO-8859-14", 45, BIT(CY) },
	{ "windows-1257", 40, BALTIC },
	{ "ISO-8859-13", 45, BALTIC },
	{ "windows-1254", 40, BIT(TR) },
};

#define CHARSETS (sizeof(charsets) / sizeof(*charsets))

/* What is beside a byte. */
enum side { SIDE_NONE, SIDE_LETTER, SIDE_SMALL, SIDES };

struct bytes_seen {
	uint32_t count[HIGH_BYTES][SIDES][SIDES]; /* before, after */
	uint32_t all;
};

static enum side side_of(struct cd_span text, size_t at)
{
	const unsigned char c =
		at < text.len ? (unsigned char)text.bytes[at] : ' ';

	if (ascii_is_lower(c))
		return SIDE_SMALL;
	return c >= 0x80 || ascii_is_upper(c) ? SIDE_LETTER : SIDE_NONE;
}

/* A byte that English has, too: a mark of Windows-1252. */
static bool is_plain_mark(unsigned char c)
{
	return c == 0x80 || c == 0x85 || (c >= 0x91 && c <= 0x97) ||
	       c == 0x99 || c == 0xA0 || c == 0xA3;
}

#define LETTERS_LEAST 4

/*
 * Whether it is a Latin text that may have enough letters: of other scripts
 * most are high bytes.
 */
static bool count_bytes(struct cd_span text, struct bytes_seen *seen)
{
	size_t letters = 0, others = 0;

	*seen = (struct bytes_seen){ .all = 0 };
	for (size_t at = 0; at < text.len; at++) {
		const unsigned char c = (unsigned char)text.bytes[at];

		letters += ascii_is_letter(c);
		if (c < 0x80)
			continue;
		seen->all++;
		others += !is_plain_mark(c);
		seen->count[c - 0x80][side_of(text, at ? at - 1 : text.len)]
			   [side_of(text, at + 1)]++;
	}
	return others >= LETTERS_LEAST && (size_t)seen->all * 2 <= letters;
}

#define COST_MISPLACED 100
#define COST_CONTROL 200

/* A mark of a typesetter; 0: it is another sign. */
static unsigned mark_cost(uint32_t point, bool before, bool after)
{
	switch (point) {
	case 0x2019:
		return before ? 30 : 90;
	case 0x2018:
	case 0x201A:
	case 0x201C:
	case 0x201E:
	case 0xAB:
		return !before && after ? 40 : COST_MISPLACED;
	case 0x201D:
	case 0xBB:
		return after ? COST_MISPLACED : 40;
	case 0x2013:
	case 0x2014:
		return 50;
	case 0x2026:
		return before && !after ? 50 : 80;
	case 0xA0:
	case 0xA3:
	case 0xA7:
	case 0xB0:
	case 0xB7:
	case 0x2022:
	case 0x20AC:
		return before && after ? 130 : 70;
	default:
		return 0;
	}
}

static unsigned sign_cost(uint32_t point, bool before, bool after)
{
	const unsigned cost = mark_cost(point, before, after);

	if (cost)
		return cost;
	if (point < 0xA0 || point == UTF8_REPLACEMENT)
		return COST_CONTROL;
	return before && after ? 140 : 110;
}

static const struct letter_row *row_of(uint32_t point)
{
	size_t low = 0, high = sizeof(letter_rows) / sizeof(*letter_rows);

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (letter_rows[middle].point == point)
			return &letter_rows[middle];
		if (letter_rows[middle].point < point)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* A charset's reading of the bytes. */
struct reading {
	uint32_t points[HIGH_BYTES];
	uint64_t fixed; /* of signs and places */
	uint64_t cost[LETTER_LANGUAGES];
	size_t kinds; /* of letters */
	size_t letters;
	size_t most;	 /* of one kind */
	uint32_t common; /* that kind */
};

/* A capital, and one after a small letter. */
static uint64_t capital_cost(const uint32_t count[SIDES][SIDES])
{
	uint64_t cost = 0;

	for (size_t before = 0; before < SIDES; before++)
		for (size_t after = 0; after < SIDES; after++)
			cost += (uint64_t)count[before][after] *
				(before == SIDE_SMALL ? 80 : 20);
	return cost;
}

static void add_letter(struct reading *reading, uint32_t point,
		       const uint32_t count[SIDES][SIDES], uint32_t all)
{
	const uint32_t small = unicode_lower(point);
	const struct letter_row *row = row_of(small);

	if (small != point)
		reading->fixed += capital_cost(count);
	reading->kinds++;
	reading->letters += all;
	if (all > reading->most) {
		reading->most = all;
		reading->common = small;
	}
	for (size_t i = 0; i < LETTER_LANGUAGES; i++)
		reading->cost[i] +=
			(uint64_t)all * (row ? row->cost[i] : LETTER_RARE);
}

static void add_byte(struct reading *reading, uint32_t point,
		     const uint32_t count[SIDES][SIDES])
{
	uint32_t all = 0;
	uint64_t signs = 0;

	for (size_t before = 0; before < SIDES; before++)
		for (size_t after = 0; after < SIDES; after++) {
			const uint32_t n = count[before][after];

			all += n;
			signs += (uint64_t)n * sign_cost(point,
							 before != SIDE_NONE,
							 after != SIDE_NONE);
		}
	if (!all)
		return;
	if (unicode_is_letter(point) && point != 0xAA && point != 0xBA)
		add_letter(reading, point, count, all);
	else
		reading->fixed += signs;
}

/* What each high byte is in the charset. */
static enum cd_status read_bytes(const char *name, uint32_t *points)
{
	char bytes[HIGH_BYTES];
	struct buffer text;
	bool lossy;
	size_t at = 0;
	enum cd_status status;

	for (size_t i = 0; i < HIGH_BYTES; i++)
		bytes[i] = (char)(i + 0x80);
	buffer_init(&text);
	status = decoder_convert(name, (struct cd_span){ bytes, HIGH_BYTES },
				 &text, &lossy);
	for (size_t i = 0; i < HIGH_BYTES; i++)
		points[i] = at < text.len ? utf8_next(text.bytes, &at)
					  : UTF8_REPLACEMENT;
	buffer_release(&text);
	return status;
}

/* The language that the letters fit best. */
static size_t best_language(const struct charset *charset,
			    const struct reading *reading)
{
	size_t best = LETTER_LANGUAGES;

	for (size_t i = 0; i < LETTER_LANGUAGES; i++)
		if (charset->languages >> i & 1 &&
		    (best == LETTER_LANGUAGES ||
		     reading->cost[i] < reading->cost[best]))
			best = i;
	return best;
}

/*
 * Whether one letter is not far commoner than the language has it: what is left
 * of damaged marks is the same byte, however common its letter is.
 */
static bool is_mixed(const struct reading *reading, size_t language)
{
	const struct letter_row *row = row_of(reading->common);
	const unsigned cost = row ? row->cost[language] : LETTER_RARE;
	/* percent; the cost of one in two is 10, of two in five 13 */
	const size_t most = cost < 10 ? 95 : cost < 13 ? 65 : 50;

	return reading->most * 100 <= reading->letters * most + 200;
}

struct choice {
	size_t charset, language;
	uint64_t cost;
	struct reading reading;
};

static enum cd_status weigh(size_t charset, const struct bytes_seen *seen,
			    struct choice *choice)
{
	const struct charset *row = &charsets[charset];
	struct reading *reading = &choice->reading;
	enum cd_status status;

	*choice = (struct choice){ .charset = charset };
	status = read_bytes(row->name, reading->points);
	for (size_t i = 0; i < HIGH_BYTES; i++)
		add_byte(reading, reading->points[i], seen->count[i]);
	choice->language = best_language(row, reading);
	choice->cost =
		reading->cost[choice->language] + reading->fixed + row->prior;
	return status;
}

/* Whether two charsets read other letters in the text. */
static bool differ(const struct bytes_seen *seen, const struct reading *one,
		   const struct reading *other)
{
	for (size_t i = 0; i < HIGH_BYTES; i++) {
		if (one->points[i] == other->points[i])
			continue;
		for (size_t before = 0; before < SIDES; before++)
			for (size_t after = 0; after < SIDES; after++)
				if (seen->count[i][before][after])
					return true;
	}
	return false;
}

/*
 * So many letters, of so many kinds; so much more for the next charset, and so
 * little for each character. 435 English articles have no wrong one.
 */
#define KINDS_LEAST 3
#define MARGIN 60
#define COST_MOST 65

static bool is_sure(const struct choice *best, uint64_t next, uint32_t all)
{
	const unsigned prior = charsets[best->charset].prior;

	return best->charset && best->reading.letters >= LETTERS_LEAST &&
	       best->reading.kinds >= KINDS_LEAST &&
	       is_mixed(&best->reading, best->language) &&
	       next - best->cost >= MARGIN &&
	       best->cost - prior <= (uint64_t)all * COST_MOST;
}

enum cd_status charset_of_letters(struct cd_span article, const char **name)
{
	struct bytes_seen seen;
	struct choice choices[CHARSETS], *best = &choices[0];
	uint64_t next = UINT64_MAX;

	*name = NULL;
	if (!count_bytes(article, &seen))
		return CD_OK;
	for (size_t i = 0; i < CHARSETS; i++) {
		const enum cd_status status = weigh(i, &seen, &choices[i]);

		if (status != CD_OK)
			return status;
		if (choices[i].cost < best->cost)
			best = &choices[i];
	}
	for (size_t i = 0; i < CHARSETS; i++)
		if (choices[i].cost < next &&
		    differ(&seen, &best->reading, &choices[i].reading))
			next = choices[i].cost;
	if (is_sure(best, next, seen.all))
		*name = charsets[best->charset].name;
	return CD_OK;
}

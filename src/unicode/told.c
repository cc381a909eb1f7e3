/* Charsets that their bytes tell. */
#include "unicode/told.h"

#include <string.h>

#include "base/ascii.h"

#define DOS_LEAST 12  /* letters, */
#define DOS_LINES 50  /* one line of a table for so many */
#define MAC_LEAST 60  /* small letters, */
#define MAC_SHARE 150 /* one я for so many, and one of what it has not */
#define TONES_LEAST 6 /* of Vietnamese */

/* What a byte is in TIS-620, and in Windows-874, which adds marks. */
enum thai {
	THAI_NONE,	/* in neither */
	THAI_CONSONANT, /* ko kai to ho nokhuk */
	THAI_VOWEL,	/* on the line, after a consonant; and signs */
	THAI_FRONT,	/* a vowel that is written before its consonant */
	THAI_ABOVE,	/* a vowel or tone above or below one */
	THAI_MARK,	/* digits, the baht; marks of Windows-874 */
};

static enum thai thai_of(unsigned char c)
{
	if (c >= 0xA1 && c <= 0xCE)
		return THAI_CONSONANT;
	if (c == 0xD1 || (c >= 0xD4 && c <= 0xDA) || (c >= 0xE7 && c <= 0xEE))
		return THAI_ABOVE;
	if (c >= 0xE0 && c <= 0xE4)
		return THAI_FRONT;
	if ((c >= 0xCF && c <= 0xD3) || c == 0xE5 || c == 0xE6)
		return THAI_VOWEL;
	if (c == 0x80 || c == 0x85 || (c >= 0x91 && c <= 0x97) || c == 0xA0 ||
	    c == 0xDF || (c >= 0xEF && c <= 0xFB))
		return THAI_MARK;
	return THAI_NONE;
}

/* Whether a byte can stand after the one before it, in words of Thai. */
static bool is_thai_pair(enum thai before, enum thai now)
{
	if (before == THAI_FRONT)
		return now == THAI_CONSONANT;
	return now != THAI_ABOVE || before == THAI_CONSONANT ||
	       before == THAI_ABOVE;
}

#define THAI_LEAST 12  /* bytes above ASCII, */
#define THAI_FAULTS 50 /* of which one in so many may be in a wrong place */
#define THAI_ABOVES 20 /* and one in so many is above or below another */

/* Rows of bytes above ASCII; those of an odd length: no character has two. */
static bool has_odd_rows(struct cd_span bytes)
{
	size_t rows = 0, odd = 0, len = 0;

	for (size_t i = 0; i <= bytes.len; i++) {
		if (i < bytes.len && (unsigned char)bytes.bytes[i] >= 0x80) {
			len++;
			continue;
		}
		rows += len > 0;
		odd += len % 2;
		len = 0;
	}
	return odd * 4 >= rows;
}

bool charset_is_thai(struct cd_span bytes)
{
	enum thai before = THAI_NONE;
	size_t high = 0, faults = 0, aboves = 0;

	for (size_t i = 0; i < bytes.len; i++) {
		const unsigned char c = (unsigned char)bytes.bytes[i];
		const enum thai now = c < 0x80 ? THAI_MARK : thai_of(c);

		if (now == THAI_NONE)
			return false;
		high += c >= 0x80;
		aboves += now == THAI_ABOVE;
		faults += !is_thai_pair(before, now);
		before = now;
	}
	return high >= THAI_LEAST && faults * THAI_FAULTS <= high &&
	       aboves * THAI_ABOVES >= high && has_odd_rows(bytes);
}

/*
 * Russian of charsets that ICU does not know: о е а и н т, of which it has
 * most, are other letters or signs in all others.
 */
static const struct cyrillic {
	const char *name;
	unsigned char most[7];	/* these six */
	unsigned char from, to; /* what no prose has: lines of tables */
} cyrillics[] = {
	{ "ibm-866", "\xAE\xA5\xA0\xA8\xAD\xE2", 0xB0, 0xDF },
	{ "ibm-855", "\xD6\xA8\xA0\xB7\xD4\xE5", 0xBF, 0xC4 },
};

/* Percent of the letters that the six are: 47 in Russian, fewer in others. */
#define MOST_PERCENT 35

static bool is_cyrillic(struct cd_span bytes, const struct cyrillic *charset)
{
	size_t most = 0, letters = 0, lines = 0, latin = 0;

	for (size_t i = 0; i < bytes.len; i++) {
		const unsigned char c = (unsigned char)bytes.bytes[i];

		latin += ascii_is_letter(c);
		if (c < 0x80)
			continue;
		lines += c >= charset->from && c <= charset->to;
		letters++;
		most += strchr((const char *)charset->most, (char)c) != NULL;
	}
	return letters >= DOS_LEAST && letters * 2 >= latin &&
	       lines * DOS_LINES <= letters &&
	       most * 100 >= letters * MOST_PERCENT;
}

/* « » — – ё and quotation marks of a Macintosh; capitals in Windows-1251. */
static bool is_mac_mark(unsigned char c)
{
	return c == 0xC7 || c == 0xC8 || c == 0xCA ||
	       (c >= 0xD0 && c <= 0xD5) || c == 0xDE;
}

/*
 * Russian of a Macintosh: small letters as in Windows-1251, but for я, which is
 * where Windows has Я; capitals where it has signs. Greek has more in between.
 */
static bool is_mac_cyrillic(struct cd_span bytes)
{
	size_t small = 0, ya = 0, others = 0, latin = 0;

	for (size_t i = 0; i < bytes.len; i++) {
		const unsigned char c = (unsigned char)bytes.bytes[i];

		latin += ascii_is_letter(c);
		small += c >= 0xE0 && c != 0xFF;
		ya += c == 0xDF;
		others += c == 0xFF ||
			  (c >= 0xC0 && c <= 0xDE && !is_mac_mark(c));
	}
	return small >= MAC_LEAST && small >= latin &&
	       ya * MAC_SHARE >= small && others * MAC_SHARE <= small;
}

#define PERSIAN_LEAST 24 /* letters, */
#define PERSIAN_OWN 50	 /* one of گ ک پ چ for so many; Arabic has none */

/* Persian in Windows-1256, whose letters گ and ک are controls in ISO 8859-6. */
static bool is_persian(struct cd_span bytes)
{
	size_t most = 0, own = 0, letters = 0, latin = 0;

	for (size_t i = 0; i < bytes.len; i++) {
		const unsigned char c = (unsigned char)bytes.bytes[i];

		latin += ascii_is_letter(c);
		letters += c >= 0x80;
		own += c == 0x81 || c == 0x8D || c == 0x90 || c == 0x98;
		/* ا ي ر ن م و */
		most += c == 0xC7 || c == 0xED || c == 0xD1 || c == 0xE4 ||
			c == 0xE3 || c == 0xE6;
	}
	return letters >= PERSIAN_LEAST && letters * 2 >= latin &&
	       own * PERSIAN_OWN >= letters &&
	       most * 100 >= letters * MOST_PERCENT;
}

static const char *letters_tell(struct cd_span bytes)
{
	if (is_persian(bytes))
		return "windows-1256";
	for (size_t i = 0; i < sizeof(cyrillics) / sizeof(*cyrillics); i++)
		if (is_cyrillic(bytes, &cyrillics[i]))
			return cyrillics[i].name;
	return is_mac_cyrillic(bytes) ? "x-mac-cyrillic" : NULL;
}

/* A vowel that a tone of Vietnamese may be on, in Windows-1258. */
static bool is_vowel(unsigned char c)
{
	static const unsigned char others[] = { 0xC2, 0xC3, 0xCA, 0xD4,
						0xD5, 0xDD, 0xE2, 0xE3,
						0xEA, 0xF4, 0xF5, 0xFD };

	if (c < 0x80)
		return c && strchr("AEIOUYaeiouy", c);
	return memchr(others, c, sizeof(others)) != NULL;
}

/*
 * Tones are letters of their own, which are capitals in Windows-1252; one of
 * them is Ş of Turkish.
 */
static bool is_vietnamese(struct cd_span bytes)
{
	size_t tones = 0, stray = 0, others = 0;

	for (size_t i = 1; i < bytes.len; i++) {
		const unsigned char c = (unsigned char)bytes.bytes[i];

		if (c != 0xCC && c != 0xD2 && c != 0xDE)
			continue;
		others += c != 0xDE;
		if (is_vowel((unsigned char)bytes.bytes[i - 1]))
			tones++;
		else
			stray++;
	}
	return tones >= TONES_LEAST && others && stray * 20 <= tones;
}

#define PAIRS_LEAST 12
#define WIDE_SHARE 8 /* one pair in so many may have another second byte */
#define LONE_SHARE 50

static bool is_high(unsigned char c)
{
	return c >= 0xA1 && c != 0xFF;
}

/*
 * Whether the bytes above ASCII come in pairs, as in EUC and in GBK. Some pairs
 * are valid UTF-8, as "\xA4\xCE\xA4\xCF" of Japanese has one; but of UTF-8 half
 * of the bytes are no part of a pair.
 */
static bool has_pairs(struct cd_span bytes)
{
	size_t plain = 0, wide = 0, lone = 0, at = 0;

	while (at < bytes.len) {
		const unsigned char c = (unsigned char)bytes.bytes[at++];
		const unsigned char next =
			at < bytes.len ? (unsigned char)bytes.bytes[at] : 0;

		if (c < 0x80)
			continue;
		if (is_high(c) && is_high(next))
			plain++;
		else if (c != 0x80 && c != 0xFF && next >= 0x41)
			wide++;
		else
			lone++;
		at += next >= 0x41;
	}
	return plain >= PAIRS_LEAST && wide * WIDE_SHARE <= plain &&
	       lone * LONE_SHARE <= plain;
}

/* Kana of Shift JIS: hiragana, katakana. */
static bool is_kana(unsigned char lead, unsigned char trail)
{
	return (lead == 0x82 && trail >= 0x9F && trail <= 0xF1) ||
	       (lead == 0x83 && trail >= 0x40 && trail <= 0x96);
}

#define KANA_SHARE 4 /* one pair in so many */

/* Whether all is Shift JIS, and much of it kana. */
static bool is_shift_jis(struct cd_span bytes)
{
	size_t pairs = 0, kana = 0;

	for (size_t at = 0; at < bytes.len; at++) {
		const unsigned char c = (unsigned char)bytes.bytes[at];
		unsigned char trail;

		if (c < 0x80 || (c >= 0xA1 && c <= 0xDF))
			continue;
		if (++at == bytes.len)
			break;
		trail = (unsigned char)bytes.bytes[at];
		if (c == 0x80 || c == 0xA0 || c > 0xFC || trail < 0x40 ||
		    trail == 0x7F || trail > 0xFC)
			return false;
		pairs++;
		kana += is_kana(c, trail);
	}
	return pairs >= PAIRS_LEAST && kana * KANA_SHARE >= pairs;
}

bool charset_is_no_utf8(struct cd_span bytes)
{
	return has_pairs(bytes) || is_shift_jis(bytes) || letters_tell(bytes);
}

bool charset_is_russian(struct cd_span bytes)
{
	static const struct cyrillic windows = { "windows-1251",
						 "\xEE\xE5\xE0\xE8\xED\xF2",
						 0x98, 0x98 };

	return is_cyrillic(bytes, &windows);
}

const char *charset_told(struct cd_span bytes)
{
	return is_vietnamese(bytes) ? "windows-1258" : letters_tell(bytes);
}

static unsigned char byte_of(struct cd_span bytes, size_t at)
{
	return at < bytes.len ? (unsigned char)bytes.bytes[at] : 0;
}

/* "45 \xA4", "\xA4 45": a digit is on either side, perhaps after a space. */
static bool is_beside_digit(struct cd_span bytes, size_t at)
{
	const unsigned char before = byte_of(bytes, at - 1);
	const unsigned char after = byte_of(bytes, at + 1);

	return ascii_is_digit(before) || ascii_is_digit(after) ||
	       ((before == ' ' || before == 0xA0) &&
		ascii_is_digit(byte_of(bytes, at - 2))) ||
	       ((after == ' ' || after == 0xA0) &&
		ascii_is_digit(byte_of(bytes, at + 2)));
}

bool charset_has_euro(struct cd_span bytes)
{
	size_t euros = 0;

	for (size_t at = 0; at < bytes.len; at++) {
		const unsigned char c = (unsigned char)bytes.bytes[at];

		if (c < 0x80)
			continue;
		/* a mark of Windows-1252 */
		if (c < 0xA0)
			return false;
		if (c == 0xA4 && !is_beside_digit(bytes, at))
			return false;
		euros += c == 0xA4;
		/* a half, where the other charset has a letter */
		if (c >= 0xBC && c <= 0xBE && is_beside_digit(bytes, at))
			return false;
	}
	return euros > 0;
}

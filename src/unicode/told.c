/* Charsets that their bytes tell. */
#include "unicode/told.h"

#include <string.h>

#define DOS_LEAST 12  /* letters, */
#define DOS_LINES 50  /* one line of a table for so many */
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
 * Letters of Windows-1250 that Croatian, Serbian and Slovenian have, and whose
 * bytes are è æ ð š ž in Windows-1252: č ć đ š ž.
 */
static bool is_south_slavic_letter(unsigned char c)
{
	switch (c) {
	case 0x8A:
	case 0x8E:
	case 0x9A:
	case 0x9E:
	case 0xC6:
	case 0xC8:
	case 0xD0:
	case 0xE6:
	case 0xE8:
	case 0xF0:
		return true;
	default:
		return false;
	}
}

#define SLAVIC_LEAST 3 /* of č, and of š and ž: no language has è and these */
#define SLAVIC_PERCENT 90

static bool is_south_slavic(struct cd_span bytes)
{
	size_t carons = 0, hooks = 0, own = 0, letters = 0;

	for (size_t i = 0; i < bytes.len; i++) {
		const unsigned char c = (unsigned char)bytes.bytes[i];
		const bool is_own = is_south_slavic_letter(c);

		own += is_own;
		letters += is_own || c >= 0xC0;
		carons += c == 0xE8 || c == 0xC8;
		hooks += c == 0x9A || c == 0x9E || c == 0x8A || c == 0x8E;
	}
	return carons >= SLAVIC_LEAST && hooks >= SLAVIC_LEAST &&
	       own * 100 >= letters * SLAVIC_PERCENT;
}

/* ă â î ş ţ of Romanian: ã â î º þ in Windows-1252. */
static bool is_romanian_letter(unsigned char c)
{
	static const unsigned char letters[] = { 0xAA, 0xBA, 0xC2, 0xC3, 0xCE,
						 0xDE, 0xE2, 0xE3, 0xEE, 0xFE };

	return memchr(letters, c, sizeof(letters)) != NULL;
}

#define ROMANIAN_LEAST 2 /* of ă, and of ş and ţ: no language has ã and þ */
#define ROMANIAN_PERCENT 95

static bool is_romanian(struct cd_span bytes)
{
	size_t breves = 0, commas = 0, own = 0, letters = 0;

	for (size_t i = 0; i + 1 < bytes.len; i++) {
		const unsigned char c = (unsigned char)bytes.bytes[i];
		const bool is_own = is_romanian_letter(c);

		own += is_own;
		letters += is_own || c >= 0xC0;
		breves += c == 0xE3;
		/* not "1º" */
		commas +=
			c == 0xFE || (c == 0xBA && bytes.bytes[i + 1] >= 'a' &&
				      bytes.bytes[i + 1] <= 'z');
	}
	return breves >= ROMANIAN_LEAST && commas >= ROMANIAN_LEAST &&
	       own * 100 >= letters * ROMANIAN_PERCENT;
}

/*
 * Russian in small letters of code page 866: о е а и, of which it has most, are
 * signs elsewhere. Between its letters are lines of tables, which no prose has.
 */
static bool is_dos_russian(struct cd_span bytes)
{
	size_t vowels = 0, letters = 0, lines = 0;

	for (size_t i = 0; i < bytes.len; i++) {
		const unsigned char c = (unsigned char)bytes.bytes[i];

		if (c < 0x80)
			continue;
		lines += c >= 0xB0 && c < 0xE0;
		letters++;
		vowels += c == 0xA0 || c == 0xA5 || c == 0xA8 || c == 0xAE;
	}
	return letters >= DOS_LEAST && lines * DOS_LINES <= letters &&
	       vowels * 4 >= letters;
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

/* Tones are letters of their own, which are capitals in Windows-1252. */
static bool is_vietnamese(struct cd_span bytes)
{
	size_t tones = 0, stray = 0;

	for (size_t i = 1; i < bytes.len; i++) {
		const unsigned char c = (unsigned char)bytes.bytes[i];

		if (c != 0xCC && c != 0xD2 && c != 0xDE)
			continue;
		if (is_vowel((unsigned char)bytes.bytes[i - 1]))
			tones++;
		else
			stray++;
	}
	return tones >= TONES_LEAST && stray * 20 <= tones;
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

bool charset_is_no_utf8(struct cd_span bytes)
{
	return has_pairs(bytes) || is_dos_russian(bytes);
}

const char *charset_told(struct cd_span bytes)
{
	if (is_south_slavic(bytes) || is_romanian(bytes))
		return "windows-1250";
	if (is_vietnamese(bytes))
		return "windows-1258";
	return is_dos_russian(bytes) ? "ibm-866" : NULL;
}

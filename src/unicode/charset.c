/*
 * What charset an article is in, when it is not valid UTF-8.
 *
 * Validity comes first: sequences of several bytes that are valid UTF-8, and
 * make no sense as Windows-1252, hardly come about by chance. An article that
 * holds one of them for every three bad bytes is UTF-8 with damage.
 * Otherwise, unless the bytes tell (told.c), the text is read in the Western
 * charsets, and taken so if every
 * high byte makes sense in its place; if not, or if it is full of accents,
 * ICU is asked.
 */
#include "unicode/charset.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/decoder.h"
#include "unicode/letters.h"
#include "unicode/mixed.h"
#include "unicode/oddness.h"
#include "unicode/told.h"

/* With so many accents, or signs, a text that fits may be another's. */
#define FOREIGN_LETTERS 24

/* Percent: at most 2 of 100 characters above ASCII are odd where they are; */
#define WESTERN_CONFIDENCE 98
#define MIXED_CONFIDENCE 95 /* none is odd, of few */
/* and there are many of them, so that another charset may fit as well. */
#define LIKELY_CONFIDENCE 60

static void set_name(struct charset_report *report, const char *name)
{
	snprintf(report->name, sizeof(report->name), "%s", name);
}

#define SURROGATE_BYTES 3

/*
 * "ED A0 BD ED B8 80": CESU-8, the two halves of a surrogate pair as UTF-8
 * each, as Java and old databases write it (Unicode Technical Report 26).
 * Returns the code point; 0: there is none.
 */
static uint32_t read_cesu(const char *bytes, size_t len)
{
	const unsigned char *b = (const unsigned char *)bytes;

	if (len < 2 * SURROGATE_BYTES || b[0] != 0xED ||
	    (b[1] & 0xF0) != 0xA0 || (b[2] & 0xC0) != 0x80 || b[3] != 0xED ||
	    (b[4] & 0xF0) != 0xB0 || (b[5] & 0xC0) != 0x80)
		return 0;
	return 0x10000 + ((b[1] & 0x0Fu) << 16 | (b[2] & 0x3Fu) << 10 |
			  (b[4] & 0x0Fu) << 6 | (b[5] & 0x3Fu));
}

/* A pair of surrogates as its code point. The bytes read; 0: there is none. */
static size_t add_cesu(struct cd_span bytes, size_t at, struct buffer *out)
{
	const uint32_t point = read_cesu(bytes.bytes + at, bytes.len - at);
	char utf8[UTF8_MAX];

	if (!point)
		return 0;
	buffer_add(out, utf8, utf8_encode(point, utf8));
	return 2 * SURROGATE_BYTES;
}

/* UTF-8, with U+FFFD for each maximal subpart of what is ill-formed. */
static enum cd_status read_damaged(struct cd_span bytes, struct buffer *out,
				   struct charset_report *report)
{
	size_t at = 0;

	set_name(report, "UTF-8");
	report->confidence = 99;
	report->bad_count = 0;
	while (at < bytes.len) {
		const char *from = bytes.bytes + at;
		const size_t good = utf8_valid_prefix(from, bytes.len - at);
		size_t bad, pair;

		buffer_add(out, from, good);
		at += good;
		if (at == bytes.len)
			break;
		pair = add_cesu(bytes, at, out);
		if (pair) {
			at += pair;
			set_name(report, "CESU-8");
			continue;
		}
		utf8_length(bytes.bytes + at, bytes.len - at, &bad);
		if (!charset_report_bad(report, out))
			return CD_NOMEM;
		at += bad;
	}
	return out->failed ? CD_NOMEM : CD_OK;
}

/* With the bytes of Windows-1252 that a part of it was sent in, or damage. */
static enum cd_status read_utf8(struct cd_span bytes, struct buffer *out,
				struct charset_report *report)
{
	bool fits;
	const enum cd_status status = read_mixed(bytes, out, report, &fits);

	if (status != CD_OK || !fits)
		return status != CD_OK ? status
				       : read_damaged(bytes, out, report);
	set_name(report, "UTF-8 and windows-1252");
	report->confidence = MIXED_CONFIDENCE;
	return CD_OK;
}

/* Windows-1252's marks that are found after a letter. */
static bool is_mark_byte(unsigned char c)
{
	return c == 0x85 || (c >= 0x91 && c <= 0x97) || c == 0xA0 ||
	       c == 0xB7 || c == 0xBB;
}

/*
 * Whether a valid sequence makes no sense as Windows-1252. A capital letter
 * and a mark, as in "CAFÉ”", are two of its characters as well.
 */
static bool is_surely_utf8(struct cd_span bytes, size_t at, size_t len)
{
	const unsigned char before =
		at ? (unsigned char)bytes.bytes[at - 1] : 0;

	return len > 2 || ascii_is_lower(before) ||
	       !is_mark_byte((unsigned char)bytes.bytes[at + 1]);
}

/*
 * Whether sure sequences of UTF-8 outweigh the bad bytes. What was cut speaks
 * for neither: a letter of Windows-1252 beside it is worth more. Neither does
 * a byte order mark, which editors put before bytes that they did not read.
 */
static bool is_mostly_utf8(struct cd_span bytes)
{
	size_t good = 0, bad = 0, at;

	(void)cd_bom_charset(bytes.bytes, bytes.len, &at);
	while (at < bytes.len) {
		size_t subpart;
		const size_t step =
			utf8_length(bytes.bytes + at, bytes.len - at, &subpart);

		if (step) {
			good += step > 1 && is_surely_utf8(bytes, at, step);
			at += step;
		} else if (read_cesu(bytes.bytes + at, bytes.len - at)) {
			good++;
			at += 2 * SURROGATE_BYTES;
		} else {
			bad += !mixed_is_cut(bytes, at, subpart);
			at += subpart;
		}
	}
	return good * 3 >= bad;
}

/*
 * Read the article as a Western charset, if it makes sense so: next to nothing
 * odd, and few accented letters in a row (other scripts have nothing else).
 */
static enum cd_status read_western(const char *name, struct cd_span bytes,
				   struct buffer *out, enum western_fit *fit)
{
	const size_t start = out->len;
	struct oddness found;
	bool lossy;
	enum cd_status status = decoder_convert(name, bytes, out, &lossy);

	*fit = WESTERN_NOT;
	if (status != CD_OK)
		return status;
	found = oddness_look(out->bytes + start, out->len - start);
	if (!lossy && found.odd * 50 <= found.high &&
	    found.row * 3 <= found.high)
		*fit = found.letters < FOREIGN_LETTERS &&
				       found.signs < FOREIGN_LETTERS
			       ? WESTERN_SURE
			       : WESTERN_LIKELY;
	else
		out->len = start;
	return CD_OK;
}

/* Whether what was read is text: noise decodes to signs inside words. */
static bool makes_sense(const char *text, size_t len)
{
	const struct oddness found = oddness_look(text, len);

	return found.odd * 10 <= found.high;
}

/* The same of code pages that have lines of tables: most are letters. */
static bool is_dos(const char *text, size_t len)
{
	const struct oddness found = oddness_look(text, len);

	return found.odd * 50 <= found.high && found.row * 3 <= found.high &&
	       !found.box && found.letters * 4 >= found.high * 3;
}

static enum cd_status read_detected(struct cd_span bytes,
				    enum western_fit western,
				    struct buffer *out,
				    struct charset_report *report)
{
	const size_t start = out->len;
	enum cd_status status = detect_charset(bytes, western, report->name,
					       &report->confidence);
	bool lossy = false;

	if (status != CD_OK || !*report->name)
		return status;
	status = decoder_convert(report->name, bytes, out, &lossy);
	if (status != CD_OK || lossy ||
	    !makes_sense(out->bytes + start, out->len - start)) {
		out->len = start;
		set_name(report, "");
	}
	return status;
}

/* In the order in which they are tried. */
static const char *const western[] = { "windows-1252", "macintosh" };

#define WESTERN_COUNT (sizeof(western) / sizeof(*western))

bool charset_is_utf8(const char *bytes, size_t len)
{
	int confidence;

	return utf8_valid_prefix(bytes, len) == len &&
	       !cd_unmarked_charset(bytes, len, &confidence);
}

/* UTF-16, UTF-32 and ISO 2022 without a mark; an empty name: it is not. */
static enum cd_status read_unmarked(struct cd_span bytes, struct buffer *out,
				    struct charset_report *report)
{
	const char *name = cd_unmarked_charset(bytes.bytes, bytes.len,
					       &report->confidence);
	const size_t start = out->len;
	enum cd_status status;
	bool lossy = false;

	set_name(report, name ? name : "");
	if (!name)
		return CD_OK;
	status = decoder_convert(name, bytes, out, &lossy);
	if (status == CD_OK && lossy) {
		out->len = start;
		set_name(report, "");
	}
	return status;
}

/* A charset that the bytes tell, or the letters; an empty name: none. */
static enum cd_status read_told(struct cd_span bytes, struct buffer *out,
				struct charset_report *report)
{
	size_t mark;
	const char *name = cd_bom_charset(bytes.bytes, bytes.len, &mark);
	enum cd_status status = CD_OK;
	bool lossy;

	/* an editor's, which says nothing of these bytes */
	if (name && !strcmp(name, "UTF-8"))
		bytes = (struct cd_span){ bytes.bytes + mark,
					  bytes.len - mark };
	name = charset_told(bytes);
	if (!name)
		status = charset_of_letters(bytes, &name);
	set_name(report, name ? name : "");
	report->confidence = LIKELY_CONFIDENCE;
	return name ? decoder_convert(name, bytes, out, &lossy) : status;
}

/*
 * As Thai, or as what DOS wrote if it makes sense so and is letters, of which
 * other charsets make signs; or else as UTF-8 with other bytes, or damage.
 */
static enum cd_status read_last(struct cd_span bytes, struct buffer *out,
				struct charset_report *report)
{
	static const char *const pages[] = { "windows-874", "ibm-850",
					     "ibm-852" };
	const size_t start = out->len;

	for (size_t i = !charset_is_thai(bytes);
	     i < sizeof(pages) / sizeof(*pages); i++) {
		bool lossy;
		const enum cd_status status =
			decoder_convert(pages[i], bytes, out, &lossy);

		if (status != CD_OK)
			return status;
		set_name(report, pages[i]);
		report->confidence = LIKELY_CONFIDENCE;
		if (!lossy &&
		    (!i || is_dos(out->bytes + start, out->len - start)))
			return CD_OK;
		out->len = start;
	}
	return read_utf8(bytes, out, report);
}

enum cd_status charset_decode_article(const char *bytes, size_t len,
				      struct buffer *out,
				      struct charset_report *report)
{
	const struct cd_span article = { bytes, len };
	const size_t start = out->len;
	enum western_fit fit = WESTERN_NOT;
	enum cd_status status;
	const char *name = "";

	report->bad_count = 0;
	status = read_unmarked(article, out, report);
	if (status != CD_OK || *report->name)
		return status;
	if (is_mostly_utf8(article) && !charset_is_no_utf8(article))
		return read_utf8(article, out, report);
	status = read_told(article, out, report);
	if (status != CD_OK || *report->name)
		return status;
	for (size_t i = 0; i < WESTERN_COUNT && fit == WESTERN_NOT; i++) {
		name = !i && charset_has_euro(article) ? "ISO-8859-15"
						       : western[i];
		status = read_western(name, article, out, &fit);
		if (status != CD_OK)
			return status;
	}
	set_name(report, name);
	report->confidence = WESTERN_CONFIDENCE;
	if (fit == WESTERN_SURE)
		return CD_OK;
	out->len = start;
	status = read_detected(article, fit, out, report);
	if (status != CD_OK || *report->name)
		return status;
	if (fit == WESTERN_NOT)
		return read_last(article, out, report);
	set_name(report, name);
	report->confidence = LIKELY_CONFIDENCE;
	return read_western(name, article, out, &fit);
}

/*
 * What charset an article is in, when it is not valid UTF-8.
 *
 * Valid sequences of several bytes hardly come about by chance: an article
 * that holds as many of them as it holds bad bytes is UTF-8 with damage.
 * Otherwise the text is read in the Western charsets, and taken so if every
 * high byte makes sense where it stands; if not, ICU is asked, on a prefix.
 */
#include "unicode/charset.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucsdet.h>

#include "base/utf8.h"
#include "unicode/decoder.h"
#include "unicode/props.h"

#define DETECT_BYTES 8192	/* ICU needs about 1 ms for these */
#define DETECT_CONFIDENCE 40	/* of 100: its scores for one paragraph of
				   Polish, Russian or Greek are 48 to 75 */
#define DETECT_MARGIN 8		/* over the next charset */

void charset_report_init(struct charset_report *report)
{
	memset(report, 0, sizeof(*report));
}

void charset_report_release(struct charset_report *report)
{
	free(report->bad);
	charset_report_init(report);
}

static void set_name(struct charset_report *report, const char *name)
{
	const size_t len = strlen(name);

	if (len < sizeof(report->name))
		memcpy(report->name, name, len + 1);
}

/* UTF-8, with U+FFFD for each maximal subpart of what is ill-formed. */
static enum cd_status read_damaged(struct cd_span bytes, struct buffer *out,
				   struct charset_report *report)
{
	size_t at = 0;

	set_name(report, "UTF-8");
	report->bad_count = 0;
	while (at < bytes.len) {
		const char *from = bytes.bytes + at;
		const size_t good = utf8_valid_prefix(from, bytes.len - at);
		size_t bad;

		buffer_add(out, from, good);
		at += good;
		if (at == bytes.len)
			break;
		utf8_length(bytes.bytes + at, bytes.len - at, &bad);
		if (!array_grow(&report->bad, &report->bad_cap,
				report->bad_count, sizeof(*report->bad)))
			return CD_NOMEM;
		report->bad[report->bad_count++] = (uint32_t)out->len;
		buffer_add_text(out, "\xEF\xBF\xBD");
		at += bad;
	}
	return out->failed ? CD_NOMEM : CD_OK;
}

/* Whether the valid sequences of several bytes are as many as the bad ones. */
static bool is_mostly_utf8(struct cd_span bytes)
{
	size_t good = 0, bad = 0, at = 0;

	while (at < bytes.len) {
		size_t subpart;
		const size_t step = utf8_length(bytes.bytes + at,
						bytes.len - at, &subpart);

		good += step > 1;
		bad += step == 0;
		at += step ? step : subpart;
	}
	return good >= bad;
}

/* Marks that may stand inside a word or touch it on both sides. */
static bool joins_words(uint32_t point)
{
	switch (point) {
	case 0x2018: /* quotes, apostrophe */
	case 0x2019:
	case 0x201C:
	case 0x201D:
	case 0x2013: /* dashes */
	case 0x2014:
	case 0x2026: /* ellipsis */
	case 0xAD:   /* soft hyphen */
	case 0xB7:   /* middle dot of Catalan */
	case 0xA0:
		return true;
	default:
		return false;
	}
}

/*
 * Whether a code point above ASCII makes no sense between its neighbours: a
 * control character, a sign inside a word, a capital after a small letter, a
 * letter between a small letter and a digit.
 */
static bool is_odd(uint32_t before, uint32_t point, uint32_t after)
{
	const bool inside =
		unicode_is_letter(before) && unicode_is_letter(after);

	if (point < 0xA0 || point == UTF8_REPLACEMENT)
		return true;
	if (unicode_is_upper(point))
		return unicode_is_lower(before);
	if (unicode_is_letter(point))
		return point == 0x131 || point == 0x192 ||
		       (unicode_is_digit(before) && unicode_is_letter(after));
	return inside && !joins_words(point);
}

struct oddness {
	size_t high;	/* code points above ASCII */
	size_t odd;
	size_t row;	/* letters above ASCII right after another */
};

static struct oddness look_for_oddness(const char *text, size_t len)
{
	struct oddness found = { 0, 0, 0 };
	uint32_t before = 0;
	size_t at = 0;

	while (at < len) {
		const uint32_t point = utf8_next(text, &at);

		if (point >= 0x80) {
			found.high++;
			found.odd += is_odd(before, point,
					    utf8_at(text, len, at));
			found.row += before >= 0x80 &&
				     unicode_is_letter(before) &&
				     unicode_is_letter(point);
		}
		before = point;
	}
	return found;
}

/*
 * Read the article as a Western charset, if it makes sense so: next to nothing
 * odd, and few accented letters in a row (other scripts have nothing else).
 */
static enum cd_status read_western(const char *name, struct cd_span bytes,
				   struct buffer *out, bool *fits)
{
	const size_t front = out->len;
	struct oddness found;
	bool lossy;
	enum cd_status status = decoder_convert(name, bytes, out, &lossy);

	if (status != CD_OK)
		return status;
	found = look_for_oddness(out->bytes + front, out->len - front);
	*fits = !lossy && found.odd * 50 <= found.high &&
		found.row * 8 <= found.high;
	if (!*fits)
		out->len = front;
	return CD_OK;
}

/* ICU's names for what it tells by letters alone: take the larger charset. */
static const char *const larger_charsets[][2] = {
	{ "ISO-8859-1", "windows-1252" },
	{ "ISO-8859-8", "windows-1255" },
	{ "ISO-8859-8-I", "windows-1255" },
	{ "ISO-8859-9", "windows-1254" },
};

/* No article comes so: Unicode without a mark, EBCDIC. */
static bool is_unlikely(const char *name)
{
	return !strncmp(name, "UTF-", 4) || !strncmp(name, "IBM4", 4);
}

static const char *larger_charset(const char *name)
{
	const size_t count =
		sizeof(larger_charsets) / sizeof(larger_charsets[0]);

	for (size_t i = 0; i < count; i++)
		if (!strcmp(name, larger_charsets[i][0]))
			return larger_charsets[i][1];
	return name;
}

/* The first matches, best first: sure enough, and surer than the next. */
static const char *choose_match(const UCharsetMatch **matches, int32_t count,
				UErrorCode *error)
{
	const char *best = NULL;
	int32_t confidence = 0;

	for (int32_t i = 0; i < count; i++) {
		const char *name = ucsdet_getName(matches[i], error);
		const int32_t now = ucsdet_getConfidence(matches[i], error);

		if (U_FAILURE(*error) || is_unlikely(name))
			continue;
		if (best)
			return confidence - now >= DETECT_MARGIN ? best : NULL;
		if (now < DETECT_CONFIDENCE)
			return NULL;
		best = name;
		confidence = now;
	}
	return best;
}

/* Where the high bytes begin: the front of that line. */
static struct cd_span detection_prefix(struct cd_span bytes)
{
	size_t at = 0;

	while (at < bytes.len && (unsigned char)bytes.bytes[at] < 0x80)
		at++;
	while (at && bytes.bytes[at - 1] != '\n')
		at--;
	bytes.bytes += at;
	bytes.len -= at;
	if (bytes.len > DETECT_BYTES)
		bytes.len = DETECT_BYTES;
	return bytes;
}

/* The charset that ICU finds, in report->name; empty: none for sure. */
static enum cd_status detect(struct cd_span bytes,
			     struct charset_report *report)
{
	const struct cd_span prefix = detection_prefix(bytes);
	UErrorCode error = U_ZERO_ERROR;
	UCharsetDetector *detector = ucsdet_open(&error);
	const UCharsetMatch **matches;
	const char *name = NULL;
	int32_t count = 0;

	ucsdet_setText(detector, prefix.bytes, (int32_t)prefix.len, &error);
	matches = ucsdet_detectAll(detector, &count, &error);
	if (U_SUCCESS(error))
		name = choose_match(matches, count, &error);
	set_name(report, name ? larger_charset(name) : "");
	ucsdet_close(detector);
	if (error == U_MEMORY_ALLOCATION_ERROR)
		return CD_NOMEM;
	return U_FAILURE(error) ? CD_INTERNAL : CD_OK;
}

static enum cd_status read_detected(struct cd_span bytes, struct buffer *out,
				    struct charset_report *report, bool *fits)
{
	const size_t front = out->len;
	enum cd_status status = detect(bytes, report);
	bool lossy = false;

	*fits = false;
	if (status != CD_OK || !*report->name)
		return status;
	status = decoder_convert(report->name, bytes, out, &lossy);
	*fits = status == CD_OK && !lossy;
	if (!*fits)
		out->len = front;
	return status;
}

/* In the order in which they are tried. */
static const char *const western[] = { "windows-1252", "macintosh" };

enum cd_status charset_decode_article(const char *bytes, size_t len,
				      struct buffer *out,
				      struct charset_report *report)
{
	const struct cd_span article = { bytes, len };
	enum cd_status status;
	bool fits = false;

	report->bad_count = 0;
	if (is_mostly_utf8(article))
		return read_damaged(article, out, report);
	for (size_t i = 0; i < sizeof(western) / sizeof(western[0]); i++) {
		status = read_western(western[i], article, out, &fits);
		if (status != CD_OK)
			return status;
		if (fits) {
			set_name(report, western[i]);
			return CD_OK;
		}
	}
	status = read_detected(article, out, report, &fits);
	if (status != CD_OK || fits)
		return status;
	return read_damaged(article, out, report);
}

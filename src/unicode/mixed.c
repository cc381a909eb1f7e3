/*
 * UTF-8 with bytes of Windows-1252 between, as feeds have it that put texts of
 * several sources together: "the caf\xE9’s owner".
 *
 * What is left of a damaged sequence are such bytes, too. So each of them must
 * make sense where it stands, and the bytes that sequences of Western letters
 * and marks begin with are never taken for one.
 */
#include "unicode/mixed.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "unicode/decoder.h"
#include "unicode/oddness.h"
#include "unicode/props.h"

/* The first letter that no Western charset has. */
#define FAR_LETTER 0x250

/*
 * "E2 80" without its third byte: a mark of UTF-8 that was cut. No other
 * charset that has Latin letters has text of these two. So is "C2" or "C3"
 * after a small letter, where Windows has capitals, and a Macintosh signs; and
 * "9D", the end of a mark, which Windows has not, where no word is.
 */
bool mixed_is_cut(struct cd_span article, size_t at, size_t len)
{
	const unsigned char c = (unsigned char)article.bytes[at];

	if (len == 2)
		return !memcmp(article.bytes + at, "\xE2\x80", len);
	if (c == 0x9D)
		return !ascii_is_letter(bytes_before(article.bytes, at)) &&
		       !ascii_is_letter(
			       bytes_at(article.bytes, article.len, at + 1));
	return (c == 0xC2 || c == 0xC3) && at &&
	       ascii_is_lower((unsigned char)article.bytes[at - 1]);
}

/* The bytes that are no part of valid UTF-8, one after the other. */
static void collect_bad(struct cd_span article, struct buffer *bad)
{
	size_t at = 0;

	while (at < article.len) {
		const char *from = article.bytes + at;
		const size_t good = utf8_valid_prefix(from, article.len - at);
		size_t len;

		at += good;
		if (at == article.len)
			break;
		utf8_length(article.bytes + at, article.len - at, &len);
		if (!mixed_is_cut(article, at, len))
			buffer_add(bad, article.bytes + at, len);
		at += len;
	}
}

/*
 * Â Ã Ä Å â, which sequences of Latin letters and of marks begin with: the rest
 * may be gone. þ and ÿ are bytes that are in no UTF-8, and in hardly any text.
 */
static bool is_remnant(uint32_t point)
{
	return (point >= 0xC2 && point <= 0xC5) || point == 0xE2 ||
	       point == 0xFE || point == 0xFF;
}

/* à and ó are words. */
static bool is_word(uint32_t point)
{
	return point == 0xC0 || point == 0xE0 || point == 0xF3;
}

static bool is_near_letter(uint32_t point)
{
	return unicode_is_letter(point) && point < FAR_LETTER;
}

/* Whether a letter or sign makes no sense between its neighbours. */
static bool is_doubtful(uint32_t before, uint32_t point, uint32_t after)
{
	if (is_remnant(point) || oddness_is_odd(before, point, after))
		return true;
	if ((before >= FAR_LETTER && unicode_is_letter(before)) ||
	    (after >= FAR_LETTER && unicode_is_letter(after)))
		return true;
	if (!unicode_is_letter(point))
		return !oddness_joins_words(point) && is_near_letter(before);
	if (unicode_is_lower(point) && unicode_is_upper(after))
		return true;
	return !is_near_letter(before) && !is_near_letter(after) &&
	       !is_word(point);
}

/*
 * Whether a byte may begin a sequence of which the next is a part: after a
 * letter of Windows-1252 there is a mark there, or none.
 */
static bool begins_sequence(struct cd_span article, size_t at)
{
	const unsigned char c = (unsigned char)article.bytes[at];
	const unsigned char next =
		at + 1 < article.len ? (unsigned char)article.bytes[at + 1] : 0;

	return c >= 0xC2 && next >= 0x80 && next < 0xC0 && next != 0x85 &&
	       (next < 0x91 || next > 0x97);
}

/* One bad byte as its character; false: it is doubtful there. */
static bool add_bad(struct cd_span article, size_t at, uint32_t point,
		    struct buffer *out)
{
	const uint32_t before = utf8_before(out->bytes, out->len);
	const size_t next = at + 1;
	size_t bad;
	uint32_t after = 0;
	char utf8[UTF8_MAX];

	/* what is bad itself is looked at in its turn */
	if (next < article.len &&
	    utf8_length(article.bytes + next, article.len - next, &bad))
		after = utf8_at(article.bytes, article.len, next);
	else if (next < article.len)
		after = 'a';
	buffer_add(out, utf8, utf8_encode(point, utf8));
	return !begins_sequence(article, at) &&
	       !is_doubtful(before, point, after);
}

/* `read` holds the bad bytes as Windows-1252 has them. */
static bool add_all(struct cd_span article, struct cd_span read,
		    struct buffer *out, struct charset_report *report)
{
	size_t at = 0, read_at = 0;

	while (at < article.len) {
		const size_t good =
			utf8_valid_prefix(article.bytes + at, article.len - at);
		size_t len;

		buffer_add(out, article.bytes + at, good);
		at += good;
		if (at == article.len)
			break;
		utf8_length(article.bytes + at, article.len - at, &len);
		if (mixed_is_cut(article, at, len)) {
			at += len;
			if (!charset_report_bad(report, out))
				return false;
			continue;
		}
		for (; len; len--, at++)
			if (!add_bad(article, at,
				     utf8_next(read.bytes, &read_at), out))
				return false;
	}
	return true;
}

enum cd_status read_mixed(struct cd_span article, struct buffer *out,
			  struct charset_report *report, bool *fits)
{
	const size_t start = out->len;
	struct buffer bad, read;
	bool lossy = false;
	enum cd_status status = CD_NOMEM;

	*fits = false;
	buffer_init(&bad);
	buffer_init(&read);
	collect_bad(article, &bad);
	/* what is no text may be valid UTF-8: "t", NUL, "t", NUL */
	if (!bad.failed && !bad.len)
		status = CD_OK;
	else if (!bad.failed)
		status = decoder_convert("windows-1252",
					 (struct cd_span){ bad.bytes, bad.len },
					 &read, &lossy);
	if (status == CD_OK && bad.len && !lossy)
		*fits = add_all(article,
				(struct cd_span){ read.bytes, read.len }, out,
				report);
	if (!*fits) {
		out->len = start;
		report->bad_count = 0;
	}
	buffer_release(&read);
	buffer_release(&bad);
	return out->failed ? CD_NOMEM : status;
}

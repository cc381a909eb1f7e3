/*
 * Text of East Asia, of two bytes a letter, that was read as Windows-1252:
 * "ÅìµþÅÔ¤Ï" of EUC-JP for 東京都は, "±±¾©ÊÐ" of GBK for 北京市.
 *
 * No text has half of its characters so. Its bytes are read again as those of
 * an article are that is not UTF-8, and what comes out must be letters of East
 * Asia.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/buffer.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/mojibake.h"
#include "unicode/charset.h"

#define LEAST 16 /* bytes above ASCII: eight letters or more */
#define HALF 2	 /* of what is no white space, one in so many is above it, */
#define SIXTH 6	 /* and so, three bytes long, one in so many bytes of all */
#define TENTH                                                                  \
	10 /* of what comes out, less than one in so many is no letter         \
	    */

static const struct {
	const char *name; /* ICU's */
	const char *message;
} charsets[] = {
	{ "GB18030", "GB 18030 was read as Windows-1252" },
	{ "Big5", "Big5 was read as Windows-1252" },
	{ "Shift_JIS", "Shift JIS was read as Windows-1252" },
	{ "EUC-JP", "EUC-JP was read as Windows-1252" },
	{ "windows-949", "Windows-949 was read as Windows-1252" },
};

/* What is reported of it; NULL: it is none of them. */
static const char *message_of(const char *name)
{
	for (size_t i = 0; i < sizeof(charsets) / sizeof(*charsets); i++)
		if (!strcmp(charsets[i].name, name))
			return charsets[i].message;
	return NULL;
}

/* The bytes that text[at, end) was; false: it was none of Windows-1252. */
static bool add_bytes(const struct pass *pass, size_t at, size_t end,
		      struct buffer *bytes)
{
	while (at < end) {
		const uint32_t point = utf8_next(pass->text, &at);
		const uint8_t byte =
			point < 0x80 ? (uint8_t)point : mojibake_byte(point);

		if (point >= 0x80 && !byte)
			return false;
		buffer_add_byte(bytes, (char)byte);
	}
	return true;
}

/* Whether enough of the bytes are above ASCII. */
static bool is_dense(struct cd_span bytes)
{
	size_t high = 0, all = 0;

	for (size_t i = 0; i < bytes.len; i++) {
		high += (unsigned char)bytes.bytes[i] >= 0x80;
		all += (unsigned char)bytes.bytes[i] > ' ';
	}
	return high >= LEAST && high * HALF >= all;
}

/* Ideographs, kana, Hangul; their marks, and letters in full width. */
static bool is_eastern(uint32_t point)
{
	return (point >= 0x3000 && point < 0xA000) ||
	       (point >= 0xAC00 && point < 0xD800) ||
	       (point >= 0xFF00 && point < 0xFFF0);
}

static bool is_text(struct cd_span text)
{
	size_t high = 0, eastern = 0, at = 0;

	while (at < text.len) {
		const uint32_t point = utf8_next(text.bytes, &at);

		high += point >= 0x80;
		eastern += is_eastern(point);
	}
	return (high - eastern) * TENTH < high;
}

static size_t word_end(const char *text, size_t len, size_t at)
{
	while (at < len && (unsigned char)text[at] > ' ')
		at++;
	return at;
}

/* Each word is an edit of its own: white space is no part of a letter. */
static void mend_words(struct pass *pass, struct cd_span text,
		       const char *message)
{
	size_t at = 0, text_at = 0;

	pass_begin(pass, RULE_ENCODING_MOJIBAKE, 0, pass->len, message);
	for (; at < pass->len && text_at < text.len; at++, text_at++) {
		const size_t from = at, text_from = text_at;
		const char *word = text.bytes + text_from;

		at = word_end(pass->text, pass->len, at);
		text_at = word_end(text.bytes, text.len, text_at);
		if (bytes_find_high(word, text_at - text_from, 0) <
		    text_at - text_from)
			pass_edit(pass, from, at,
				  pass_copy(pass, word, text_at - text_from),
				  text_at - text_from, 100);
	}
	pass_end(pass);
}

static void mend(struct pass *pass, struct cd_span bytes)
{
	struct charset_report report;
	struct buffer buffer;
	struct cd_span text;
	const char *message;

	charset_report_init(&report);
	buffer_init(&buffer);
	pass->failed |= charset_decode_article(bytes.bytes, bytes.len, &buffer,
					       &report) != CD_OK;
	text = (struct cd_span){ buffer.bytes, buffer.len };
	message = message_of(report.name);
	if (message && !pass->failed && is_text(text))
		mend_words(pass, text, message);
	buffer_release(&buffer);
	charset_report_release(&report);
}

static void run(struct pass *pass)
{
	struct buffer bytes;
	bool fits;

	if ((size_t)pass->survey->high * SIXTH < pass->len)
		return;
	buffer_init(&bytes);
	fits = add_bytes(pass, 0, pass->len, &bytes);
	pass->failed |= bytes.failed;
	if (fits && !bytes.failed &&
	    is_dense((struct cd_span){ bytes.bytes, bytes.len }))
		mend(pass, (struct cd_span){ bytes.bytes, bytes.len });
	buffer_release(&bytes);
}

static bool triggered(const struct survey *survey)
{
	return survey->high >= LEAST && !survey->high_wide;
}

const struct stage wide_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.sees = SEEN_MOJIBAKE,
	.rule = RULE_ENCODING_MOJIBAKE,
	.triggered = triggered,
	.run = run,
};

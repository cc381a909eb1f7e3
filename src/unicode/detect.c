/*
 * Detecting a charset by ICU, on a sample of the article.
 */
#include "unicode/detect.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucsdet.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "unicode/told.h"

#define DETECT_BYTES 4096 /* ICU needs about 1 ms for these */

/*
 * ICU's confidence, of 100. Man pages of 20 languages, full of English, get 19
 * (Russian) to 98 for their own charsets, and at least 8 less for others.
 */
#define DETECT_CONFIDENCE 15
#define DETECT_MARGIN 8 /* over the next charset */

/* Where Windows-1252 fits, but the text is full of accents. */
#define FOREIGN_CONFIDENCE 35
#define FOREIGN_MARGIN 12 /* over Windows-1252 */

/* ICU's names for what it tells by letters alone: take the larger charset. */
static const char *const larger_charsets[][2] = {
	{ "ISO-8859-1", "windows-1252" },   { "ISO-8859-8", "windows-1255" },
	{ "ISO-8859-8-I", "windows-1255" }, { "ISO-8859-9", "windows-1254" },
	{ "EUC-KR", "windows-949" },
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

static bool is_western(const char *name)
{
	return !strcmp(larger_charset(name), "windows-1252");
}

struct match {
	const char *name;     /* ICU's; NULL: none */
	const char *language; /* ICU's, "" when it does not matter */
	int32_t confidence;
	int32_t next;	 /* of the next likely one */
	int32_t western; /* of Windows-1252 */
};

/* The matches come best first. */
static struct match best_match(const UCharsetMatch **matches, int32_t count,
			       UErrorCode *error)
{
	struct match best = { .name = NULL };

	for (int32_t i = 0; i < count && U_SUCCESS(*error); i++) {
		const char *name = ucsdet_getName(matches[i], error);
		const int32_t now = ucsdet_getConfidence(matches[i], error);

		if (U_FAILURE(*error) || is_unlikely(name))
			continue;
		if (is_western(name) && !best.western)
			best.western = now;
		if (!best.name) {
			best.name = name;
			best.language = ucsdet_getLanguage(matches[i], error);
			best.confidence = now;
		} else if (!best.next) {
			best.next = now;
		}
	}
	return best;
}

static bool is_word_byte(char c)
{
	return (unsigned char)c >= 0x80 || ascii_is_letter((unsigned char)c);
}

static size_t count_byte(struct cd_span bytes, unsigned char byte)
{
	size_t count = 0;

	for (size_t i = 0; i < bytes.len; i++)
		count += (unsigned char)bytes.bytes[i] == byte;
	return count;
}

static bool has_c1(struct cd_span bytes)
{
	for (size_t i = 0; i < bytes.len; i++)
		if (((unsigned char)bytes.bytes[i] & 0xE0) == 0x80)
			return true;
	return false;
}

/* © and ® of Windows-1250 are letters in ISO 8859-2, but no words. */
static bool has_lone_sign(struct cd_span bytes)
{
	for (size_t i = 1; i + 1 < bytes.len; i++) {
		const unsigned char c = (unsigned char)bytes.bytes[i];

		if ((c == 0xA9 || c == 0xAE) &&
		    !is_word_byte(bytes.bytes[i - 1]) &&
		    !is_word_byte(bytes.bytes[i + 1]))
			return true;
	}
	return false;
}

/*
 * Letters alone do not tell an ISO charset from Windows' own: bytes that are
 * controls in the one do, and Polish ą.
 */
static const char *settle(const struct match *match, struct cd_span article)
{
	if (!strcmp(match->name, "ISO-8859-2") &&
	    (has_c1(article) || has_lone_sign(article) ||
	     (!strcmp(match->language, "pl") &&
	      count_byte(article, 0xB9) > count_byte(article, 0xB1))))
		return "windows-1250";
	if (!strcmp(match->name, "ISO-8859-7") && has_c1(article))
		return "windows-1253";
	/* і and ї of Ukrainian are lines of tables in KOI8-R */
	if (!strcmp(match->name, "KOI8-R") &&
	    count_byte(article, 0xA6) + count_byte(article, 0xA7))
		return "KOI8-U";
	return larger_charset(match->name);
}

/* The end of the word and of the marks after it; whether it has high bytes.
 */
static size_t next_word(struct cd_span bytes, size_t at, bool *high)
{
	*high = false;
	for (; at < bytes.len && is_word_byte(bytes.bytes[at]); at++)
		*high |= (unsigned char)bytes.bytes[at] >= 0x80;
	while (at < bytes.len && !is_word_byte(bytes.bytes[at]))
		at++;
	return at;
}

/*
 * What ICU is shown: words that hold high bytes and their neighbours. English
 * names and addresses, which other languages have too, would mislead it.
 */
static enum cd_status take_sample(struct cd_span bytes, struct buffer *sample)
{
	size_t before = 0, at = 0;
	bool was_high = false;

	while (at < bytes.len && sample->len < DETECT_BYTES) {
		bool high, taken;
		const size_t end = next_word(bytes, at, &high);

		taken = high || was_high;
		if (high && !was_high && before < at)
			buffer_add(sample, bytes.bytes + before, at - before);
		if (taken)
			buffer_add(sample, bytes.bytes + at, end - at);
		before = taken ? end : at;
		was_high = high;
		at = end;
	}
	if (sample->len > DETECT_BYTES)
		sample->len = DETECT_BYTES;
	return sample->failed ? CD_NOMEM : CD_OK;
}

static bool is_sure(const struct match *match, struct cd_span article,
		    enum western_fit western)
{
	if (match->name && !strcmp(match->name, "windows-1251") &&
	    western == WESTERN_NOT && charset_is_russian(article))
		return true;
	if (!match->name || match->confidence < DETECT_CONFIDENCE ||
	    match->confidence < match->next + DETECT_MARGIN)
		return false;
	return western == WESTERN_NOT ||
	       (!is_western(match->name) &&
		match->confidence >= FOREIGN_CONFIDENCE &&
		match->confidence >= match->western + FOREIGN_MARGIN);
}

static enum cd_status detect(struct cd_span sample, struct cd_span article,
			     enum western_fit western, char *name,
			     int *confidence)
{
	UErrorCode error = U_ZERO_ERROR;
	UCharsetDetector *detector = ucsdet_open(&error);
	const UCharsetMatch **matches;
	struct match match;
	int32_t count = 0;

	ucsdet_setText(detector, sample.bytes, (int32_t)sample.len, &error);
	matches = ucsdet_detectAll(detector, &count, &error);
	match = best_match(matches, count, &error);
	/* A sample that ICU refuses, as halves of a surrogate pair, is noise.
	 */
	snprintf(name, CHARSET_NAME_MAX, "%s",
		 U_SUCCESS(error) && is_sure(&match, article, western)
			 ? settle(&match, article)
			 : "");
	*confidence = match.confidence;
	ucsdet_close(detector);
	return error == U_MEMORY_ALLOCATION_ERROR ? CD_NOMEM : CD_OK;
}

enum cd_status detect_charset(struct cd_span bytes, enum western_fit western,
			      char *name, int *confidence)
{
	struct buffer sample;
	enum cd_status status;

	buffer_init(&sample);
	status = take_sample(bytes, &sample);
	if (status == CD_OK)
		status = detect((struct cd_span){ sample.bytes, sample.len },
				bytes, western, name, confidence);
	buffer_release(&sample);
	return status;
}

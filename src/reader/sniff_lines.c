/* What the form of most lines shows: settings, logs, tagged words, mail. */
#include "reader/sniff_data.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"
#include "base/utf8.h"
#include "reader/sniff_parts.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

#define LINES_SEEN 60 /* more would tell nothing new */

/*
 * Whether `text` is as `shape` says: 9 a digit, A a capital, a a small letter,
 * _ a digit or space; other characters stand for themselves.
 */
static bool has_shape(struct cd_span text, const char *shape)
{
	/* Most lines differ in their first byte. */
	for (size_t i = 0; shape[i]; i++) {
		const unsigned char c = bytes_at(text.bytes, text.len, i);

		if (shape[i] == '9'   ? !ascii_is_digit(c)
		    : shape[i] == 'A' ? c < 'A' || c > 'Z'
		    : shape[i] == 'a' ? c < 'a' || c > 'z'
		    : shape[i] == '_' ? !ascii_is_digit(c) && c != ' '
				      : c != (unsigned char)shape[i])
			return false;
	}
	return true;
}

#define EARLY 6 /* bytes of "Nov 23", in which each time has a digit */

static bool has_early_digit(struct cd_span line)
{
	for (size_t i = 0; i < EARLY && i < line.len; i++)
		if (ascii_is_digit((unsigned char)line.bytes[i]))
			return true;
	return false;
}

/* A program's time to the second, or a server's to the day in brackets. */
static bool is_log_line(struct cd_span line)
{
	static const char *const times[] = {
		"9999-99-99 99:99:99",	"9999-99-99T99:99:99",
		"[9999-99-99 99:99:99", "[9999-99-99T99:99:99",
		"9999/99/99 99:99:99",	"Aaa _9 99:99:99 ",
	};
	const char *bracket;

	if (!has_early_digit(line))
		return false;
	for (size_t i = 0; i < COUNT(times); i++) {
		if (has_shape(line, times[i]))
			return true;
	}
	if (!ascii_is_digit((unsigned char)line.bytes[0]))
		return false;
	bracket = memchr(line.bytes, '[', line.len);
	return bracket &&
	       has_shape(sniff_skip(line, (size_t)(bracket - line.bytes)),
			 "[99/Aaa/9999:99:99:99 ");
}

static bool is_key_byte(unsigned char c)
{
	return ascii_is_alnum(c) || (c && strchr("_.-", c) != NULL);
}

/* "[section]", "key = value". */
static bool is_setting(struct cd_span line)
{
	size_t at = 0;

	if (line.bytes[0] == '[')
		return line.bytes[line.len - 1] == ']' &&
		       !memchr(line.bytes, ' ', line.len);
	while (at < line.len && is_key_byte((unsigned char)line.bytes[at]))
		at++;
	if (!at)
		return false;
	at = skip_spaces(line.bytes, line.len, at);
	return at < line.len && line.bytes[at] == '=';
}

#define TAG_MOST 10 /* bytes: "wps+bez-hl" */

/* "NN", "PRP$", "np-tl", "bez*": letters of one case, and signs after them. */
static bool is_tag(struct cd_span tag)
{
	size_t lower = 0, upper = 0;

	for (size_t i = 0; i < tag.len; i++) {
		const unsigned char c = (unsigned char)tag.bytes[i];

		lower += ascii_is_lower(c);
		upper += ascii_is_upper(c);
		if (!ascii_is_alnum(c) && (!i || !strchr("$*+-", c)))
			return false;
	}
	return tag.len <= TAG_MOST && (lower != 0) != (upper != 0);
}

/* ",/,", "''_''", ".|." */
static bool is_tagged_mark(struct cd_span token)
{
	const size_t half = token.len / 2;

	return token.len % 2 && half && strchr("/_|", token.bytes[half]) &&
	       !memcmp(token.bytes, token.bytes + half + 1, half);
}

/* "board/NN", "board_NN", "board/nn", "board|NN", "board|NN|O". */
static bool is_tagged_word(struct cd_span token)
{
	size_t at = token.len;

	while (at && !strchr("/_|", token.bytes[at - 1]))
		at--;
	if (at < 2 || !is_tag(sniff_skip(token, at)))
		return is_tagged_mark(token);
	return true;
}

/* Most words of the line have their tags; marks may have others. */
static bool is_tagged_line(struct cd_span line)
{
	size_t words = 0, tagged = 0;

	/* Most lines are none, and are not cut into words. */
	if (!memchr(line.bytes, '/', line.len) &&
	    !memchr(line.bytes, '_', line.len) &&
	    !memchr(line.bytes, '|', line.len))
		return false;
	for (size_t at = 0; at < line.len; at++) {
		struct cd_span token = sniff_skip(line, at);
		const char *end = memchr(token.bytes, ' ', token.len);

		if (end)
			token.len = (size_t)(end - token.bytes);
		words += token.len != 0;
		tagged += is_tagged_word(token);
		at += token.len;
	}
	return words > 3 && tagged * 3 >= words * 2;
}

/* "[ The/DT ferry/NN ]": a phrase of Penn's tagged files. */
static bool is_tagged_phrase(struct cd_span line)
{
	size_t words = 0;

	if (line.len < 5 || line.bytes[0] != '[' || line.bytes[1] != ' ')
		return false;
	line.len = skip_spaces_back(line.bytes, 0, line.len);
	if (line.bytes[line.len - 1] != ']')
		return false;
	line.len--;
	for (size_t at = 2; at < line.len; at++) {
		struct cd_span token = sniff_skip(line, at);

		token.len = bytes_find(token.bytes, token.len, 0, ' ');
		if (token.len && !is_tagged_word(token))
			return false;
		words += token.len != 0;
		at += token.len;
	}
	return words > 0;
}

static bool is_decimal(struct cd_span token)
{
	size_t points = 0;

	for (size_t i = 0; i < token.len; i++) {
		points += token.bytes[i] == '.';
		if (token.bytes[i] != '.' &&
		    !ascii_is_digit((unsigned char)token.bytes[i]))
			return false;
	}
	return points == 1 && token.len > 2;
}

/* "ferry 0.12 -0.31 0.33": a word and its place in a space of words. */
static bool is_vector(struct cd_span line)
{
	size_t numbers = 0, at = bytes_find(line.bytes, line.len, 0, ' ') + 1;

	for (; at < line.len; at++) {
		struct cd_span token = sniff_skip(line, at);

		token.len = bytes_find(token.bytes, token.len, 0, ' ');
		at += token.len;
		if (token.len && token.bytes[0] == '-')
			token = sniff_skip(token, 1);
		if (!is_decimal(token))
			return false;
		numbers++;
	}
	return numbers > 2;
}

/*
 * Speech with its times, a recording, a channel, a speaker, and two decimals:
 * "tape1 1 ida 0.00 3.05 <o> the ferry left", and the like, as NIST's STM, CTM
 * and RTTM have it.
 */
static bool is_timed_line(struct cd_span line)
{
	size_t words = 0, decimals = 0;
	bool channel = false;

	for (size_t at = 0; at < line.len && words < 5; at++) {
		struct cd_span token = sniff_skip(line, at);
		const char *end = memchr(token.bytes, ' ', token.len);

		if (end)
			token.len = (size_t)(end - token.bytes);
		at += token.len;
		if (!token.len)
			continue;
		/* Most lines have none: the fifth alone is no pair. */
		if (++words == 5 && !decimals)
			return false;
		channel |= words > 1 && token.len == 1 &&
			   !ascii_is_lower((unsigned char)token.bytes[0]);
		if (is_decimal(token))
			decimals++;
		else if (decimals < 2)
			decimals = 0;
	}
	return words == 5 && decimals == 2 && channel;
}

static bool is_note(struct cd_span line)
{
	return line.bytes[0] == '#' || line.bytes[0] == ';';
}

static const struct {
	bool (*is)(struct cd_span line);
	size_t least, share; /* lines; of all lines in percent */
	enum content content;
} forms[] = {
	{ is_setting, 3, 95, CONTENT_SETTINGS },
	{ is_log_line, 2, 40, CONTENT_LOG },
	{ is_tagged_line, 1, 90, CONTENT_ANNOTATED },
	{ is_tagged_phrase, 2, 20, CONTENT_ANNOTATED },
	{ is_vector, 5, 90, CONTENT_ANNOTATED },
	{ is_timed_line, 2, 90, CONTENT_ANNOTATED },
};

/* A header's line, "Name-Of-It: value", or one that it goes on in. */
static bool is_header_line(struct cd_span line)
{
	size_t at = 0;

	if (line.bytes[0] == ' ' || line.bytes[0] == '\t')
		return true;
	while (at < line.len && is_key_byte((unsigned char)line.bytes[at]))
		at++;
	return at && at < line.len && line.bytes[at] == ':';
}

/* The header says that the body is not as it is read. */
static bool tells_coding(struct cd_span line)
{
	static const char *const codings[] = {
		"content-type: multipart/",
		"content-transfer-encoding: quoted-printable",
		"content-transfer-encoding: base64",
	};

	for (size_t i = 0; i < COUNT(codings); i++) {
		const size_t len = strlen(codings[i]);

		if (line.len >= len &&
		    !strncasecmp(line.bytes, codings[i], len))
			return true;
	}
	return false;
}

static bool is_coded_mail(struct cd_span text)
{
	bool whole = true, coded = false;
	struct cd_span line = sniff_take_line(&text, &whole);

	while (whole && line.len && is_header_line(line)) {
		coded |= tells_coding(line);
		line = sniff_take_line(&text, &whole);
	}
	return coded && !line.len;
}

/* How many lines are looked at, at most: of an article a few. */
static size_t most_lines(struct cd_span text)
{
	const size_t all = utf8_count_lines(text.bytes, text.len) + 1;

	return all < LINES_SEEN ? all : LINES_SEEN;
}

/* A form that too many lines of `most` do not have is not asked for again. */
static void see_forms(struct cd_span line, size_t most, size_t *counts,
		      size_t *misses)
{
	for (size_t i = 0; i < COUNT(forms); i++) {
		bool has;

		if (misses[i] * 100 > most * (100 - forms[i].share))
			continue;
		has = forms[i].is(line);
		counts[i] += has;
		misses[i] += !has;
	}
}

enum content sniff_lines(struct cd_span text, bool whole)
{
	const size_t most = most_lines(text);
	size_t lines = 0, counts[COUNT(forms)] = { 0 };
	size_t misses[COUNT(forms)] = { 0 };
	bool ended = true;

	if (is_coded_mail(text))
		return CONTENT_MAIL;
	while (text.len && ended && lines < LINES_SEEN) {
		const struct cd_span line = sniff_take_line(&text, &ended);

		if (!line.len || is_note(line) || (!ended && !whole))
			continue;
		lines++;
		see_forms(line, most, counts, misses);
	}
	for (size_t i = 0; i < COUNT(forms); i++) {
		if (counts[i] >= forms[i].least &&
		    counts[i] * 100 >= lines * forms[i].share)
			return forms[i].content;
	}
	return CONTENT_TEXT;
}

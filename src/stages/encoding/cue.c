/* What a line of subtitles is: times, numbers, what is not shown, text. */
#include "stages/encoding/cue.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "text/lines.h"

#define ARROW "-->"
#define NO_BREAK "\u00A0"

static bool is_clock(const struct pass *pass, size_t at, size_t end)
{
	if (end == at)
		return false;
	for (; at < end; at++) {
		const unsigned char c = (unsigned char)pass->text[at];

		if (!ascii_is_digit(c) && c != ':' && c != '.' && c != ',')
			return false;
	}
	return true;
}

/* The end of the clock "0:00:01.000" at text[at], or `at`. */
static size_t clock_end(const struct pass *pass, size_t at)
{
	size_t end = at, colons = 0;

	while (ascii_is_digit(pass_byte(pass, end)) ||
	       (end > at && pass_byte(pass, end) == ':')) {
		colons += pass_byte(pass, end) == ':';
		end++;
	}
	if (colons &&
	    (pass_byte(pass, end) == '.' || pass_byte(pass, end) == ',') &&
	    ascii_is_digit(pass_byte(pass, end + 1)))
		end = skip_digits(pass->text, pass->len, end + 1);
	return colons ? end : at;
}

/* "0:00:01.000,0:00:04.000" of SubViewer. */
static bool is_pair(const struct pass *pass, struct cue_line line)
{
	const size_t comma = clock_end(pass, line.at);

	return comma > line.at + 7 && pass_byte(pass, comma) == ',' &&
	       clock_end(pass, comma + 1) == line.end && line.end > comma + 8;
}

/* Past white space that will be spaces, or will go. */
static size_t skip_gap(const struct pass *pass, size_t at)
{
	while (ascii_is_blank(pass_byte(pass, at)) ||
	       pass_has(pass, at, NO_BREAK))
		utf8_next(pass->text, &at);
	return at;
}

static size_t skip_gap_back(const struct pass *pass, size_t at)
{
	while (ascii_is_blank(pass_byte_before(pass, at)) ||
	       bytes_end(pass->text, at, NO_BREAK))
		utf8_previous(pass->text, &at);
	return at;
}

/*
 * Whether the arrow at text[at] is between clocks, the first from `from` on.
 * None is before an arrow that begins its line, set in or not.
 */
static bool joins_clocks(const struct pass *pass, size_t from, size_t at)
{
	const size_t after = at + strlen(ARROW);
	const size_t to = skip_gap_back(pass, at);
	const size_t end = skip_gap(pass, after);

	from = skip_gap(pass, from);
	return from < to && to < at && end > after &&
	       is_clock(pass, from, to) &&
	       memchr(pass->text + from, ':', to - from) &&
	       ascii_is_digit(pass_byte(pass, end));
}

/* "00:00:01,000 --> 00:00:04,000", and what WebVTT says of its place. */
bool cue_is_times(const struct pass *pass, struct cue_line line)
{
	const size_t len = strlen(ARROW);

	if (is_pair(pass, line))
		return true;
	for (size_t at = line.at; at + len < line.end && at - line.at < 18;
	     at++)
		if (!memcmp(pass->text + at, ARROW, len))
			return joins_clocks(pass, line.at, at);
	return false;
}

/* "[00:00.000 --> 00:04.000]  Words": where Whisper's bracket ends, or `at`. */
size_t cue_bracket_end(const struct pass *pass, struct cue_line line)
{
	const char *close =
		pass->text[line.at] == '['
			? memchr(pass->text + line.at, ']', line.end - line.at)
			: NULL;
	const struct cue_line inside = { line.at + 1,
					 close ? (size_t)(close - pass->text)
					       : line.at + 1 };

	return close && cue_is_times(pass, inside) ? inside.end + 1 : line.at;
}

/* "<v Ida Moss>", who speaks. Its bracket, or 0. */
size_t cue_voice_end(const struct pass *pass, size_t at, size_t end)
{
	const size_t close = bytes_find(pass->text, end, at, '>');

	return bytes_begin(pass->text, end, at, "<v ") && close < end &&
			       close > at + 3
		       ? close
		       : 0;
}

/* Past "c.white", "/v" or "lang en", what WebVTT has and HTML has not; or `at`.
 */
static size_t cue_name_end(const struct pass *pass, size_t at)
{
	const bool closes = pass_byte(pass, at) == '/';
	size_t end = at + closes;
	const size_t front = end;
	const char *name = pass->text + front;

	while (ascii_is_lower(pass_byte(pass, end)))
		end++;
	if (end - front == 4 && !memcmp(name, "lang", 4)) {
		while (!closes && (pass_byte(pass, end) == ' ' ||
				   pass_byte(pass, end) == '-' ||
				   ascii_is_letter(pass_byte(pass, end))))
			end++;
		return end;
	}
	if (end - front != 1 || !strchr(closes ? "cv" : "cbiu", *name) ||
	    (*name != 'c' && !closes && pass_byte(pass, end) != '.'))
		return at;
	while (pass_byte(pass, end) == '.' ||
	       ascii_is_alnum(pass_byte(pass, end)))
		end++;
	return end;
}

/* "<00:00:01.500>", "<c>", "</c>", "<i.foreign>", "<lang en>" of WebVTT; its
   end, or `at`. */
size_t cue_tag_end(const struct pass *pass, size_t at)
{
	size_t end = clock_end(pass, at + 1);

	if (end == at + 1)
		end = cue_name_end(pass, at + 1);
	return end > at + 1 && pass_byte(pass, end) == '>' ? end + 1 : at;
}

#define COMMAND_MOST 64 /* bytes */

/* "{\an8}", "{\pos(190,260)}": a command of players; its end, or `at`. */
size_t cue_command_end(const struct pass *pass, size_t at, size_t end)
{
	size_t close = at + 1;

	if (pass_byte(pass, close) != '\\')
		return at;
	while (close < end && close - at < COMMAND_MOST &&
	       pass->text[close] != '}' && pass->text[close] != ' ')
		close++;
	return close < end && pass->text[close] == '}' ? close + 1 : at;
}

bool cue_is_number(const struct pass *pass, struct cue_line line)
{
	for (size_t at = line.at; at < line.end; at++)
		if (!ascii_is_digit((unsigned char)pass->text[at]))
			return false;
	return true;
}

/* "0:00", alone. */
bool cue_is_time(const struct pass *pass, struct cue_line line)
{
	return clock_end(pass, line.at) == line.end;
}

/* The seconds of "1:02:03" in a line. */
size_t cue_seconds(const struct pass *pass, struct cue_line line)
{
	size_t sum = 0, part = 0;

	for (size_t at = line.at; at < line.end; at++) {
		const unsigned char c = (unsigned char)pass->text[at];

		if (c == ':') {
			sum = (sum + part) * 60;
			part = 0;
		} else if (ascii_is_digit(c)) {
			part = part * 10 + (size_t)(c - '0');
		} else {
			break;
		}
	}
	return sum + part;
}

bool cue_next_line(const struct pass *pass, size_t *next, struct cue_line *line)
{
	return text_next_line(pass->text, pass->len, next, &line->at,
			      &line->end);
}

/* Whether a line comes after an empty one, or is the first. */
static bool begins_block(const struct pass *pass, struct cue_line line)
{
	size_t at = line.at, ends = 0;

	while (at && ascii_is_space((unsigned char)pass->text[at - 1]))
		ends += pass->text[--at] == '\n';
	return !at || ends > 1;
}

/*
 * The line of a file of WebVTT is its head, or a block that is not shown, or
 * the name of the cue whose times follow. Where what is below it goes on; 0:
 * the line is another.
 */
size_t cue_unseen_end(const struct pass *pass, struct cue_line line,
		      size_t next)
{
	static const char *const blocks[] = { "WEBVTT", "NOTE", "STYLE",
					      "REGION" };
	const size_t after = next;
	struct cue_line below = { 0 };
	bool unseen = false;

	if (!begins_block(pass, line))
		return 0;
	for (size_t i = 0; i < sizeof(blocks) / sizeof(*blocks); i++)
		unseen |=
			bytes_begin(pass->text, line.end, line.at, blocks[i]) &&
			!ascii_is_alnum(
				pass_byte(pass, line.at + strlen(blocks[i])));
	if (!cue_next_line(pass, &next, &below))
		return unseen ? pass->len : 0;
	if (!unseen)
		return cue_is_times(pass, below) && !begins_block(pass, below)
			       ? after
			       : 0;
	while (!begins_block(pass, below))
		if (!cue_next_line(pass, &next, &below))
			return pass->len;
	return below.at;
}

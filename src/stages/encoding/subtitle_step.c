/*
 * Subtitles (SubRip, WebVTT, SubViewer; Whisper's lines, YouTube's
 * transcripts): the numbers and times of cues go, and the lines of text are
 * then like those of any wrapped text. Two lines of times are proof; of a clock
 * alone each second line from 0:00 on.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "text/lines.h"

#define LEAST_CUES 2
#define LEAST_TIMES 3 /* of a clock alone */
#define STEP_MOST 30  /* seconds from one to the next */
#define ARROW " --> "

struct line {
	size_t at, end; /* without white space around */
};

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
		for (end++; ascii_is_digit(pass_byte(pass, end));)
			end++;
	return colons ? end : at;
}

/* "0:00:01.000,0:00:04.000" of SubViewer. */
static bool is_pair(const struct pass *pass, struct line line)
{
	const size_t comma = clock_end(pass, line.at);

	return comma > line.at + 7 && pass_byte(pass, comma) == ',' &&
	       clock_end(pass, comma + 1) == line.end && line.end > comma + 8;
}

/* "00:00:01,000 --> 00:00:04,000", and what WebVTT says of its place. */
static bool is_times(const struct pass *pass, struct line line)
{
	const size_t len = strlen(ARROW);

	if (is_pair(pass, line))
		return true;
	for (size_t at = line.at; at + len < line.end && at - line.at < 16;
	     at++)
		if (!memcmp(pass->text + at, ARROW, len))
			return is_clock(pass, line.at, at) &&
			       memchr(pass->text + line.at, ':',
				      at - line.at) &&
			       ascii_is_digit(
				       (unsigned char)pass->text[at + len]);
	return false;
}

/* "[00:00.000 --> 00:04.000]  Words": where Whisper's bracket ends, or `at`. */
static size_t bracket_end(const struct pass *pass, struct line line)
{
	const char *close =
		pass->text[line.at] == '['
			? memchr(pass->text + line.at, ']', line.end - line.at)
			: NULL;
	const struct line inside = { line.at + 1,
				     close ? (size_t)(close - pass->text)
					   : line.at + 1 };

	return close && is_times(pass, inside) ? inside.end + 1 : line.at;
}

/* "<v Ida Moss>", who speaks. Its bracket, or 0. */
static size_t voice_end(const struct pass *pass, size_t at, size_t end)
{
	const size_t close = bytes_find(pass->text, end, at, '>');

	return bytes_begin(pass->text, end, at, "<v ") && close < end &&
			       close > at + 3
		       ? close
		       : 0;
}

/* "<00:00:01.500>", "<c>", "</c>", "<c.white>" of WebVTT; its end, or `at`. */
static size_t tag_end(const struct pass *pass, size_t at)
{
	size_t end = at + 1;

	end += pass_byte(pass, end) == '/';
	if (clock_end(pass, end) > end)
		end = clock_end(pass, end);
	else if (pass_byte(pass, end) == 'c' ||
		 (pass_byte(pass, end) == 'v' && pass->text[end - 1] == '/'))
		for (end++; pass_byte(pass, end) == '.' ||
			    ascii_is_alnum(pass_byte(pass, end));)
			end++;
	else
		return at;
	return pass_byte(pass, end) == '>' ? end + 1 : at;
}

static bool is_number(const struct pass *pass, struct line line)
{
	for (size_t at = line.at; at < line.end; at++)
		if (!ascii_is_digit((unsigned char)pass->text[at]))
			return false;
	return line.end > line.at;
}

static bool next_line(const struct pass *pass, size_t *next, struct line *line)
{
	return text_next_line(pass->text, pass->len, next, &line->at,
			      &line->end);
}

static size_t count_cues(const struct pass *pass)
{
	struct line line;
	size_t next = 0, cues = 0;

	while (next_line(pass, &next, &line))
		cues += is_times(pass, line) ||
			bracket_end(pass, line) > line.at;
	return cues;
}

/* "0:00", alone. */
static bool is_time(const struct pass *pass, struct line line)
{
	return line.end > line.at && clock_end(pass, line.at) == line.end;
}

/* The seconds of "1:02:03" in a line. */
static size_t seconds(const struct pass *pass, struct line line)
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

/*
 * "0:00", words, "0:03", words: a transcript copied from a page. Its times
 * begin at none, and few words are said before the next; those of a programme,
 * or of a talk's chapters, are others.
 */
static bool alternates(const struct pass *pass)
{
	struct line line;
	size_t next = 0, lines = 0, last = 0;

	for (; next_line(pass, &next, &line); lines++) {
		if (!lines &&
		    !bytes_begin(pass->text, line.end, line.at, "0:0") &&
		    !bytes_begin(pass->text, line.end, line.at, "00:0"))
			return false;
		if (is_time(pass, line) != !(lines & 1))
			return false;
		if (lines & 1)
			continue;
		if (seconds(pass, line) < last ||
		    seconds(pass, line) > last + STEP_MOST)
			return false;
		last = seconds(pass, line);
	}
	return lines >= 2 * LEAST_TIMES;
}

static bool is_head(const struct pass *pass, struct line line)
{
	static const char *const heads[] = { "WEBVTT", "Kind: ", "Language: " };

	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		if (bytes_begin(pass->text, line.end, line.at, heads[i]))
			return true;
	return false;
}

/* Whether a line is one of text. */
static bool is_said(const struct pass *pass, struct line line)
{
	return line.end > line.at && !is_times(pass, line) &&
	       !is_time(pass, line) && !is_number(pass, line) &&
	       !is_head(pass, line) && bracket_end(pass, line) == line.at;
}

/* Cues of several lines: the whitespace stage joins them as wrapped text. */
static bool is_wrapped(const struct pass *pass)
{
	struct line line;
	size_t next = 0;
	bool said = false;

	while (next_line(pass, &next, &line)) {
		const bool before = said;

		said = is_said(pass, line);
		if (said && before)
			return true;
	}
	return false;
}

/* How the cues are taken apart. */
struct cues {
	bool clocks;  /* each has a clock alone before it */
	bool wrapped; /* over several lines */
};

/*
 * What parts the text of two cues: a space, where the second goes on with the
 * first one's sentence: "after nine", and "days in May".
 */
static const char *between(const struct pass *pass, const struct cues *cues,
			   size_t before, size_t after)
{
	unsigned char last;

	while (before && ascii_is_space((unsigned char)pass->text[before - 1]))
		before--;
	if (!before)
		return "";
	last = (unsigned char)pass->text[before - 1];
	return !cues->wrapped && (ascii_is_alnum(last) || last == ',') &&
			       ascii_is_lower(pass_byte(pass, after))
		       ? " "
		       : "\n";
}

/*
 * Take out what is between the text of two cues, [at, end). An edit of a
 * decoding step takes one word at most, and WebVTT may say where a cue is
 * shown, so each piece without a space has its own.
 */
static void drop(struct pass *pass, const struct cues *cues, size_t at,
		 size_t end)
{
	const char *put = between(pass, cues, at, end);

	while (at < end) {
		size_t to = at;

		while (to < end &&
		       ascii_is_space((unsigned char)pass->text[to]))
			to++;
		while (to < end &&
		       !ascii_is_space((unsigned char)pass->text[to]))
			to++;
		if (to < end && pass->text[to] == '\n' && to + 1 == end)
			to++;
		pass_put(pass, RULE_ENCODING_SUBTITLE, at, to, put);
		put = "";
		at = to;
	}
}

/* What is no word in a line of text: Whisper's times, tags of WebVTT. */
static void mend_text(struct pass *pass, const struct cues *cues,
		      struct line line)
{
	size_t at = bracket_end(pass, line);

	if (at > line.at) {
		size_t from = line.at;
		const char *put = "";

		while (pass_byte(pass, at) == ' ')
			at++;
		if (*between(pass, cues, from, at) == ' ') {
			put = " ";
			while (ascii_is_space(
				(unsigned char)pass->text[from - 1]))
				from--;
		}
		pass_put(pass, RULE_ENCODING_SUBTITLE, from, at, put);
	}
	while ((at = bytes_find(pass->text, line.end, at, '<')) < line.end) {
		const size_t voice = voice_end(pass, at, line.end);
		size_t end = tag_end(pass, at);

		if (voice) {
			pass_put(pass, RULE_ENCODING_SUBTITLE, at, at + 3, "");
			pass_put(pass, RULE_ENCODING_SUBTITLE, voice, voice + 1,
				 ": ");
			end = voice + 1;
		} else if (end > at)
			pass_put(pass, RULE_ENCODING_SUBTITLE, at, end, "");
		at = end > at ? end : at + 1;
	}
}

/* Take out the lines of times; `clocks`: each is a clock alone. */
static void mend(struct pass *pass, bool clocks)
{
	const struct cues cues = { .clocks = clocks,
				   .wrapped = is_wrapped(pass) };
	struct line line;
	size_t next = 0, kept = 0, number = 0;

	while (next_line(pass, &next, &line)) {
		if (cues.clocks ? is_time(pass, line) : is_times(pass, line)) {
			if (next > pass->len)
				next = pass->len;
			drop(pass, &cues, kept, next);
			kept = next;
			number = 0;
		} else if (kept || !is_head(pass, line)) {
			mend_text(pass, &cues, line);
			kept = number ? number : kept;
			number = is_number(pass, line) ? line.end : 0;
			kept = number ? kept : line.end;
		}
	}
}

static void run(struct pass *pass)
{
	if (count_cues(pass) >= LEAST_CUES)
		mend(pass, false);
	else if (alternates(pass))
		mend(pass, true);
}

const struct stage subtitle_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_FRAME,
	.rule = RULE_ENCODING_SUBTITLE,
	.run = run,
	.unmarks = true,
};

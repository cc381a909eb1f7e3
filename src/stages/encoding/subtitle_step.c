/*
 * Subtitles (SubRip, WebVTT): the numbers and times of cues go, and the lines
 * of text are then like those of any wrapped text. Two lines of times are
 * proof.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "text/lines.h"

#define LEAST_CUES 2
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

/* "00:00:01,000 --> 00:00:04,000", and what WebVTT says of its place. */
static bool is_times(const struct pass *pass, struct line line)
{
	const size_t len = strlen(ARROW);

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
		cues += is_times(pass, line);
	return cues;
}

static bool is_head(const struct pass *pass, struct line line)
{
	return line.end - line.at == 6 &&
	       !memcmp(pass->text + line.at, "WEBVTT", 6);
}

/*
 * Take out what is between the text of two cues, [at, end). An edit of a
 * decoding step takes one word at most, and WebVTT may say where a cue is
 * shown, so each piece without a space has its own.
 */
static void drop(struct pass *pass, size_t at, size_t end)
{
	const char *put = at ? "\n" : "";

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

static void run(struct pass *pass)
{
	struct line line;
	size_t next = 0, kept = 0, number = 0;

	if (count_cues(pass) < LEAST_CUES)
		return;
	while (next_line(pass, &next, &line)) {
		if (is_times(pass, line)) {
			if (next > pass->len)
				next = pass->len;
			drop(pass, kept, next);
			kept = next;
			number = 0;
		} else if (kept || !is_head(pass, line)) {
			kept = number ? number : kept;
			number = is_number(pass, line) ? line.end : 0;
			kept = number ? kept : line.end;
		}
	}
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

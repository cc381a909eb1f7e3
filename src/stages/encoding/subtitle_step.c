/*
 * Subtitles (SubRip, WebVTT, SubViewer; Whisper's lines, YouTube's
 * transcripts): the numbers and times of cues go, what WebVTT does not show,
 * and the commands that players read ("{\an8}"); the lines of text are then
 * like those of any wrapped text. Two lines of times are proof; of a clock
 * alone each second line from 0:00 on.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/encoding/cue.h"
#include "text/lines.h"

#define LEAST_CUES 2
#define LEAST_TIMES 3 /* of a clock alone */
#define STEP_MOST 30  /* seconds from one to the next */

static size_t count_cues(const struct pass *pass)
{
	struct cue_line line;
	size_t next = 0, cues = 0;

	while (cue_next_line(pass, &next, &line))
		cues += cue_is_times(pass, line) ||
			cue_bracket_end(pass, line) > line.at;
	return cues;
}

/*
 * "0:00", words, "0:03", words: a transcript copied from a page. Its times
 * begin at none, and few words are said before the next; those of a programme,
 * or of a talk's chapters, are others.
 */
static bool alternates(const struct pass *pass)
{
	struct cue_line line;
	size_t next = 0, lines = 0, last = 0;

	for (; cue_next_line(pass, &next, &line); lines++) {
		if (!lines &&
		    !bytes_begin(pass->text, line.end, line.at, "0:0") &&
		    !bytes_begin(pass->text, line.end, line.at, "00:0"))
			return false;
		if (cue_is_time(pass, line) != !(lines & 1))
			return false;
		if (lines & 1)
			continue;
		if (cue_seconds(pass, line) < last ||
		    cue_seconds(pass, line) > last + STEP_MOST)
			return false;
		last = cue_seconds(pass, line);
	}
	return lines >= 2 * LEAST_TIMES;
}

static bool is_head(const struct pass *pass, struct cue_line line)
{
	static const char *const heads[] = { "WEBVTT", "Kind: ", "Language: " };

	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		if (bytes_begin(pass->text, line.end, line.at, heads[i]))
			return true;
	return false;
}

/* Whether a line is one of text. */
static bool is_said(const struct pass *pass, struct cue_line line)
{
	return !cue_is_times(pass, line) && !cue_is_time(pass, line) &&
	       !cue_is_number(pass, line) && !is_head(pass, line) &&
	       cue_bracket_end(pass, line) == line.at;
}

/* Cues of several lines: the whitespace stage joins them as wrapped text. */
static bool is_wrapped(const struct pass *pass)
{
	struct cue_line line;
	size_t next = 0;
	bool said = false;

	while (cue_next_line(pass, &next, &line)) {
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

	before = skip_white_back(pass->text, 0, before);
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
static void drop(struct pass *pass, size_t at, size_t end, const char *put)
{
	while (at < end) {
		size_t to = skip_white(pass->text, end, at);

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

static void drop_commands(struct pass *pass, size_t at, size_t end)
{
	while ((at = bytes_find(pass->text, end, at, '{')) < end) {
		const size_t close = cue_command_end(pass, at, end);

		if (close > at)
			pass_put(pass, RULE_ENCODING_SUBTITLE, at, close, "");
		at = close > at ? close : at + 1;
	}
}

/* What is no word in a line of text: Whisper's times, tags of WebVTT. */
static void mend_text(struct pass *pass, const struct cues *cues,
		      struct cue_line line)
{
	size_t at = cue_bracket_end(pass, line);

	if (at > line.at) {
		size_t from = line.at;
		const char *put = "";

		at = skip_spaces(pass->text, pass->len, at);
		if (*between(pass, cues, from, at) == ' ') {
			put = " ";
			while (ascii_is_space(
				(unsigned char)pass->text[from - 1]))
				from--;
		}
		pass_put(pass, RULE_ENCODING_SUBTITLE, from, at, put);
	}
	while (at < line.end) {
		const size_t less = bytes_find(pass->text, line.end, at, '<');
		const size_t voice = cue_voice_end(pass, less, line.end);
		size_t end = cue_tag_end(pass, less);

		drop_commands(pass, at, less);
		at = less;

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

/* The text's end, but for white space. */
static size_t text_end(const struct pass *pass)
{
	size_t at = 0, end = pass->len;

	text_trim(pass->text, &at, &end);
	return end;
}

/* Take out the lines of times; `clocks`: each is a clock alone. */
static void mend(struct pass *pass, bool clocks)
{
	const struct cues cues = { .clocks = clocks,
				   .wrapped = is_wrapped(pass) };
	const bool webvtt = pass_has(pass, 0, "WEBVTT");
	struct cue_line line;
	size_t next = 0, kept = 0, number = 0, unseen = 0;

	while (cue_next_line(pass, &next, &line)) {
		unseen = webvtt ? cue_unseen_end(pass, line, next) : 0;
		if (unseen) {
			next = unseen;
		} else if (cues.clocks ? cue_is_time(pass, line)
				       : cue_is_times(pass, line)) {
			if (next > pass->len)
				next = pass->len;
			drop(pass, kept, next,
			     between(pass, &cues, kept, next));
			kept = next;
			number = 0;
		} else if (kept || !is_head(pass, line)) {
			mend_text(pass, &cues, line);
			kept = number ? number : kept;
			number = cue_is_number(pass, line) ? line.end : 0;
			kept = number ? kept : line.end;
		}
	}
	if (unseen)
		drop(pass, kept, text_end(pass), "");
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

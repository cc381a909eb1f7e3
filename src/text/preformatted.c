/* Preformatted blocks, one after the other; logs of commits, screenplays. */
#include "text/preformatted.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"

#define HASH 40		 /* digits of a commit's name */
#define LOG_INDENT 4	 /* spaces before a commit's message */
#define CUE_INDENT 10	 /* spaces before the name of who speaks, at least */
#define CUE_MOST 40	 /* bytes of it */
#define SPEECH_INDENT 4	 /* spaces before what is said, at least */
#define SPEECH_MOST 50	 /* bytes of a line of it */
#define CUES_LEAST 2	 /* of a screenplay */
#define LITERAL_LINES 60 /* set in under "::", at most */

/* A block: its lines are text[at, end); no bytes: there is none. */
struct block {
	size_t at, end, next;
	size_t indent; /* the least */
	bool set;      /* a line of it is indented */
};

static void block_read(struct block *block, const char *text, size_t len,
		       size_t at)
{
	struct text_line line;

	*block = (struct block){ .indent = SIZE_MAX };
	for (; at < len; at = line.next) {
		text_line_read(&line, text, len, at);
		if (line.at == line.end) {
			if (block->end)
				break;
			continue;
		}
		if (!block->end)
			block->at = at;
		block->end = line.end;
		block->set |= line.at > line.from;
		if (line.at - line.from < block->indent)
			block->indent = line.at - line.from;
	}
	block->next = at;
}

/* "commit" and its name, as git writes it. */
static bool begins_commit(const char *text, const struct block *block)
{
	static const char word[] = "commit ";
	size_t at = block->at + sizeof(word) - 1, digits = 0;

	if (block->end - block->at < sizeof(word) + HASH ||
	    memcmp(text + block->at, word, sizeof(word) - 1) != 0)
		return false;
	while (at + digits < block->end &&
	       (ascii_is_digit((unsigned char)text[at + digits]) ||
		(text[at + digits] >= 'a' && text[at + digits] <= 'f')))
		digits++;
	return digits == HASH;
}

/* A name in capitals that is set in further than what follows it. */
static bool is_cue(const char *text, const struct text_line *line)
{
	size_t letters = 0;

	if (line->at - line->from < CUE_INDENT ||
	    line->end - line->at > CUE_MOST)
		return false;
	for (size_t at = line->at; at < line->end; at++) {
		if (ascii_is_lower((unsigned char)text[at]))
			return false;
		letters += ascii_is_upper((unsigned char)text[at]);
	}
	return letters > 1;
}

/* A cue, and narrow lines that are set in less. */
static bool is_speech(const char *text, const struct block *block)
{
	struct text_line cue, line;
	bool less = false;

	if (block->indent < SPEECH_INDENT)
		return false;
	text_line_read(&cue, text, block->end, block->at);
	if (!is_cue(text, &cue))
		return false;
	for (size_t at = cue.next; at < block->end; at = line.next) {
		text_line_read(&line, text, block->end, at);
		if (line.end - line.at > SPEECH_MOST)
			return false;
		less |= line.at - line.from < cue.at - cue.from;
	}
	return less;
}

static size_t count_cues(const struct preformatted_walk *walk)
{
	struct block block;
	size_t count = 0;

	for (size_t at = 0; at < walk->len && count < CUES_LEAST;
	     at = block.next) {
		block_read(&block, walk->text, walk->len, at);
		count +=
			block.end && block.set && is_speech(walk->text, &block);
	}
	return count;
}

static bool is_screenplay(struct preformatted_walk *walk,
			  const struct block *block)
{
	if (!is_speech(walk->text, block))
		return false;
	if (!walk->cues)
		walk->cues = 1 + count_cues(walk);
	return walk->cues > CUES_LEAST;
}

/* ".. note::" and "as follows::", as reStructuredText has them. */
static bool opens_literal(const char *text, const struct text_line *line)
{
	return line->end - line->at > 2 && text[line->end - 1] == ':' &&
	       text[line->end - 2] == ':';
}

static bool is_directive(const char *text, const struct text_line *line)
{
	const size_t len = line->end - line->at;
	const char *colon = memchr(text + line->at, ':', len);

	return len > 5 && !memcmp(text + line->at, ".. ", 3) && colon &&
	       colon + 1 < text + line->end && colon[1] == ':';
}

/*
 * What is set in under such a line, or under a directive in the same block
 * (".. image:: pier.png" and its options).
 */
static bool is_literal(const struct preformatted_walk *walk,
		       const struct block *block)
{
	const char *text = walk->text;
	size_t at = block->at;
	struct text_line line;

	text_line_read(&line, text, block->end, at);
	if (!block->indent)
		return is_directive(text, &line);
	for (int lines = 0; at && lines < LITERAL_LINES; lines++) {
		at = bytes_line_start(text, at - 1);
		text_line_read(&line, text, walk->len, at);
		if (line.at < line.end && line.at - line.from < block->indent)
			return opens_literal(text, &line) ||
			       is_directive(text, &line);
	}
	return false;
}

static bool is_preformatted(struct preformatted_walk *walk,
			    const struct block *block)
{
	const char *text = walk->text;

	if (begins_commit(text, block))
		return walk->log = true;
	if (walk->log && block->indent >= LOG_INDENT)
		return true;
	walk->log = false;
	if (text_is_chords(text, block->at, block->end) ||
	    text_is_gloss(text, block->at, block->end) ||
	    text_is_grid(text, block->at, block->end))
		return true;
	if (!block->set)
		return text_is_boxes(text, block->at, block->end) ||
		       text_is_tree(text, block->at, block->end);
	return text_is_yaml(text, block->at, block->end) ||
	       text_is_drawing(text, block->at, block->end) ||
	       is_screenplay(walk, block) || is_literal(walk, block);
}

/* The start of the line before the one that starts at `at`; blank: `at`. */
static size_t line_before(const char *text, size_t at)
{
	const size_t start = bytes_line_start(text, at - 1);
	size_t i = start;

	while (i + 1 < at && ascii_is_blank((unsigned char)text[i]))
		i++;
	return i + 1 < at ? start : at;
}

/* The start of the block that the line at `at` is in, from `least` on. */
static size_t block_start(const char *text, size_t at, size_t least)
{
	while (at > least) {
		const size_t before = line_before(text, at);

		if (before == at)
			break;
		at = before;
	}
	return at;
}

/* Whether the line at `at` is set in like a commit's message, or is blank. */
static bool may_be_message(const char *text, size_t len, size_t at)
{
	size_t i = skip_blanks(text, len, at);

	return i - at >= LOG_INDENT || i == len || text[i] == '\n';
}

/*
 * Go on with the block before text[at], unless the walk is further. What a
 * block is does not depend on those before it, but for messages of a log.
 */
static void seek(struct preformatted_walk *walk, size_t at)
{
	const char *text = walk->text;
	size_t start;

	if (at <= walk->at)
		return;
	start = block_start(text, bytes_line_start(text, at - 1), walk->at);
	while (start > walk->at && may_be_message(text, walk->len, start))
		start = block_start(text, bytes_line_start(text, start - 1),
				    walk->at);
	if (start > walk->at)
		walk->at = start;
}

/* Go past blank lines, once for all calls; false: nothing else is left. */
static bool skip_blank_lines(struct preformatted_walk *walk)
{
	struct text_line line;

	for (; walk->at < walk->len; walk->at = line.next) {
		text_line_read(&line, walk->text, walk->len, walk->at);
		if (line.at < line.end)
			return true;
	}
	return false;
}

bool preformatted_near(struct preformatted_walk *walk, size_t at, size_t end,
		       struct listing *span)
{
	seek(walk, at);
	while (skip_blank_lines(walk) && walk->at <= end) {
		struct block block;

		block_read(&block, walk->text, walk->len, walk->at);
		walk->at = block.next;
		if (is_preformatted(walk, &block)) {
			*span = (struct listing){ block.at, block.end };
			return true;
		}
	}
	return false;
}

/*
 * What unrtf writes beside the text: a head of notes with a rule below it,
 * notes about pictures, and the bullet of an item, as a mark on a line of its
 * own.
 */
#include "stages/encoding/markup_walk.h"
#include "stages/stage.h"

#include "base/ascii.h"
#include "text/lines.h"
#include "unicode/props.h"

#define HEAD_LINES 24
#define BULLET_SPACES 4

/* "### ", "TITLE: " */
static bool is_note(const struct markup_walk *walk, size_t at)
{
	const size_t from = at;

	if (markup_stands(walk, at, "### "))
		return true;
	while (ascii_is_upper(markup_byte(walk, at)))
		at++;
	return at > from && markup_stands(walk, at, ": ");
}

/*
 * Where the line after the head's rule begins; 0: there is no such head. White
 * space around a line is no part of it.
 */
static size_t head_end(const struct markup_walk *walk)
{
	static const char title[] = "Translation from RTF performed by UnRTF";
	size_t next = 0, at, end, words;

	while (unicode_is_space(pass_point(walk->pass, next)))
		utf8_next(walk->text, &next);
	if (!text_next_line(walk->text, walk->len, &next, &at, &end))
		return 0;
	words = markup_row(walk, at + 3, ' ');
	if (!markup_stands(walk, at, "### ") ||
	    !markup_stands(walk, words, title))
		return 0;
	for (unsigned lines = 0; lines < HEAD_LINES; lines++) {
		if (markup_stands(walk, at, "-----"))
			return markup_row(walk, at, '-') == end ? next : 0;
		if (!is_note(walk, at) ||
		    !text_next_line(walk->text, walk->len, &next, &at, &end))
			return 0;
	}
	return 0;
}

static bool is_bullet(const struct markup_walk *walk, size_t at, size_t end)
{
	return markup_byte(walk, at) == '"' && end > at + BULLET_SPACES &&
	       markup_row(walk, at + 1, ' ') == end && end < walk->len;
}

static void run(struct pass *pass)
{
	struct markup_walk walk = {
		.pass = pass,
		.text = pass->text,
		.len = pass->len,
		.emit = true,
	};
	size_t at = head_end(&walk);

	if (!at)
		return;
	at = at < walk.len ? at : walk.len;
	markup_drop(&walk, 0, at);
	while (at < walk.len && !pass->failed) {
		const size_t end = markup_line_end(&walk, at);
		const size_t words = markup_row(&walk, at, ' ');

		if (is_bullet(&walk, words, end) ||
		    markup_stands(&walk, words, "### picture data found"))
			markup_drop(&walk, at, end < walk.len ? end + 1 : end);
		at = end + 1;
	}
}

const struct stage unrtf_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_HASH,
	.rule = RULE_ENCODING_MARKUP,
	.run = run,
	.unmarks = true,
};

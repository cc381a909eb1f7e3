/*
 * Markdown's headings: "# " at a line's start, and a row of = or - under a line
 * of like length. Such a row, or two headings with #, each a paragraph of its
 * own, are proof; "#1" and hashtags have no space. A heading's name,
 * "{#the-pier}", goes with its #. Between two like rows, of these signs or of
 * stars, a heading is one in other formats.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "text/lines.h"

#define PROOF 2 /* headings */
#define MOST_LEVELS 6
#define MOST_BYTES 160 /* of a heading */
#define LEAST_ROW 4    /* signs under a heading */
#define NEAR 2	       /* characters that a row may be shorter or longer */

struct line {
	size_t at, end; /* without its line end */
};

static struct line line_at(const struct pass *pass, size_t at)
{
	return (struct line){ at, bytes_line_end(pass->text, pass->len, at) };
}

static bool is_empty_line(const struct pass *pass, struct line line)
{
	return text_is_blank_line(pass->text + line.at, line.end - line.at);
}

/* "### Human: Hi. ### Assistant: Hello": a chat with a model, in one line. */
static bool has_turn(const struct pass *pass, size_t at, size_t end)
{
	for (; (at = bytes_find(pass->text, end, at, '#')) < end; at++)
		if (bytes_begin(pass->text, end, at, "### "))
			return true;
	return false;
}

/* Where the words of a "# " heading begin; 0: it is none. */
static size_t words_of(const struct pass *pass, struct line line)
{
	size_t at = line.at;

	while (at < line.end && pass->text[at] == '#')
		at++;
	if (at == line.at || at - line.at > MOST_LEVELS || at == line.end ||
	    pass->text[at] != ' ' || line.end - at > MOST_BYTES)
		return 0;
	at = skip_spaces(pass->text, line.end, at);
	return at < line.end && !has_turn(pass, at, line.end) ? at : 0;
}

static size_t count_points(const struct pass *pass, struct line line)
{
	size_t count = 0;

	for (size_t at = line.at; at < line.end; count++)
		utf8_next(pass->text, &at);
	return count;
}

/* "====" or "----", about as long as the line before it. */
static bool is_row(const struct pass *pass, struct line line,
		   struct line before)
{
	const size_t len = line.end - line.at;
	size_t words;

	if (len < LEAST_ROW || before.end == before.at ||
	    (pass->text[line.at] != '=' && pass->text[line.at] != '-'))
		return false;
	for (size_t at = line.at; at < line.end; at++)
		if (pass->text[at] != pass->text[line.at])
			return false;
	words = count_points(pass, before);
	return words <= len + NEAR && len <= words + NEAR &&
	       ascii_is_alnum((unsigned char)pass->text[before.end - 1]);
}

/* A row of one sign. */
static bool is_signs(const struct pass *pass, struct line line)
{
	const char *text = pass->text;

	if (line.end - line.at < LEAST_ROW || !strchr("=-*", text[line.at]))
		return false;
	for (size_t at = line.at; at < line.end; at++)
		if (text[at] != text[line.at])
			return false;
	return true;
}

/*
 * The heading, and the rows above and below it, which are alike and about as
 * long. The cells of a table have wide gaps.
 */
static bool is_boxed(const struct pass *pass, struct line above,
		     struct line words, struct line below)
{
	const size_t len = below.end - below.at;
	const char *text = pass->text;
	size_t points;

	if (!is_signs(pass, below) || !is_signs(pass, above) ||
	    above.end - above.at != len || text[above.at] != text[below.at] ||
	    is_empty_line(pass, words) || is_signs(pass, words))
		return false;
	for (size_t at = words.at; at + 1 < words.end; at++)
		if (text[at] == '|' || (text[at] == ' ' && text[at + 1] == ' '))
			return false;
	points = count_points(pass, words);
	return points <= len + NEAR && len <= points + NEAR;
}

/*
 * "{#the-old-bridge}" after "The old bridge": where it begins, with the space
 * before it; the line's end where there is none. Its words are the heading's.
 */
static size_t name_of(const struct pass *pass, size_t words, struct line line)
{
	const char *text = pass->text;
	size_t open = line.end, at, word = words;

	if (line.end - words < 5 || text[line.end - 1] != '}')
		return line.end;
	while (open > words && text[open - 1] != '{')
		open--;
	if (open < words + 3 || text[open] != '#' || text[open - 2] != ' ')
		return line.end;
	for (at = open + 1; at < line.end - 1; at++) {
		const unsigned c = (unsigned char)text[at];

		if (c == '-' || c == '_')
			continue;
		while (word < open - 1 &&
		       ascii_lower((unsigned char)text[word]) != c)
			word++;
		if (word++ >= open - 1)
			return line.end;
	}
	return open - 2;
}

struct walk {
	struct pass *pass;
	size_t rows, headings;
	bool emit;
};

/*
 * "# The old bridge {#the-old-bridge}": proof of itself, wherever it is, since
 * a later iteration may take no letters out.
 */
static bool see_named(struct walk *walk, struct line line)
{
	struct line inner = line;
	size_t words, name;

	text_trim(walk->pass->text, &inner.at, &inner.end);
	words = words_of(walk->pass, inner);
	name = words ? name_of(walk->pass, words, inner) : inner.end;
	if (name == inner.end)
		return false;
	walk->headings += PROOF;
	if (walk->emit) {
		pass_delete(walk->pass, RULE_ENCODING_MARKUP, inner.at, words);
		pass_delete(walk->pass, RULE_ENCODING_MARKUP, name, inner.end);
	}
	return true;
}

/* Three lines in a row, and whether there is a blank one before them. */
struct lines {
	struct line above, before, line;
	bool apart;
};

static bool is_followed(const struct pass *pass, struct line line)
{
	return line.end < pass->len &&
	       !is_empty_line(pass, line_at(pass, line.end + 1));
}

/* A boxed heading that is a paragraph; its rows go. */
static bool see_boxed(struct walk *walk, const struct lines *lines)
{
	struct pass *pass = walk->pass;

	if (!lines->apart || is_followed(pass, lines->line) ||
	    !is_boxed(pass, lines->above, lines->before, lines->line))
		return false;
	walk->rows++;
	if (walk->emit) {
		pass_delete(pass, RULE_ENCODING_MARKUP, lines->above.at,
			    lines->before.at);
		pass_delete(pass, RULE_ENCODING_MARKUP, lines->line.at - 1,
			    lines->line.end);
	}
	return true;
}

/* A line, and those before and after it. */
static void see(struct walk *walk, const struct lines *lines)
{
	struct pass *pass = walk->pass;
	const struct line line = lines->line, before = lines->before;
	const size_t words = words_of(pass, line);
	const bool alone =
		is_empty_line(pass, before) && !is_followed(pass, line);

	if (see_boxed(walk, lines))
		return;
	if (is_row(pass, line, before)) {
		walk->rows += pass->text[line.at] == '=';
		if (walk->emit)
			pass_delete(pass, RULE_ENCODING_MARKUP, line.at - 1,
				    line.end);
	} else if (!see_named(walk, line) && words && alone) {
		walk->headings++;
		if (walk->emit)
			pass_delete(pass, RULE_ENCODING_MARKUP, line.at, words);
	}
}

static void walk_lines(struct walk *walk)
{
	const struct pass *pass = walk->pass;
	struct lines lines = { .apart = true };

	for (size_t at = 0; at < pass->len; at = lines.line.end + 1) {
		lines.line = line_at(pass, at);
		see(walk, &lines);
		lines.apart = is_empty_line(pass, lines.above);
		lines.above = lines.before;
		lines.before = lines.line;
	}
}

static void run(struct pass *pass)
{
	struct walk walk = { .pass = pass };

	walk_lines(&walk);
	if (!walk.rows && walk.headings < PROOF)
		return;
	walk.emit = true;
	walk_lines(&walk);
}

const struct stage heading_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_HASH | SEEN_PRINTABLE | SEEN_FRAME | SEEN_MARKUP,
	.rule = RULE_ENCODING_MARKUP,
	.run = run,
	.unmarks = true,
};

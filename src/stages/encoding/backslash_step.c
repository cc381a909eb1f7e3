/*
 * Backslashes. Some wires write one for a line end and two for a paragraph;
 * some exports leave a programmer's escapes (\n, \", \u2019). Paths, figures
 * of type ("2\ cents", a fraction) and a lone "and\or" are text.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "lang/lookup.h"
#include "stages/encoding/backslash.h"
#include "stages/encoding/contraction.h"
#include "stages/encoding/escape_point.h"
#include "stages/encoding/tex.h"
#include "text/code.h"
#include "text/marks.h"
#include "text/word_lists.h"

/* What the article's backslashes are. */
enum style {
	STYLE_TEXT,    /* text */
	STYLE_WIRE,    /* line ends */
	STYLE_ESCAPES, /* \n, \t and so on */
	STYLE_TEX,     /* commands */
	STYLE_NEWLINES /* "\newline", and text */
};

#define COMMANDS 2    /* of TeX, at least: one may be a folder */
#define LINE_MIN 30   /* a line of a wire is longer than a folder's name */
#define LINE_MOST 200 /* and none is longer than that, title and all */
#define LINE_WORDS 4  /* a line of a wire has so many, but for ... */
#define SHORT_LINES 3 /* ... one of so many */

/* Backslashes that may be line ends of a wire. */
struct line_ends {
	size_t count;
	size_t lower; /* those that are surely no folder's */
	size_t close; /* single ones that follow another soon */
	bool doubled;
};

/* Whether there are less words than a line of a wire has. */
static bool has_few_words(const struct pass *pass, size_t at, size_t end)
{
	size_t words = 1;

	while (at < end && words < LINE_WORDS)
		words += pass->text[at++] == ' ';
	return words < LINE_WORDS;
}

/* The one at text[at, end); `last`: the one before it, or itself. */
static void count_line_end(const struct pass *pass, size_t at, size_t end,
			   size_t last, struct line_ends *ends)
{
	const bool doubled = end - at > 1, near = at - last < LINE_MIN;

	ends->count += end - at;
	ends->doubled |= doubled;
	ends->close += at > last && !doubled && has_few_words(pass, last, at);
	ends->lower +=
		doubled || !near || !ascii_is_upper(pass_byte(pass, end));
}

/*
 * A path whose folders have spaces in their names has capitals; a wire's
 * single ones are in all of the text: "the files in reports\2019" has few.
 */
static bool are_of_wire(const struct pass *pass, const struct line_ends *ends)
{
	if ((ends->close && ends->close * SHORT_LINES >= ends->count) ||
	    (!ends->doubled && pass->len > LINE_MOST * ends->count))
		return false;
	return ends->count + ends->lower >= 3 && ends->lower;
}

/*
 * "{\i1}", "{\b bold}": a command of subtitles, or of RTF. So is the "\N" of
 * "Dialogue: 0,...,The ferry\Nleft".
 */
static bool is_command(const struct pass *pass, size_t at)
{
	return pass_byte_before(pass, at) == '{' &&
	       ascii_is_lower(pass_byte(pass, at + 1));
}

static bool is_known(const struct pass *pass, const char *word, size_t len)
{
	size_t rest;

	return word_lists_find(pass->settings->lists, word, len) ||
	       lang_lookup(&pass->settings->lang->words, word, len, &rest);
}

#define FOLDER_MOST 64 /* bytes of a path that are looked at */

/* "C: " before text[at], which a tokeniser may have set apart. */
static bool is_after_drive(const struct pass *pass, size_t at)
{
	if (!at || pass->text[--at] != ' ' || !at || pass->text[--at] != ':')
		return false;
	at -= at && pass->text[at - 1] == ' ';
	return ascii_is_upper(pass_byte_before(pass, at)) &&
	       (at < 2 || !ascii_is_alnum((unsigned char)pass->text[at - 2]));
}

/*
 * "\temp\logs" by itself, or after a drive: a folder, of which the letter is
 * a part, where no word is left without it.
 */
static bool is_folder(const struct pass *pass, size_t at)
{
	size_t start = at, end = at + 2, marks = 0;

	while (start && pass->text[start - 1] > ' ' && at - start < FOLDER_MOST)
		start--;
	if (is_after_drive(pass, start))
		return true;
	if (pass->text[start] != '\\' || !ascii_is_lower(pass_byte(pass, end)))
		return false;
	for (size_t i = start;
	     i < start + FOLDER_MOST && pass_byte(pass, i) > ' '; i++)
		marks += pass->text[i] == '\\' &&
			 ascii_is_alnum(pass_byte(pass, i + 1));
	while (ascii_is_lower(pass_byte(pass, end)))
		end++;
	return marks > 1 && !is_known(pass, pass->text + at + 2, end - at - 2);
}

/* The next one from `at` on that is not in an object of JSON. */
static size_t next_outside(const struct pass *pass, size_t at,
			   struct code_object *object)
{
	at = next_backslash(pass, at);
	while (at < pass->len &&
	       text_is_in_object(pass->text, pass->len, at, object))
		at = next_backslash(pass, object->end);
	return at;
}

/* 'the string "\\u2019"': nothing but marks of quotation beside it. */
static bool is_shown(const struct pass *pass, size_t at, size_t end)
{
	const unsigned marks = MARK_QUOTE | MARK_APOSTROPHE;

	return mark_is(utf8_before(pass->text, at), marks) &&
	       mark_is(pass_point(pass, end), marks);
}

/*
 * A code point that text[at] begins, "\u2019"; or, escaped twice, "\\u2019",
 * one that news has. Returns its length; 0: none.
 */
static size_t read_point(const struct pass *pass, size_t at, uint32_t *point)
{
	const size_t once = escape_point_read(pass, at, point);
	size_t len;

	if (once || backslash_row_end(pass, at) != at + 2 ||
	    (backslash_before(pass, at) > ' ' &&
	     backslash_is_in_drive(pass, at)))
		return once;
	len = escape_point_read(pass, at + 1, point);
	return len && escape_is_text(*point) &&
			       !is_shown(pass, at, at + 1 + len)
		       ? len + 1
		       : 0;
}

/* What the backslashes of an article are, by number. */
struct kinds {
	struct line_ends ends;
	size_t names;		/* of TeX's commands */
	size_t escapes, inside; /* of sentences */
	size_t dollars;
	size_t last; /* where the one before is */
};

/* The row at text[at, end). Returns where the next one is looked for. */
static size_t count_row(const struct pass *pass, size_t at, size_t end,
			struct kinds *kinds)
{
	const bool single = end - at == 1;
	uint32_t point;

	if (single && tex_is_command(pass, at) &&
	    !backslash_is_in_path(pass, at, end))
		kinds->names++;
	else if (backslash_is_control(pass, end - 1) &&
		 backslash_is_in_sentence(pass, end - 1))
		kinds->inside++;
	else if (backslash_is_control(pass, end - 1) ||
		 (single && backslash_follows_mark(pass, at) &&
		  !is_folder(pass, at)))
		kinds->escapes++;
	else if (backslash_is_spoken_of(pass, at, end))
		return end;
	else if (pass_byte(pass, end) == '$')
		kinds->dollars++;
	else if (read_point(pass, at, &point))
		end = at + (single ? 1 : 2);
	else if (backslash_joins_lines(pass, at, end) &&
		 !backslash_is_slash(pass, at, end) &&
		 !backslash_is_in_path(pass, at, end))
		count_line_end(pass, at, end, kinds->last, &kinds->ends);
	kinds->last = at;
	return end;
}

static enum style style_of(const struct pass *pass, struct kinds *kinds)
{
	if (kinds->escapes)
		kinds->escapes += kinds->inside;
	if (kinds->names >= COMMANDS && kinds->names > kinds->escapes)
		return STYLE_TEX;
	if (kinds->escapes > kinds->ends.count)
		return STYLE_ESCAPES;
	kinds->ends.lower += kinds->dollars;
	return are_of_wire(pass, &kinds->ends) ? STYLE_WIRE : STYLE_TEXT;
}

static enum style find_style(const struct pass *pass)
{
	struct code_object object = { 0 };
	struct kinds kinds = { .last = next_outside(pass, 0, &object) };
	size_t at = kinds.last;

	if (pass_has(pass, 0, "Dialogue: "))
		return STYLE_TEXT;
	if (tex_newlines_are_glued(pass))
		return STYLE_NEWLINES;
	while (at < pass->len) {
		const size_t end = backslash_row_end(pass, at);

		if (is_command(pass, at))
			return STYLE_TEXT;
		at = next_outside(pass, count_row(pass, at, end, &kinds),
				  &object);
	}
	return style_of(pass, &kinds);
}

/* "\nobody": the letter is the word's, which is none without it. */
static bool is_letter_of_word(const struct pass *pass, size_t at)
{
	const char *word = pass->text + at + 1;
	size_t len = 0;

	while (ascii_is_lower(pass_byte(pass, at + 1 + len)))
		len++;
	return len > 2 && is_known(pass, word, len) &&
	       !is_known(pass, word + 1, len - 1);
}

/* The end of what it mends. */
static size_t mend(struct pass *pass, size_t at, size_t end, const char *text)
{
	pass_put(pass, RULE_ENCODING_BACKSLASH, at, end, text);
	return end;
}

/* Marks that programs escape, and that no word of news has a backslash for. */
static bool is_escaped_mark(const struct pass *pass, size_t at)
{
	const unsigned c = pass_byte(pass, at + 1);

	return c == '"' || c == '\'' || c == '$' || c == '&' ||
	       (c == '/' && pass_byte_before(pass, at) != '\\' &&
		backslash_before(pass, at) > ' ');
}

/* A row of backslashes in an article whose line ends they are. */
static size_t mend_wire(struct pass *pass, size_t at)
{
	const size_t end = backslash_row_end(pass, at);
	const unsigned before = backslash_before(pass, at);
	const unsigned after = backslash_after(pass, end);

	if (backslash_is_in_path(pass, at, end) ||
	    backslash_is_spoken_of(pass, at, end))
		return end;
	if (after == '$')
		return mend(pass, end - 1, end, "");
	if (end - at >= 2)
		return mend(pass, at, end, after ? "\n" : "");
	return mend(pass, at, end, before <= ' ' || after <= ' ' ? "" : " ");
}

static size_t mend_escape(struct pass *pass, size_t at)
{
	const unsigned c = pass_byte(pass, at + 1);
	size_t end = at + 2;

	if (c == 'r' && pass_byte(pass, end) == '\\' &&
	    pass_byte(pass, end + 1) == 'n')
		end += 2;
	return mend(pass, at, end, c == 't' ? " " : "\n");
}

/* One that ends a sentence's line was a line end. */
static bool ends_line(const struct pass *pass, size_t at)
{
	const unsigned before = pass_byte_before(pass, at);
	size_t end = skip_spaces(pass->text, pass->len, at + 1);

	return (end == pass->len || pass->text[end] == '\n') &&
	       (before == '.' || before == '?' || before == '!' ||
		before == '"');
}

/*
 * "late.\\n\\nThe", '\\"No"': escaped twice, in a text of escapes. Where it is
 * none, 0; else the end of it.
 */
static size_t mend_twice(struct pass *pass, size_t at)
{
	const size_t second = at + 1;
	const unsigned c = pass_byte(pass, at + 2);

	if (backslash_row_end(pass, at) != at + 2 ||
	    backslash_is_in_drive(pass, at))
		return 0;
	if (c == '"' || c == '\'')
		return mend(pass, at, at + 2, "");
	if (!backslash_may_escape(pass, second) ||
	    !backslash_is_control(pass, second))
		return 0;
	return mend(pass, at, at + 3, c == 't' ? " " : "\n");
}

static size_t mend_one(struct pass *pass, size_t at, enum style style)
{
	uint32_t point;
	const size_t len = read_point(pass, at, &point);

	if (len) {
		pass_put_point(pass, RULE_ENCODING_BACKSLASH, at, at + len,
			       point);
		return at + len;
	}
	if (style == STYLE_NEWLINES && pass_has(pass, at, TEX_NEWLINE))
		return mend(pass, at, at + strlen(TEX_NEWLINE), "\n");
	if (style == STYLE_NEWLINES && pass_has(pass, at, TEX_TAB))
		return mend(pass, at, at + strlen(TEX_TAB), " ");
	/* "don\t know": the letter is the word's. */
	if (contraction_holds(pass, at, at + 1))
		return mend(pass, at, at + 1, "\u2019");
	if (style == STYLE_ESCAPES && pass_byte(pass, at + 1) == '\\') {
		const size_t end = mend_twice(pass, at);

		if (end)
			return end;
	}
	if (style == STYLE_ESCAPES && backslash_may_escape(pass, at) &&
	    !backslash_is_in_drive(pass, at) && !tex_is_command(pass, at) &&
	    !is_letter_of_word(pass, at) && !is_folder(pass, at))
		return mend_escape(pass, at);
	if (is_escaped_mark(pass, at))
		return mend(pass, at, at + 1, "");
	if (style == STYLE_WIRE)
		return mend_wire(pass, at);
	if (ends_line(pass, at))
		return mend(pass, at, at + 1, "");
	return backslash_row_end(pass, at);
}

static void run(struct pass *pass)
{
	const enum style style = find_style(pass);
	struct code_object object = { 0 };
	size_t at = next_outside(pass, 0, &object);

	if (style == STYLE_TEX)
		return;
	for (; at < pass->len; at = next_outside(pass, at, &object))
		at = mend_one(pass, at, style);
}

const struct stage backslash_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_BACKSLASH,
	.rule = RULE_ENCODING_BACKSLASH,
	.run = run,
	.unmarks = true,
};

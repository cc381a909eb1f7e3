/*
 * Leftover tags and bracket tokens go; a whole page is left to an extractor.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/tag_listing.h"
#include "stages/encoding/tag_subject.h"
#include "stages/encoding/tag_paragraph.h"
#include "stages/encoding/tags.h"
#include "text/bracket_token.h"
#include "text/marks.h"

#define LEAST_WRAPPED 2 /* line ends: one may be chance */

/* "<s> It is late . </s> <s> It left . </s>": all of a text's sentences. */
static bool is_in_sentences(const char *text, size_t len)
{
	size_t at = skip_white(text, len, 0);

	return bytes_begin(text, len, at, "<s> ");
}

/* Past "</s> <s>" between two that have no stop; `at`: it is not there. */
static size_t skip_between(const struct tag_text *text, size_t at)
{
	size_t next = at + 4, before = at;

	if (!bytes_begin(text->bytes, text->len, at, "</s>"))
		return at;
	before = skip_spaces_back(text->bytes, 0, before);
	if (!before || !ascii_is_alnum((unsigned char)text->bytes[before - 1]))
		return at;
	next = skip_white(text->bytes, text->len, next);
	return bytes_begin(text->bytes, text->len, next, "<s>")
		       ? skip_white(text->bytes, text->len, next + 3)
		       : at;
}

/* "<q>", "</q>", "<q cite=...>" */
static bool names_quote(const struct tag_text *text, size_t at)
{
	const size_t name =
		at + 1 + (bytes_at(text->bytes, text->len, at + 1) == '/');

	return (bytes_at(text->bytes, text->len, name) | 32) == 'q' &&
	       !ascii_is_alnum(bytes_at(text->bytes, text->len, name + 1));
}

/* A row of tags and the white space between them is one edit. */
static size_t read_row(struct tag_text *text, size_t at, enum tag_kind *kind)
{
	size_t end = at;
	struct tag tag;

	*kind = TAG_INLINE;
	if (text->sentences && (end = skip_between(text, at)) > at) {
		*kind = TAG_LINE;
		return end;
	}
	while (at < text->len) {
		if (text->bytes[at] != '<' || names_quote(text, at) ||
		    !tag_read(text, at, &tag))
			break;
		if (tag.kind == TAG_BREAK && *kind == TAG_BREAK)
			*kind = TAG_BLOCK;
		else if (tag.kind > *kind && tag.kind != TAG_SILENT)
			*kind = tag.kind;
		at = end = tag.end;
		if (*kind != TAG_INLINE)
			at = end = skip_white(text->bytes, text->len, at);
	}
	return end;
}

struct walk {
	struct pass *pass;
	struct tag_text text;
	bool single; /* one line end is a paragraph's end */
	struct tag_listings listings;
	size_t done; /* the end of the last tag that went, and its space */
	struct tag_paragraph paragraph; /* the last one */
	size_t quotations; /* that are open in the paragraph, by <q> */
	size_t quoted;	   /* after the last <q> or </q> */
};

/*
 * "10<sup>6</sup>" is no 106, nor is "2019<sup>1</sup>" with a note's number
 * 20191: a sign parts them; in "1<sup>1</sup>/<sub>2</sub>" a space.
 */
static const char *raised(const struct pass *pass, size_t at, size_t end)
{
	size_t close = end;

	if (!ascii_is_digit(pass_byte_before(pass, at)) ||
	    !ascii_is_digit(pass_byte(pass, end)) ||
	    !bytes_begin(pass->text, pass->len, at, "<sup"))
		return "";
	close = skip_digits(pass->text, pass->len, close);
	return bytes_begin(pass->text, pass->len, close, "</sup>/") ? " " : "^";
}

/* "It is.</s>USER: Why?": a model's mark between two turns of a chat. */
static bool ends_turn(const struct pass *pass, size_t at, size_t end)
{
	const unsigned before = pass_byte_before(pass, at);
	const unsigned after = pass_byte(pass, end);

	return before && strchr(".?!", (int)before) &&
	       pass_has(pass, at, "</s>") &&
	       (ascii_is_upper(after) || after == '[');
}

/*
 * Line ends around a tag already count towards what it leaves. A text that
 * ends its paragraphs by one line end is given one.
 */
static const char *replacement(const struct walk *walk, size_t at, size_t end,
			       enum tag_kind kind)
{
	const struct pass *pass = walk->pass;

	if (!at)
		return "";
	if (kind == TAG_INLINE)
		return ends_turn(pass, at, end) ? " " : raised(pass, at, end);
	if (end == pass->len)
		return pass->text[end - 1] == '\n' ? "\n" : "";
	if (kind == TAG_CELL)
		return " ";
	return kind != TAG_BLOCK || walk->single ? "\n" : "\n\n";
}

#define COLUMN_GAP "   "

/* The head of a table keeps its indent: before it, or `end`. */
static size_t before_indent(const struct pass *pass, size_t at, size_t end)
{
	size_t from = end, stop;

	from = skip_spaces_back(pass->text, at, from);
	if (from == at || from == end || pass->text[from - 1] != '\n')
		return end;
	stop = bytes_line_end(pass->text, pass->len, end);
	for (at = end; at < stop; at++)
		if (pass_has(pass, at, COLUMN_GAP))
			return from;
	return end;
}

/* Returns where to go on. Of two spaces around a tag one is left. */
static size_t remove_tags(struct walk *walk, size_t at, size_t end,
			  enum tag_kind kind)
{
	struct pass *pass = walk->pass;
	size_t from = at;

	if (kind == TAG_INLINE) {
		end += pass_byte_before(pass, at) == ' ' &&
		       pass_byte(pass, end) == ' ';
	} else {
		end = before_indent(pass, at, end);
		walk->quotations = 0;
	}
	if (kind != TAG_INLINE)
		from = skip_white_back(pass->text, walk->done, from);
	pass_put(pass, RULE_ENCODING_TAG, from, end,
		 replacement(walk, from, end, kind));
	walk->done = end;
	return end;
}

static size_t mend_bracket(struct pass *pass, size_t at)
{
	const char *bracket = bracket_token_at(pass->text, pass->len, at);

	if (!bracket)
		return at + 1;
	pass_put(pass, RULE_ENCODING_BRACKET_TOKEN, at, at + BRACKET_TOKEN,
		 bracket);
	return at + BRACKET_TOKEN;
}

static bool is_paragraph_between(const struct walk *walk, size_t at)
{
	const struct pass *pass = walk->pass;
	size_t end = walk->quoted;

	while ((end = bytes_find(pass->text, at, end, '\n')) < at)
		if (pass_byte(pass, ++end) == '\n')
			return true;
	return false;
}

/* The mark for <q>, or </q>: within a quotation a single one. */
static const char *quotation_mark(struct walk *walk, size_t at, bool closes)
{
	size_t outer;

	if (is_paragraph_between(walk, at))
		walk->quotations = 0;
	if (closes)
		walk->quotations -= walk->quotations > 0;
	outer = walk->quotations;
	walk->quotations += !closes;
	return outer % 2 ? "'" : "\"";
}

/* "<q>It is late,</q>": a page shows marks for these; `at`: none is there. */
static size_t mend_quote(struct walk *walk, size_t at)
{
	struct pass *pass = walk->pass;
	const bool closes = pass_byte(pass, at + 1) == '/';
	const char *mark;
	struct tag tag;
	uint32_t beside;

	if (!names_quote(&walk->text, at) || !tag_read(&walk->text, at, &tag))
		return at;
	mark = quotation_mark(walk, at, closes);
	beside = closes ? utf8_before(pass->text, at)
			: pass_point(pass, tag.end);
	pass_put(pass, RULE_ENCODING_TAG, at, tag.end,
		 mark_is(beside, MARK_QUOTATION) ? "" : mark);
	walk->quoted = tag.end;
	return tag.end;
}

/* Look for a paragraph's element at text[at] == '<'. */
static void enter(struct walk *walk, size_t at)
{
	struct tag_paragraph paragraph;

	if (tag_paragraph_read(walk->pass, at, &paragraph))
		walk->paragraph = paragraph;
}

static size_t mend_tags(struct walk *walk, size_t at)
{
	const size_t listed = tag_listings_skip(&walk->listings, at);
	enum tag_kind kind;
	size_t end;

	if (listed > at)
		return listed;
	end = mend_quote(walk, at);
	if (end > at)
		return end;
	end = read_row(&walk->text, at, &kind);
	if (end == at)
		return at + 1;
	for (size_t i = at; i < end; i++)
		if (walk->pass->text[i] == '<')
			enter(walk, i);
	return remove_tags(walk, at, end, kind);
}

/* A line end in a paragraph's element is a space. */
static size_t mend_line_end(struct walk *walk, size_t at)
{
	struct pass *pass = walk->pass;

	if (!walk->single && at > walk->paragraph.at &&
	    at < walk->paragraph.end && pass_byte(pass, at + 1) > '\r') {
		pass_put(pass, RULE_ENCODING_TAG, at, at + 1, " ");
		walk->done = at + 1;
	}
	return at + 1;
}

static size_t mend_section(struct walk *walk, size_t at)
{
	const size_t end = tag_end_of_section(&walk->text, at);

	if (!end)
		return at + 1;
	pass_delete(walk->pass, RULE_ENCODING_TAG, at, end);
	return end;
}

static size_t count_line_ends(const struct pass *pass, size_t at, size_t end)
{
	size_t count = at && pass->text[at - 1] == '\n';

	for (; at < end; at++)
		count += pass->text[at] == '\n';
	return count;
}

/*
 * Whether one line end is what ends paragraphs here: not where most line ends
 * are beside tags, or in a paragraph's element, since then the tags do.
 */
static bool has_single_ends(const struct pass *pass)
{
	struct tag_text text = { .bytes = pass->text, .len = pass->len };
	size_t blocks = 0, beside = 0, at = 0;

	if (pass->survey->blank_lines || pass->survey->lines <= 2)
		return false;
	while (at < pass->len) {
		const char *found =
			memchr(pass->text + at, '<', pass->len - at);
		enum tag_kind kind;
		size_t end;

		if (!found)
			break;
		at = (size_t)(found - pass->text);
		end = read_row(&text, at, &kind);
		blocks += kind == TAG_BLOCK;
		beside += count_line_ends(pass, at, end);
		at = end > at ? end : at + 1;
	}
	return beside + blocks < pass->survey->lines &&
	       tag_paragraph_count_wrapped(pass) < LEAST_WRAPPED;
}

static void run(struct pass *pass)
{
	const bool page = tag_begins_page(pass->text, pass->len);
	const bool keeps = page || tags_are_subject(pass->text, pass->len);
	struct walk walk = {
		.pass = pass,
		.text = { .bytes = pass->text,
			  .len = pass->len,
			  .sentences = is_in_sentences(pass->text, pass->len) },
		.single = !keeps && has_single_ends(pass),
	};
	size_t at = 0;

	if (!keeps && !tag_listings_find(&walk.listings, pass)) {
		pass->failed = true;
		return;
	}
	if (page)
		pass_note(pass, RULE_ENCODING_HTML_PAGE, 0, pass->len, NULL);
	while (at < pass->len) {
		if (pass->text[at] == '<' && !keeps)
			at = mend_tags(&walk, at);
		else if (pass->text[at] == '\n')
			at = mend_line_end(&walk, at);
		else if (pass->text[at] == ']')
			at = mend_section(&walk, at);
		else if (pass->text[at] == '-')
			at = mend_bracket(pass, at);
		else
			at++;
	}
}

const struct stage tag_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_LESS | SEEN_BRACKET_TOKEN,
	.rule = RULE_ANY,
	.run = run,
	.unmarks = true,
};

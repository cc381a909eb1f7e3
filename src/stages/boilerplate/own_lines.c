/* Lines that are the article's by what is around them. */
#include "stages/boilerplate/own_lines.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "edit/shape.h"
#include "stages/boilerplate/kept.h"
#include "stages/boilerplate/own_voices.h"
#include "stages/boilerplate/sections.h"
#include "text/code.h"
#include "text/fence.h"
#include "text/marks.h"

#define SPAN 3		 /* bytes of code and its signs */
#define LEAST_LEAD 4	 /* words before bullets: "Follow us:" has fewer */
#define LABEL_MOST 24	 /* bytes */
#define PARAGRAPH 80	 /* bytes, at least */
#define ADDRESS_LINE 100 /* bytes of one with a name and an address */
#define LEAST_ENTRIES 6	 /* of a list of them */
#define LEAST_FULL 40	 /* bytes of a line that its sentence goes on after */

enum item { NO_ITEM, ITEM_BULLET, ITEM_NUMBER };

/* The lines of text[at, end), from line `first` on; where they end. */
static size_t mark(struct article *article, size_t first, size_t at, size_t end)
{
	struct line *lines = article->lines;

	while (first < article->count && lines[first].at < at)
		first++;
	for (; first < article->count && lines[first].at < end; first++)
		lines[first].own = true;
	return first;
}

/* Code and its fences; of other blocks the fences, if more follows. */
static void mark_code(struct article *article)
{
	struct fence_walk walk = {
		.text = article->pass->text,
		.len = article->pass->len,
	};
	struct fence fence;
	size_t line = 0;

	while (fence_next(&walk, &fence)) {
		if (fence.code) {
			line = mark(article, line, fence.at, fence.end);
		} else if (fence.end <= article->lines[article->count - 1].at) {
			line = mark(article, line, fence.at, fence.body);
			line = mark(article, line, fence.last, fence.end);
		}
	}
}

/*
 * Fields of a mail's header, and of a message to a newsgroup; the first ones
 * are of nothing else, and "Subject:" or "Re:" tell those of a memo.
 */
static const char *const mail_fields[] = {
	"Subject:",
	"Re:",
	"Delivered-To:",
	"Errors-To:",
	"Followup-To:",
	"In-Reply-To:",
	"MIME-Version:",
	"Message-ID:",
	"NNTP-Posting-Host:",
	"Newsgroups:",
	"Nntp-Posting-Host:",
	"Return-Path:",
	"X-",
	"From:",
	"To:",
	"Cc:",
	"Date:",
	"Sent:",
	"Reply-To:",
	"Article-I.D.:",
	"Content-",
	"Distribution:",
	"Envelope-To:",
	"Keywords:",
	"Lines:",
	"List-",
	"Organization:",
	"Originator:",
	"Path:",
	"Precedence:",
	"Received:",
	"References:",
	"Sender:",
	"Summary:",
	"User-Agent:",
};

#define SURE_FIELDS 12 /* of these */
#define FIELD_OTHER 1
#define FIELD_SURE 2
#define FIELD_MOST 24 /* bytes of a name, at least those of the longest */
#define LEAST_FIELDS 3

/* The bytes of a field's name and its colon at a line's start, or 0. */
static size_t name_length(const char *text, const struct line *line)
{
	size_t at = line->at;

	while (at < line->end && (ascii_is_alnum((unsigned char)text[at]) ||
				  text[at] == '-' || text[at] == '.'))
		at++;
	return at < line->end && text[at] == ':' ? at + 1 - line->at : 0;
}

/* Whether a field's name is `name`, in capitals or not. */
static bool is_named(const char *text, const char *name)
{
	size_t i = 0;

	while (name[i] && ascii_lower((unsigned char)text[i]) ==
				  ascii_lower((unsigned char)name[i]))
		i++;
	return !name[i];
}

/* Whether a line holds such a field, and which: a bit of the two, or 0. */
static unsigned mail_field(const char *text, const struct line *line)
{
	const size_t count = sizeof(mail_fields) / sizeof(*mail_fields);
	size_t len;

	if (!line->colon || line->colon > FIELD_MOST)
		return 0;
	len = name_length(text, line);
	if (!len || line->at + len == line->end)
		return 0;
	for (size_t i = 0; i < count; i++) {
		const size_t size = strlen(mail_fields[i]);

		if (size <= len && is_named(text + line->at, mail_fields[i]))
			return i < SURE_FIELDS ? FIELD_SURE : FIELD_OTHER;
	}
	return 0;
}

/* More of a field: such lines are set in. */
static bool is_folded(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];

	return line->at &&
	       ascii_is_blank(
		       (unsigned char)article->pass->text[line->at - 1]) &&
	       line_follows(article, i);
}

/* The lines from `first` to `end` are a header; the article's, or one in it. */
static void take_header(struct article *article, size_t first, size_t end)
{
	mark(article, first, article->lines[first].at,
	     article->lines[end - 1].end);
	article->mail |= first < LEAST_FIELDS;
}

/* The header of a mail that the article shows: no contact, nobody's links. */
static void mark_mail(struct article *article)
{
	const char *text = article->pass->text;
	unsigned seen = 0;
	size_t first = 0;

	for (size_t i = 0; i <= article->count; i++) {
		const unsigned field =
			i < article->count
				? mail_field(text, &article->lines[i])
				: 0;

		if (field && seen && line_follows(article, i)) {
			seen |= field;
			continue;
		}
		if (seen && i < article->count && is_folded(article, i))
			continue;
		if (seen & FIELD_SURE && i - first >= LEAST_FIELDS)
			take_header(article, first, i);
		seen = field;
		first = i;
	}
}

/* "Phone: 555-0100": a label of a few words, and what it is of. */
static bool is_labelled(const char *text, const struct line *line)
{
	const char *at = text + line->at;
	const char *colon = at + line->colon - 1;

	/* Most lines have none there, which is told at once. */
	if (line->colon < 2 || line->colon > LABEL_MOST ||
	    colon + 2 >= text + line->end || colon[1] != ' ')
		return false;
	while (at < colon && (ascii_is_letter((unsigned char)*at) ||
			      (unsigned char)*at >= 0x80 || strchr(" -", *at)))
		at++;
	return at == colon;
}

/* The lines from `first` to `end` are a card; paragraphs come after it. */
static bool is_card(const struct article *article, size_t first, size_t end)
{
	if (end - first < LEAST_FIELDS)
		return false;
	for (; end < article->count; end++)
		if (article->lines[end].end - article->lines[end].at >=
		    PARAGRAPH)
			return true;
	return false;
}

/* How to reach whom the article is about: fields one below the other. */
static void mark_cards(struct article *article)
{
	const char *text = article->pass->text;
	size_t first = 0;

	for (size_t i = 0; i <= article->count; i++) {
		const bool labelled = i < article->count &&
				      is_labelled(text, &article->lines[i]);

		if (labelled && (i == first || line_follows(article, i)))
			continue;
		if (is_card(article, first, i))
			mark(article, first, article->lines[first].at,
			     article->lines[i - 1].end);
		first = labelled ? i : i + 1;
	}
}

/* The bytes of a bullet that begins a line, or none. */
static size_t bullet_length(const char *text, const struct line *line)
{
	size_t at = line->at;

	if (strchr("-*+", text[at]))
		return 1;
	return (unsigned char)text[at] >= 0x80 &&
			       mark_is(utf8_next(text, &at), MARK_BULLET)
		       ? at - line->at
		       : 0;
}

/* "3." and "3)", or none. */
static size_t number_length(const char *text, const struct line *line)
{
	size_t at = line->at;

	while (at < line->end && ascii_is_digit((unsigned char)text[at]))
		at++;
	return at > line->at && at < line->end && strchr(".)", text[at])
		       ? at + 1 - line->at
		       : 0;
}

static enum item item_kind(const char *text, const struct line *line)
{
	size_t bullet, sign;

	/* most lines begin with a word */
	if (ascii_is_letter((unsigned char)text[line->at]))
		return NO_ITEM;
	bullet = bullet_length(text, line);
	sign = bullet ? bullet : number_length(text, line);
	if (!sign || line->at + sign >= line->end ||
	    text[line->at + sign] != ' ')
		return NO_ITEM;
	return bullet ? ITEM_BULLET : ITEM_NUMBER;
}

/* Items point to the line before the first of them. */
static void mark_lists(struct article *article)
{
	const char *text = article->pass->text;
	size_t lead = 0;
	enum item last = NO_ITEM;

	for (size_t i = 0; i < article->count; i++) {
		const enum item kind = item_kind(text, &article->lines[i]);

		if (kind && kind == last)
			article->lines[i].lead = (uint32_t)lead;
		else if (kind)
			article->lines[i].lead = (uint32_t)(lead = i);
		last = kind;
	}
}

/* Bytes of "Radio", "12%" and "Business travel". */
#define PLAIN_MOST 20
#define LEAST_PLAIN 4

/* The same of words in a block of lines, after one with a colon. */
static void mark_plain_lists(struct article *article)
{
	const char *text = article->pass->text;

	for (size_t i = 0; i + LEAST_PLAIN < article->count; i++) {
		size_t end = i + 1;

		if (text[article->lines[i].end - 1] != ':')
			continue;
		while (end < article->count &&
		       article->lines[end].end - article->lines[end].at <=
			       PLAIN_MOST &&
		       (end == i + 1 || line_follows(article, end)))
			end++;
		if (end < i + 1 + LEAST_PLAIN)
			continue;
		for (size_t k = i + 1; k < end; k++)
			if (!article->lines[k].lead)
				article->lines[k].lead = (uint32_t)(i + 1);
		/* a colon within the list begins none: it ends with this one */
		i = end - 1;
	}
}

bool own_lines_is_item(const struct article *article, const struct line *line)
{
	const struct line *lead;

	if (!line->lead)
		return false;
	lead = &article->lines[line->lead - 1];
	return !lead->mark && lead->features & FEATURE_COLON &&
	       (lead->words.count >= LEAST_LEAD ||
		ascii_is_digit((unsigned char)article->pass->text[line->at]));
}

/* A bracket that closes at a line's end, before marks. ":)" closes nothing. */
static bool closes(const char *text, const struct line *line, size_t at)
{
	if (at == line->at || strchr(":;-", text[at - 1]))
		return false;
	while (at < line->end && !ascii_is_alnum((unsigned char)text[at]) &&
	       (unsigned char)text[at] < 0x80)
		at++;
	return at == line->end;
}

/* Whether a bracket in a line is open at its end, or closes none of it. */
static bool is_open(const char *text, const struct line *line, char open,
		    char close)
{
	const size_t len = line->end - line->at;
	size_t depth = 0;

	/* most lines hold neither */
	if (!memchr(text + line->at, open, len) &&
	    !memchr(text + line->at, close, len))
		return false;
	for (size_t at = line->at; at < line->end; at++) {
		if (text[at] == open)
			depth++;
		else if (text[at] == close && depth)
			depth--;
		else if (text[at] == close && closes(text, line, at))
			return true;
	}
	return depth > 0;
}

/* "tom@harbour.example>", "Tom Reed <": the address is in two lines. */
static bool holds_part(const char *text, const struct line *line)
{
	const size_t len = line->end - line->at;

	return text[line->end - 1] == '<' ||
	       (line->words.count && text[line->end - 1] == '>' &&
		!memchr(text + line->at, '<', len));
}

/* "Harbour: `install port@next`": code in a line. */
static bool holds_span(const char *text, const struct line *line)
{
	const char *end = text + line->end;
	const char *open = memchr(text + line->at, '`', line->end - line->at);
	const char *close;

	if (!open || end - open < SPAN || open[1] == '`' || open[1] == ' ')
		return false;
	close = memchr(open + 1, '`', (size_t)(end - open - 1));
	return close && close[-1] != ' ' &&
	       (close + 1 == end || close[1] != '`');
}

bool own_lines_asks_for_more(const struct article *article,
			     const struct line *line)
{
	const char *text = article->pass->text;
	size_t at = line->end;

	while (at > line->at && ascii_is_letter((unsigned char)text[at - 1]))
		at--;
	return at < line->end && token_set_has(&article->rules->common,
					       word_hash(text, at, line->end));
}

/*
 * A paragraph, or a cell of a table, that is still wrapped: the line before
 * stays, and goes on here. An address in a contact's block begins small, too.
 */
static bool goes_on(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;
	const size_t i = (size_t)(line - article->lines);

	/* the spare one is a sentence */
	return i && i < article->count && !line[-1].mark &&
	       !memchr(text + line->at, '@', line->end - line->at) &&
	       (line[-1].end - line[-1].at >= LEAST_FULL ||
		own_lines_asks_for_more(article, line - 1)) &&
	       line_follows(article, i) &&
	       shape_end(text, line[-1].end) != SHAPE_END_SENTENCE &&
	       shape_start(text, article->pass->len, line->at) ==
		       SHAPE_START_LOWER;
}

bool own_lines_is_open(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;

	return is_open(text, line, '(', ')') || is_open(text, line, '[', ']') ||
	       is_open(text, line, '{', '}');
}

bool own_lines_runs_over(const struct article *article, const struct line *line)
{
	const size_t next = (size_t)(line - article->lines) + 1;

	return next < article->count && goes_on(article, line + 1);
}

/* "[source,python]": what AsciiDoc says of the block after it. */
static bool is_attribute(const char *text, const struct line *line)
{
	return text[line->at] == '[' && text[line->end - 1] == ']' &&
	       memchr(text + line->at, ',', line->end - line->at) &&
	       !memchr(text + line->at, ' ', line->end - line->at);
}

/* "|===", "|---|---|": what parts the rows of a table. */
static bool is_rule_of_table(const char *text, const struct line *line)
{
	return !line->words.count && text[line->at] == '|' &&
	       (memchr(text + line->at, '=', line->end - line->at) ||
		memchr(text + line->at, '-', line->end - line->at));
}

bool own_lines_is_torn(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;

	return line->end > line->at &&
	       (goes_on(article, line) || own_lines_runs_over(article, line) ||
		holds_span(text, line) || is_rule_of_table(text, line) ||
		is_attribute(text, line) ||
		text_calls(text, line->at, line->end) ||
		holds_part(text, line) || own_lines_is_open(article, line));
}

static bool has_address(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];
	const char *text = article->pass->text + line->at;
	const size_t len = line->end - line->at;
	const char *sign = memchr(text, '@', len);

	return sign && sign > text && sign + 1 < text + len &&
	       len < ADDRESS_LINE && ascii_is_alnum((unsigned char)sign[-1]) &&
	       ascii_is_alnum((unsigned char)sign[1]);
}

/* Names and addresses, one a line: more of them than a page has to write to. */
static void mark_directories(struct article *article)
{
	size_t first = 0;

	for (size_t i = 0; i <= article->count; i++) {
		if (i < article->count && has_address(article, i) &&
		    (i == first || line_follows(article, i)))
			continue;
		if (i >= first + LEAST_ENTRIES)
			mark(article, first, article->lines[first].at,
			     article->lines[i - 1].end);
		first = i < article->count && has_address(article, i) ? i
								      : i + 1;
	}
}

void own_lines_mark(struct article *article)
{
	mark_code(article);
	mark_mail(article);
	mark_cards(article);
	mark_lists(article);
	mark_plain_lists(article);
	mark_directories(article);
	own_voices_mark(article);
	sections_mark(article);
}

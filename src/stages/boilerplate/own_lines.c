/* Lines that are the article's by what is around them. */
#include "stages/boilerplate/own_lines.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/boilerplate/kept.h"
#include "stages/boilerplate/own_contacts.h"
#include "stages/boilerplate/own_lists.h"
#include "stages/boilerplate/own_voices.h"
#include "stages/boilerplate/sections.h"
#include "text/fence.h"

#define PARAGRAPH 80 /* bytes, at least */

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

/* Whether more follows a fenced block, or a line of it is a paragraph. */
static bool stays(const struct article *article, const struct fence *fence)
{
	const struct line *line = &article->lines[article->count - 1];

	if (fence->end <= line->at)
		return true;
	for (; line >= article->lines && line->at >= fence->body; line--)
		if (line->end - line->at >= PARAGRAPH)
			return true;
	return false;
}

/* Code and its fences; of other blocks the fences, if they stay. */
static void mark_code(struct article *article)
{
	struct fence_walk walk = {
		.text = article->pass->text,
		.len = article->pass->len,
	};
	struct fence fence;
	size_t line = 0;

	/* a fence's rows begin their lines */
	if (!rims_begin(&article->rims, FENCE_BEGINS))
		return;
	while (fence_next(&walk, &fence)) {
		if (fence.code) {
			line = mark(article, line, fence.at, fence.end);
		} else if (stays(article, &fence)) {
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

	if (article->rims.colon > FIELD_MOST)
		return;
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

/* The lines from `first` to `end`, none of them a paragraph, end the article
   and are most of it. */
static bool is_article(const struct article *article, size_t first, size_t end)
{
	const struct line *lines = article->lines;

	for (size_t i = first; i < end; i++)
		if (lines[i].end - lines[i].at >= PARAGRAPH)
			return false;
	return end == article->count &&
	       2 * (size_t)(lines[end - 1].end - lines[first].at) >=
		       article->pass->len;
}

/* They are a card: paragraphs come after it, or it is the article. */
static bool is_card(const struct article *article, size_t first, size_t end)
{
	if (end - first < LEAST_FIELDS)
		return false;
	for (size_t i = end; i < article->count; i++)
		if (article->lines[i].end - article->lines[i].at >= PARAGRAPH)
			return true;
	return is_article(article, first, end);
}

/* How to reach whom the article is about: fields one below the other. */
static void mark_cards(struct article *article)
{
	const char *text = article->pass->text;
	size_t first = 0;

	if (!own_may_have_labels(article))
		return;
	for (size_t i = 0; i <= article->count; i++) {
		const bool labelled =
			i < article->count &&
			own_label_length(text, &article->lines[i]);

		if (labelled && (i == first || line_follows(article, i)))
			continue;
		if (is_card(article, first, i))
			mark(article, first, article->lines[first].at,
			     article->lines[i - 1].end);
		first = labelled ? i : i + 1;
	}
}

#define SUMMARY "@highlight"

static bool is_summary(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];

	return line->end - line->at == strlen(SUMMARY) &&
	       !memcmp(article->pass->text + line->at, SUMMARY,
		       strlen(SUMMARY));
}

/*
 * A file of a story and its summary, as corpora for summarising have them: a
 * mark before each sentence of it, the first after all of the story.
 */
static void mark_summary(struct article *article)
{
	for (size_t i = 0; i + 1 < article->count; i++)
		if (is_summary(article, i))
			mark(article, i, article->lines[i].at,
			     article->lines[i + 1].end);
}

#define ENTITY "@entity" /* and a number, for a name */

static bool is_entity(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];
	const char *text = article->pass->text;
	const size_t at = line->at + strlen(ENTITY);

	return bytes_begin(text, line->end, line->at, ENTITY) &&
	       ascii_is_digit(bytes_at(text, line->end, at));
}

/*
 * A story for a test of reading, whose names are numbered: its address, a
 * question, the answer's number, and which name each number is for.
 */
static void mark_entities(struct article *article)
{
	const char *text = article->pass->text;
	size_t i = 0;

	while (i < article->count && !is_entity(article, i))
		i++;
	if (i == article->count)
		return;
	for (i = 0; i < article->count; i++) {
		const struct line *line = &article->lines[i];

		if (is_entity(article, i) ||
		    !memchr(text + line->at, ' ', line->end - line->at))
			mark(article, i, line->at, line->end);
	}
}

/* "<ida> lol": what somebody said in a chat. */
static void mark_chat(struct article *article)
{
	const char *text = article->pass->text;

	for (size_t i = 0; i < article->count; i++) {
		struct line *line = &article->lines[i];
		size_t at = line->at + 1;

		if (text[line->at] != '<')
			continue;
		while (at < line->end &&
		       ascii_is_alnum((unsigned char)text[at]))
			at++;
		line->own |= at > line->at + 1 &&
			     bytes_begin(text, line->end, at, "> ");
	}
}

#define BACK_LINK "\u21A9" /* from a note to its number in the text */
#define LEAST_NOTES 2

/* "[3] Moss, p. 12" */
static bool is_numbered_note(const char *text, const struct line *line)
{
	const size_t end = skip_digits(text, line->end, line->at + 1);

	return text[line->at] == '[' && end > line->at + 1 &&
	       bytes_at(text, line->end, end) == ']' && end + 1 < line->end &&
	       text[end + 1] != ':';
}

/* Notes: what they cite, and where it is. */
static void mark_notes(struct article *article)
{
	const char *text = article->pass->text;
	const size_t back = strlen(BACK_LINK);
	size_t numbered = 0;

	for (size_t i = 0; i < article->count; i++) {
		struct line *line = &article->lines[i];

		numbered += is_numbered_note(text, line);
		line->own |= line->end - line->at > back &&
			     !memcmp(text + line->end - back, BACK_LINK, back);
	}
	for (size_t i = 0; numbered >= LEAST_NOTES && i < article->count; i++)
		article->lines[i].own |=
			is_numbered_note(text, &article->lines[i]);
}

/* "They are found at the office's site," and its address on the next line. */
static void mark_addresses(struct article *article)
{
	const char *text = article->pass->text;

	for (size_t i = 1; i < article->count; i++) {
		struct line *line = &article->lines[i];

		line->own |=
			text[line[-1].end - 1] == ',' &&
			(bytes_begin(text, line->end, line->at, "http") ||
			 bytes_begin(text, line->end, line->at, "www.")) &&
			!memchr(text + line->at, ' ', line->end - line->at);
	}
}

void own_lines_mark(struct article *article)
{
	const struct rims *rims = &article->rims;

	if (rims_begin(rims, "<"))
		mark_chat(article);
	if (rims_begin(rims, "@")) {
		mark_summary(article);
		mark_entities(article);
	}
	if (rims_end(rims, ","))
		mark_addresses(article);
	if (rims_begin(rims, "[") || rims_end(rims, "\xA9"))
		mark_notes(article);
	mark_code(article);
	mark_mail(article);
	mark_cards(article);
	own_lists_mark(article);
	own_contacts_mark(article);
	own_voices_mark(article);
	sections_mark(article);
}

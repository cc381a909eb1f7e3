/* The items of lists. */
#include "stages/boilerplate/own_lists.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/boilerplate/kept.h"
#include "stages/boilerplate/line_end.h"
#include "text/marks.h"

#define LEAST_LEAD 4  /* words before bullets: "Follow us:" has fewer */
#define ITEM_BYTES 60 /* of an item that is a sentence */

enum item { NO_ITEM, ITEM_BULLET, ITEM_NUMBER };

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
	size_t at = skip_digits(text, line->end, line->at);

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
	/* no line begins with a space */
	if (line->at + sign >= line->end || text[line->at + sign] != ' ')
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
#define LEAST_PLAIN 2

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
		       ascii_is_alnum(
			       (unsigned char)text[article->lines[end].at]) &&
		       (end == i + 1 || line_adjoins(article, end)))
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

static bool is_long_item(const struct article *article, const struct line *line,
			 uint32_t lead)
{
	return line->lead == lead && line->end - line->at >= ITEM_BYTES &&
	       line_ends_sentence(article->pass->text, line->at, line->end);
}

/* "* Sign up for the ferry: it fills early.", between items of sentences that
   tell no more than it does how to reach anybody. */
static bool is_between_items(const struct article *article,
			     const struct line *line)
{
	const size_t index = (size_t)(line - article->lines);
	const uint32_t lead = line->lead;

	return index > lead && index + 1 < article->count && !line[-1].mark &&
	       !(line->features &
		 (FEATURE_URL | FEATURE_MAIL | FEATURE_HANDLE)) &&
	       is_long_item(article, line - 1, lead) &&
	       is_long_item(article, line, lead) &&
	       is_long_item(article, line + 1, lead);
}

/* "* data.example", a name without a path: an item's only word. */
static bool is_site(const char *text, const struct line *line)
{
	size_t at = line->at + bullet_length(text, line);
	bool parted = false;

	while (at < line->end && text[at] == ' ')
		at++;
	if (at == line->at || bytes_begin(text, line->end, at, "www."))
		return false;
	for (; at < line->end; at++) {
		if (!ascii_is_alnum((unsigned char)text[at]) &&
		    !strchr(".-", text[at]))
			return false;
		parted |= text[at] == '.';
	}
	return parted;
}

/* Sites among other items: "* Midas", "* data.example". */
static bool is_site_among_items(const struct article *article,
				const struct line *line)
{
	const char *text = article->pass->text;
	const size_t index = (size_t)(line - article->lines);
	const bool before = index && line[-1].lead == line->lead &&
			    !is_site(text, line - 1);
	const bool after = index + 1 < article->count &&
			   line[1].lead == line->lead &&
			   !is_site(text, line + 1);

	return (before || after) && is_site(text, line);
}

bool own_lists_has(const struct article *article, const struct line *line)
{
	const struct line *lead;

	if (!line->lead)
		return false;
	if (is_between_items(article, line) ||
	    is_site_among_items(article, line))
		return true;
	lead = &article->lines[line->lead - 1];
	return !lead->mark && lead->features & FEATURE_COLON &&
	       (lead->words.count >= LEAST_LEAD ||
		ascii_is_digit((unsigned char)article->pass->text[line->at]));
}

void own_lists_mark(struct article *article)
{
	mark_lists(article);
	if (rims_end(&article->rims, ":"))
		mark_plain_lists(article);
}

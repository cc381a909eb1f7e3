/* Lines that are the article's by what is around them. */
#include "stages/boilerplate/own_lines.h"

#include <string.h>

#include "base/ascii.h"
#include "text/code.h"

#define FENCE 3	     /* signs, and more */
#define BULLET 3     /* bytes */
#define LEAST_LEAD 4 /* words before bullets: "Follow us:" has fewer */

enum item { NO_ITEM, ITEM_BULLET, ITEM_NUMBER };

static size_t count_signs(const char *text, const struct line *line)
{
	const char sign = text[line->at];
	size_t count = 0;

	if (sign != '`' && sign != '~')
		return 0;
	while (line->at + count < line->end && text[line->at + count] == sign)
		count++;
	return count;
}

static void mark(struct article *article, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		article->lines[i].own = true;
}

/*
 * Whether code is between two fences: the first names a language, or it looks
 * so. Press releases have tables in fences, too, and whom to call.
 */
static bool is_code(const struct article *article, size_t first, size_t last)
{
	const char *text = article->pass->text;
	const struct line *open = &article->lines[first];
	const size_t after = open->at + count_signs(text, open);

	return (after < open->end &&
		ascii_is_lower((unsigned char)text[after])) ||
	       text_holds_code(text, open->end, article->lines[last].at);
}

/* "```python", code and "```". A fence that nothing closes is no fence. */
static void mark_code(struct article *article)
{
	const char *text = article->pass->text;
	size_t first = article->count;

	for (size_t i = 0; i < article->count; i++) {
		const struct line *line = &article->lines[i];
		const size_t signs = count_signs(text, line);

		if (signs < FENCE)
			continue;
		if (first < article->count && signs == line->end - line->at) {
			if (is_code(article, first, i))
				mark(article, first, i + 1);
			first = article->count;
		} else {
			first = i;
		}
	}
}

/* The bytes of a bullet that begins a line, or none. */
static size_t bullet_length(const char *text, const struct line *line)
{
	if (strchr("-*+", text[line->at]))
		return 1;
	return line->end - line->at > BULLET &&
			       !memcmp(text + line->at, "\xE2\x80\xA2", BULLET)
		       ? BULLET
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
	const size_t bullet = bullet_length(text, line);
	const size_t sign = bullet ? bullet : number_length(text, line);

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

/* ":)" and ";-)" close nothing. */
static bool is_smile(const char *text, size_t at)
{
	return at && strchr(":;-", text[at - 1]);
}

/* How many brackets are open at a line's end; less than none: it closes one. */
static int brackets_of(const char *text, const struct line *line, char open,
		       char close)
{
	int depth = 0;

	for (size_t at = line->at; at < line->end; at++) {
		if (text[at] == open)
			depth++;
		else if (text[at] == close && depth)
			depth--;
	}
	if (!depth && text[line->end - 1] == close &&
	    !memchr(text + line->at, open, line->end - line->at) &&
	    !is_smile(text, line->end - 1))
		return -1;
	return depth;
}

bool own_lines_is_torn(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;

	return line->end > line->at &&
	       (text[line->end - 1] == '<' ||
		brackets_of(text, line, '(', ')') ||
		brackets_of(text, line, '[', ']') ||
		brackets_of(text, line, '{', '}') ||
		(line->words.count && brackets_of(text, line, '<', '>') < 0));
}

void own_lines_mark(struct article *article)
{
	mark_code(article);
	mark_lists(article);
}

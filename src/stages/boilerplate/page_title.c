/* The title of a page, which its headline repeats. */
#include "stages/boilerplate/page_title.h"

#include <string.h>

#include "stages/boilerplate/lines.h"
#include "stages/stage.h"

#define LEAST_SPACES 4 /* between the words of a headline that is repeated */
#define MOST_HEADLINE 50
#define MOST_SPACES 5 /* between those of a site's name */
#define MOST_LINES 60 /* of a menu before the headline */

/* The bytes of a mark between a headline and a site's name; 0: none there. */
static size_t mark_length(const char *text, size_t len)
{
	static const char *const marks[] = {
		"-", "|", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", "\xC2\xBB"
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		size_t mark;

		/* Most words begin with another byte: no call for these. */
		if (text[0] != marks[i][0])
			continue;
		mark = strlen(marks[i]);
		if (mark < len && !memcmp(text, marks[i], mark))
			return mark;
	}
	return 0;
}

static size_t count_spaces(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += text[i] == ' ';
	return count;
}

/* As many words as a headline has, in bytes [0, len). */
static bool has_length(const char *text, size_t len)
{
	const size_t spaces = count_spaces(text, len);

	return spaces >= LEAST_SPACES && spaces <= MOST_HEADLINE;
}

/*
 * The bytes of a headline before " - " and a site's name; 0: there is none.
 * The last such mark counts: a headline may have a dash of its own.
 */
static size_t headline_length(const char *text, size_t len)
{
	size_t spaces = 0;

	/* the mark and the name have no more spaces than these */
	for (size_t at = len; at-- > 1 && spaces <= MOST_SPACES + 1;) {
		size_t mark;

		if (text[at - 1] != ' ')
			continue;
		spaces++;
		mark = mark_length(text + at, len - at);
		if (mark && at + mark < len && text[at + mark] == ' ')
			return has_length(text, at - 1) ? at - 1 : 0;
	}
	return 0;
}

/* Whether the headline is a line of its own, before the first sentence. */
static bool is_repeated(const struct article *article, size_t len)
{
	const char *text = article->pass->text;
	const char *headline = text + article->lines[0].at;

	for (size_t i = 1; i < article->count && i <= MOST_LINES; i++) {
		const struct line *line = &article->lines[i];

		if (line->end - line->at == len &&
		    !memcmp(text + line->at, headline, len))
			return true;
		if (line_is_sentence(article, i))
			return false;
	}
	return false;
}

void page_title_mark(struct article *article)
{
	struct line *line = article->lines;
	size_t len;

	if (!article->count || line->own)
		return;
	len = headline_length(article->pass->text + line->at,
			      line->end - line->at);
	if (len && is_repeated(article, len))
		line->mark = RULE_BOILERPLATE_METADATA;
}

/*
 * Glosses between lines, as linguists set them: under each word what its parts
 * mean, in the same column.
 *
 *	ev-ler-imiz-den   gel-iyor-um
 *	house-PL-1PL-ABL  come-PRS-1SG
 */
#include "text/preformatted.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"

#define WORDS_MOST 24
#define LABELS_MOST 2 /* "(1) a." before the first line's words */

struct word {
	size_t column; /* in code points */
	size_t at, end;
};

struct words {
	struct word word[WORDS_MOST];
	size_t count;
	bool wide; /* more than one space is between two */
};

/* The line's words; more of them than fit are no gloss. */
static bool words_read(struct words *words, const char *text,
		       const struct text_line *line)
{
	size_t column = 0, gap = 0;
	bool inside = false;

	*words = (struct words){ .count = 0 };
	for (size_t at = line->from; at < line->end; at++) {
		const bool space = text[at] == ' ';

		if (!space && !inside) {
			if (words->count == WORDS_MOST)
				return false;
			words->wide |= words->count && gap > 1;
			words->word[words->count++] =
				(struct word){ column, at, at };
		}
		if (!space)
			words->word[words->count - 1].end = at + 1;
		gap = space ? gap + 1 : 0;
		inside = !space;
		column += !utf8_is_trail(text[at]);
	}
	return true;
}

/* Whether the second line's words are under words of the first, each. */
static bool is_under(const struct words *first, const struct words *second)
{
	const size_t labels = first->count - second->count;

	if (second->count < 2 || first->count < second->count ||
	    labels > LABELS_MOST)
		return false;
	for (size_t i = 0; i < second->count; i++) {
		if (first->word[labels + i].column != second->word[i].column)
			return false;
	}
	return true;
}

static bool joins_parts(char c)
{
	return c == '-' || c == '=' || c == '.';
}

/* "gel-iyor-um": a word in parts. */
static bool is_in_parts(const char *text, const struct word *word)
{
	for (size_t at = word->at + 1; at + 1 < word->end; at++) {
		if (text[at] == '-' || text[at] == '=')
			return true;
	}
	return false;
}

/* "come-PRS-1SG": a part in capitals. */
static bool names_category(const char *text, const struct word *word)
{
	size_t capitals = 0;

	for (size_t at = word->at; at < word->end; at++) {
		if (ascii_is_upper((unsigned char)text[at]))
			capitals++;
		else if (capitals > 1 && joins_parts(text[at]))
			return true;
		else if (joins_parts(text[at]))
			capitals = 0;
	}
	return capitals > 1 && is_in_parts(text, word);
}

static bool any(const char *text, const struct words *words,
		bool (*is)(const char *text, const struct word *word))
{
	for (size_t i = 0; i < words->count; i++) {
		if (is(text, &words->word[i]))
			return true;
	}
	return false;
}

static bool is_gloss(const char *text, const struct words *first,
		     const struct words *second)
{
	return (first->wide || second->wide) && is_under(first, second) &&
	       any(text, first, is_in_parts) &&
	       any(text, second, names_category);
}

/* Whether two spaces stand side by side: one of them at every second byte. */
static bool has_wide_gap(const char *text, size_t at, size_t end)
{
	for (size_t i = at; i < end; i += 2) {
		if (text[i] == ' ' && ((i + 1 < end && text[i + 1] == ' ') ||
				       (i > at && text[i - 1] == ' ')))
			return true;
	}
	return false;
}

/* A word in parts, and a wide gap: most paragraphs have no such thing. */
static bool may_be_gloss(const char *text, size_t at, size_t end)
{
	return (memchr(text + at, '-', end - at) ||
		memchr(text + at, '=', end - at)) &&
	       has_wide_gap(text, at, end);
}

bool text_is_gloss(const char *text, size_t at, size_t end)
{
	struct words before = { .count = 0 }, words;
	struct text_line line;

	if (!may_be_gloss(text, at, end))
		return false;
	for (; at < end; at = line.next) {
		text_line_read(&line, text, end, at);
		if (!words_read(&words, text, &line))
			return false;
		if (is_gloss(text, &before, &words))
			return true;
		before = words;
	}
	return false;
}

/* Sentences in pieces. */
#include "stages/boilerplate/pieces.h"

#include "base/utf8.h"
#include "stages/boilerplate/line_end.h"
#include "text/marks.h"
#include "unicode/props.h"

#define SENTENCE_WORDS 8 /* of a sentence that is told by its pieces */

/* Whether a line begins as the rest of a sentence does: "and", ".", ")". */
static bool begins_rest(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];
	const char *text = article->pass->text;
	const uint32_t first = utf8_at(text, line->end, line->at);

	return unicode_is_lower(first) ||
	       mark_is(first, MARK_STOP_OR_PAUSE | MARK_CLOSE_BRACKET |
				      MARK_CLOSE_QUOTE);
}

static bool ends_sentence(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return line_ends_sentence(article->pass->text, line->at, line->end);
}

/* Whether line `index` goes on with the line before: as the rest of it, or as
 * the link between two parts. */
static bool goes_on(const struct article *article, size_t index)
{
	return !ends_sentence(article, index - 1) &&
	       (begins_rest(article, index) ||
		(index + 1 < article->count && !ends_sentence(article, index) &&
		 begins_rest(article, index + 1)));
}

static size_t count_words(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];
	size_t count = 1;

	for (size_t at = line->at; at < line->end; at++)
		count += article->pass->text[at] == ' ';
	return count;
}

void pieces_find(struct article *article)
{
	size_t words, end;

	for (size_t at = 0; at < article->count; at = end) {
		words = count_words(article, at);
		for (end = at + 1; end < article->count; end++) {
			if (!goes_on(article, end))
				break;
			words += count_words(article, end);
		}
		if (end - at < 2 || words < SENTENCE_WORDS ||
		    !ends_sentence(article, end - 1))
			continue;
		for (size_t i = at; i < end; i++)
			article->lines[i].piece = true;
	}
}

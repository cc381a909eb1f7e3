/* Lines in another language than English, or in another script. */
#include "stages/boilerplate/line_language.h"

#include "base/utf8.h"
#include "stages/other_language.h"

#define LEAST_COMMON 6 /* words of a line that holds a common one */

/* The bytes of a line that are not ASCII. */
static size_t count_high(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;
	size_t high = 0;

	for (size_t at = line->at; at < line->end; at++) {
		while (line->end - at >= 8 && utf8_eight_are_ascii(text + at))
			at += 8;
		high += at < line->end && (unsigned char)text[at] >= 0x80;
	}
	return high;
}

/* Half of the bytes are not ASCII: marks alone are never so many. */
static bool is_in_another_script(const struct line *line, size_t high_bytes)
{
	return high_bytes * 2 > line->end - line->at;
}

/*
 * Text in another script or language: half of its words begin with a letter
 * that is not ASCII, or there are some words, and no common one.
 */
static bool is_foreign(const struct article *article, const struct line *line,
		       size_t high_bytes)
{
	const char *text = article->pass->text;
	size_t words = 0, high = 0, common = 0;

	if (is_in_another_script(line, high_bytes))
		return true;
	for (size_t i = 0; i < line->words.count; i++) {
		const struct token *word = &line->words.word[i];

		/* most lines are told by their first common word */
		if (common && !high_bytes)
			return false;
		if (word->flags & TOKENS_CONTACT)
			continue;
		words++;
		high += (unsigned char)text[word->at] >= 0x80;
		common += token_set_has(&article->rules->common, word->hash);
	}
	return high * 2 >= words || (!common && words >= LEAST_COMMON);
}

bool line_seems_foreign(const struct article *article, const struct line *line)
{
	return is_foreign(article, line, count_high(article, line));
}

bool line_is_surely_foreign(const struct article *article,
			    const struct line *line)
{
	const size_t high = count_high(article, line);

	if (!is_foreign(article, line, high))
		return false;
	if (is_in_another_script(line, high))
		return true;
	*article->beyond = true;
	return language_is_sure(article->pass);
}

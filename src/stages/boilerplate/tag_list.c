/* The tags of a page. */
#include "stages/boilerplate/tag_list.h"

#include <string.h>

#include "stages/boilerplate/lines.h"
#include "stages/stage.h"

#define TAG_WORDS 4   /* of one, at most */
#define LINES_AFTER 8 /* of the page's end, which hold no sentence */

/* "UP NEXT": headlines follow. */
static bool is_heading(const struct article *article, const struct line *line)
{
	for (size_t i = 0; i < line->match_count; i++)
		if (article->rules->rules[line->matches[i].rule].until ==
		    UNTIL_OPEN)
			return true;
	return false;
}

/* "555-0199" below a helpline, "Lowell 2, Tarn 1": no tag is like that. */
static bool is_fact(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;
	size_t numbers = 0;

	for (size_t i = 0; i < line->words.count; i++)
		numbers += (line->words.word[i].flags & TOKEN_NUMBER) != 0;
	return (numbers > 1 && numbers == line->words.count) ||
	       memchr(text + line->at, ',', line->end - line->at - 1);
}

static bool is_tag(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return lines_know(article, index) && !line->own && !line->dateline &&
	       line->words.count && line->words.count <= TAG_WORDS &&
	       line->features & FEATURE_OPEN &&
	       !(line->features & FEATURE_COLON) &&
	       !is_heading(article, line) && !is_fact(article, line);
}

/* Whether a sentence is among the next lines that stay. */
static bool goes_on(struct article *article, size_t index)
{
	const size_t end = index + LINES_AFTER < article->count
				   ? index + LINES_AFTER
				   : article->count;

	for (size_t i = index; i < end; i++)
		if (!article->lines[i].mark && line_is_sentence(article, i))
			return true;
	return false;
}

size_t tag_list_end(struct article *article, size_t index,
		    const struct strip_rule *rule)
{
	size_t end = index + 1;

	while (end < article->count && end <= index + rule->lines &&
	       is_tag(article, end))
		end++;
	if (end < article->count && !article->lines[end].mark &&
	    lines_know(article, end) && is_fact(article, &article->lines[end]))
		return index;
	return goes_on(article, end) ? index : end;
}

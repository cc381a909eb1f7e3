/* The tags of a page. */
#include "stages/boilerplate/tag_list.h"

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

static bool is_tag(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return lines_know(article, index) && !line->own && !line->dateline &&
	       line->words.count && line->words.count <= TAG_WORDS &&
	       line->features & FEATURE_OPEN &&
	       !(line->features & FEATURE_COLON) && !is_heading(article, line);
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
	return goes_on(article, end) ? index : end;
}

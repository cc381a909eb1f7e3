/* Lists whose items end in a year. */
#include "stages/boilerplate/date_list.h"

#include "stages/boilerplate/lines.h"

#define MOST_APART 4 /* lines from one item to the next */
#define YEAR_DIGITS 4

/* "The Old Pier 1927", "Friday, March 5, 2021" */
static bool ends_in_year(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];
	const struct token *last;

	if (!lines_know(article, index) || line->words.count < 2 ||
	    !(line->features & FEATURE_SHORT))
		return false;
	last = &line->words.word[line->words.count - 1];
	return last->flags & TOKEN_NUMBER &&
	       last->end - last->at == YEAR_DIGITS;
}

bool date_list_has(struct article *article, size_t index)
{
	const size_t first = index < MOST_APART ? 0 : index - MOST_APART;

	if (!ends_in_year(article, index))
		return false;
	for (size_t i = first; i <= index + MOST_APART; i++)
		if (i != index && i < article->count &&
		    !article->lines[i].mark && ends_in_year(article, i))
			return true;
	return false;
}

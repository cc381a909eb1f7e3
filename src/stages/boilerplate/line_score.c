/* Text scores of lines. */
#include "stages/boilerplate/line_score.h"

#include <string.h>

#include "stages/boilerplate/line_cache.h"
#include "stages/boilerplate/line_text.h"

/* The words of a line, which need not be known for its own sake. */
static bool find_words(struct article *article, size_t index,
		       struct tokens *words)
{
	const struct line *line = &article->lines[index];

	*words = line->words;
	if (line->known ||
	    tokens_split(words, article->pass->arena, article->pass->text,
			 line->at, line->end))
		return true;
	article->pass->failed = true;
	return false;
}

/* What the same line scored in the pass before; NULL: nothing. */
static const struct line_score *past_score(const struct article *article,
					   size_t index)
{
	const struct line *then = article->lines[index].past;

	return then && article->cache->scores
		       ? &article->cache->scores[then - article->cache->lines]
		       : NULL;
}

/*
 * The line's score of a text model. Most lines need no more than the second's:
 * it is what tells whether they are worth the trees.
 */
int16_t line_score_text(struct article *article, size_t index, unsigned which)
{
	const struct line_scorer *scorer = article->pass->settings->scorer;
	struct line_score *score = &article->scores[index];
	const struct line_score *then = past_score(article, index);
	uint32_t ids[LINE_TEXT_MOST];
	struct tokens words;
	size_t count;

	if (then && then->known & ~score->known & 1u << which) {
		score->text[which] = then->text[which];
		score->known |= (uint8_t)(1u << which);
	}
	if (score->known & 1u << which || !find_words(article, index, &words))
		return score->text[which];
	score->known |= (uint8_t)(1u << which);
	count = line_text_find(&words, 0, words.count, ids);
	score->text[which] =
		(int16_t)line_scorer_text(scorer, which, ids, count);
	return score->text[which];
}

/* Room for the scores of all lines; none is known yet. */
bool line_scores_make(struct article *article)
{
	const size_t size = (article->count + 1) * sizeof(*article->scores);

	if (article->scores)
		return true;
	article->scores = arena_alloc(article->pass->arena, size);
	if (article->scores)
		memset(article->scores, 0, size);
	return article->scores != NULL;
}

/* Headlines that a page lists twice. */
#include "stages/boilerplate/repeats.h"

#include <string.h>

#include "stages/boilerplate/own_lists.h"
#include "stages/stage.h"

#define LEAST_WORDS 5  /* of a headline that nothing else repeats */
#define MOST_LISTED 40 /* headlines that are looked for */

static bool is_listed(const struct line *line)
{
	return line->mark == RULE_BOILERPLATE_RELATED && line->known &&
	       line->words.count >= LEAST_WORDS &&
	       line->features & FEATURE_OPEN;
}

static bool is_same(const char *text, const struct line *one,
		    const struct line *other)
{
	const size_t len = one->end - one->at;

	return other->end - other->at == len &&
	       !memcmp(text + one->at, text + other->at, len);
}

/* "What the board will do:" leads to headlines, too. */
static bool is_own(const struct article *article, const struct line *line)
{
	return line->own || own_lists_has(article, line);
}

/* A line of the article, after its first, that repeats one that goes. */
static bool mark_copies(struct article *article, const struct line *listed)
{
	const char *text = article->pass->text;
	bool marked = false;

	for (size_t i = 1; i < article->count; i++) {
		struct line *line = &article->lines[i];

		if (line->mark || !is_same(text, listed, line) ||
		    is_own(article, line))
			continue;
		line->mark = listed->mark;
		line->cause = listed->cause;
		marked = true;
	}
	return marked;
}

bool repeats_mark(struct article *article)
{
	size_t listed = 0;
	bool marked = false;

	for (size_t i = 0; i < article->count && listed < MOST_LISTED; i++) {
		if (!is_listed(&article->lines[i]))
			continue;
		listed++;
		marked |= mark_copies(article, &article->lines[i]);
	}
	return marked;
}

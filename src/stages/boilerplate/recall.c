/* Recall: lines of the round before. */
#include "stages/boilerplate/recall.h"

#include <string.h>

#define MOST_AHEAD 16 /* lines that may have gone in a row */

struct recall *recall_last(const struct pass *pass)
{
	struct recall *recall = pass->memory ? *pass->memory : NULL;

	if (recall && recall->uppercased != lines_uppercased(pass->survey))
		return NULL;
	return recall;
}

static bool is_same(const struct recall *recall, const struct line *then,
		    const char *text, const struct line *now)
{
	const size_t len = now->end - now->at;

	return then->end - then->at == len &&
	       !memcmp(recall->text + then->at, text + now->at, len);
}

static bool is_dull(const struct line *line)
{
	return !line->known || (!line->hit_count && !(line->facts & FACT_OPEN));
}

bool recall_dull(struct recall *recall, const char *text,
		 const struct line *line)
{
	const size_t left = recall->count - recall->next;
	const size_t most = left < MOST_AHEAD ? left : MOST_AHEAD;

	for (size_t i = 0; i < most; i++) {
		const struct line *then = &recall->lines[recall->next + i];

		if (!is_same(recall, then, text, line))
			continue;
		recall->next += i + 1;
		return is_dull(then) && !(line->edges & ~then->edges);
	}
	return false;
}

void recall_keep(const struct article *article)
{
	struct pass *pass = article->pass;
	struct recall *recall;

	if (!pass->memory)
		return;
	recall = arena_alloc(pass->arena, sizeof(*recall));
	*pass->memory = recall;
	if (recall)
		*recall = (struct recall){
			.text = pass->text,
			.lines = article->lines,
			.count = article->count,
			.uppercased = lines_uppercased(pass->survey),
		};
	else
		pass->failed = true;
}

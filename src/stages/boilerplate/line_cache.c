/* Recall: lines of the round before. */
#include "stages/boilerplate/line_cache.h"

#include <string.h>

#define MOST_AHEAD 16 /* lines that may have gone in a row */

struct line_cache *line_cache_last(const struct pass *pass)
{
	struct line_cache *cache = pass->memory ? *pass->memory : NULL;

	if (cache && cache->uppercased != article_is_uppercased(pass->survey))
		return NULL;
	return cache;
}

static bool is_same(const struct line_cache *cache, const struct line *then,
		    const char *text, const struct line *now)
{
	const size_t len = now->end - now->at;

	return then->end - then->at == len &&
	       !memcmp(cache->text + then->at, text + now->at, len);
}

static bool is_unmatched(const struct line *line)
{
	return !line->known ||
	       (!line->match_count && !(line->features & FEATURE_OPEN));
}

bool line_cache_unmatched(struct line_cache *cache, const char *text,
			  struct line *line)
{
	const size_t left = cache->count - cache->next;
	const size_t most = left < MOST_AHEAD ? left : MOST_AHEAD;

	for (size_t i = 0; i < most; i++) {
		const struct line *then = &cache->lines[cache->next + i];

		if (!is_same(cache, then, text, line))
			continue;
		cache->next += i + 1;
		line->suspect = then->suspect;
		return is_unmatched(then) && !(line->edges & ~then->edges);
	}
	return false;
}

void line_cache_keep(const struct article *article)
{
	struct pass *pass = article->pass;
	struct line_cache *cache;

	if (!pass->memory)
		return;
	cache = arena_alloc(pass->arena, sizeof(*cache));
	*pass->memory = cache;
	if (cache)
		*cache = (struct line_cache){
			.text = pass->text,
			.lines = article->lines,
			.count = article->count,
			.uppercased = article_is_uppercased(pass->survey),
		};
	else
		pass->failed = true;
}

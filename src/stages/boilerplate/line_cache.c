/* The line cache. */
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

/* A flat line's sentences are judged again: their places count. */
static bool is_unmatched(const struct line *line)
{
	return !line->known || (!line->match_count && !line->flat &&
				!(line->features & FEATURE_OPEN));
}

bool line_cache_unmatched(struct line_cache *cache, const char *text,
			  struct line *line)
{
	const size_t left = cache->count - cache->next;
	const size_t most = left < MOST_AHEAD ? left : MOST_AHEAD;

	for (size_t i = 0; i < most; i++) {
		const struct line *then = &cache->lines[cache->next + i];

		if (then->own != line->own || !is_same(cache, then, text, line))
			continue;
		cache->next += i + 1;
		line->past = then;
		line->suspect = then->suspect;
		return is_unmatched(then) && !(line->edges & ~then->edges);
	}
	return false;
}

/* The words are at other places now. */
static bool copy_words(struct arena *arena, const struct line *then,
		       struct line *line)
{
	const size_t count = then->words.count;
	const uint32_t by = line->at - then->at; /* modulo 2^32 */
	struct token *word = arena_alloc(arena, (count + 1) * sizeof(*word));

	if (!word)
		return false;
	for (size_t i = 0; i <= count; i++) {
		word[i] = then->words.word[i];
		word[i].at += by;
		word[i].end += by;
	}
	line->words = (struct tokens){ word, count };
	return true;
}

bool line_cache_take(const struct article *article, struct line *line)
{
	const struct line *then = line->past;

	if (!then || !then->known || !then->words.word ||
	    article->cache->transcript != article->transcript)
		return false;
	if (then->at == line->at)
		line->words = then->words;
	else if (!copy_words(article->pass->arena, then, line))
		return false;
	line->features = then->features;
	line->marks = then->marks;
	line->sentence = then->sentence;
	line->matches = then->matches;
	line->match_count = then->match_count;
	line->dateline = then->dateline;
	line->teaser = then->teaser;
	return true;
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
			.transcript = article->transcript,
		};
	else
		pass->failed = true;
}

void line_cache_keep_scores(const struct article *article)
{
	struct pass *pass = article->pass;
	struct line_cache *cache = pass->memory ? *pass->memory : NULL;

	if (cache)
		cache->scores = article->scores;
}

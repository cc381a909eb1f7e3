/* The line cache. */
#include "stages/boilerplate/line_cache.h"

#include <string.h>

#include "stages/boilerplate/line_end.h"
#include "stages/boilerplate/prefilter.h"
#include "stages/boilerplate/sentences.h"
#include "stages/boilerplate/turned.h"

#define MOST_AHEAD 16 /* lines that may have gone in a row */

static struct line_cache *kept(const struct pass *pass)
{
	return pass->memory ? *pass->memory : NULL;
}

struct line_cache *line_cache_last(const struct pass *pass)
{
	struct line_cache *cache = kept(pass);

	if (cache && cache->uppercased != article_is_uppercased(pass->survey))
		return NULL;
	return cache;
}

bool line_cache_make_room(struct article *article, size_t lines)
{
	const struct line_cache *cache = kept(article->pass);

	if (cache && cache->spare_room >= lines) {
		article->lines = cache->spare;
		article->room = cache->spare_room;
	} else {
		article->lines = arena_alloc(article->pass->arena,
					     lines * sizeof(struct line));
		article->room = lines;
	}
	return article->lines != NULL;
}

static struct turned_line bytes_of(const char *text, const struct line *line)
{
	return (struct turned_line){ text, line->at, line->end };
}

static bool is_same(const struct line_cache *cache, const struct line *then,
		    const char *text, const struct line *now)
{
	const size_t len = now->end - now->at;

	return then->end - then->at == len &&
	       !memcmp(cache->text + then->at, text + now->at, len);
}

/* Whether what is known of a line holds for one whose marks were turned. */
static bool may_turn(const struct article *article, const struct line *line)
{
	return !article->transcript && !article->cache->transcript &&
	       article->cache->count > 1 && !article->rules->regex_count &&
	       !line_is_read_inside(article, line);
}

/* Whether it is the same but for that, and what its size and end tell. */
static bool is_turned(const struct article *article, const struct line *then,
		      const struct line *now)
{
	const struct turned_line one = bytes_of(article->cache->text, then);
	const struct turned_line other = bytes_of(article->pass->text, now);

	return turned_same(&one, &other) &&
	       prefilter_treats_alike(one.end - one.at, other.end - other.at) &&
	       !line_is_read_inside(article, then) &&
	       line_ends_sentence(one.text, one.at, one.end) ==
		       line_ends_sentence(other.text, other.at, other.end);
}

/*
 * The sentences of a flat line, and those near the article's end, are judged
 * again: their places count.
 */
static bool is_unmatched(const struct line *line)
{
	return !line->known ||
	       (!line->match_count && !line->flat &&
		!(line->edges & EDGE_TAIL) && !(line->features & FEATURE_OPEN));
}

bool line_cache_unmatched(const struct article *article, struct line *line)
{
	struct line_cache *cache = article->cache;
	const bool turns = may_turn(article, line);
	const size_t left = cache->count - cache->next;
	const size_t most = left < MOST_AHEAD ? left : MOST_AHEAD;

	for (size_t i = 0; i < most; i++) {
		const struct line *then = &cache->lines[cache->next + i];
		const bool same =
			is_same(cache, then, article->pass->text, line);

		if (then->own != line->own ||
		    (!same && !(turns && is_turned(article, then, line))))
			continue;
		cache->next += i + 1;
		line->past = then;
		line->turned = !same;
		line->suspect = then->suspect;
		line->others = then->others;
		return is_unmatched(then) && !(line->edges & ~then->edges);
	}
	return false;
}

bool line_cache_suspect(const struct article *article, const struct line *line)
{
	const struct line *then = line->past;

	return then && then->suspect && !(then->edges & ~line->edges) &&
	       !line_is_read_inside(article, line) && article->cache->count > 1;
}

static bool move_words(const struct article *article, struct line *line)
{
	const struct line *then = line->past;
	const struct turned_line one = bytes_of(article->cache->text, then);
	const struct turned_line other = bytes_of(article->pass->text, line);

	return turned_words(&one, &other, article->pass->arena, &then->words,
			    &line->words);
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

static bool take_words(const struct article *article, struct line *line)
{
	const struct line *then = line->past;

	if (line->turned)
		return move_words(article, line);
	if (then->at != line->at)
		return copy_words(article->pass->arena, then, line);
	line->words = then->words;
	return true;
}

/* A headline's matches are no other line's. */
static bool is_first(const struct article *article, const struct line *then)
{
	return then == article->cache->lines;
}

uint8_t line_cache_place(const size_t around[2])
{
	const size_t before =
		around[0] <= HEAD_LINES ? around[0] : HEAD_LINES + 1;
	const size_t after =
		around[1] <= TAIL_LINES ? around[1] : TAIL_LINES + 1;

	return (uint8_t)(1 + before * (TAIL_LINES + 2) + after);
}

bool line_cache_whole(const struct article *article, const struct line *line,
		      uint8_t place)
{
	const struct line *then = line->past;

	return then && then->whole == place && !line->turned && !line->lead &&
	       then->known == line->known && then->flat == line->flat &&
	       then->match_count == line->match_count &&
	       is_first(article, then) == (line == article->lines) &&
	       article->cache->transcript == article->transcript;
}

bool line_cache_take(const struct article *article, struct line *line)
{
	const struct line *then = line->past;

	if (!then || !then->known || !then->words.word ||
	    is_first(article, then) != (line == article->lines) ||
	    article->cache->transcript != article->transcript ||
	    !take_words(article, line))
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
	const struct line_cache *last = kept(pass);
	struct line_cache *cache;

	if (!pass->memory)
		return;
	cache = arena_alloc(pass->arena, sizeof(*cache));
	*pass->memory = cache;
	if (cache)
		*cache = (struct line_cache){
			.text = pass->text,
			.lines = article->lines,
			.room = article->room,
			.spare = last ? last->lines : NULL,
			.spare_room = last ? last->room : 0,
			.count = article->count,
			.uppercased = article_is_uppercased(pass->survey),
			.transcript = article->transcript,
		};
	else
		pass->failed = true;
}

void line_cache_keep_scores(const struct article *article)
{
	struct line_cache *cache = kept(article->pass);

	if (cache)
		cache->scores = article->scores;
}

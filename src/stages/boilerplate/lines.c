/* The lines of an article. */
#include "stages/boilerplate/lines.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/boilerplate/facts.h"
#include "stages/boilerplate/headline.h"
#include "stages/boilerplate/hits.h"
#include "stages/stage.h"

/* Whether a line ends as a sentence does: . ! ? or a closing quotation mark. */
static bool ends_sentence(const char *text, size_t at, size_t end)
{
	if (end == at)
		return true;
	switch (text[end - 1]) {
	case '.':
	case '!':
	case '?':
	case '"':
	case '\'':
		return true;
	case '\x9D': /* U+201D, U+2019 */
	case '\x99':
		return end - at > 3 && text[end - 3] == '\xE2';
	default:
		return false;
	}
}

#define SENTENCE_BYTES 60 /* a shorter line may be a heading */

bool line_is_sentence(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return line->end - line->at >= SENTENCE_BYTES &&
	       ends_sentence(article->pass->text, line->at, line->end);
}

static void trim(const char *text, size_t *at, size_t *end)
{
	while (*at < *end && ascii_is_space((unsigned char)text[*at]))
		(*at)++;
	while (*end > *at && ascii_is_space((unsigned char)text[*end - 1]))
		(*end)--;
}

/* The index's set that makes a line of that length, at those edges, suspect. */
static const struct token_set *choose_set(const struct strip_index *index,
					  size_t len, unsigned edges)
{
	return len > SHORT_LINE_BYTES ? &index->long_sets[edges]
				      : &index->short_set;
}

static bool has_anchor(const struct strip_rules *rules, const char *text,
		       size_t at, size_t end, unsigned edges)
{
	const struct token_set *fronts =
		choose_set(&rules->fronts, end - at, edges);
	const struct token_set *words =
		choose_set(&rules->words, end - at, edges);
	uint32_t first[2];

	tokens_first(text, at, end, first);
	return token_set_has(fronts, first[0]) ||
	       token_set_has(fronts, token_pair_hash(first[0], first[1])) ||
	       tokens_find(words, text, at, end) < end;
}

static bool is_suspect(const struct strip_rules *rules, const char *text,
		       size_t at, size_t end, unsigned edges)
{
	return !ends_sentence(text, at, end) ||
	       has_anchor(rules, text, at, end, edges);
}

/* The next line that holds text, from *next on; false at the end. */
static bool next_line(const char *text, size_t len, size_t *next, size_t *at,
		      size_t *end)
{
	while (*next < len) {
		const char *stop = memchr(text + *next, '\n', len - *next);

		*at = *next;
		*end = stop ? (size_t)(stop - text) : len;
		*next = *end + 1;
		trim(text, at, end);
		if (*at < *end)
			return true;
	}
	return false;
}

bool lines_suspect(const struct strip_rules *rules, const char *text,
		   size_t len)
{
	size_t next = 0, at, end, line = 0;
	size_t last[TAIL_LINES + 1][2] = { { 0 } };

	if (rules->regex_count)
		return len > 0;
	for (; next_line(text, len, &next, &at, &end); line++) {
		if (is_suspect(rules, text, at, end,
			       strip_edges(line, SIZE_MAX)))
			return true;
		last[line % (TAIL_LINES + 1)][0] = at;
		last[line % (TAIL_LINES + 1)][1] = end;
	}
	for (size_t behind = 0; behind <= TAIL_LINES && behind < line;
	     behind++) {
		const size_t *place =
			last[(line - 1 - behind) % (TAIL_LINES + 1)];

		if (has_anchor(rules, text, place[0], place[1],
			       strip_edges(SIZE_MAX, behind)))
			return true;
	}
	return false;
}

static bool is_dateline_hit(const struct article *article,
			    const struct hit *hit)
{
	const struct strip_rule *rule = &article->rules->rules[hit->rule];

	return rule->rule == RULE_BOILERPLATE_DATELINE ||
	       rule->rule == RULE_BOILERPLATE_DATELINE_PLACE;
}

/* "RELATED: Another headline, The council will meet": more than a teaser. */
static bool holds_teaser(const struct article *article, const struct line *line,
			 const struct hit *hit)
{
	const struct strip_rule *rule = &article->rules->rules[hit->rule];
	size_t end;

	if (rule->until != UNTIL_HEADLINE || rule->how != HOW_INLINE ||
	    line->facts & FACT_OPEN)
		return false;
	end = headline_end(&article->rules->patterns, &line->words, hit->end);
	return end != NO_MATCH && end < line->words.count;
}

bool lines_know(struct article *article, size_t index)
{
	struct line *line = &article->lines[index];

	if (line->known)
		return !article->pass->failed;
	line->known = true;
	article->looks++;
	if (!tokens_split(&line->words, article->pass->arena,
			  article->pass->text, line->at, line->end)) {
		article->pass->failed = true;
		line->words.count = 0;
		return false;
	}
	line->facts = facts_find(article->rules, &line->words);
	line->sentence = facts_first_sentence(&line->words);
	hits_find(article, line);
	for (size_t i = 0; i < line->hit_count; i++) {
		line->dateline |= is_dateline_hit(article, &line->hits[i]);
		line->teaser |= holds_teaser(article, line, &line->hits[i]);
	}
	return !article->pass->failed;
}

bool lines_know_edge(struct article *article, size_t index, unsigned edges)
{
	struct line *line = &article->lines[index];

	if (line->known || !(edges & ~(unsigned)line->edges))
		return !article->pass->failed;
	line->edges |= (uint8_t)edges;
	return !has_anchor(article->rules, article->pass->text, line->at,
			   line->end, line->edges) ||
	       lines_know(article, index);
}

static size_t count_lines(const char *text, size_t len)
{
	size_t next = 0, at, end, count = 0;

	while (next_line(text, len, &next, &at, &end))
		count++;
	return count;
}

static bool allocate(struct article *article)
{
	struct arena *arena = article->pass->arena;
	const size_t rules = article->rules->rule_count;

	article->count = count_lines(article->pass->text, article->pass->len);
	article->lines =
		arena_alloc(arena, (article->count + 1) * sizeof(struct line));
	article->stamps = arena_alloc(arena, (rules + 1) * sizeof(uint32_t));
	if (!article->lines || !article->stamps) {
		article->pass->failed = true;
		return false;
	}
	memset(article->lines, 0, (article->count + 1) * sizeof(struct line));
	memset(article->stamps, 0, (rules + 1) * sizeof(uint32_t));
	return true;
}

bool lines_read(struct article *article)
{
	const char *text = article->pass->text;
	const size_t len = article->pass->len;
	size_t next = 0, at, end;

	if (!allocate(article))
		return false;
	for (size_t i = 0; next_line(text, len, &next, &at, &end); i++) {
		struct line *line = &article->lines[i];

		line->at = (uint32_t)at;
		line->end = (uint32_t)end;
		line->edges = (uint8_t)strip_edges(i, article->count - 1 - i);
		if ((article->rules->regex_count ||
		     is_suspect(article->rules, text, at, end, line->edges)) &&
		    !lines_know(article, i))
			return false;
	}
	return true;
}

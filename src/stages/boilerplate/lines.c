/* The lines of an article. */
#include "stages/boilerplate/lines.h"

#include <string.h>

#include "base/bytes.h"
#include "stages/boilerplate/features.h"
#include "stages/boilerplate/headline.h"
#include "stages/boilerplate/line_cache.h"
#include "stages/boilerplate/line_end.h"
#include "stages/boilerplate/line_guards.h"
#include "stages/boilerplate/matches.h"
#include "stages/boilerplate/own_lines.h"
#include "stages/boilerplate/sentences.h"
#include "stages/boilerplate/suspect.h"
#include "stages/boilerplate/transcript.h"
#include "stages/boilerplate/turns.h"
#include "stages/stage.h"
#include "text/front_matter.h"
#include "text/lines.h"

#define MOST_SOURCE 5	  /* words of a line that names one */
#define SENTENCE_BYTES 60 /* a shorter line may be a heading */
#define TITLE_LEAST 4	  /* words of a headline in capitals */
#define TITLE_MOST 20

bool line_is_sentence(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return line->end - line->at >= SENTENCE_BYTES &&
	       line_ends_sentence(article->pass->text, line->at, line->end);
}

static bool is_dateline_match(const struct article *article,
			      const struct rule_match *hit)
{
	const struct strip_rule *rule = &article->rules->rules[hit->rule];

	return rule->rule == RULE_BOILERPLATE_DATELINE ||
	       rule->rule == RULE_BOILERPLATE_DATELINE_PLACE;
}

/* "RELATED: Another headline, The council will meet": more than a teaser. */
static bool holds_teaser(const struct article *article, const struct line *line,
			 const struct rule_match *hit)
{
	const struct strip_rule *rule = &article->rules->rules[hit->rule];
	size_t end;

	if (rule->until != UNTIL_HEADLINE || rule->how != HOW_INLINE ||
	    line->features & FEATURE_OPEN)
		return false;
	end = headline_end(&article->rules->patterns, article->pass->text,
			   &line->words, hit->end);
	return end != NO_MATCH && end < line->words.count;
}

/* A line of its own sentences: a long one, or a whole article on one line. */
static bool is_flat(const struct article *article, const struct line *line)
{
	return line->words.count > FLAT_WORDS ||
	       (article->count == 1 && line->words.count &&
		sentence_end(article, &line->words, 0) < line->words.count);
}

static void count_lone(struct article *article, const struct rule_match *hit)
{
	if (article->lone[hit->rule] <= LONE_LINES)
		article->lone[hit->rule]++;
	article->menu_lines +=
		article->rules->rules[hit->rule].until == UNTIL_MENU;
}

/* A headline in capitals, without a label; nor the first of a list. */
static bool is_title(const struct article *article, const struct line *line)
{
	const size_t count = line->words.count;

	return line == article->lines &&
	       line->features & (FEATURE_TITLE | FEATURE_CAPS) &&
	       line->features & FEATURE_OPEN && count >= TITLE_LEAST &&
	       count <= TITLE_MOST && !(line->marks & GAP_COLON) &&
	       !(line->words.word[count].gap & GAP_COMMA);
}

/* Classes whose words a headline may hold. */
static bool is_title_class(unsigned rule)
{
	return rule == RULE_BOILERPLATE_RELATED ||
	       rule == RULE_BOILERPLATE_CREDIT ||
	       rule == RULE_BOILERPLATE_COPYRIGHT ||
	       rule == RULE_BOILERPLATE_OTHER;
}

/*
 * Of the rules that match a headline those that took its capitals for names:
 * "Copyright Is Broken, Says Author", "MORE ON THIS LATER".
 */
static void forget_names(struct article *article, struct line *line)
{
	struct token small[TITLE_MOST + 1];
	struct line plain = *line;
	size_t kept = 0;

	memcpy(small, line->words.word,
	       (line->words.count + 1) * sizeof(*small));
	for (size_t i = 0; i <= line->words.count; i++)
		small[i].flags &=
			(uint16_t) ~(unsigned)(TOKEN_CAPITAL | TOKEN_CAPS);
	plain.words.word = small;
	for (size_t i = 0; i < line->match_count; i++) {
		const struct rule_match hit = line->matches[i];

		if (!is_title_class(article->rules->rules[hit.rule].rule) ||
		    matches_again(article, &plain, hit.rule))
			line->matches[kept++] = hit;
	}
	line->match_count = kept;
}

static bool holds(const struct article *article, const struct line *line,
		  const char *mark)
{
	const char *text = article->pass->text;
	size_t at = bytes_find(text, line->end, line->at, mark[0]);

	while (at < line->end && !bytes_begin(text, line->end, at, mark))
		at = bytes_find(text, line->end, at + 1, mark[0]);
	return at < line->end;
}

/* "Read more »", "Home » News": a mark without a partner is an arrow. */
static bool points(const struct article *article, const struct line *line)
{
	static const char *const others[] = { "\"", "\u00AB", "\u201C",
					      "\u201D" };

	if (!holds(article, line, "\u00BB"))
		return false;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (holds(article, line, others[i]))
			return false;
	return true;
}

/* The words of a line, what it looks like, and the rules that match it. */
static bool inspect(struct article *article, struct line *line)
{
	if (!tokens_split(&line->words, article->pass->arena,
			  article->pass->text, line->at, line->end)) {
		article->pass->failed = true;
		line->words.count = 0;
		return false;
	}
	if (line->own)
		return true;
	line->features = features_find(article->rules, &line->words);
	if (line->features & FEATURE_QUOTE && points(article, line))
		line->features &= ~(uint32_t)FEATURE_QUOTE;
	/* in an article of capitals they say nothing of a line */
	if (article_is_uppercased(article->pass->survey))
		line->features &= ~(uint32_t)FEATURE_CAPS;
	for (size_t i = 0; i <= line->words.count; i++)
		line->marks |= line->words.word[i].gap;
	if (article->transcript &&
	    transcript_has_label(article->pass->text, line->at, line->end))
		line->features |= FEATURE_SPEAKER;
	matches_find(article, line);
	if (is_title(article, line))
		forget_names(article, line);
	if (!line->match_count)
		return true;
	line->sentence = sentence_end(article, &line->words, 0);
	line->features |= features_of_prose(article->rules, &line->words);
	for (size_t i = 0; i < line->match_count; i++) {
		line->dateline |= is_dateline_match(article, &line->matches[i]);
		line->teaser |= holds_teaser(article, line, &line->matches[i]);
	}
	return true;
}

/*
 * Classes of what a label calls to. "Source: The Harbour Times" is none; more
 * words after that label are what the source says.
 */
static bool is_teaser_class(unsigned rule, size_t words)
{
	return rule == RULE_BOILERPLATE_RELATED ||
	       rule == RULE_BOILERPLATE_PLAYER ||
	       (rule == RULE_BOILERPLATE_CREDIT && words > MOST_SOURCE) ||
	       rule == RULE_BOILERPLATE_OTHER || rule == RULE_BOILERPLATE_SHARE;
}

/* A headline is no teaser of itself. */
static void forget_teasers(const struct article *article, struct line *line)
{
	size_t kept = 0;

	for (size_t i = 0; i < line->match_count; i++) {
		const struct rule_match *hit = &line->matches[i];

		if (!is_teaser_class(article->rules->rules[hit->rule].rule,
				     line->words.count))
			line->matches[kept++] = *hit;
	}
	line->match_count = kept;
}

bool lines_know(struct article *article, size_t index)
{
	struct line *line = &article->lines[index];

	if (line->known)
		return !article->pass->failed;
	line->known = true;
	article->inspected++;
	if (!line_cache_take(article, line) && !inspect(article, line))
		return false;
	if (line_is_headline(article, line))
		forget_teasers(article, line);
	if (index < article->count) {
		line->flat = !line->own && is_flat(article, line);
		for (size_t i = 0; i < line->match_count; i++)
			count_lone(article, &line->matches[i]);
	}
	return !article->pass->failed;
}

bool lines_know_edge(struct article *article, size_t index, unsigned edges)
{
	struct line *line = &article->lines[index];

	if (line->known || !(edges & ~(unsigned)line->edges))
		return !article->pass->failed;
	line->edges |= (uint8_t)edges;
	if (line->others & edges)
		line->suspect |= suspect_words(article, line);
	if (!line->suspect && !suspect_end(article, line))
		return !article->pass->failed;
	return lines_know(article, index);
}

/* The bytes of what may be a label at a line's start, and its colon; or 0. */
static uint8_t find_colon(const char *text, size_t at, size_t end)
{
	const size_t most = end - at < COLON_BYTES ? end - at : COLON_BYTES;
	const char *colon = memchr(text + at, ':', most);

	return colon ? (uint8_t)(colon - (text + at) + 1) : 0;
}

/* Where the lines are, and whether they are a transcript's. */
static void find_lines(struct article *article)
{
	const char *text = article->pass->text;
	struct rims rims = { .colon = RIMS_NO_COLON };
	size_t next = article->front_matter, at, end, speakers = 0;

	while (text_next_line(text, article->pass->len, &next, &at, &end)) {
		struct line *line = &article->lines[article->count++];

		*line = (struct line){
			.at = (uint32_t)at,
			.end = (uint32_t)end,
			.others = EDGES_ALL,
			.colon = find_colon(text, at, end),
		};
		rims_add(rims.first, text[at]);
		rims_add(rims.last, text[end - 1]);
		if (!line->colon)
			continue;
		if (line->colon < rims.colon)
			rims.colon = line->colon;
		if (speakers < TRANSCRIPT_SPEAKERS)
			speakers += transcript_has_speaker(article->rules, text,
							   at, end);
	}
	article->transcript = speakers == TRANSCRIPT_SPEAKERS;
	article->rims = rims;
	article->lines[article->count] = (struct line){ .at = 0 };
}

static bool allocate(struct article *article)
{
	const struct pass *pass = article->pass;
	const size_t rules = article->rules->rule_count;
	const size_t words = rules / 64 + 1; /* of bits */
	/* those of the survey may be blank, and a spare one */
	const size_t most = (size_t)pass->survey->lines + 1;
	const bool room = line_cache_make_room(article, most);

	article->tried = arena_alloc(pass->arena, words * sizeof(uint64_t));
	article->lone = arena_alloc(pass->arena, rules + 1);
	article->beyond = arena_alloc(pass->arena, sizeof(*article->beyond));
	if (!room || !article->beyond || !article->tried || !article->lone) {
		article->pass->failed = true;
		return false;
	}
	memset(article->lone, 0, rules + 1);
	*article->beyond = false;
	return true;
}

/* Whether the iteration before found nothing in it, reading it as this does. */
static bool is_unmatched_again(const struct article *article, struct line *line)
{
	const struct line_cache *cache = article->cache;

	return cache && line_cache_unmatched(article, line) &&
	       cache->transcript == article->transcript &&
	       (cache->count == 1) == (article->count == 1);
}

bool lines_read(struct article *article)
{
	if (!allocate(article))
		return false;
	article->front_matter =
		front_matter_length(article->pass->text, article->pass->len);
	find_lines(article);
	own_lines_mark(article);
	article->transcript |= turns_mark(article);
	for (size_t i = 0; i < article->count; i++) {
		struct line *line = &article->lines[i];

		line->edges = (uint8_t)strip_edges(i, article->count - 1 - i);
		if (is_unmatched_again(article, line))
			continue;
		line->suspect = line_cache_suspect(article, line) ||
				suspect_line(article, line);
		if ((line->suspect || suspect_end(article, line)) &&
		    !lines_know(article, i))
			return false;
	}
	return true;
}

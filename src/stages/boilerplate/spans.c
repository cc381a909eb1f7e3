/* Furniture inside lines that stay. */
#include "stages/boilerplate/spans.h"

#include <stdlib.h>

#include "base/search.h"
#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/doubled.h"
#include "stages/boilerplate/line_cache.h"
#include "stages/boilerplate/matches.h"
#include "stages/boilerplate/own_lists.h"
#include "stages/boilerplate/pairs.h"
#include "stages/boilerplate/seam.h"
#include "stages/boilerplate/sentence_spans.h"
#include "stages/boilerplate/sentences.h"
#include "stages/boilerplate/verdict.h"
#include "stages/stage.h"

static int by_place(const void *left, const void *right)
{
	const struct strip_span *a = left, *b = right;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return a->end > b->end ? -1 : a->end < b->end;
}

/* Of spans that overlap the later one begins where the one before ends. */
static size_t drop_overlaps(struct strip_span *spans, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		const uint32_t done = kept ? spans[kept - 1].end : 0;

		if (spans[i].end <= done)
			continue;
		spans[kept] = spans[i];
		if (spans[kept].at < done)
			spans[kept].at = done;
		kept++;
	}
	return kept;
}

static bool applies(const struct article *article, struct line *line,
		    const struct rule_match *hit, const size_t around[2])
{
	const struct strip_rule *rule = &article->rules->rules[hit->rule];
	size_t before = 0, after = 0;

	if (rule->how < HOW_FRONT || !pass_selects(article->pass, rule->rule) ||
	    (line->features & rule->need) != rule->need ||
	    line->features & rule->forbid)
		return false;
	if (line->flat && sentences_split(article, line)) {
		before = sentence_of(line, hit->first);
		after = line->sentences - 1 - before;
	}
	if (matches_mentioned(article, line, hit))
		return false;
	return line_place_is(rule->where, around[0] + before,
			     around[1] + after);
}

static bool begins_before(const void *words, size_t i, size_t at)
{
	return ((const struct token *)words)[i].at < at;
}

/* The first word at or after byte `at`. */
static size_t word_at(const struct tokens *words, size_t at)
{
	return search_first(words->word, words->count, at, begins_before);
}

/* Whether what would go is short enough; if not, that is noted. */
static bool is_bounded(struct line *line, const struct seam *seam)
{
	const size_t first = word_at(&line->words, seam->at);
	const size_t end = word_at(&line->words, seam->stop);

	if (seam->rule->unbounded || end - first <= BOUND_WORDS ||
	    bound_span(seam->article, line, first, end, seam->first) <=
		    BOUND_WORDS)
		return true;
	bound_hold(line, first, end, seam->rule->rule);
	return false;
}

/* What is in the line's first words may be taken with what opens it. */
static bool leaves_pairs(const struct seam *seam)
{
	return seam->rule->how == HOW_FRONT ||
	       (seam->at == seam->line->at && seam->stop == seam->line->end) ||
	       pairs_are_whole(seam->article->pass->text, seam->line->at,
			       seam->at, seam->stop);
}

/* The spans of a line's matches; where one is the whole line, it is marked. */
static size_t find_matches(struct article *article, struct line *line,
			   const size_t around[2], struct strip_span *spans)
{
	size_t count = 0;

	for (size_t i = 0; i < line->match_count; i++) {
		const struct rule_match *hit = &line->matches[i];
		struct seam seam = {
			.article = article,
			.line = line,
			.rule = &article->rules->rules[hit->rule],
			.first = hit->first,
			.end = hit->end,
		};

		if (!applies(article, line, hit, around) || !seam_find(&seam) ||
		    !leaves_pairs(&seam) || !is_bounded(line, &seam))
			continue;
		seam_close_up(&seam);
		if (seam.at == line->at && seam.stop == line->end) {
			line->mark = seam.rule->rule;
			line->cause = seam.rule->source_line;
			break;
		}
		spans[count++] = (struct strip_span){
			.at = (uint32_t)seam.at,
			.end = (uint32_t)seam.stop,
			.rule = seam.rule->rule,
			.cause = seam.rule->source_line,
			/* A teaser's own line was joined to those around it. */
			.parts = seam.rule->until == UNTIL_HEADLINE &&
				 seam.at > line->at && seam.stop < line->end,
		};
	}
	return count;
}

/* What a line says a second time. */
static size_t find_double(const struct article *article,
			  const struct line *line, struct strip_span *spans)
{
	const struct pass *pass = article->pass;
	const size_t word = line->flat || line->features & FEATURE_QUOTE
				    ? 0
				    : doubled_start(pass->text, &line->words);

	if (!word || !pass_selects(pass, RULE_BOILERPLATE_OTHER))
		return 0;
	spans[0] = (struct strip_span){
		.at = (uint32_t)line->words.word[word - 1].end,
		.end = (uint32_t)line->end,
		.rule = RULE_BOILERPLATE_OTHER,
	};
	return 1;
}

/* Spans that touch, up to the line's end, leave no space before them. */
static void trim_end(const char *text, struct line *line)
{
	size_t i = line->span_count, at = line->end;

	while (i && line->spans[i - 1].end == at)
		at = line->spans[--i].at;
	if (i == line->span_count)
		return;
	at = skip_spaces_back(text, line->at, at);
	if (!i || line->spans[i - 1].end <= at)
		line->spans[i].at = (uint32_t)at;
}

/* Spans that touch, with a space at either end of them, leave one of the two.
 */
static void keep_space(const char *text, struct line *line)
{
	for (size_t i = 0, first = 0; i < line->span_count; i++) {
		struct strip_span *span = &line->spans[i];

		if (i + 1 < line->span_count && span[1].at == span->end)
			continue;
		if (i > first && line->spans[first].at > line->at &&
		    span->end < line->end && text[span->end - 1] == ' ' &&
		    text[line->spans[first].at] == ' ')
			span->end--;
		first = i + 1;
	}
}

/*
 * Whether a line in which no rule matched may yet end in furniture: words that
 * are no sentence, or a sentence near the article's end that nobody speaks.
 */
static bool may_end_so(const struct article *article, const struct line *line,
		       const size_t around[2])
{
	return line->known && !line->own &&
	       (line->features & FEATURE_OPEN ||
		(around[1] <= TAIL_LINES && !article->transcript));
}

/* Whether the line stays as it is, by itself and its place alone. */
static bool is_whole(const struct article *article, const struct line *line,
		     uint16_t mark)
{
	return !line->span_count && line->mark == mark && !line->held &&
	       !line->lead && !*article->beyond;
}

static void find_spans(struct article *article, size_t index,
		       const size_t around[2])
{
	struct line *line = &article->lines[index];
	const uint16_t mark = line->mark;
	size_t count;

	line->spans = arena_alloc(
		article->pass->arena,
		(line->match_count + 1 + sentence_spans_most(article, index)) *
			sizeof(*line->spans));
	if (!line->spans) {
		article->pass->failed = true;
		return;
	}
	count = find_matches(article, line, around, line->spans);
	if (line->mark != mark)
		return;
	count += find_double(article, line, line->spans + count);
	qsort(line->spans, count, sizeof(*line->spans), by_place);
	if (!own_lists_has(article, line))
		count = sentence_spans_find(article, index, around, line->spans,
					    count);
	if (line->mark != mark)
		return;
	qsort(line->spans, count, sizeof(*line->spans), by_place);
	line->span_count = drop_overlaps(line->spans, count);
	trim_end(article->pass->text, line);
	keep_space(article->pass->text, line);
}

void spans_find(struct article *article, size_t index, const size_t around[2])
{
	struct line *line = &article->lines[index];
	const uint8_t place = line_cache_place(around);
	const uint16_t mark = line->mark;

	if (!line->match_count && !line->flat &&
	    !may_end_so(article, line, around))
		return;
	*article->beyond = false;
	if (!line_cache_whole(article, line, place))
		find_spans(article, index, around);
	if (is_whole(article, line, mark))
		line->whole = place;
}

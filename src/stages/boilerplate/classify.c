/* Classification: which lines are boilerplate. */
#include "stages/boilerplate/classify.h"

#include "stages/boilerplate/beside.h"
#include "stages/boilerplate/block_items.h"
#include "stages/boilerplate/blocks.h"
#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/kept.h"
#include "stages/boilerplate/line_torn.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/own_lists.h"
#include "stages/boilerplate/sentence_class.h"
#include "stages/boilerplate/story.h"
#include "stages/boilerplate/verdict.h"
#include "stages/stage.h"

#define LEAST_LEAD 8 /* words of a first sentence, after a credit */
#define ROUNDS 8     /* more are never needed in real articles */
#define BUTTON_WORDS 2
#define BUTTON_BYTES 48 /* paragraphs are told without their words */

uint16_t classify_alone(struct article *article, size_t index, size_t before,
			size_t after)
{
	const struct line_place place = { before, after, 0 };
	struct verdict verdict;

	if (!verdict_find(&verdict, article, &article->lines[index], &place))
		return 0;
	*article->beyond |= verdict.block != NULL;
	if (verdict.block && !blocks_suffice(article, index, verdict.block))
		return 0;
	article->lines[index].cause = verdict.cause;
	return verdict.rule;
}

/*
 * Whether a line holds more of the article than a whole line may take with it.
 * What a player's line says is said in its video.
 */
static bool is_mixed(const struct article *article, struct line *line,
		     uint16_t rule, const struct line_place *place)
{
	const size_t words = bound_line(article, line, rule);

	/* "This story was written by Ida Lowell. The ferry ...": the lead */
	if (rule == RULE_BOILERPLATE_CREDIT &&
	    ((!place->before && words >= LEAST_LEAD) ||
	     bound_credits_story(article, line)))
		return true;
	if (words > BOUND_WORDS)
		bound_hold(line, 0, line->words.count, rule);
	return words > (verdict_is_by_end(rule) ? BOUND_WORDS : BOUND_MIXED) ||
	       (words && !verdict_is_by_end(rule) &&
		rule != RULE_BOILERPLATE_PLAYER &&
		(bound_tells(article, line, rule) ||
		 story_among(article, line, rule))) ||
	       (rule == RULE_BOILERPLATE_POST &&
		bound_breaks_post(article, line));
}

/* "CLICK HERE FOR MORE": a page that calls so has teasers in capitals. One that
 * leads to a list has them there. */
static bool is_call(const struct article *article, const struct line *line)
{
	return line->features & FEATURE_CAPS && line->words.count &&
	       token_set_has(&article->rules->calls, line->words.word[0].hash);
}

static bool classify_line(struct article *article, size_t index,
			  const struct line_place *place)
{
	struct line *line = &article->lines[index];
	struct verdict verdict;

	if (!verdict_find(&verdict, article, line, place) ||
	    own_lists_has(article, line) || line_is_torn(article, line) ||
	    beside_keeps(article, index, verdict.rule) ||
	    (verdict.block && !blocks_suffice(article, index, verdict.block)))
		return false;
	if (!verdict.unbounded &&
	    (is_mixed(article, line, verdict.rule, place) ||
	     sentence_cut(article, line, verdict.rule))) {
		line->flat = true;
		return false;
	}
	line->mark = verdict.rule;
	line->cause = verdict.cause;
	article->called |= !verdict.block && is_call(article, line);
	if (verdict.block)
		blocks_take(article, index, verdict.block);
	return true;
}

/* Whether the lines around one, of those that stay, are full sentences. */
static bool is_inset(const struct article *article, size_t index)
{
	const size_t before = kept_end(article, index);
	const size_t next = kept_next(article, index + 1);

	return before && next < article->count &&
	       !article->lines[next].dateline &&
	       line_is_sentence(article, before - 1) &&
	       line_is_sentence(article, next);
}

/* A word or two that a rule matches as a whole line: "Print". */
static bool is_button(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	if (index >= article->count || line->end - line->at > BUTTON_BYTES ||
	    !lines_know(article, index) || line->words.count > BUTTON_WORDS)
		return false;
	for (size_t i = 0; i < line->match_count; i++)
		if (article->rules->rules[line->matches[i].rule].how ==
		    HOW_LINE)
			return true;
	return false;
}

static bool is_number(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return index < article->count && lines_know(article, index) &&
	       line->words.count && line->words.count <= BUTTON_WORDS &&
	       line->words.word->flags & TOKEN_NUMBER &&
	       line->words.word[line->words.count - 1].flags & TOKEN_NUMBER;
}

/* "Live", and two numbers below it: a cell of a table whose rows are lines. */
static bool is_cell(struct article *article, size_t index)
{
	return is_number(article, index + 1) && is_number(article, index + 2);
}

/* Whether a rule asks if headlines follow: the lines below are read for it. */
static bool may_lead(const struct article *article, const struct line *line)
{
	for (size_t i = 0; i < line->match_count; i++)
		if (article->rules->rules[line->matches[i].rule].need &
		    FEATURE_LED)
			return true;
	return false;
}

static uint32_t neighbours(struct article *article, size_t index)
{
	uint32_t features = article->called ? FEATURE_CALLED : 0;

	if (article->lines[index].words.count <= BUTTON_WORDS &&
	    !is_cell(article, index) &&
	    ((index && is_button(article, index - 1)) ||
	     is_button(article, index + 1)))
		features |= FEATURE_ROW;

	if (may_lead(article, &article->lines[index]) &&
	    block_leads(article, index))
		features |= FEATURE_LED;
	if (is_inset(article, index))
		features |= FEATURE_INSET;
	if ((index && article->lines[index - 1].mark) ||
	    (index + 1 < article->count && article->lines[index + 1].mark))
		features |= FEATURE_NEAR;
	return features;
}

static size_t count_kept(const struct article *article)
{
	size_t kept = 0;

	for (size_t i = 0; i < article->count; i++)
		kept += !article->lines[i].mark;
	return kept;
}

/* Whether the line, which stays so far, goes. */
static bool look_at(struct article *article, size_t index,
		    struct line_place *place)
{
	const struct line *line = &article->lines[index];

	if (!lines_know_edge(article, index,
			     strip_edges(place->before, place->after)) ||
	    !line->match_count)
		return false;
	place->features = neighbours(article, index);
	return classify_line(article, index, place);
}

static bool look_down(struct article *article)
{
	struct line_place place = { 0, count_kept(article), 0 };
	bool more = false;

	for (size_t i = 0; i < article->count && !article->pass->failed; i++) {
		if (article->lines[i].mark)
			continue;
		place.after--;
		more |= look_at(article, i, &place);
		place.before += !article->lines[i].mark;
	}
	return more;
}

/* Each line of a long tail goes because the one after it did. */
static void look_up(struct article *article)
{
	struct line_place place = { count_kept(article), 0, 0 };

	for (size_t i = article->count; i-- && !article->pass->failed;) {
		if (article->lines[i].mark)
			continue;
		place.before--;
		look_at(article, i, &place);
		place.after += !article->lines[i].mark;
	}
}

void classify_lines(struct article *article)
{
	int round = 0;

	while (round < ROUNDS && look_down(article))
		round++;
	if (round == ROUNDS)
		look_up(article);
}

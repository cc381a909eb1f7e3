/* Classification: which lines are boilerplate. */
#include "stages/boilerplate/classify.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/boilerplate/beside.h"
#include "stages/boilerplate/blocks.h"
#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/kept.h"
#include "stages/boilerplate/line_guards.h"
#include "stages/boilerplate/line_torn.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/matches.h"
#include "stages/boilerplate/own_lists.h"
#include "stages/boilerplate/run_on.h"
#include "stages/boilerplate/sentence_class.h"
#include "stages/boilerplate/story.h"
#include "stages/stage.h"

#define LEAST_LEAD 8 /* words of a first sentence, after a credit */
#define ROUNDS 8     /* more are never needed in real articles */
#define FIRST_CLASS RULE_BOILERPLATE_HIGHLIGHTS
#define LABEL_WORDS 4 /* with the address after them */
#define CLASSES (RULE_BOILERPLATE_USER - RULE_BOILERPLATE_HIGHLIGHTS + 1)
#define FRONT_WORDS 30 /* what is farther inside a line, and more */
#define BACK_WORDS 12  /* than this from its end, says nothing of it */
#define BUTTON_WORDS 2
#define BUTTON_BYTES 48 /* paragraphs are told without their words */
#define SHORT_WORDS 20	/* a line as short is classified as a whole */

bool classify_place(enum strip_where where, size_t before, size_t after)
{
	switch (where) {
	case WHERE_TOP:
		return before == 0;
	case WHERE_LATER:
		return before > 0;
	case WHERE_HEAD:
		return before <= HEAD_LINES;
	case WHERE_BETWEEN:
		return before && after;
	case WHERE_TAIL:
		return after <= TAIL_LINES;
	case WHERE_END:
		return after == 0;
	case WHERE_EDGE:
		return before <= HEAD_LINES || after <= TAIL_LINES;
	default:
		return true;
	}
}

struct place {
	size_t before, after;
	uint32_t features;
};

static bool counts(const struct article *article, size_t index,
		   const struct line *line, const struct place *place)
{
	const struct strip_rule *rule = &article->rules->rules[index];
	const uint32_t features = line->features | place->features;

	*article->beyond |= rule->lone;
	if (rule->lone && article->lone[index] > LONE_LINES)
		return false;
	return (features & rule->need) == rule->need &&
	       !(features & rule->forbid) &&
	       strip_rule_fits(rule, line->words.count) &&
	       classify_place(rule->where, place->before, place->after);
}

struct verdict {
	bool counted; /* a rule gave points */
	int points[CLASSES];
	bool unbounded[CLASSES];
	bool whole[CLASSES];	 /* a rule for whole lines suffices */
	uint32_t cause[CLASSES]; /* the first rule's line in its file */
	const struct strip_rule *block[CLASSES]; /* takes more lines */
};

/* Classes that come as whole paragraphs, told by how these end. */
static bool is_told_by_end(unsigned class)
{
	return class == RULE_BOILERPLATE_CAPTION ||
	       class == RULE_BOILERPLATE_BYLINE ||
	       class == RULE_BOILERPLATE_CORRECTION ||
	       class == RULE_BOILERPLATE_POST;
}

/*
 * Whether a match says nothing of the whole line: it follows the first
 * sentence (which spans.c sees to), or far from both ends.
 */
static bool is_deep(const struct article *article,
		    const struct strip_rule *rule, const struct line *line,
		    const struct rule_match *hit)
{
	const bool later =
		hit->first >= line->sentence && !is_told_by_end(rule->rule);

	/* "Will the old bridge stay closed? Read more": all is a teaser */
	if (rule->how == HOW_SUFFIX)
		return later && rule->rule != RULE_BOILERPLATE_RELATED &&
		       rule->rule != RULE_BOILERPLATE_EMBED &&
		       bound_is_article(article, line, 0, line->sentence,
					rule->rule);
	if (rule->how != HOW_INSIDE || rule->where == WHERE_TOP)
		return false;
	if (later && (line->words.count > SHORT_WORDS ||
		      bound_is_ordinary(article, line, 0, line->sentence)))
		return true;
	return hit->first > FRONT_WORDS &&
	       hit->first + BACK_WORDS < line->words.count;
}

static void add_hits(struct verdict *verdict, const struct article *article,
		     const struct line *line, const struct place *place)
{
	for (size_t i = 0; i < line->match_count; i++) {
		const struct strip_rule *rule =
			&article->rules->rules[line->matches[i].rule];
		const size_t class = rule->rule - FIRST_CLASS;

		if (rule->how >= HOW_FRONT || rule->until == UNTIL_MENU ||
		    !counts(article, line->matches[i].rule, line, place))
			continue;
		if (line->flat && !rule->unbounded)
			continue;
		if (matches_mentioned(article, line, &line->matches[i]))
			continue;
		/* far inside a paragraph a phrase says nothing of the whole */
		if (is_deep(article, rule, line, &line->matches[i]))
			continue;
		/* the teaser goes, and leaves the rest: see spans.c */
		if (line->teaser && rule->rule == RULE_BOILERPLATE_RELATED)
			continue;
		/* "© Holm" within a sentence in Greek or Greenlandic */
		if (rule->how == HOW_INSIDE && rule->points > 0 &&
		    line_is_of_other_language(article, line))
			continue;
		verdict->counted |= rule->points > 0;
		verdict->points[class] += rule->points;
		verdict->unbounded[class] |= rule->unbounded;
		verdict->whole[class] |=
			rule->how == HOW_LINE && rule->points >= POINTS_SURE;
		if (!verdict->cause[class])
			verdict->cause[class] = rule->source_line;
		if (rule->until >= UNTIL_BODY && !verdict->block[class])
			verdict->block[class] = rule;
	}
}

/* Whether a rule without a pattern is about a class; most are about all. */
static bool shapes_class(const struct strip_rule *rule, size_t class)
{
	return rule->rule == RULE_COUNT
		       ? class != CLASSES - 1
		       : rule->rule == FIRST_CLASS + (unsigned)class;
}

static void add_shapes(struct verdict *verdict, const struct article *article,
		       const struct line *line, const struct place *place)
{
	const struct strip_rules *rules = article->rules;
	size_t found[CLASSES], count = 0; /* classes that have points */

	for (size_t class = 0; class < CLASSES; class ++)
		if (verdict->points[class] > 0)
			found[count++] = class;
	for (size_t i = 0; i < rules->shape_count; i++) {
		const struct strip_rule *rule = &rules->rules[rules->shapes[i]];

		for (size_t k = 0; k < count; k++)
			if (shapes_class(rule, found[k]) &&
			    counts(article, rules->shapes[i], line, place))
				verdict->points[found[k]] += rule->points;
	}
}

/*
 * The class with the most points, if those suffice; CLASSES otherwise. What the
 * user says goes before all.
 */
static size_t best_class(const struct verdict *verdict)
{
	size_t best = CLASSES;

	if (verdict->points[CLASSES - 1] >= POINTS_SURE)
		return CLASSES - 1;
	for (size_t class = 0; class < CLASSES; class ++)
		if (verdict->points[class] >= POINTS_SURE &&
		    (best == CLASSES ||
		     verdict->points[class] > verdict->points[best]))
			best = class;
	return best;
}

/*
 * "Read more: https://t.co/Ab3": a post that would stay, and lose its address,
 * is the teaser that a rule takes it for; its label would take the next line.
 */
static size_t selected_class(const struct verdict *verdict,
			     const struct pass *pass, const struct line *line,
			     size_t best)
{
	const size_t related = RULE_BOILERPLATE_RELATED - FIRST_CLASS;

	return best == RULE_BOILERPLATE_POST - FIRST_CLASS &&
			       line->words.count <= LABEL_WORDS &&
			       !pass_selects(pass, RULE_BOILERPLATE_POST) &&
			       verdict->whole[related] &&
			       verdict->points[related] >= POINTS_SURE
		       ? related
		       : best;
}

/* "Oops.": not "Loading...", "Sorry!". */
static bool is_sentence_of_one_word(const struct article *article,
				    const struct line *line)
{
	const char *text = article->pass->text;
	const unsigned others = TOKEN_CAPS | TOKEN_NUMBER | TOKEN_URL |
				TOKEN_MAIL | TOKEN_HANDLE;

	return line->words.count == 1 && line->end - line->at > 2 &&
	       strchr(".?", text[line->end - 1]) &&
	       ascii_is_lower((unsigned char)text[line->end - 2]) &&
	       !(line->words.word->flags & others);
}

static size_t weigh(struct verdict *verdict, const struct article *article,
		    const struct line *line, const struct place *place)
{
	size_t class;

	memset(verdict, 0, sizeof(*verdict));
	add_hits(verdict, article, line, place);
	if (!verdict->counted)
		return CLASSES;
	add_shapes(verdict, article, line, place);
	class = selected_class(verdict, article->pass, line,
			       best_class(verdict));
	if (class < CLASSES - 1 && is_sentence_of_one_word(article, line))
		return CLASSES;
	return class < CLASSES && runs_on(article, line, FIRST_CLASS + class)
		       ? CLASSES
		       : class;
}

uint16_t classify_alone(struct article *article, size_t index, size_t before,
			size_t after)
{
	const struct place place = { before, after, 0 };
	struct verdict verdict;
	const size_t class =
		weigh(&verdict, article, &article->lines[index], &place);

	*article->beyond |= class < CLASSES && verdict.block[class];
	if (class == CLASSES ||
	    (verdict.block[class] &&
	     !blocks_suffice(article, index, verdict.block[class])))
		return 0;
	article->lines[index].cause = verdict.cause[class];
	return (uint16_t)(FIRST_CLASS + class);
}

/*
 * Whether a line holds more of the article than a whole line may take with it.
 * What a player's line says is said in its video.
 */
static bool is_mixed(const struct article *article, struct line *line,
		     size_t class, const struct place *place)
{
	const uint16_t rule = (uint16_t)(FIRST_CLASS + class);
	const size_t words = bound_line(article, line, rule);

	/* "This story was written by Ida Lowell. The ferry ...": the lead */
	if (rule == RULE_BOILERPLATE_CREDIT &&
	    ((!place->before && words >= LEAST_LEAD) ||
	     bound_credits_story(article, line)))
		return true;
	if (words > BOUND_WORDS)
		bound_hold(line, 0, line->words.count, rule);
	return words > (is_told_by_end(rule) ? BOUND_WORDS : BOUND_MIXED) ||
	       (words && !is_told_by_end(rule) &&
		rule != RULE_BOILERPLATE_PLAYER &&
		(bound_tells(article, line, rule) ||
		 story_among(article, line, rule))) ||
	       (rule == RULE_BOILERPLATE_POST &&
		bound_breaks_post(article, line));
}

/* "CLICK HERE FOR MORE": a page that calls so has teasers in capitals. */
static bool is_call(const struct article *article, const struct line *line)
{
	return line->features & FEATURE_CAPS && line->words.count &&
	       token_set_has(&article->rules->calls, line->words.word[0].hash);
}

static bool classify_line(struct article *article, size_t index,
			  const struct place *place)
{
	struct line *line = &article->lines[index];
	struct verdict verdict;
	const size_t class = weigh(&verdict, article, line, place);

	if (class == CLASSES || own_lists_has(article, line) ||
	    line_is_torn(article, line) ||
	    beside_keeps(article, index, (uint16_t)(FIRST_CLASS + class)) ||
	    (verdict.block[class] &&
	     !blocks_suffice(article, index, verdict.block[class])))
		return false;
	if (!verdict.unbounded[class] &&
	    (is_mixed(article, line, class, place) ||
	     sentence_cut(article, line, (uint16_t)(FIRST_CLASS + class)))) {
		line->flat = true;
		return false;
	}
	line->mark = (uint16_t)(FIRST_CLASS + class);
	line->cause = verdict.cause[class];
	article->called |= is_call(article, line);
	if (verdict.block[class])
		blocks_take(article, index, verdict.block[class]);
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

static uint32_t neighbours(struct article *article, size_t index)
{
	uint32_t features = article->called ? FEATURE_CALLED : 0;

	if (article->lines[index].words.count <= BUTTON_WORDS &&
	    !is_cell(article, index) &&
	    ((index && is_button(article, index - 1)) ||
	     is_button(article, index + 1)))
		features |= FEATURE_ROW;

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
static bool look_at(struct article *article, size_t index, struct place *place)
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
	struct place place = { 0, count_kept(article), 0 };
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
	struct place place = { count_kept(article), 0, 0 };

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

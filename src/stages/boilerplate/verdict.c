/* Verdicts: what the rules that match a line say of it. */
#include "stages/boilerplate/verdict.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/line_language.h"
#include "stages/boilerplate/matches.h"
#include "stages/boilerplate/run_on.h"
#include "stages/stage.h"

#define FIRST_CLASS RULE_BOILERPLATE_HIGHLIGHTS
#define CLASSES (RULE_BOILERPLATE_USER - RULE_BOILERPLATE_HIGHLIGHTS + 1)
#define LABEL_WORDS 4  /* with the address after them */
#define FRONT_WORDS 30 /* what is farther inside a line, and more */
#define BACK_WORDS 12  /* than this from its end, says nothing of it */
#define SHORT_WORDS 20 /* a line as short is classified as a whole */

bool line_place_is(enum strip_where where, size_t before, size_t after)
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

/* What the rules give a class. */
struct points {
	int sum;
	bool unbounded;
	bool whole;			/* a rule for whole lines suffices */
	uint32_t cause;			/* the first rule's line in its file */
	const struct strip_rule *block; /* takes more lines */
};

static bool counts(const struct article *article, size_t index,
		   const struct line *line, const struct line_place *place)
{
	const struct strip_rule *rule = &article->rules->rules[index];
	const uint32_t features = line->features | place->features;

	*article->beyond |= rule->lone;
	if (rule->lone && article->lone[index] > LONE_LINES)
		return false;
	return (features & rule->need) == rule->need &&
	       !(features & rule->forbid) &&
	       strip_rule_fits(rule, line->words.count) &&
	       line_place_is(rule->where, place->before, place->after);
}

bool verdict_is_by_end(unsigned rule)
{
	return rule == RULE_BOILERPLATE_CAPTION ||
	       rule == RULE_BOILERPLATE_BYLINE ||
	       rule == RULE_BOILERPLATE_CORRECTION ||
	       rule == RULE_BOILERPLATE_POST;
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
		hit->first >= line->sentence && !verdict_is_by_end(rule->rule);

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

/* Whether a match gives its points to the whole line. */
static bool tells(const struct article *article, const struct line *line,
		  const struct line_place *place, const struct rule_match *hit)
{
	const struct strip_rule *rule = &article->rules->rules[hit->rule];

	if (rule->how >= HOW_FRONT || rule->until == UNTIL_MENU ||
	    !counts(article, hit->rule, line, place) ||
	    (line->flat && !rule->unbounded) ||
	    matches_mentioned(article, line, hit) ||
	    is_deep(article, rule, line, hit))
		return false;
	/* the teaser goes, and leaves the rest: see spans.c */
	if (line->teaser && rule->rule == RULE_BOILERPLATE_RELATED)
		return false;
	/* "© Holm" within a sentence in Greek or Greenlandic */
	return rule->how != HOW_INSIDE || rule->points <= 0 ||
	       !line_is_surely_foreign(article, line);
}

/* Add up the points of `all` classes; false: no rule gave any. */
static bool add_hits(struct points *all, const struct article *article,
		     const struct line *line, const struct line_place *place)
{
	bool given = false;

	for (size_t i = 0; i < line->match_count; i++) {
		const struct rule_match *hit = &line->matches[i];
		const struct strip_rule *rule =
			&article->rules->rules[hit->rule];
		struct points *points = &all[rule->rule - FIRST_CLASS];

		if (!tells(article, line, place, hit))
			continue;
		given |= rule->points > 0;
		points->sum += rule->points;
		points->unbounded |= rule->unbounded;
		points->whole |=
			rule->how == HOW_LINE && rule->points >= POINTS_SURE;
		if (!points->cause)
			points->cause = rule->source_line;
		if (rule->until >= UNTIL_BODY && !points->block)
			points->block = rule;
	}
	return given;
}

/* Whether a rule without a pattern is about a class; most are about all. */
static bool shapes_class(const struct strip_rule *rule, size_t class)
{
	return rule->rule == RULE_COUNT
		       ? class != CLASSES - 1
		       : rule->rule == FIRST_CLASS + (unsigned)class;
}

static void add_shapes(struct points *all, const struct article *article,
		       const struct line *line, const struct line_place *place)
{
	const struct strip_rules *rules = article->rules;
	size_t found[CLASSES], count = 0; /* classes that have points */

	for (size_t class = 0; class < CLASSES; class ++)
		if (all[class].sum > 0)
			found[count++] = class;
	for (size_t i = 0; i < rules->shape_count; i++) {
		const struct strip_rule *rule = &rules->rules[rules->shapes[i]];

		for (size_t k = 0; k < count; k++)
			if (shapes_class(rule, found[k]) &&
			    counts(article, rules->shapes[i], line, place))
				all[found[k]].sum += rule->points;
	}
}

/*
 * The class with the most points, if those suffice; CLASSES otherwise. What the
 * user says goes before all.
 */
static size_t best_class(const struct points *all)
{
	size_t best = CLASSES;

	if (all[CLASSES - 1].sum >= POINTS_SURE)
		return CLASSES - 1;
	for (size_t class = 0; class < CLASSES; class ++)
		if (all[class].sum >= POINTS_SURE &&
		    (best == CLASSES || all[class].sum > all[best].sum))
			best = class;
	return best;
}

/*
 * "Read more: https://t.co/Ab3": a post that would stay, and lose its address,
 * is the teaser that a rule takes it for; its label would take the next line.
 */
static size_t selected_class(const struct points *all, const struct pass *pass,
			     const struct line *line, size_t best)
{
	const size_t related = RULE_BOILERPLATE_RELATED - FIRST_CLASS;

	return best == RULE_BOILERPLATE_POST - FIRST_CLASS &&
			       line->words.count <= LABEL_WORDS &&
			       !pass_selects(pass, RULE_BOILERPLATE_POST) &&
			       all[related].whole &&
			       all[related].sum >= POINTS_SURE
		       ? related
		       : best;
}

/* "Oops.": not "Loading...", "Sorry!". */
static bool is_sentence_of_one_word(const struct article *article,
				    const struct line *line)
{
	const char *text = article->pass->text;
	const unsigned others = TOKEN_CAPS | TOKEN_NUMBER | TOKENS_CONTACT;

	return line->words.count == 1 && line->end - line->at > 2 &&
	       strchr(".?", text[line->end - 1]) &&
	       ascii_is_lower((unsigned char)text[line->end - 2]) &&
	       !(line->words.word->flags & others);
}

static size_t weigh(struct points *all, const struct article *article,
		    const struct line *line, const struct line_place *place)
{
	size_t class;

	if (!add_hits(all, article, line, place))
		return CLASSES;
	add_shapes(all, article, line, place);
	class = selected_class(all, article->pass, line, best_class(all));
	if (class < CLASSES - 1 && is_sentence_of_one_word(article, line))
		return CLASSES;
	return class < CLASSES && runs_on(article, line, FIRST_CLASS + class)
		       ? CLASSES
		       : class;
}

bool verdict_find(struct verdict *verdict, const struct article *article,
		  const struct line *line, const struct line_place *place)
{
	struct points all[CLASSES] = { { 0 } };
	const size_t class = weigh(all, article, line, place);

	if (class == CLASSES)
		return false;
	*verdict = (struct verdict){
		.rule = (uint16_t)(FIRST_CLASS + class),
		.unbounded = all[class].unbounded,
		.cause = all[class].cause,
		.block = all[class].block,
	};
	return true;
}

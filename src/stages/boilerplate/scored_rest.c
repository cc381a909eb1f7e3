/* What the learned scorer says of words by themselves. */
#include "stages/boilerplate/scored_rest.h"

#include "stages/boilerplate/line_guards.h"
#include "stages/boilerplate/line_scorer.h"
#include "stages/boilerplate/line_text.h"
#include "stages/other_language.h"
#include "stages/stage.h"

#define LEAST_REST 384 /* the text score of words that are by themselves */
#define MOST_REST 20
#define LEAST_LINES 3 /* fewer have no furniture around them */
#define LEAST_WORDS 3

bool scored_rest_may(const struct article *article)
{
	const struct pass *pass = article->pass;

	return pass->settings->scorer && article->count >= LEAST_LINES &&
	       !article->transcript && !article->mail &&
	       !survey_is(pass->survey, CONDITION_CASING) &&
	       !article_is_uppercased(pass->survey);
}

/* Classes that are sure by their words, wherever they are. */
static bool is_sure_alone(uint16_t class)
{
	return class == RULE_BOILERPLATE_NEWSLETTER ||
	       class == RULE_BOILERPLATE_SHARE ||
	       class == RULE_BOILERPLATE_RELATED ||
	       class == RULE_BOILERPLATE_CREDIT ||
	       class == RULE_BOILERPLATE_COPYRIGHT;
}

uint16_t scored_rest_class(const struct article *article,
			   const struct line *rest)
{
	const struct settings *settings = article->pass->settings;
	const size_t count = rest->words.count;
	uint32_t ids[LINE_TEXT_MOST];
	uint16_t rule;
	size_t n;

	if (!(rest->features & FEATURE_OPEN) || count < LEAST_WORDS ||
	    count > MOST_REST)
		return 0;
	*article->beyond = true;
	if (!scored_rest_may(article) || line_is_guarded(article, rest))
		return 0;
	n = line_text_find(&rest->words, 0, count, ids);
	if (line_scorer_text(settings->scorer, 1, ids, n) < LEAST_REST)
		return 0;
	rule = line_scorer_rules[line_scorer_class(settings->scorer, ids, n)];
	return is_sure_alone(rule) && pass_selects(article->pass, rule) &&
			       !may_be_other_language(article->pass)
		       ? rule
		       : 0;
}

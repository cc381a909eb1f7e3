/* Lines that stay for what the lines beside them say. */
#include "stages/boilerplate/beside.h"

#include "stages/stage.h"

#define LABEL_MOST 24 /* bytes of "Livestream link:" */

/*
 * "Date/Time:", "June 4, 2019": what takes place then, and no page's date. The
 * same of "The day of the vote (all times local):" and an hour.
 */
static bool is_value(const struct article *article, size_t index, uint16_t rule)
{
	const struct line *label = &article->lines[index] - 1;

	if (!index ||
	    (label->mark && pass_selects(article->pass, label->mark)) ||
	    article->pass->text[label->end - 1] != ':')
		return false;
	/* "To hear the pilots, please go to:", "https://lowell.example" */
	return rule == RULE_BOILERPLATE_TIMESTAMP ||
	       (rule == RULE_BOILERPLATE_EMBED &&
		label[1].words.word[0].flags & TOKEN_URL &&
		label->end - label->at > LABEL_MOST);
}

/* "- Podcast: the pilots speak": one of the links that a list is made of. */
static bool is_listed(const struct article *article, size_t index,
		      uint16_t rule)
{
	const struct line *line = &article->lines[index];

	return (rule == RULE_BOILERPLATE_RELATED ||
		rule == RULE_BOILERPLATE_PLAYER) &&
	       line->lead && index && index + 1 < article->count &&
	       line[-1].lead == line->lead && line[1].lead == line->lead &&
	       !line[-1].mark && !line[1].mark;
}

bool beside_keeps(struct article *article, size_t index, uint16_t rule)
{
	return is_value(article, index, rule) ||
	       is_listed(article, index, rule);
}

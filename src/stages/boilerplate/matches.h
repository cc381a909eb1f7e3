/*
 * Matches: the rules whose patterns match a line.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_MATCHES_H
#define COPYDESK_STAGES_BOILERPLATE_MATCHES_H

#include "stages/boilerplate/article.h"

/*
 * Add the rules that match to the line, whose words and features are known. On
 * failure the article's pass has failed.
 */
void matches_find(struct article *article, struct line *line);

/* Whether a rule that matched a line matches with the words it has now, too. */
bool matches_again(struct article *article, const struct line *line,
		   uint32_t rule);

/*
 * He read “Sign up for our newsletter” on it: a match in a line is quoted. The
 * form says (sign up here): in a sentence a bracket opens before it.
 */
bool matches_mentioned(const struct article *article, const struct line *line,
		       const struct rule_match *hit);

#endif

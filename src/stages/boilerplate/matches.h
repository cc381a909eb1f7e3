/*
 * Matches: the rules whose patterns match a line.
 */
#ifndef COPYDESK_BOILERPLATE_MATCHES_H
#define COPYDESK_BOILERPLATE_MATCHES_H

#include "stages/boilerplate/article.h"

/*
 * Add the rules that match to the line, whose words and features are known. On
 * failure the article's pass has failed.
 */
void matches_find(struct article *article, struct line *line);

/* Whether a rule that matched a line matches with the words it has now, too. */
bool matches_again(struct article *article, const struct line *line,
		   uint32_t rule);

#endif

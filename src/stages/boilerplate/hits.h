/*
 * Hits: the rules whose patterns match a line.
 */
#ifndef COPYDESK_BOILERPLATE_HITS_H
#define COPYDESK_BOILERPLATE_HITS_H

#include "stages/boilerplate/lines.h"

/*
 * Add the rules that match to the line, whose words and facts are known. On
 * failure the article's pass has failed.
 */
void hits_find(struct article *article, struct line *line);

#endif

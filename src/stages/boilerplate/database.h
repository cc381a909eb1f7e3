/*
 * The fields that a database of newspapers sets around an article: Factiva,
 * LexisNexis, ProQuest, EBSCO, NewsBank. They go together, or stay together.
 */
#ifndef COPYDESK_BOILERPLATE_DATABASE_H
#define COPYDESK_BOILERPLATE_DATABASE_H

#include "stages/boilerplate/article.h"

/* Mark the fields before and after the article's text. */
void database_mark(struct article *article);

#endif

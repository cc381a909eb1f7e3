/*
 * The fields that a database of newspapers sets around an article: Factiva,
 * LexisNexis, ProQuest, EBSCO, NewsBank. They go together, or stay together.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_DATABASE_H
#define COPYDESK_STAGES_BOILERPLATE_DATABASE_H

#include "stages/boilerplate/article.h"

/* "512 words", "1,204 words" */
bool database_is_length(const char *text, size_t len);

/* "Document LOWHER00020190312ef3c0001x": Factiva's last line of an article. */
bool database_is_number(const char *text, const struct line *line);

/* Mark the fields before and after the article's text. */
void database_mark(struct article *article);

#endif

/*
 * The casing conditions: what was lost from an article as a whole.
 *
 * Told by a second look at the words and gaps, which is taken only where the
 * survey's counts raise the question; clean text never pays for it.
 */
#ifndef COPYDESK_EDIT_CONDITION_H
#define COPYDESK_EDIT_CONDITION_H

#include "edit/survey.h"
#include "text/word_lists.h"

/* Set the casing conditions of a text that was counted. */
void condition_casing(struct survey *survey, const char *text, size_t len,
		      const struct word_lists *lists);

/*
 * The casing conditions of one paragraph of a cased article, text[at, end), 0
 * for none: what CONDITION_PARTS says that the article holds.
 */
uint32_t condition_of_part(const struct survey *survey, const char *text,
			   size_t at, size_t end,
			   const struct word_lists *lists);

#endif

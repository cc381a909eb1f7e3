/*
 * A text as the stages see it: counted by the survey, then judged by what was
 * counted.
 */
#ifndef COPYDESK_EDIT_EXAMINE_H
#define COPYDESK_EDIT_EXAMINE_H

#include "edit/survey.h"
#include "text/word_lists.h"

/*
 * Fill the counters and the conditions of `survey`; `lists` are the language's
 * words, or NULL.
 */
void examine_text(struct survey *survey, const char *text, size_t len,
		  const struct word_lists *lists);

#endif

/*
 * A text as the stages see it: counted by the survey, and judged by what was
 * counted as soon as a stage asks for its conditions. Where one step after
 * another changes the text, most ask for none.
 */
#ifndef COPYDESK_EDIT_EXAMINE_H
#define COPYDESK_EDIT_EXAMINE_H

#include "edit/survey.h"
#include "text/word_lists.h"

/*
 * Fill the counters of `survey`, which stays where it is, and borrows `text`
 * and `lists`, the language's words or NULL, until its conditions are judged.
 */
void examine_text(struct survey *survey, const char *text, size_t len,
		  const struct word_lists *lists);

#endif

/*
 * A text as the stages see it: counted by the survey, then judged by what was
 * counted.
 */
#ifndef COPYDESK_EDIT_EXAMINE_H
#define COPYDESK_EDIT_EXAMINE_H

#include "edit/survey.h"

/* Fill the counters and the conditions of `survey`. */
void examine_text(struct survey *survey, const char *text, size_t len);

#endif

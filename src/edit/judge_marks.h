/* Which marks a text lost, as its tally tells. */
#ifndef COPYDESK_EDIT_JUDGE_MARKS_H
#define COPYDESK_EDIT_JUDGE_MARKS_H

#include <stdbool.h>
#include <stdint.h>

#include "edit/tally.h"

/*
 * Of a text in small letters, in capitals, in both: CONDITION_MARKS_GONE or
 * CONDITION_MARKS_SOME, and CONDITION_RUNS_KEPT; 0: it has its marks.
 */
uint32_t judge_marks_of_small(const struct tally *tally);
uint32_t judge_marks_of_capitals(const struct tally *tally);
uint32_t judge_marks_of_cased(const struct tally *tally);

/* Whether quotation marks and apostrophes became spaces; all marks did. */
bool judge_quotes_are_lost(const struct tally *tally);
bool judge_marks_are_lost(const struct tally *tally);

/* So few marks between so many words that sentences cannot be told by them. */
bool judge_is_unmarked(const struct tally *tally);

#endif

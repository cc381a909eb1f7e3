/*
 * What a tally says that a text lost: conditions of enum survey_condition. A
 * text is judged as a whole, or a paragraph of it.
 */
#ifndef COPYDESK_EDIT_JUDGE_H
#define COPYDESK_EDIT_JUDGE_H

#include <stdint.h>

#include "edit/tally.h"

/* Small letters after a line's last capital, of all, where whole sentences are
   lowercased: percent. 18 to 93. */
#define TAILS_PERCENT 75

/* 0: nothing. CONDITION_SHORT and CONDITION_FOREIGN beside another condition.
 */
uint32_t judge_tally(const struct tally *tally);

/*
 * What a program did to all of a text in English, as is seen in all of it: gave
 * capitals to paragraphs, sentences or words, or took every mark.
 */
uint32_t judge_program(const struct tally *tally);

/* Of that the capitals of sentences only. */
uint32_t judge_starts(const struct tally *tally);

#endif

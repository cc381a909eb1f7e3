/* What form the lines of a text have, as its tally tells. */
#ifndef COPYDESK_EDIT_JUDGE_FORM_H
#define COPYDESK_EDIT_JUDGE_FORM_H

#include <stdbool.h>

#include "edit/tally.h"

/* A list, verse, a chat or a program: its small letters and its marks are its
   own. */
bool form_is_no_article(const struct tally *tally);

/* Lines that had no marks to lose: headlines; of a text in capitals a flash. */
bool form_is_headlines(const struct tally *tally);
bool form_is_flash(const struct tally *tally);

/* Lines of a program's data. */
bool form_is_data(const struct tally *tally);

#endif

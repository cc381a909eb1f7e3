/*
 * Lists whose items end in a year or a day: a person's works, or the days of a
 * programme.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_DATE_LIST_H
#define COPYDESK_STAGES_BOILERPLATE_DATE_LIST_H

#include "stages/boilerplate/article.h"

/*
 * Whether line `index` is one of such a list, and not of class `class`: another
 * of it is near.
 */
bool date_list_keeps(struct article *article, size_t index, uint16_t class);

#endif

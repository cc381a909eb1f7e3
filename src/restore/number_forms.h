/*
 * Marks in numbers that the number's form tells, or the article's others.
 */
#ifndef COPYDESK_RESTORE_NUMBER_FORMS_H
#define COPYDESK_RESTORE_NUMBER_FORMS_H

#include "restore/verdict.h"

/* Where every mark is gone: what is still a space between two numbers. */
void number_forms_settle(const struct decoder *decoder,
			 struct verdict *verdicts);

#endif

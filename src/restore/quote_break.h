/*
 * Breaks of wire text that quotation marks tell of. README.md, "The rate of
 * breaks".
 */
#ifndef COPYDESK_RESTORE_QUOTE_BREAK_H
#define COPYDESK_RESTORE_QUOTE_BREAK_H

#include "restore/verdict.h"

/* How sure such a break is: per mille. */
#define QUOTE_BREAK_SURE 850

/* Break wire text where one speech follows another, and where the length of a
 * gap with a quotation mark is none that it has within a paragraph.
 */
void quote_breaks_settle(const struct decoder *decoder,
			 struct verdict *verdicts);

#endif

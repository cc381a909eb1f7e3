/*
 * Quotations as wholes, once the gaps are settled: one style of marks in an
 * article, and as sure of the one mark as of its partner. README.md, "Quotes
 * and brackets".
 */
#ifndef COPYDESK_RESTORE_STYLE_H
#define COPYDESK_RESTORE_STYLE_H

#include "restore/verdict.h"

/* Single quotations in an article of more double ones become double. */
void style_settle(const struct decoder *decoder, struct verdict *verdicts);

/* The two marks of a pair are left out together, or not at all. */
void style_couple(const struct decoder *decoder, struct verdict *verdicts);

#endif

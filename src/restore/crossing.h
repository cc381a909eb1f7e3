/*
 * Quotations that cross a bracket. README.md, "Quotes and brackets".
 */
#ifndef COPYDESK_RESTORE_CROSSING_H
#define COPYDESK_RESTORE_CROSSING_H

#include "restore/verdict.h"

/*
 * "a figure (“or estimate) that": a quotation that begins in a bracket ends in
 * it, and one that began before it ends after it. Both marks of another go.
 */
void crossings_drop(const struct decoder *decoder, struct verdict *verdicts);

#endif

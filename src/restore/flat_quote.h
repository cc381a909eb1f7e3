/*
 * Quotations of flat text that two ends of paragraphs may look like. README.md,
 * "Flat text".
 */
#ifndef COPYDESK_RESTORE_FLAT_QUOTE_H
#define COPYDESK_RESTORE_FLAT_QUOTE_H

#include "restore/verdict.h"

/* Both marks of a quotation go where that is likelier. */
void flat_quotes_judge(const struct decoder *decoder, struct verdict *verdicts);

#endif

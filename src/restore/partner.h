/*
 * Partners: a last pass over the double quotation marks that were restored. A
 * mark without a partner gets one where a space of the text says that a mark
 * was lost there; else it is left out. README.md, "Quotes and brackets".
 */
#ifndef COPYDESK_RESTORE_PARTNER_H
#define COPYDESK_RESTORE_PARTNER_H

#include "restore/verdict.h"

void partner_verdicts(const struct decoder *decoder, struct verdict *verdicts);

#endif

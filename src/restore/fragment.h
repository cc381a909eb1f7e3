/*
 * Sentences that are too short to be any: "She went there. Now. The rash went
 * away". README.md, "Fragments".
 */
#ifndef COPYDESK_RESTORE_FRAGMENT_H
#define COPYDESK_RESTORE_FRAGMENT_H

#include "restore/verdict.h"

/* Give up the less likely end of each, where every mark was lost. */
void fragment_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif

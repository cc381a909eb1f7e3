/*
 * Stops that the case of the next word tells, where it was kept.
 */
#ifndef COPYDESK_RESTORE_CASE_STOP_H
#define COPYDESK_RESTORE_CASE_STOP_H

#include "restore/verdict.h"

/* In squeezed text that kept its case: "left She said" gets its stop. */
void case_stops_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif

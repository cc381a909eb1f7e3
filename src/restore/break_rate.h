/*
 * How many paragraph breaks a text has: where gaps are wider or narrower than
 * their marks need, a break is evident, and the number of these limits how many
 * others are believed. README.md, "The
 * rate of breaks".
 */
#ifndef COPYDESK_RESTORE_BREAK_RATE_H
#define COPYDESK_RESTORE_BREAK_RATE_H

#include "restore/verdict.h"

/* Take back the least sure breaks of wire text that nothing but words say. */
void break_rate_limit(const struct decoder *decoder, struct verdict *verdicts);

#endif

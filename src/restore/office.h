/*
 * Offices, whose words share a case. README.md, "Case".
 */
#ifndef COPYDESK_RESTORE_OFFICE_H
#define COPYDESK_RESTORE_OFFICE_H

#include "restore/verdict.h"

/*
 * "Chief executive Officer": nobody writes that. All words of an office are
 * raised, or none, by what speaks for either in all of them.
 */
void offices_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif

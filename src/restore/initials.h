/* Initials in lists of names: "D Brekke; S Marsh, A Holt". README.md, "Case".
 */
#ifndef COPYDESK_RESTORE_INITIALS_H
#define COPYDESK_RESTORE_INITIALS_H

#include "restore/verdict.h"

/* Once the other words have their case: capitals for such letters. */
void initials_settle(const struct decoder *decoder, struct verdict *verdicts);

#endif

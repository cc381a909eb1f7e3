/*
 * Brackets that a line's end leaves open. README.md, "Quotes and brackets".
 */
#ifndef COPYDESK_RESTORE_BRACKET_H
#define COPYDESK_RESTORE_BRACKET_H

#include "restore/verdict.h"

/*
 * A bracket is closed on its line. Where the line's end kept the space of a
 * mark it is closed there; else it goes.
 */
void bracket_verdicts(const struct decoder *decoder, struct verdict *verdicts);

#endif

/*
 * The case of words, once it is settled what stands between them. README.md,
 * "Case".
 */
#ifndef COPYDESK_WIRE_TRUECASE_H
#define COPYDESK_WIRE_TRUECASE_H

#include "wire/decode.h"

/* Sets `letters` and `letters_sure` of verdicts[1] to the last. */
void truecase(const struct decoder *decoder, struct verdict *verdicts);

#endif

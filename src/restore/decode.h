/*
 * The decoder: logits in, one verdict for each word and gap out. README.md,
 * "Decoding".
 *
 * Gaps are told in order; the best way through the states of open quotations
 * and brackets (pairs.h) is known at the end only. What each step needs of the
 * logits is kept in a trace, so that they need not be.
 */
#ifndef COPYDESK_RESTORE_DECODE_H
#define COPYDESK_RESTORE_DECODE_H

#include "restore/verdict.h"

/* False when memory runs out. */
bool decoder_init(struct decoder *decoder, const struct class_lists *lists,
		  const struct gap_rules *rules, const struct words *words);
void decoder_release(struct decoder *decoder);

/* Token i, from 0: the word before gap i, and gap i. In order. */
void decoder_take(struct decoder *decoder, size_t i, const int16_t *logits);

/*
 * When all were taken: verdicts[0] to verdicts[words->count]. False when memory
 * runs out.
 */
bool decoder_end(struct decoder *decoder, struct verdict *verdicts);

#endif

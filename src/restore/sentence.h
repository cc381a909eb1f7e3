/*
 * Where the decoder ended sentences, as far as the case of the next word may
 * be wrong with it. README.md, "Case".
 */
#ifndef COPYDESK_RESTORE_SENTENCE_H
#define COPYDESK_RESTORE_SENTENCE_H

#include "restore/verdict.h"

/* Whether a sentence begins after gap i. */
bool sentence_begins(const struct decoder *decoder,
		     const struct verdict *verdicts, size_t i);

/* Whether the decoder itself ended a sentence in gap i, beyond doubt. */
bool sentence_ended(const struct decoder *decoder,
		    const struct verdict *verdicts, size_t i);

/*
 * What speaks for a stop in gap i instead of the space or comma there, in 1/256
 * nat; NEVER: nothing does.
 */
int32_t sentence_stop(const struct decoder *decoder,
		      const struct verdict *verdicts, size_t i);

/* Whether a stop after word i, from 1, may be that of an abbreviation. */
bool sentence_may_abbreviate(const struct decoder *decoder, size_t i);

#endif

/*
 * Whether remains stand for marks in a text, or are what they are.
 */
#ifndef COPYDESK_STAGES_ENCODING_LOST_EVIDENCE_H
#define COPYDESK_STAGES_ENCODING_LOST_EVIDENCE_H

#include "stages/encoding/lost_gap.h"

/* "â", the first of three bytes. */
bool lost_is_stripped(struct pass *pass, const struct lost_remains *stripped);

/* "¿". */
bool lost_is_inverted(struct pass *pass, const struct lost_remains *inverted);

/* A sign of ASCII: "don_t", "it_s", in a text that has no apostrophe. */
bool lost_is_sign(struct pass *pass, const struct lost_remains *remains);

#endif

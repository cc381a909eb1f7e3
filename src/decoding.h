/*
 * Inside the engine: the proof of the decoding steps.
 *
 * The skeleton is taken after these steps, so it cannot see what they take out.
 * They may turn letters into others and drop markup; what else an edit takes is
 * one word at most (an escape, a character's name), or listed as stripped.
 */
#ifndef COPYDESK_DECODING_H
#define COPYDESK_DECODING_H

#include "edit/pass.h"

/* Whether the edits of a pass of a decoding step lose no words. */
bool decoding_holds(const struct pass *pass);

#endif

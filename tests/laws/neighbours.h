/*
 * Neighbours of a text: the same with a few small changes, as an author, a
 * converter or a limit that is reached would make them. Same text, same
 * neighbours.
 */
#ifndef COPYDESK_TESTS_NEIGHBOURS_H
#define COPYDESK_TESTS_NEIGHBOURS_H

#include <stddef.h>
#include <stdint.h>

#include "laws/texts.h"

/* One neighbour, as the state chooses it. */
struct random_text neighbour(uint64_t *state, const char *bytes, size_t len);

#endif

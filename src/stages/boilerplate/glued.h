/*
 * Headlines glued to a name in running text, as The Hill's pages have them.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_GLUED_H
#define COPYDESK_STAGES_BOILERPLATE_GLUED_H

#include <stddef.h>

#include "pattern/tokens.h"

/*
 * Where a run of headlines begins that ends before word `end`: a byte of the
 * text; 0: there is none.
 */
size_t glued_start(const char *text, const struct tokens *words, size_t end);

#endif

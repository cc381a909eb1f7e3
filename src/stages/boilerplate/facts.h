/*
 * Facts: what a line looks like, whatever it says.
 */
#ifndef COPYDESK_BOILERPLATE_FACTS_H
#define COPYDESK_BOILERPLATE_FACTS_H

#include "stages/boilerplate/rules.h"

/* The facts of a line by itself: enum line_fact without FACTS_LATE. */
uint32_t facts_find(const struct strip_rules *rules,
		    const struct tokens *words);

/* How many words the first sentence holds; 1 for a line without any. */
size_t facts_first_sentence(const struct tokens *words);

#endif

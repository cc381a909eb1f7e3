/*
 * The prefilter: whether a line that ends like a sentence could be boilerplate,
 * told without splitting it into tokens. All that an ordinary paragraph costs.
 */
#ifndef COPYDESK_BOILERPLATE_PREFILTER_H
#define COPYDESK_BOILERPLATE_PREFILTER_H

#include "stages/boilerplate/rules.h"

/*
 * Whether a literal is in text[at, end) of a rule that could match it, as
 * far as its place (enum strip_edge), its length, its marks and its first word
 * tell. Bytes of `text` before `at` may be read too. If it is not, *others are
 * the edges at which one might be; NULL: nobody asks.
 */
bool prefilter_passes(const struct strip_rules *rules, const char *text,
		      size_t at, size_t end, unsigned edges, unsigned *others);

/* Whether the same words pass in a line of either length, in bytes. */
bool prefilter_treats_alike(size_t len, size_t other);

#endif

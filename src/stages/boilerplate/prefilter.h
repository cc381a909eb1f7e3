/*
 * The prefilter: whether a line that ends like a sentence could be boilerplate,
 * told without splitting it into tokens. All that an ordinary paragraph costs.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_PREFILTER_H
#define COPYDESK_STAGES_BOILERPLATE_PREFILTER_H

#include "pattern/literal_scan.h"
#include "stages/boilerplate/rules.h"

/*
 * Whether a literal is in a stretch of a rule that could match it, as far as
 * its place (enum strip_edge), its length, its marks and its first word tell.
 * If it is not, *others are the edges at which one might be; NULL: nobody asks.
 */
bool prefilter_passes(const struct strip_rules *rules,
		      const struct stretch *stretch, unsigned edges,
		      unsigned *others);

/* Whether the same words pass in a line of either length, in bytes. */
bool prefilter_treats_alike(size_t len, size_t other);

#endif

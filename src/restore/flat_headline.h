/*
 * The headline of a flat text: "Council closes pier  The council of Lowell
 * voted". README.md, "Flat text".
 */
#ifndef COPYDESK_RESTORE_FLAT_HEADLINE_H
#define COPYDESK_RESTORE_FLAT_HEADLINE_H

#include "restore/verdict.h"

/*
 * Before quotation marks are judged: the first sentence behind a headline is no
 * quotation, though the spaces of the two breaks about it could be its marks.
 */
void flat_headline_unquote(const struct decoder *decoder,
			   struct verdict *verdicts);

/* Once the breaks of flat text are settled: the one behind its headline. */
void flat_headline_settle(const struct decoder *decoder,
			  struct verdict *verdicts);

#endif

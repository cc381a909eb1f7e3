/*
 * Breaks of text that was flattened to spaces: a sentence end with more spaces
 * than its marks account for. README.md, "Flat text".
 */
#ifndef COPYDESK_RESTORE_FLAT_BREAK_H
#define COPYDESK_RESTORE_FLAT_BREAK_H

#include "restore/verdict.h"

/* How sure a break is that nothing but a space tells: per mille. */
#define FLAT_BREAK_SURE 850

/*
 * Whether a sentence ends in gap i of a text without lines, with two spaces or
 * more behind its last mark: for marks that were lost, or for a break.
 */
bool flat_break_may_be(const struct words *words, size_t i);

/* Of such a gap, whether its last mark is a colon. */
bool flat_break_is_introduced(const struct words *words, size_t i);

/*
 * The code points that a class and a break need in gap i: no dash is one-sided
 * there, but that of a signature.
 */
size_t flat_break_length(const struct words *words, size_t i,
			 const struct restore_gap *gap);

/* Break the paragraph where nothing else explains a space. */
void flat_breaks_settle(const struct decoder *decoder,
			struct verdict *verdicts);

#endif

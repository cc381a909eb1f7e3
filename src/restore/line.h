/*
 * Lines of a sequence, word by word: what may become of their case.
 */
#ifndef COPYDESK_RESTORE_LINE_H
#define COPYDESK_RESTORE_LINE_H

#include "restore/verdict.h"

/* What speaks for a capital in a sentence, too, in 1/256 nat. */
#define LINE_NAME 512

struct line {
	const struct decoder *decoder; /* borrowed */
	struct verdict *verdicts;      /* borrowed */
	size_t from, to;	       /* its words, from 1, and both */
};

/* Set `to`: the last word of the line that word `from` is the first of. */
void line_find_end(struct line *line);

/* Whether gap i holds one of these marks, as it will be. */
bool line_holds(const struct line *line, size_t i, const char *marks);

/* Whether the case of word i may follow the line's style: it is no name by
 * itself. */
bool line_is_ordinary(const struct line *line, size_t i);

/* Whether word i has a capital, as it will be. */
static inline bool line_has_capital(const struct line *line, size_t i)
{
	return line->verdicts[i].letters != RESTORE_LOWER;
}

/* The hash of word i, whatever its case. */
uint64_t line_hash(const struct line *line, size_t i);

/* Its code points. */
size_t line_points(const struct line *line, size_t i);

/* The bucket of word i's case prior: README.md, "prior". */
unsigned line_prior(const struct line *line, size_t i);

/* Whether word i is small in either style: "of", "the". */
bool line_is_bare(const struct line *line, size_t i);

/* Whether a sentence, or what a label is put before, begins with word i. */
bool line_begins(const struct line *line, size_t i);

/* What speaks for a capital of word i over a small letter, in 1/256 nat. */
int32_t line_raised(const struct line *line, size_t i);

#endif

/*
 * Verdicts: which class of boilerplate a line is, by the rules that match it.
 *
 * A line's points are summed by class over the rules that matched it; with
 * POINTS_SURE or more it is of the class that has most.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_VERDICT_H
#define COPYDESK_STAGES_BOILERPLATE_VERDICT_H

#include "stages/boilerplate/article.h"

/* Where a line is: how many lines that stay are around it. */
struct line_place {
	size_t before, after;
	uint32_t features; /* of what is beside it */
};

/* Whether a place is `where`. */
bool line_place_is(enum strip_where where, size_t before, size_t after);

struct verdict {
	uint16_t rule;			/* the class */
	bool unbounded;			/* a rule is for lines of any length */
	uint32_t cause;			/* the first rule's line in its file */
	const struct strip_rule *block; /* takes more lines; NULL: none does */
};

/* The verdict on a line; false: it is no boilerplate, and there is none. */
bool verdict_find(struct verdict *verdict, const struct article *article,
		  const struct line *line, const struct line_place *place);

/* Whether a class comes as whole paragraphs, told by how these end. */
bool verdict_is_by_end(unsigned rule);

#endif

/*
 * Hyphens that stand for a dash, and whether one does at its place: the step in
 * dash_step.c, the places in dash_place.c.
 */
#ifndef COPYDESK_STAGES_WHITESPACE_DASH_H
#define COPYDESK_STAGES_WHITESPACE_DASH_H

#include "edit/pass.h"

/* A row of hyphens, text[at, end), and the spaces beside it. */
struct hyphens {
	size_t at, end;
	bool space_before, space_after;
};

static inline bool hyphens_spaced(const struct hyphens *row)
{
	return row->space_before && row->space_after;
}

/* Whether the row stands for a dash of a sentence. */
bool hyphens_are_dash(const struct pass *pass, const struct hyphens *row);

#endif

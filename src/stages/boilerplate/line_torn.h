/*
 * Torn lines: those that are a part of more.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_TORN_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_TORN_H

#include "stages/boilerplate/article.h"

/*
 * Whether a line is a part of more: a bracket in it opens or closes in another,
 * as in "James (ed.) [first published in"; it goes on with the sentence of the
 * line before, which stays; or code is in it.
 */
bool line_is_torn(const struct article *article, const struct line *line);

/* The first of these: "(str.", "30)". */
bool line_has_open_bracket(const struct article *article,
			   const struct line *line);

/* Whether the sentence at a line's end goes on in the next line. */
bool line_runs_over(const struct article *article, const struct line *line);

/* "Earnings per": whether a line's last word is one that more follows. */
bool line_asks_for_more(const struct article *article, const struct line *line);

#endif

/*
 * A seam: where a line is cut for what matched inside it. The words of the
 * match may be the start of more, a sentence or what is in brackets.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SEAM_H
#define COPYDESK_STAGES_BOILERPLATE_SEAM_H

#include "stages/boilerplate/article.h"

struct seam {
	const struct article *article;
	struct line *line;
	const struct strip_rule *rule;
	size_t first, end; /* words of the match */
	size_t at, stop;   /* bytes that go */
};

/* Find `at` and `stop`; false: nothing goes. */
bool seam_find(struct seam *seam);

/* Take the space with it that would be left doubled, or at the line's edge. */
void seam_close_up(struct seam *seam);

/* Its parts. seam_front.c: a dateline with its bracket and dash; false: it is
 * none. */
bool seam_front(struct seam *seam);

/* seam_headline.c: to the end of the headline after a label; false: it is the
 * article's own sentence. */
bool seam_headline(struct seam *seam);

/* seam_edges.c: back over brackets, bullets and dashes that introduce what
 * goes. */
void seam_widen_front(struct seam *seam);

#endif

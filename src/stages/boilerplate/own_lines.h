/*
 * Own lines: those that are the article's by what is around them, whatever
 * their words say: code between fences, the header of a mail, a card with
 * three fields or more before a paragraph ("Phone: 555-0100"), the items of a
 * list that a sentence leads to, and numbered headings (sections.h). Front
 * matter is kept from all stages: see edit/spare.h.
 */
#ifndef COPYDESK_BOILERPLATE_OWN_LINES_H
#define COPYDESK_BOILERPLATE_OWN_LINES_H

#include "stages/boilerplate/article.h"

/* Mark them. The lines have their places, and nothing more is known. */
void own_lines_mark(struct article *article);

/* Whether a line is an item after "What the board wants:", which stays. */
bool own_lines_is_item(const struct article *article, const struct line *line);

/*
 * Whether a line is a part of more: a bracket in it opens or closes in another,
 * as in "James (ed.) [first published in"; it goes on with the sentence of the
 * line before, which stays; or code is in it.
 */
bool own_lines_is_torn(const struct article *article, const struct line *line);

/* The first of these: "(str.", "30)". */
bool own_lines_is_open(const struct article *article, const struct line *line);

/* Whether the sentence at a line's end goes on in the next line. */
bool own_lines_runs_over(const struct article *article,
			 const struct line *line);

/* "Earnings per": whether a line's last word is one that more follows. */
bool own_lines_asks_for_more(const struct article *article,
			     const struct line *line);

#endif

/*
 * Sections: headings of the article that are numbered in turn, up or down, with
 * paragraphs between them: "3. Walk the quay"; and its sources, with numbers in
 * brackets. After "Related: ..." they look like headlines of other stories.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SECTIONS_H
#define COPYDESK_STAGES_BOILERPLATE_SECTIONS_H

#include "stages/boilerplate/article.h"

/* Mark them as own. The lines have their places, and nothing more is known. */
void sections_mark(struct article *article);

#endif

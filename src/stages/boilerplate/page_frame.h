/*
 * The frame of a page that was saved whole: its menus above and below the
 * article. Where the article is tells which of its short lines may be menus:
 * it is the stretch of lines with the greatest sum, if the words of paragraphs
 * count for it and all other lines against it (Pasternack and Roth, Extracting
 * Article Text from the Web with Maximum Subsequence Segmentation, 2009).
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_PAGE_FRAME_H
#define COPYDESK_STAGES_BOILERPLATE_PAGE_FRAME_H

#include "stages/boilerplate/article.h"

/*
 * Mark the lines of menus outside of the article, if the text is a page: it has
 * many words of menus. Paragraphs stay wherever they are. Returns whether a
 * line was marked.
 */
bool page_frame_mark(struct article *article);

#endif

/*
 * Vertical text: one token a line, with its tags in columns, as treebanks and
 * corpora of named entities have it (CoNLL, BIO, the IMS workbench); and trees
 * of phrases in brackets (the Penn Treebank). Its lines are rows of data: none
 * of them is a heading, a caption or a broken paragraph.
 */
#ifndef COPYDESK_TEXT_VERTICAL_H
#define COPYDESK_TEXT_VERTICAL_H

#include <stdbool.h>
#include <stddef.h>

#define VERTICAL_LINE_BYTES 120 /* of a line that holds text, on average */

/*
 * Whether the text is one: nearly all lines have the same number of columns,
 * and punctuation marks have lines of their own, or tags repeat from line to
 * line. The first few hundred lines are looked at.
 */
bool vertical_text(const char *text, size_t len);

#endif

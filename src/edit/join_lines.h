/*
 * A text whose line ends mean something to those who keep it: a cell of a table
 * ends with its line, and where blank lines part texts, one more makes two.
 */
#ifndef COPYDESK_EDIT_JOIN_LINES_H
#define COPYDESK_EDIT_JOIN_LINES_H

#include "edit/pass.h"

/* Whether a line ends in the text (CD_LINES_ONE), or one in it is blank. */
bool has_surplus_lines(enum cd_lines lines, struct cd_span text);

/*
 * Edits, which are no finding's: there come a space, or one line end. Stages
 * see such lines before that: what is a paragraph's, they need to know.
 */
void join_lines(struct pass *pass);

#endif

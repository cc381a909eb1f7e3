/*
 * A text that is Markdown, and stays so: only its words are mended, within
 * their lines.
 */
#ifndef COPYDESK_EDIT_KEEP_MARKUP_H
#define COPYDESK_EDIT_KEEP_MARKUP_H

#include <stdbool.h>

#include "edit/pass.h"

/*
 * Drop the pass's edits that would change the text's form, and findings in what
 * is no words; what would be taken out is only reported. False when memory runs
 * out.
 */
bool keep_markup(struct pass *pass);

#endif

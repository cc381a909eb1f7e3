/*
 * Listings of code, preformatted and vertical text and front matter stay as
 * they are, whatever a stage says of them: a program reads them, or their
 * indents are their form.
 */
#ifndef COPYDESK_EDIT_SPARE_H
#define COPYDESK_EDIT_SPARE_H

#include <stdbool.h>

#include "edit/pass.h"

/* What is spared besides front matter: fenced blocks of code, or listings and
 * preformatted text, too. */
enum spare { SPARE_FENCES, SPARE_LISTINGS };

/*
 * Drop the pass's edits and findings in them, and edits of the white space
 * beside them. False when memory runs out.
 */
bool spare_parts(struct pass *pass, enum spare what);

#endif

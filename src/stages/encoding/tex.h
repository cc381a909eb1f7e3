/* Commands of TeX, which formulas in an article keep. */
#ifndef COPYDESK_STAGES_ENCODING_TEX_H
#define COPYDESK_STAGES_ENCODING_TEX_H

#include <stdbool.h>
#include <stddef.h>

#include "edit/pass.h"

#define TEX_NEWLINE "\\newline"
#define TEX_TAB "\\tab"

/* Whether the backslash at text[at] begins a command. */
bool tex_is_command(const struct pass *pass, size_t at);

/*
 * Whether "\newline" is a line end that a program wrote: glued to a word, as
 * no command of TeX is, "the\newlinewindow", or before "\tab".
 */
bool tex_newlines_are_glued(const struct pass *pass);

#endif

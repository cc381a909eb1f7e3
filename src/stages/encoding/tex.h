/* Commands of TeX, which formulas in an article keep. */
#ifndef COPYDESK_STAGES_ENCODING_TEX_H
#define COPYDESK_STAGES_ENCODING_TEX_H

#include <stdbool.h>
#include <stddef.h>

#include "edit/pass.h"

/* Whether the backslash at text[at] begins a command. */
bool tex_is_command(const struct pass *pass, size_t at);

#endif

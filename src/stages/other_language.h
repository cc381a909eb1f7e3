/* Whether rules that hold in English only may be used. */
#ifndef COPYDESK_STAGES_OTHER_LANGUAGE_H
#define COPYDESK_STAGES_OTHER_LANGUAGE_H

#include "edit/pass.h"

/* What the text's words tell; the stages of a run ask once for each text. */
enum other_language language_told(const struct pass *pass);

/* Whether another language was named, or the text may be in one. */
bool may_be_other_language(const struct pass *pass);

/* Whether the text is in another language than English, and nobody says so. */
bool language_is_sure(const struct pass *pass);

/* Whether a line of an article in English is in another language. */
bool line_is_other_language(const struct pass *pass, size_t at, size_t end);

/* Whether what is near text[at] in its line surely is. */
bool place_is_other_language(const struct pass *pass, size_t at);

/* Whether the text is in another language, or the user says so. */
bool language_is_other(const struct pass *pass);

#endif

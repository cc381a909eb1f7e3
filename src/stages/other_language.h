/* Whether rules that hold in English only may be used. */
#ifndef COPYDESK_STAGES_OTHER_LANGUAGE_H
#define COPYDESK_STAGES_OTHER_LANGUAGE_H

#include "edit/pass.h"

/* Whether another language was named, or the text may be in one. */
bool may_be_other_language(const struct pass *pass);

/* The same, asked once: zero at first. */
struct language_answer {
	bool asked, other;
};

bool language_is_other(struct language_answer *answer, const struct pass *pass);

#endif

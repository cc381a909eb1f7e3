/* Whether rules that hold in English only may be used. */
#ifndef COPYDESK_STAGES_OTHER_LANGUAGE_H
#define COPYDESK_STAGES_OTHER_LANGUAGE_H

#include "edit/foreign.h"
#include "edit/pass.h"

/* Whether another language was named, or the text may be in one. */
bool may_be_other_language(const struct pass *pass);

/* What the text's words tell, asked once: zero at first. */
struct language_answer {
	bool asked;
	enum other_language other;
};

/* As may_be_other_language(). */
bool language_is_other(struct language_answer *answer, const struct pass *pass);

/* Whether the text is in another language than English, and nobody says so. */
bool language_is_sure(struct language_answer *answer, const struct pass *pass);

#endif

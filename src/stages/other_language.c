#include "stages/other_language.h"

#include "edit/foreign.h"
#include "lang/lang.h"

bool may_be_other_language(const struct pass *pass)
{
	const struct settings *settings = pass->settings;

	return !lang_is_english(settings->lang) ||
	       foreign_language(pass->text, pass->len, settings->lists) !=
		       OTHER_LANGUAGE_NONE;
}

bool language_is_other(struct language_answer *answer, const struct pass *pass)
{
	if (!answer->asked)
		answer->other = may_be_other_language(pass);
	answer->asked = true;
	return answer->other;
}

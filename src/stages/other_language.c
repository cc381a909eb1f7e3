#include "stages/other_language.h"

#include "lang/lang.h"

static enum other_language text_tells(const struct pass *pass)
{
	return foreign_language(pass->text, pass->len, pass->settings->lists);
}

static enum other_language answer_of(struct language_answer *answer,
				     const struct pass *pass)
{
	if (!answer->asked)
		answer->other = text_tells(pass);
	answer->asked = true;
	return answer->other;
}

bool may_be_other_language(const struct pass *pass)
{
	return !lang_is_english(pass->settings->lang) ||
	       text_tells(pass) != OTHER_LANGUAGE_NONE;
}

bool language_is_other(struct language_answer *answer, const struct pass *pass)
{
	return !lang_is_english(pass->settings->lang) ||
	       answer_of(answer, pass) != OTHER_LANGUAGE_NONE;
}

bool language_is_sure(struct language_answer *answer, const struct pass *pass)
{
	return answer_of(answer, pass) == OTHER_LANGUAGE_SURE;
}

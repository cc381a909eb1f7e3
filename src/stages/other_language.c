#include "stages/other_language.h"

#include "edit/foreign.h"
#include "lang/lang.h"

enum other_language language_told(const struct pass *pass)
{
	enum other_language ignored = OTHER_LANGUAGE_UNASKED;
	enum other_language *answer =
		pass->language ? pass->language : &ignored;

	if (*answer == OTHER_LANGUAGE_UNASKED)
		*answer = foreign_language(pass->text, pass->len,
					   pass->settings->lists);
	return *answer;
}

bool may_be_other_language(const struct pass *pass)
{
	return !lang_is_english(pass->settings->lang) ||
	       language_told(pass) != OTHER_LANGUAGE_NONE;
}

bool language_is_sure(const struct pass *pass)
{
	return language_told(pass) == OTHER_LANGUAGE_SURE;
}

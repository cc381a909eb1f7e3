/* Whose quotation marks a text has. */
#include "stages/quotes/quotes.h"

#include "edit/condition.h"
#include "unicode/delimiters.h"

/* As Finnish and Swedish papers set them. */
static const struct quote_marks facing_right = {
	.doubles = { "\u201D", "\u201D" },
	.singles = { "\u2019", "\u2019" },
	.inner = { "\u2019", "\u2019" },
};

/* Which marks a typed " stands for nobody has said. */
static const struct quote_marks as_typed = {
	.doubles = { "\"", "\"" },
	.singles = { "\u2018", "\u2019" },
	.inner = { "\u2018", "\u2019" },
};

const struct quote_marks *quotes_language(struct pass *pass)
{
	const struct survey *survey = pass->survey;
	enum other_language other;

	if (pass->settings->marks)
		return pass->settings->marks;
	/* a text with “ is as English has it, or a closer look would not help
	 */
	if (survey->open_double || survey->quotes_other ||
	    !(survey->close_double + survey->straight_double))
		return &quote_marks_english;
	other = condition_other_language(pass->text, pass->len,
					 pass->settings->lists);
	if (other && survey->close_double > 1)
		return &facing_right;
	return other == OTHER_LANGUAGE_SURE && !survey->close_double
		       ? &as_typed
		       : &quote_marks_english;
}

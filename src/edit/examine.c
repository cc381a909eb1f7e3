/* Counters first, then the conditions that they raise the question of. */
#include "edit/examine.h"

#include "edit/condition.h"
#include "edit/shape.h"

void examine_text(struct survey *survey, const char *text, size_t len,
		  const struct word_lists *lists)
{
	survey_text(survey, text, len);
	condition_casing(survey, text, len, lists);
	shape_conditions(survey, text, len);
}

/* Counters first; the conditions that they raise the question of once asked. */
#include "edit/examine.h"

#include "edit/condition.h"
#include "edit/shape.h"

void examine_text(struct survey *survey, const char *text, size_t len,
		  const struct word_lists *lists)
{
	survey_text(survey, text, len);
	survey->unjudged = survey;
	survey->text = text;
	survey->lists = lists;
}

void survey_judge(struct survey *survey)
{
	survey->unjudged = NULL;
	condition_casing(survey, survey->text, survey->len, survey->lists);
	shape_conditions(survey, survey->text, survey->len);
}

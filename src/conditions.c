/* Conditions: names for what the survey found. */
#include "conditions.h"

#include <copydesk.h>

/* Qualities of another condition, such as CONDITION_SHORT, have no name. */
static const struct row {
	uint32_t bit; /* enum survey_condition */
	struct cd_condition condition;
} rows[] = {
	{ CONDITION_LOWERCASED, { "lowercased", "capitals are lost" } },
	{ CONDITION_UPPERCASED,
	  { "uppercased", "all letters, or all words’ first, are capitals" } },
	{ CONDITION_PARTS,
	  { "mixed-case", "whole paragraphs lost their case" } },
	{ CONDITION_MARKS_GONE, { "marks-lost", "no punctuation is left" } },
	{ CONDITION_MARKS_SOME,
	  { "marks-thinned", "stops and commas are left, no other marks" } },
	{ CONDITION_QUOTES_LOST,
	  { "quotes-lost", "quotation marks and apostrophes are lost" } },
	{ CONDITION_ONE_SIDED,
	  { "one-sided", "all double quotation marks face one way" } },
	{ CONDITION_FLATTENED,
	  { "flattened", "paragraph breaks are runs of spaces" } },
	{ CONDITION_WRAPPED,
	  { "wrapped", "paragraphs are broken into short lines" } },
	{ CONDITION_TOKENISED,
	  { "tokenised", "marks are set apart from words" } },
	{ CONDITION_DOUBLE_SPACED,
	  { "double-spaced", "two spaces follow each sentence" } },
	{ CONDITION_FOREIGN,
	  { "other-language", "case is lost, in another language" } },
};

#define ROW_COUNT (sizeof(rows) / sizeof(rows[0]))
_Static_assert(ROW_COUNT <= 32, "cd_conditions() has a bit for each");

uint32_t conditions_of(const struct survey *survey)
{
	uint32_t found = 0;

	for (size_t i = 0; i < ROW_COUNT && survey_conditions(survey); i++)
		if (survey_is(survey, rows[i].bit))
			found |= (uint32_t)1 << i;
	return found;
}

size_t cd_condition_count(void)
{
	return ROW_COUNT;
}

const struct cd_condition *cd_condition(size_t index)
{
	return index < ROW_COUNT ? &rows[index].condition : NULL;
}

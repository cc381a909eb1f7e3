/*
 * The encoding stage: all that changes which letters a text has. Its steps are
 * in the folder encoding/; here is when each of them has work.
 *
 * Entities may decode to mojibake or to tags, and mojibake to what later steps
 * clean: hence their order. The engine repeats the stage until it rests.
 */
#include "stages/encoding/step.h"
#include "stages/stage.h"

bool entity_triggered(const struct survey *survey,
		      const struct settings *settings)
{
	(void)settings;
	return survey_saw(survey,
			  SEEN_AMPERSAND | SEEN_HASH | SEEN_SEMICOLON_ENTITY);
}

bool mojibake_triggered(const struct survey *survey,
			const struct settings *settings)
{
	return survey_saw(survey, SEEN_MOJIBAKE) &&
	       settings_select(settings, RULE_ENCODING_MOJIBAKE);
}

bool lost_triggered(const struct survey *survey,
		    const struct settings *settings)
{
	(void)settings;
	return survey_saw(survey, SEEN_REPLACEMENT | SEEN_LATIN_LEAD);
}

bool misread_triggered(const struct survey *survey,
		       const struct settings *settings)
{
	return survey_saw(survey, SEEN_LATIN_LEAD) &&
	       settings_select(settings, RULE_ENCODING_MOJIBAKE);
}

bool question_triggered(const struct survey *survey,
			const struct settings *settings)
{
	return survey_saw(survey, SEEN_QUESTION) &&
	       settings_select(settings, RULE_ENCODING_LOST_MARK);
}

bool tag_triggered(const struct survey *survey, const struct settings *settings)
{
	(void)settings;
	return survey_saw(survey, SEEN_LESS | SEEN_BRACKET_TOKEN);
}

bool backslash_triggered(const struct survey *survey,
			 const struct settings *settings)
{
	return survey_saw(survey, SEEN_BACKSLASH) &&
	       settings_select(settings, RULE_ENCODING_BACKSLASH);
}

bool character_triggered(const struct survey *survey,
			 const struct settings *settings)
{
	(void)settings;
	return survey_saw(survey,
			  SEEN_CONTROL | SEEN_INVISIBLE | SEEN_LIGATURE);
}

bool compose_triggered(const struct survey *survey,
		       const struct settings *settings)
{
	return survey_saw(survey, SEEN_COMPOSE) &&
	       settings_select(settings, RULE_ENCODING_NFC);
}

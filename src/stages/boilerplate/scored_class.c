/* What the class that the scorer gives a line says of it. */
#include "stages/boilerplate/scored_class.h"

#include "stages/stage.h"

bool scored_class_may_open(uint16_t class)
{
	return class != RULE_BOILERPLATE_RELATED &&
	       class != RULE_BOILERPLATE_OTHER &&
	       class != RULE_BOILERPLATE_PLAYER &&
	       class != RULE_BOILERPLATE_CREDIT &&
	       class != RULE_BOILERPLATE_HIGHLIGHTS;
}

bool scored_class_is_heading(uint16_t class)
{
	return class == RULE_BOILERPLATE_RELATED ||
	       class == RULE_BOILERPLATE_OTHER ||
	       class == RULE_BOILERPLATE_HIGHLIGHTS ||
	       class == RULE_BOILERPLATE_PLAYER ||
	       class == RULE_BOILERPLATE_CAPTION ||
	       class == RULE_BOILERPLATE_CREDIT ||
	       class == RULE_BOILERPLATE_BYLINE;
}

bool scored_class_is_statement(const struct line *line, uint16_t class)
{
	const uint32_t frame = FEATURE_OPEN | FEATURE_YOU | FEATURE_URL |
			       FEATURE_MAIL | FEATURE_HANDLE;

	return class == RULE_BOILERPLATE_OTHER && !(line->features & frame);
}

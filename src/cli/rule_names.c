/* Names of rules and of stages. */
#include "cli/rule_names.h"

#include <string.h>

#include "cli/suggest.h"

/* More than there are rules. */
#define NAMES_MAX 256

bool rule_is_named(const struct cd_rule *rule, const char *name)
{
	const size_t stage = strcspn(rule->name, "/");

	return !name || !strcmp(rule->name, name) ||
	       (strlen(name) == stage && !strncmp(rule->name, name, stage));
}

bool rule_name_known(const char *name)
{
	for (size_t i = 0; i < cd_rule_count(); i++) {
		if (rule_is_named(cd_rule(i), name))
			return true;
	}
	return false;
}

const char *rule_name_near(const char *name)
{
	static const char *const stages[] = { "encoding",   "casing",
					      "whitespace", "boilerplate",
					      "quotes",	    "all" };
	const char *names[NAMES_MAX];
	size_t count = 0;

	if (!strchr(name, '/'))
		return suggest(name, stages,
			       sizeof(stages) / sizeof(stages[0]));
	for (; count < cd_rule_count() && count < NAMES_MAX; count++)
		names[count] = cd_rule(count)->name;
	return suggest(name, names, count);
}

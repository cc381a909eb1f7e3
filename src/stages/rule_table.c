/* The table of all rules. */
#include "stages/stage.h"

const struct cd_rule rule_table[RULE_COUNT] = {
#define RULE(id, name, kind, severity, on, since, summary, reason)             \
	[RULE_##id] = { name,	 CD_##kind, CD_SEVERITY_##severity, on, since, \
			summary, reason },
#include "stages/rules.def"
#undef RULE
};

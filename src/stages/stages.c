/* The tables of all stages and all rules. */
#include "stages/stage.h"

const struct stage *const stages[] = {
#define STAGE(name) &name##_stage,
#include "stages/stages.def"
#undef STAGE
};

const size_t stage_count = sizeof(stages) / sizeof(stages[0]);

const struct cd_rule rule_table[RULE_COUNT] = {
#define RULE(id, name, kind, severity, on, since, summary, reason)             \
	[RULE_##id] = { name,	 CD_##kind, CD_SEVERITY_##severity, on, since, \
			summary, reason },
#include "stages/rules.def"
#undef RULE
};

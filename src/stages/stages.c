/* The table of all stages. */
#include "stages/stage.h"

const struct stage *const stages[] = {
#define STAGE(name) &name##_stage,
#include "stages/stages.def"
#undef STAGE
};

const size_t stage_count = sizeof(stages) / sizeof(stages[0]);

bool stage_is_triggered(const struct stage *stage, const struct survey *survey,
			const struct settings *settings)
{
	return (!stage->sees || survey_saw(survey, stage->sees)) &&
	       (!stage->triggered || stage->triggered(survey)) &&
	       (!stage->wanted || stage->wanted(survey, settings));
}

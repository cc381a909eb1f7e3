/* The table of all stages. */
#include "stages/stage.h"

const struct stage *const stages[] = {
#define STAGE(name) &name##_stage,
#include "stages/stages.def"
#undef STAGE
};

const size_t stage_count = sizeof(stages) / sizeof(stages[0]);

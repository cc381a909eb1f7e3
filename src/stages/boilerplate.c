/* boilerplate: placeholder until the stage lands. */
#include "stages/stage.h"

bool boilerplate_triggered(const struct survey *survey, const struct settings *settings)
{
	(void)survey;
	(void)settings;
	return false;
}

void boilerplate_run(struct pass *pass)
{
	(void)pass;
}

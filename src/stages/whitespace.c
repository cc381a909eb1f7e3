/* whitespace: placeholder until the stage lands. */
#include "stages/stage.h"

bool whitespace_triggered(const struct survey *survey, const struct settings *settings)
{
	(void)survey;
	(void)settings;
	return false;
}

void whitespace_run(struct pass *pass)
{
	(void)pass;
}

/* quotes: placeholder until the stage lands. */
#include "stages/stage.h"

bool quotes_triggered(const struct survey *survey, const struct settings *settings)
{
	(void)survey;
	(void)settings;
	return false;
}

void quotes_run(struct pass *pass)
{
	(void)pass;
}

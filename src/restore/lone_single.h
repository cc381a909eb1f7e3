/* Single marks that close nothing. README.md, "Partners". */
#ifndef COPYDESK_RESTORE_LONE_SINGLE_H
#define COPYDESK_RESTORE_LONE_SINGLE_H

#include "restore/verdict.h"

/* Once double marks have their partners: take out "the wind’ The storm". */
void lone_singles_settle(const struct decoder *decoder,
			 struct verdict *verdicts);

#endif

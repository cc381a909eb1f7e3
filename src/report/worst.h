/* The articles with the most to repair. */
#ifndef COPYDESK_REPORT_WORST_H
#define COPYDESK_REPORT_WORST_H

#include "report/sample.h"

#define WORST_MAX 100

struct worst {
	struct sample *list[WORST_MAX]; /* held; the worst first */
	size_t count;
};

/* Zeroed, it is empty. */
void worst_release(struct worst *worst);

/* Enter an article; false when memory runs out. */
bool worst_enter(struct worst *worst, const struct note *note,
		 const char *path);

#endif

/*
 * Which articles are shown: for each rule those that its lottery drew. An
 * article's number is a hash of its text, the lowest ones win: so a sample is
 * spread over the whole corpus, and the same at any number of threads.
 */
#ifndef COPYDESK_REPORT_LOTTERY_H
#define COPYDESK_REPORT_LOTTERY_H

#include "report/sample.h"

#define LOTTERY_WINNERS 4 /* of each rule */

struct lottery {
	/* Ascending by their draw, NULL after the last; held. */
	struct sample *won[TALLY_RULES][LOTTERY_WINNERS];
};

/* Zeroed lotteries are empty. */
void lottery_release(struct lottery *lottery);

/* Enter an article that changes; false when memory runs out. */
bool lottery_enter(struct lottery *lottery, const struct note *note,
		   const char *path);

#endif

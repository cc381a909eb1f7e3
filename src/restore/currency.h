/*
 * One currency for an article: signs that are surely there speak for others,
 * and its words for pounds or for dollars.
 */
#ifndef COPYDESK_RESTORE_CURRENCY_H
#define COPYDESK_RESTORE_CURRENCY_H

#include "restore/verdict.h"

/*
 * Before anything is given up: a sign that is sure elsewhere, where no other
 * sign is likely, makes the ones like it surer. `sure`: per mille.
 */
void currency_agree(const struct decoder *decoder, struct verdict *verdicts,
		    unsigned sure);

/*
 * A sign of dollars in gap i becomes one of pounds where the article's words
 * say so. True where they do not tell, or contradict it.
 */
bool currency_is_doubtful(const struct decoder *decoder,
			  struct verdict *verdict, size_t i);

#endif

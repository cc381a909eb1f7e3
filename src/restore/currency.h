/*
 * One currency for an article: signs that are surely there speak for others.
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

#endif

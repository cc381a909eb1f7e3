/*
 * The words of a text as the model reads them, each looked up once.
 */
#ifndef COPYDESK_RESTORE_READING_H
#define COPYDESK_RESTORE_READING_H

#include "restore/words.h"

struct restore_model;

struct readings {
	struct word_reading *items; /* owned */
	uint64_t *hashes;	    /* owned: of each, whatever its case */
};

/* False, and nothing to release, when memory runs out. */
bool readings_read(struct readings *readings, const struct restore_model *model,
		   const struct words *words);
void readings_release(struct readings *readings);

#endif

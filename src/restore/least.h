/*
 * How much confidence is asked of an edit, by its kind. README.md,
 * "Confidence".
 */
#ifndef COPYDESK_RESTORE_LEAST_H
#define COPYDESK_RESTORE_LEAST_H

#include "restore/model.h"

/* In percent; 0: none is asked. */
struct restore_least {
	unsigned quotes;   /* quotation marks */
	unsigned numbers;  /* marks between two digits */
	unsigned currency; /* currency signs */
	unsigned breaks;   /* paragraph breaks */
	unsigned marks;	   /* other marks */
	unsigned capitals;
};

/* By what was lost; immutable once read. */
struct restore_leasts {
	struct restore_least of[LOSS_COUNT];
};

/*
 * The defaults, then `terms`: "N" at least of every kind, "KIND=N" for one,
 * separated by commas, in order; NULL: none. False: `bad` is the first wrong
 * term, of `len` bytes.
 */
bool restore_leasts_read(struct restore_leasts *leasts, const char *terms,
			 const char **bad, size_t *len);

#endif

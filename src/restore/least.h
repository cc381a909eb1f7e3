/*
 * How much confidence is asked of an edit, by its kind. README.md,
 * "Confidence".
 */
#ifndef COPYDESK_RESTORE_LEAST_H
#define COPYDESK_RESTORE_LEAST_H

#include "restore/model.h"

/* Kinds of edits. An edit is of the most doubtful kind that is in it. */
enum restore_kind {
	RESTORE_QUOTES,
	RESTORE_NUMBERS,  /* marks between two digits */
	RESTORE_CURRENCY, /* currency signs */
	RESTORE_BREAKS,	  /* of paragraphs */
	RESTORE_MARKS,	  /* all others */
	RESTORE_CAPITALS,
	RESTORE_BOILERPLATE, /* lines that no rule names: not restored */
	RESTORE_KINDS
};

/* In percent; 0: none is asked. */
struct restore_least {
	unsigned of[RESTORE_KINDS];
	unsigned title_stop; /* of the stop that ends a line alone */
	unsigned short_case; /* of capitals in a message of few words */
};

/* What edits of a kind are called, as many; static. */
const char *restore_kind_words(enum restore_kind kind);

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

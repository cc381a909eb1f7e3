/*
 * A --stripped listing read back: which spans went from which text.
 */
#ifndef COPYDESK_CLI_LISTING_H
#define COPYDESK_CLI_LISTING_H

#include <copydesk.h>

#include "base/buffer.h"

struct listing {
	struct listed *spans; /* owned; by file, record and place */
	size_t count, cap;
	struct buffer names; /* of files and fields; NULs end them */
};

/*
 * Read the listing at `path`. False: a message is on standard error.
 * listing_release() is due either way.
 */
bool listing_read(struct listing *listing, const char *path);
void listing_release(struct listing *listing);

/* A text that the listing may be about. */
struct listing_text {
	const char *file;    /* as the listing names it */
	const char *field;   /* NULL: it is no field of a record */
	size_t record;	     /* from 1 */
	size_t value;	     /* of the record's with that field, from 1 */
	enum cd_lines lines; /* that it may have */
};

/* The file that all lines are about; NULL: none, or several. */
const char *listing_only(const struct listing *listing);

/* Whether it has lines about the file. */
bool listing_names(const struct listing *listing, const char *file);

/*
 * The spans of a text, by place, to an array of listing->count spans (off and
 * end only); returns how many. Lines without a field are about any.
 */
size_t listing_of(const struct listing *listing,
		  const struct listing_text *text, struct cd_stripped *spans);

#endif

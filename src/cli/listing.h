/*
 * A --stripped listing read back: which spans went from which record.
 */
#ifndef COPYDESK_CLI_LISTING_H
#define COPYDESK_CLI_LISTING_H

#include <copydesk.h>

#include <stddef.h>

struct listing {
	struct listed {
		size_t record;
		size_t order;		 /* of lines with the same place */
		struct cd_stripped span; /* off and end only */
	} * spans;			 /* owned; by record and place */
	size_t count, cap;
};

/*
 * Read the listing at `path`: its lines about `file`, or all where it is about
 * one file only; of those that name a field only `field`'s. False: a message is
 * on standard error. listing_release() is due either way.
 */
bool listing_read(struct listing *listing, const char *path, const char *file,
		  const char *field);
void listing_release(struct listing *listing);

/*
 * The spans of one record, appended to an array of listing->count spans;
 * returns how many. Records are asked for in ascending order: *next is 0 at
 * first.
 */
size_t listing_of(const struct listing *listing, size_t record, size_t *next,
		  struct cd_stripped *spans);

#endif

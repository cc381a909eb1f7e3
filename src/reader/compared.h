/*
 * Whether what a decoder makes of an input differs from its bytes: a text in a
 * charset that was named may be ASCII, or UTF-8, as it is.
 */
#ifndef COPYDESK_READER_COMPARED_H
#define COPYDESK_READER_COMPARED_H

#include <copydesk.h>

#include <stdint.h>

/* Bytes that a decoder keeps until more of a character comes. */
#define COMPARED_HELD 8

/* Zeroed at first. */
struct compared {
	uint64_t same; /* bytes decoded that were those of the input */
	bool differs;  /* and the next is not, or is at its end */
	char held[COMPARED_HELD]; /* read, and not yet decoded */
	size_t held_len;
};

/* These bytes were given to the decoder, and this came; `last`: nothing more
   does. */
void compared_add(struct compared *compared, struct cd_span raw,
		  struct cd_span decoded, bool last);

#endif

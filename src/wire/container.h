/*
 * The model file as a container: a head with a checksum, and named sections.
 * README.md, "The model file".
 */
#ifndef COPYDESK_WIRE_CONTAINER_H
#define COPYDESK_WIRE_CONTAINER_H

#include <stddef.h>
#include <stdint.h>

#define CONTAINER_NAME 16	/* bytes of a section's name, padded with NUL */
#define CONTAINER_HASH 33	/* XXH3-128 in hexadecimal, and a NUL */

/*
 * NULL when the head is right; else what is wrong, as a static text that goes
 * on from "model file ...". `hash` gets the checksum that the head names.
 */
const char *container_read(const unsigned char *bytes, size_t len,
			   char hash[CONTAINER_HASH]);

/* The same for the checksum of a file whose head is right: reads all of it. */
const char *container_verify(const unsigned char *bytes, size_t len);

/* The section of that name; NULL when it is not there or not inside. */
const unsigned char *container_find(const unsigned char *bytes, size_t len,
				    const char *name, size_t *section_len);

/* Little-endian numbers at any address. */
static inline uint32_t wire_u16(const unsigned char *at)
{
	return at[0] | (uint32_t)at[1] << 8;
}

static inline uint32_t wire_u32(const unsigned char *at)
{
	return wire_u16(at) | wire_u16(at + 2) << 16;
}

#endif

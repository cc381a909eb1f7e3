/*
 * The model file as a container: a head with a checksum, and named sections.
 * README.md, "The model file".
 */
#ifndef COPYDESK_RESTORE_CONTAINER_H
#define COPYDESK_RESTORE_CONTAINER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CONTAINER_NAME 16 /* bytes of a section's name, padded with NUL */
#define CONTAINER_HASH 33 /* XXH3-128 in hexadecimal, and a NUL */
#define CONTAINER_FAULT 64

/*
 * Whether the head is right. If so `hash` gets the checksum that it names; if
 * not, `fault` a text that goes on from "model file ...".
 */
bool container_read(const unsigned char *bytes, size_t len,
		    char hash[CONTAINER_HASH], char fault[CONTAINER_FAULT]);

/* Whether a file whose head is right has the checksum: reads all of it. */
bool container_verify(const unsigned char *bytes, size_t len);

/* The section of that name; NULL when it is not there or not inside. */
const unsigned char *container_find(const unsigned char *bytes, size_t len,
				    const char *name, size_t *section_len);

/* Little-endian numbers at any address. */
static inline uint32_t model_u16(const unsigned char *at)
{
	return at[0] | (uint32_t)at[1] << 8;
}

static inline uint32_t model_u32(const unsigned char *at)
{
	return model_u16(at) | model_u16(at + 2) << 16;
}

#endif

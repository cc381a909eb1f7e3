/*
 * A model file that is made here: a network of zeros that says ", " and Title
 * everywhere. Tests damage it.
 */
#ifndef COPYDESK_TESTS_SMALL_MODEL_H
#define COPYDESK_TESTS_SMALL_MODEL_H

#include <stddef.h>
#include <stdint.h>

#define MODEL_HEAD 64
#define MODEL_ENTRY 32	 /* bytes of an entry of the table of sections */
#define MODEL_SLOTS 1003 /* of the lexicon: any number will do */

struct model_file {
	unsigned char *bytes; /* owned: free() */
	size_t len, cap, sections;
};

struct model_file model_file_make(void);

/* Make the head fit what the file holds now: magic, lengths, checksum. */
void model_file_seal(struct model_file *file);

/* A section's entry in the table of sections, and its bytes. */
unsigned char *model_file_entry(struct model_file *file, const char *name);
unsigned char *model_file_bytes(struct model_file *file, const char *name);

/* A little-endian number. */
void model_put(unsigned char *at, uint64_t value, size_t size);

#endif

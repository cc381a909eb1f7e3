/*
 * The words of a text as the model reads them, each looked up once.
 */
#ifndef COPYDESK_RESTORE_READING_H
#define COPYDESK_RESTORE_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct restore_model;
struct words;

struct word_reading {
	uint32_t rows[4];  /* word, prefix, suffix, prior */
	uint32_t pair;	   /* the row of it and the word before it */
	uint32_t mixed;	   /* lexicon_mixed() */
	uint16_t points;   /* code points */
	uint8_t prior;	   /* the bucket of its case prior: README.md */
	uint8_t seen_case; /* 1 lower, 2 Title, 3 UPPER, 4 mixed */
	bool has_upper;	   /* as it is */
};

struct readings {
	struct word_reading *items; /* owned */
	uint64_t *hashes;	    /* owned: of each, whatever its case */
};

/* False, and nothing to release, when memory runs out. */
bool readings_read(struct readings *readings, const struct restore_model *model,
		   const struct words *words);
void readings_release(struct readings *readings);

#endif

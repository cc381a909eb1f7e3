/*
 * A model file on its way to a model: what the rooms that read it share. Each
 * returns CD_OK, CD_DATA once it said why in the opening's error, or CD_NOMEM.
 */
#ifndef COPYDESK_RESTORE_OPENING_H
#define COPYDESK_RESTORE_OPENING_H

#include "restore/model.h"

/* Sections; those of the layers are found by layers.c. */
enum {
	PART_SIZES,
	PART_EMBED,
	PART_WORDS,
	PART_PAIRS,
	PART_LEXICON_PRINT,
	PART_LEXICON_VALUE,
	PART_MIXED,
	PART_GAPS,
	PART_SEEN,
	PART_SHIFT,
	PART_SIGMOID,
	PART_TANH,
	PART_EXP,
	PART_BIAS,
	PART_DECODE,
	PART_CALIBRATION,
	PART_COUNT
};

struct part {
	const unsigned char *bytes;
	size_t len;
};

struct opening {
	struct restore_model *model;
	char *error;
	size_t error_size;
	bool verify; /* read the file through */
	struct part parts[PART_COUNT];
};

/* CD_DATA, and "model file WHY: WHAT" as the error. */
enum cd_status opening_refuse(struct opening *o, const char *why,
			      const char *what);

/* classes.c: gap classes, and strings that a gap may be seen as. */
enum cd_status classes_read_gaps(struct opening *o);
enum cd_status classes_read_seen(struct opening *o);

/* layers.c: the model's packed layers are empty yet. */
enum cd_status layers_read(struct opening *o);
void layers_release(struct restore_model *model);

static inline void opening_i16(int16_t *out, const unsigned char *bytes,
			       size_t count)
{
	for (size_t i = 0; i < count; i++)
		out[i] = (int16_t)model_u16(bytes + 2 * i);
}

#endif

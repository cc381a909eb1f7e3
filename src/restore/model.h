/*
 * The model file: checked once (opening.c), then read where it is.
 * README.md defines the format.
 */
#ifndef COPYDESK_RESTORE_MODEL_H
#define COPYDESK_RESTORE_MODEL_H

#include <copydesk.h>

#include "restore/container.h"
#include "restore/kernel.h"

#define RESTORE_GAPS 128     /* gap classes */
#define RESTORE_GAP_KEEP 127 /* the class that leaves a gap as it is */
#define RESTORE_CASES 5
#define RESTORE_BREAK (RESTORE_GAPS + RESTORE_CASES) /* its logit */
#define RESTORE_LOGITS 136
#define RESTORE_INPUT 96
#define RESTORE_WIDTH 224
#define RESTORE_HALF (RESTORE_WIDTH / 2)
#define RESTORE_GATES (3 * RESTORE_HALF) /* of a direction */
#define RESTORE_ROWS 9 /* rows of the table that a token adds up */
#define RESTORE_CURVE (2 * CURVE_HALF) /* of the sigmoid and tanh tables */
#define RESTORE_EXP 4096
#define RESTORE_LEVELS 64 /* entries of a calibration table */

enum restore_loss {
	LOSS_WIRE,	  /* every mark became a space */
	LOSS_COLLAPSED,	  /* the same, runs squeezed */
	LOSS_LOWER,	  /* case alone was lost */
	LOSS_LOWER_LOST,  /* case and some kinds of marks were lost */
	LOSS_LOST_QUOTES, /* cased; quotes, apostrophes and dashes lost */
	LOSS_COUNT
};

enum restore_case {
	RESTORE_LOWER,
	RESTORE_TITLE,
	RESTORE_UPPER,
	RESTORE_MIXED
};
enum restore_head {
	RESTORE_HEAD_GAP,
	RESTORE_HEAD_CASE,
	RESTORE_HEAD_BREAK,
	RESTORE_HEADS
};

enum restore_layer_name {
	LAYER_CONV1,
	LAYER_QRNN1,
	LAYER_CONV2,
	LAYER_QRNN2,
	LAYER_CONV3,
	LAYER_HEADS,
	LAYER_COUNT
};

/* What is multiplied at once: of a QRNN, the rows of either direction. */
enum restore_matrix_name {
	MATRIX_CONV1,
	MATRIX_FORWARD1,
	MATRIX_BACKWARD1,
	MATRIX_CONV2,
	MATRIX_FORWARD2,
	MATRIX_BACKWARD2,
	MATRIX_CONV3,
	MATRIX_HEADS,
	MATRIX_COUNT
};

struct restore_layer {
	size_t inputs; /* of one token */
	size_t rows, columns;
	int shift;
	/* As matrix_source has them, but little endian; in the file. */
	const unsigned char *weights, *bias, *multiplier;
	int16_t scale[RESTORE_WIDTH]; /* input's multiplier */
	uint8_t zero[RESTORE_WIDTH];  /* input's zero point */
};

/* A gap class: what may be in a gap. */
struct restore_gap {
	char text[16];	       /* UTF-8, NUL-terminated */
	uint8_t len;	       /* bytes */
	uint8_t space;	       /* holds a space */
	uint8_t begins, ends;  /* with a space */
	uint8_t ends_sentence; /* . ? or ! and a space */
	uint8_t ends_part;     /* a mark that may end a paragraph */
	uint8_t least;	       /* code points that it can have left */
	uint8_t room;	       /* the same in wire: a break may hide */
};

struct restore_bases {
	uint32_t prefix, suffix, prior, seen, run, letters, pair, repeat, rows;
};

struct packed_layers; /* layers.c */
struct nets;	      /* net.c */

struct restore_model {
	const unsigned char *bytes; /* borrowed, as long as the model */
	size_t len;
	char hash[CONTAINER_HASH];
	const struct kernel *kernel;
	uint32_t words, hashed, affixes; /* rows */
	struct restore_bases base;
	/* Tables, little endian, in `bytes`. */
	const int8_t *embed;
	const unsigned char *word_table, *pair_table;
	const unsigned char *lexicon_print, *lexicon_value;
	uint64_t lexicon_slots;
	const unsigned char *mixed_table;
	struct restore_gap gaps[RESTORE_GAPS];
	const unsigned char *seen[256]; /* u8 length, bytes; from number 3 */
	size_t seen_count;		/* numbers below are in use */
	uint8_t seen_slots[1024];	/* hash table of numbers, 0: empty */
	struct restore_layer layers[LAYER_COUNT];
	struct packed_layers *packed; /* owned */
	struct nets *nets;	      /* owned */
	struct curve sigmoid, tanh;
	uint32_t exp[RESTORE_EXP + 1]; /* the last is 0 */
	int16_t bias[LOSS_COUNT][RESTORE_GAPS];
	int32_t reopen, reopen_break, unopened, ending;
	int32_t break_bias[2]; /* wire, collapsed */
	int32_t break_plain;   /* where no mark ends the paragraph */
	int32_t lower_after_end, lower_after_end_collapsed;
	int32_t case_bias[RESTORE_MIXED + 1];
	uint16_t calibration[RESTORE_HEADS][RESTORE_LEVELS]; /* per mille */
};

/*
 * Check `len` bytes and make them ready. They must live as long as the model,
 * which is the caller's: restore_model_free(). CD_OK; CD_DATA, with the reason
 * as a NUL-terminated text in `error`, when they are no model that this version
 * can use; CD_NOMEM. The model never changes: threads may share it.
 */
enum cd_status restore_model_open(const void *bytes, size_t len,
				  struct restore_model **model, char *error,
				  size_t error_size);

/*
 * The same for the model that is compiled in, which a test has checked: it is
 * not read through, so that starting costs nothing where nothing is restored.
 */
enum cd_status restore_model_attach(const void *bytes, size_t len,
				    struct restore_model **model, char *error,
				    size_t error_size);
void restore_model_free(struct restore_model *model);

/*
 * The layers' matrices for this CPU's kernel, by enum restore_matrix_name;
 * borrowed from the model. They are laid out when they are first asked for, by
 * one of the threads that ask. NULL: memory ran out.
 */
const struct matrix *restore_model_matrices(const struct restore_model *model);

/* The file's XXH3-128 in hexadecimal; borrowed from the model. */
const char *restore_model_hash(const struct restore_model *model);

#endif

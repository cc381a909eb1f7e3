/*
 * The model file: checked once, then read where it stands. README.md defines
 * the format.
 */
#ifndef COPYDESK_WIRE_MODEL_H
#define COPYDESK_WIRE_MODEL_H

#include <copydesk.h>

#include "wire/container.h"
#include "wire/kernel.h"

#define WIRE_GAPS 128	  /* gap classes */
#define WIRE_GAP_KEEP 127 /* the class that leaves a gap as it is */
#define WIRE_CASES 5
#define WIRE_BREAK (WIRE_GAPS + WIRE_CASES) /* its logit */
#define WIRE_LOGITS 136
#define WIRE_INPUT 96
#define WIRE_WIDTH 224
#define WIRE_HALF (WIRE_WIDTH / 2)
#define WIRE_GATES (3 * WIRE_WIDTH)
#define WIRE_ROWS 9 /* rows of the table that a token adds up */
#define WIRE_CURVE (2 * KERNEL_CURVE) /* of the sigmoid and tanh tables */
#define WIRE_EXP 4096
#define WIRE_LEVELS 64 /* entries of a calibration table */

enum wire_condition {
	WIRE_RUNS,	  /* every mark became a space */
	WIRE_COLLAPSED,	  /* the same, runs squeezed */
	WIRE_MARKS_KEPT,  /* case alone was lost */
	WIRE_MARKS_LOST,  /* case and some kinds of marks were lost */
	WIRE_QUOTES_LOST, /* cased; quotes, apostrophes and dashes lost */
	WIRE_CONDITIONS
};

enum wire_case { WIRE_LOWER, WIRE_TITLE, WIRE_UPPER, WIRE_MIXED };
enum wire_head { WIRE_HEAD_GAP, WIRE_HEAD_CASE, WIRE_HEAD_BREAK, WIRE_HEADS };

enum wire_layer_name {
	LAYER_CONV1,
	LAYER_QRNN1,
	LAYER_CONV2,
	LAYER_QRNN2,
	LAYER_CONV3,
	LAYER_HEADS,
	LAYER_COUNT
};

struct wire_layer {
	struct matrix matrix;
	size_t inputs;		   /* of one token */
	int16_t scale[WIRE_WIDTH]; /* input's multiplier */
	uint8_t zero[WIRE_WIDTH];  /* input's zero point */
};

/* A gap class: what may stand in a gap. */
struct wire_gap {
	char text[16];	       /* UTF-8, NUL-terminated */
	uint8_t len;	       /* bytes */
	uint8_t space;	       /* holds a space */
	uint8_t begins, ends;  /* with a space */
	uint8_t ends_sentence; /* . ? or ! and a space */
	uint8_t ends_part;     /* a mark that may end a paragraph */
};

struct wire_bases {
	uint32_t prefix, suffix, prior, seen, run, letters, pair, repeat, rows;
};

struct wire_model {
	const unsigned char *bytes; /* borrowed, as long as the model */
	size_t len;
	char hash[CONTAINER_HASH];
	const struct kernel *kernel;
	uint32_t words, hashed, affixes; /* rows */
	struct wire_bases base;
	/* Tables, little endian, in `bytes`. */
	const int8_t *embed;
	const unsigned char *word_table, *pair_table;
	const unsigned char *lexicon_print, *lexicon_value;
	uint64_t lexicon_slots;
	const unsigned char *mixed_table;
	struct wire_gap gaps[WIRE_GAPS];
	const unsigned char *seen[256]; /* u8 length, bytes; from number 3 */
	size_t seen_count;		/* numbers below are in use */
	uint8_t seen_slots[1024];	/* hash table of numbers, 0: empty */
	struct wire_layer layers[LAYER_COUNT];
	int16_t sigmoid[WIRE_CURVE], tanh[WIRE_CURVE];
	uint32_t exp[WIRE_EXP];
	int16_t bias[WIRE_CONDITIONS][WIRE_GAPS];
	int32_t reopen, reopen_break, unopened, ending;
	int32_t break_bias[2]; /* wire, collapsed */
	int32_t break_plain;   /* where no mark ends the paragraph */
	int32_t lower_after_end, lower_after_end_collapsed;
	int32_t case_bias[WIRE_MIXED + 1];
	uint16_t calibration[WIRE_HEADS][WIRE_LEVELS]; /* per mille */
};

/*
 * Check `len` bytes and make them ready. They must live as long as the model,
 * which is the caller's: wire_model_free(). CD_OK; CD_DATA, with the reason as
 * a NUL-terminated text in `error`, when they are no model that this version
 * can use; CD_NOMEM. The model never changes: threads may share it.
 */
enum cd_status wire_model_open(const void *bytes, size_t len,
			       struct wire_model **model, char *error,
			       size_t error_size);

/*
 * The same for the model that is compiled in, which a test has checked: it is
 * not read through, so that starting costs nothing where nothing is restored.
 */
enum cd_status wire_model_attach(const void *bytes, size_t len,
				 struct wire_model **model, char *error,
				 size_t error_size);
void wire_model_free(struct wire_model *model);

/* The file's XXH3-128 in hexadecimal; borrowed from the model. */
const char *wire_model_hash(const struct wire_model *model);

#endif

/*
 * The network's inner loops, in whole numbers: matrix times activations, and
 * the steps between the layers.
 *
 * Activations are u8, weights int8 from -64 to 63, sums int32 that
 * cannot overflow. All kernels give the same bits: no sum saturates (pmaddubsw
 * adds two products, at most 2 * 255 * 64 = 32640), and whole numbers may be
 * added in any order.
 */
#ifndef COPYDESK_RESTORE_KERNEL_H
#define COPYDESK_RESTORE_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "restore/curve.h"

#define KERNEL_WEIGHT_MIN (-64)
#define KERNEL_WEIGHT_MAX 63
#define KERNEL_DEPTH 4 /* inputs come in groups of so many */
#define KERNEL_INPUTS_MAX 1024
#define KERNEL_ROWS_MAX 1024
#define KERNEL_STEP 16 /* rows are rounded up to a multiple of this */
#define KERNEL_ROW 96  /* numbers of a row of a table of embeddings */

/* A matrix, laid out for one kind of kernel. */
struct matrix {
	size_t rows, columns; /* outputs; inputs, in KERNEL_DEPTHs */
	size_t padded;	      /* rows, rounded up to KERNEL_STEP */
	int shift;
	int32_t *bias;	     /* owned, `padded` */
	int16_t *multiplier; /* owned, `padded` */
	void *weights;	     /* owned; layout as the kernel wants */
};

/*
 * What a matrix is made of; weights stand as [columns / 4][stride][4]: where it
 * is a part of a larger one, `stride` is the rows of that.
 */
struct matrix_source {
	size_t rows, columns, stride;
	int shift;
	const int8_t *weights;
	const int32_t *bias;	   /* `rows` */
	const int16_t *multiplier; /* `rows` */
};

struct kernel {
	const char *name;
	bool (*usable)(void);
	size_t weight_size; /* bytes of one weight */
	/* Lays out the weights of a source, whose stride this is. */
	void (*pack)(struct matrix *matrix, const int8_t *weights,
		     size_t stride);
	/*
	 * sum = bias[r] + row r times the `columns` activations at
	 * x + t * stride; y[t * padded + r] = mulr(sat16(sum >> shift),
	 * multiplier[r]): for `count` tokens.
	 */
	void (*multiply)(const struct matrix *matrix, const uint8_t *x,
			 size_t stride, size_t count, int16_t *y);
	/* out = the sum of `count` rows of KERNEL_ROW each */
	void (*gather)(const int8_t *table, const uint32_t *rows, size_t count,
		       int16_t *out);
	/* u = clamp(mulr(v, scale) + zero, 0, 255); n a multiple of 32 */
	void (*quantise)(const int16_t *v, const int16_t *scale,
			 const uint8_t *zero, size_t n, uint8_t *u);
	/* The others: n a multiple of 16. x = sat16(x + max(y, 0)) */
	void (*add)(int16_t *x, const int16_t *y, size_t n);
	/* x = sat16(4 * x) */
	void (*widen)(int16_t *x, size_t n);
	/*
	 * y = entries[clamp(y, -HALF, HALF - 1) + HALF], CURVE_HALF: n of each
	 * of `count` tokens, which are `stride` numbers apart.
	 */
	void (*look_up)(const struct curve *curve, int16_t *y, size_t n,
			size_t stride, size_t count);
	/*
	 * A step of a QRNN: c = sat16(mulr(f, c) + mulr(32767 - f, z)),
	 * x = sat16(x + mulr(mulr(o, c), 256)), for gates z, f, o.
	 */
	void (*step)(const int16_t *z, const int16_t *f, const int16_t *o,
		     int16_t *c, int16_t *x, size_t n);
};

extern const struct kernel kernel_portable, kernel_avx2, kernel_avx2_zen,
	kernel_avx_vnni, kernel_avx512_vnni;

/* All of them, the fastest first; the last is usable everywhere. */
#define KERNEL_COUNT 5
extern const struct kernel *const kernels[KERNEL_COUNT];

/* The fastest that this CPU can run; static. */
const struct kernel *kernel_best(void);

/* False when memory runs out. */
bool matrix_init(struct matrix *matrix, const struct kernel *kernel,
		 const struct matrix_source *source);
void matrix_release(struct matrix *matrix);

#endif

/* The layers of the network. */
#include "restore/opening.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Laid out when an article is restored for the first time: few runs do. */
struct packed_layers {
	pthread_mutex_t lock; /* of what follows, until it is ready */
	size_t done;
	struct matrix matrices[MATRIX_COUNT];
	atomic_bool ready;
};

static const struct {
	const char *name;
	size_t rows, inputs, taps;
} layers[LAYER_COUNT] = {
	[LAYER_CONV1] = { "conv1", RESTORE_WIDTH, RESTORE_INPUT, 3 },
	[LAYER_QRNN1] = { "qrnn1", 2 * RESTORE_GATES, RESTORE_WIDTH, 1 },
	[LAYER_CONV2] = { "conv2", RESTORE_WIDTH, RESTORE_WIDTH, 3 },
	[LAYER_QRNN2] = { "qrnn2", 2 * RESTORE_GATES, RESTORE_WIDTH, 1 },
	[LAYER_CONV3] = { "conv3", RESTORE_WIDTH, RESTORE_WIDTH, 3 },
	[LAYER_HEADS] = { "heads", RESTORE_LOGITS, RESTORE_WIDTH, 1 },
};

static const struct part_of_layer {
	enum restore_layer_name layer;
	size_t first, rows;
} matrices[MATRIX_COUNT] = {
	[MATRIX_CONV1] = { LAYER_CONV1, 0, RESTORE_WIDTH },
	[MATRIX_FORWARD1] = { LAYER_QRNN1, 0, RESTORE_GATES },
	[MATRIX_BACKWARD1] = { LAYER_QRNN1, RESTORE_GATES, RESTORE_GATES },
	[MATRIX_CONV2] = { LAYER_CONV2, 0, RESTORE_WIDTH },
	[MATRIX_FORWARD2] = { LAYER_QRNN2, 0, RESTORE_GATES },
	[MATRIX_BACKWARD2] = { LAYER_QRNN2, RESTORE_GATES, RESTORE_GATES },
	[MATRIX_CONV3] = { LAYER_CONV3, 0, RESTORE_WIDTH },
	[MATRIX_HEADS] = { LAYER_HEADS, 0, RESTORE_LOGITS },
};

/* The section "LAYER.SUFFIX", which must have `bytes` bytes. */
static const unsigned char *layer_part(struct opening *o, size_t number,
				       const char *suffix, size_t bytes)
{
	char name[CONTAINER_NAME];
	const unsigned char *part;
	size_t len;

	snprintf(name, sizeof(name), "%s.%s", layers[number].name, suffix);
	part = container_find(o->model->bytes, o->model->len, name, &len);
	if (part && len == bytes)
		return part;
	opening_refuse(o, "has a section that is not as it must be", name);
	return NULL;
}

/* From -64 to 63 the two highest bits are the same; eight at a time. */
static bool weights_fit(const unsigned char *weights, size_t count)
{
	const uint64_t highest = 0x8080808080808080u;
	uint64_t differ = 0;

	for (size_t i = 0; i + 8 <= count; i += 8) {
		uint64_t eight;

		memcpy(&eight, weights + i, 8);
		differ |= (eight ^ eight << 1) & highest;
	}
	return !differ;
}

/* Twice as much as any sum of products: no overflow. */
static bool biases_fit(const unsigned char *biases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const int32_t bias = (int32_t)model_u32(biases + 4 * i);

		if (bias > 1 << 28 || bias < -(1 << 28))
			return false;
	}
	return true;
}

static enum cd_status check_matrix(struct opening *o, size_t number)
{
	const struct restore_layer *layer = &o->model->layers[number];
	const size_t weights = layer->rows * layer->columns;

	if (o->verify && !weights_fit(layer->weights, weights))
		return opening_refuse(o, "has weights that are too large",
				      layers[number].name);
	if (!biases_fit(layer->bias, layer->rows))
		return opening_refuse(o, "has a bias that is too large",
				      layers[number].name);
	if (layer->shift < 0 || layer->shift > 30)
		return opening_refuse(o, "has a shift out of range",
				      layers[number].name);
	return CD_OK;
}

static enum cd_status read_layer(struct opening *o, size_t number)
{
	struct restore_layer *layer = &o->model->layers[number];
	const size_t inputs = layers[number].inputs;
	const size_t rows = layers[number].rows;
	const size_t columns = inputs * layers[number].taps;
	const unsigned char *in = layer_part(o, number, "in", inputs * 2);
	const unsigned char *zero = layer_part(o, number, "zero", inputs);

	layer->weights = layer_part(o, number, "w", rows * columns);
	layer->bias = layer_part(o, number, "b", rows * 4);
	layer->multiplier = layer_part(o, number, "m", rows * 2);
	if (!in || !zero || !layer->weights || !layer->bias ||
	    !layer->multiplier)
		return CD_DATA;
	layer->rows = rows;
	layer->columns = columns;
	layer->inputs = inputs;
	layer->shift = (int)model_u32(o->parts[PART_SHIFT].bytes + 4 * number);
	opening_i16(layer->scale, in, inputs);
	memcpy(layer->zero, zero, inputs);
	return check_matrix(o, number);
}

static struct packed_layers *packed_new(void)
{
	struct packed_layers *packed = calloc(1, sizeof(*packed));

	if (packed && pthread_mutex_init(&packed->lock, NULL)) {
		free(packed);
		return NULL;
	}
	return packed;
}

enum cd_status layers_read(struct opening *o)
{
	enum cd_status status = CD_OK;

	o->model->packed = packed_new();
	if (!o->model->packed)
		return CD_NOMEM;
	for (size_t i = 0; status == CD_OK && i < LAYER_COUNT; i++)
		status = read_layer(o, i);
	return status;
}

static bool pack(struct matrix *matrix, const struct restore_model *model,
		 const struct part_of_layer *part)
{
	const struct restore_layer *layer = &model->layers[part->layer];
	const size_t first = part->first;
	int16_t multiplier[RESTORE_GATES];
	int32_t bias[RESTORE_GATES];
	const struct matrix_source source = {
		.rows = part->rows,
		.columns = layer->columns,
		.stride = layer->rows,
		.shift = layer->shift,
		.weights =
			(const int8_t *)layer->weights + first * KERNEL_DEPTH,
		.bias = bias,
		.multiplier = multiplier,
	};

	for (size_t i = 0; i < part->rows; i++)
		bias[i] = (int32_t)model_u32(layer->bias + 4 * (first + i));
	opening_i16(multiplier, layer->multiplier + 2 * first, part->rows);
	return matrix_init(matrix, model->kernel, &source);
}

/* What failed is tried again by the next that asks. */
static void pack_all(const struct restore_model *model)
{
	struct packed_layers *packed = model->packed;

	for (; packed->done < MATRIX_COUNT; packed->done++) {
		if (!pack(&packed->matrices[packed->done], model,
			  &matrices[packed->done]))
			return;
	}
	atomic_store(&packed->ready, true);
}

const struct matrix *restore_model_matrices(const struct restore_model *model)
{
	struct packed_layers *packed = model->packed;

	if (!atomic_load(&packed->ready)) {
		pthread_mutex_lock(&packed->lock);
		pack_all(model);
		pthread_mutex_unlock(&packed->lock);
	}
	return atomic_load(&packed->ready) ? packed->matrices : NULL;
}

void layers_release(struct restore_model *model)
{
	struct packed_layers *packed = model->packed;

	if (!packed)
		return;
	for (size_t i = 0; i < MATRIX_COUNT; i++)
		matrix_release(&packed->matrices[i]);
	pthread_mutex_destroy(&packed->lock);
	free(packed);
}

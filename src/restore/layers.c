/* The layers of the network. */
#include "restore/opening.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	size_t rows, inputs, taps;
} layers[LAYER_COUNT] = {
	[LAYER_CONV1] = { "conv1", RESTORE_WIDTH, RESTORE_INPUT, 3 },
	[LAYER_QRNN1] = { "qrnn1", RESTORE_GATES, RESTORE_WIDTH, 1 },
	[LAYER_CONV2] = { "conv2", RESTORE_WIDTH, RESTORE_WIDTH, 3 },
	[LAYER_QRNN2] = { "qrnn2", RESTORE_GATES, RESTORE_WIDTH, 1 },
	[LAYER_CONV3] = { "conv3", RESTORE_WIDTH, RESTORE_WIDTH, 3 },
	[LAYER_HEADS] = { "heads", RESTORE_LOGITS, RESTORE_WIDTH, 1 },
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

static enum cd_status read_matrix(struct opening *o, size_t number)
{
	const size_t rows = layers[number].rows;
	const size_t columns = layers[number].inputs * layers[number].taps;
	const unsigned char *w = layer_part(o, number, "w", rows * columns);
	const unsigned char *b = layer_part(o, number, "b", rows * 4);
	const unsigned char *m = layer_part(o, number, "m", rows * 2);
	int16_t multiplier[RESTORE_GATES];
	int32_t bias[RESTORE_GATES];
	const struct matrix_source source = {
		rows,
		columns,
		(int)model_u32(o->parts[PART_SHIFT].bytes + 4 * number),
		(const int8_t *)w,
		bias,
		multiplier,
	};

	if (!w || !b || !m)
		return CD_DATA;
	if (!weights_fit(w, rows * columns))
		return opening_refuse(o, "has weights that are too large",
				      layers[number].name);
	if (!biases_fit(b, rows))
		return opening_refuse(o, "has a bias that is too large",
				      layers[number].name);
	if (source.shift < 0 || source.shift > 30)
		return opening_refuse(o, "has a shift out of range",
				      layers[number].name);
	for (size_t i = 0; i < rows; i++)
		bias[i] = (int32_t)model_u32(b + 4 * i);
	opening_i16(multiplier, m, rows);
	return matrix_init(&o->model->layers[number].matrix, o->model->kernel,
			   &source)
		       ? CD_OK
		       : CD_NOMEM;
}

static enum cd_status read_layer(struct opening *o, size_t number)
{
	struct restore_layer *layer = &o->model->layers[number];
	const size_t inputs = layers[number].inputs;
	const unsigned char *in = layer_part(o, number, "in", inputs * 2);
	const unsigned char *zero = layer_part(o, number, "zero", inputs);
	enum cd_status status;

	if (!in || !zero)
		return CD_DATA;
	status = read_matrix(o, number);
	if (status != CD_OK)
		return status;
	layer->inputs = inputs;
	opening_i16(layer->scale, in, inputs);
	memcpy(layer->zero, zero, inputs);
	return CD_OK;
}

enum cd_status layers_read(struct opening *o)
{
	enum cd_status status = CD_OK;

	for (size_t i = 0; status == CD_OK && i < LAYER_COUNT; i++)
		status = read_layer(o, i);
	return status;
}

void layers_release(struct restore_model *model)
{
	for (size_t i = 0; i < LAYER_COUNT; i++)
		matrix_release(&model->layers[i].matrix);
}

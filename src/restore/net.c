/* The network. */
#include "restore/net.h"

#include <stdlib.h>
#include <string.h>

/* Tokens to one pass over a matrix: their inputs stay in the cache. */
#define CHUNK 48

struct net *net_new(const struct restore_model *model)
{
	struct net *net = calloc(1, sizeof(*net));

	if (!net)
		return NULL;
	net->model = model;
	net->matrices = restore_model_matrices(model);
	net->rows = malloc(NET_TOKENS * sizeof(*net->rows));
	net->logits = malloc(NET_TOKENS * NET_STRIDE * sizeof(*net->logits));
	net->stream = malloc(NET_TOKENS * RESTORE_WIDTH * sizeof(*net->stream));
	net->gates = malloc(NET_TOKENS * RESTORE_GATES * sizeof(*net->gates));
	net->inputs = malloc((NET_TOKENS + 2) * RESTORE_WIDTH);
	if (net->matrices && net->rows && net->logits && net->stream &&
	    net->gates && net->inputs)
		return net;
	net_free(net);
	return NULL;
}

void net_free(struct net *net)
{
	if (!net)
		return;
	free(net->rows);
	free(net->logits);
	free(net->stream);
	free(net->gates);
	free(net->inputs);
	free(net);
}

/* y = the layer's products for all tokens, `padded` numbers each. */
static void multiply(struct net *net, enum restore_layer_name name,
		     const uint8_t *u, size_t count, int16_t *y)
{
	const struct matrix *matrix = &net->matrices[name];
	const size_t inputs = net->model->layers[name].inputs;

	for (size_t t = 0; t < count; t += CHUNK) {
		const size_t n = count - t < CHUNK ? count - t : CHUNK;

		net->model->kernel->multiply(matrix, u + t * inputs, inputs, n,
					     y + t * matrix->padded);
	}
}

static void quantise(struct net *net, const struct restore_layer *layer,
		     size_t count, uint8_t *u)
{
	for (size_t t = 0; t < count; t++)
		net->model->kernel->quantise(
			net->stream + t * RESTORE_WIDTH, layer->scale,
			layer->zero, RESTORE_WIDTH, u + t * RESTORE_WIDTH);
}

/*
 * Inputs are in net->inputs with a place before the first and after the
 * last token: a convolution reads three of them in a row.
 */
static void convolve(struct net *net, enum restore_layer_name name,
		     size_t count)
{
	const struct restore_layer *layer = &net->model->layers[name];
	const size_t size = layer->inputs;

	memcpy(net->inputs, layer->zero, size);
	memcpy(net->inputs + (count + 1) * size, layer->zero, size);
	multiply(net, name, net->inputs, count, net->gates);
	net->model->kernel->add(net->stream, net->gates, count * RESTORE_WIDTH);
}

static void run_embedding(struct net *net, size_t count)
{
	const struct restore_model *model = net->model;
	const struct restore_layer *layer = &model->layers[LAYER_CONV1];
	int16_t sum[RESTORE_INPUT];

	for (size_t t = 0; t < count; t++) {
		model->kernel->gather(model->embed, net->rows[t], RESTORE_ROWS,
				      sum);
		model->kernel->quantise(sum, layer->scale, layer->zero,
					RESTORE_INPUT,
					net->inputs + (t + 1) * RESTORE_INPUT);
	}
	memset(net->stream, 0, count * RESTORE_WIDTH * sizeof(*net->stream));
	convolve(net, LAYER_CONV1, count);
}

static void run_conv(struct net *net, enum restore_layer_name name,
		     size_t count)
{
	const struct restore_layer *layer = &net->model->layers[name];

	quantise(net, layer, count, net->inputs + RESTORE_WIDTH);
	convolve(net, name, count);
}

/* Gates are in units of 2^-7: the curves cover -8 to 8. */
static void scan_step(struct net *net, size_t t, size_t half, int16_t *state)
{
	const struct restore_model *model = net->model;
	const int16_t *gates =
		net->gates + t * RESTORE_GATES + half * 3 * RESTORE_HALF;
	int16_t z[RESTORE_HALF], fo[2 * RESTORE_HALF];

	model->kernel->look_up(model->tanh, gates, RESTORE_HALF, z);
	model->kernel->look_up(model->sigmoid, gates + RESTORE_HALF,
			       2 * RESTORE_HALF, fo);
	model->kernel->step(z, fo, fo + RESTORE_HALF, state,
			    net->stream + t * RESTORE_WIDTH +
				    half * RESTORE_HALF,
			    RESTORE_HALF);
}

static void run_qrnn(struct net *net, enum restore_layer_name name,
		     size_t count)
{
	const struct restore_layer *layer = &net->model->layers[name];
	int16_t forward[RESTORE_HALF] = { 0 }, backward[RESTORE_HALF] = { 0 };

	quantise(net, layer, count, net->inputs);
	multiply(net, name, net->inputs, count, net->gates);
	for (size_t t = 0; t < count; t++)
		scan_step(net, t, 0, forward);
	for (size_t t = count; t-- > 0;)
		scan_step(net, t, 1, backward);
}

/* The heads' products are in units of 2^-6, logits in units of 2^-8. */
static void widen(int16_t *logits, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const int32_t whole = 4 * logits[i];

		logits[i] = (int16_t)(whole > INT16_MAX	  ? INT16_MAX
				      : whole < INT16_MIN ? INT16_MIN
							  : whole);
	}
}

void net_run(struct net *net, size_t count)
{
	const struct restore_layer *heads = &net->model->layers[LAYER_HEADS];

	run_embedding(net, count);
	run_qrnn(net, LAYER_QRNN1, count);
	run_conv(net, LAYER_CONV2, count);
	run_qrnn(net, LAYER_QRNN2, count);
	run_conv(net, LAYER_CONV3, count);
	quantise(net, heads, count, net->inputs);
	multiply(net, LAYER_HEADS, net->inputs, count, net->logits);
	widen(net->logits, count * NET_STRIDE);
}

/* The network. */
#include "restore/net.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "restore/repeats.h"

/*
 * Tokens to one pass over a matrix: its products are used, and what comes of
 * them is made the next layer's inputs, while they are in the cache. The last
 * chunk is one with at least CHUNK_LEAST, if there are so many: kernels are
 * slow on a few tokens.
 */
#define CHUNK 48
#define CHUNK_LEAST 12
#define CHUNK_MOST (CHUNK + CHUNK_LEAST - 1)

struct chunk {
	size_t at, count; /* tokens */
};

static size_t chunks(size_t count)
{
	return count < CHUNK_LEAST ? 1 : (count - CHUNK_LEAST) / CHUNK + 1;
}

static struct chunk chunk_of(size_t count, size_t number)
{
	const size_t at = number * CHUNK;

	return (struct chunk){ at, number + 1 == chunks(count) ? count - at
							       : CHUNK };
}

static void net_free(struct net *net)
{
	if (!net)
		return;
	free(net->rows);
	free(net->logits);
	free(net->stream);
	free(net->products);
	free(net->inputs[0]);
	free(net->inputs[1]);
	free(net->counters);
	free(net->lists);
	free(net);
}

static struct net *net_new(const struct restore_model *model)
{
	struct net *net = calloc(1, sizeof(*net));

	if (!net)
		return NULL;
	net->model = model;
	net->matrices = restore_model_matrices(model);
	net->rows = malloc(NET_TOKENS * sizeof(*net->rows));
	net->logits = malloc(NET_TOKENS * NET_STRIDE * sizeof(*net->logits));
	net->stream = malloc(NET_TOKENS * RESTORE_WIDTH * sizeof(*net->stream));
	net->products =
		malloc(CHUNK_MOST * RESTORE_GATES * sizeof(*net->products));
	net->inputs[0] = malloc((NET_TOKENS + 2) * RESTORE_WIDTH);
	net->inputs[1] = malloc((NET_TOKENS + 2) * RESTORE_WIDTH);
	net->counters = calloc(REPEATS_COUNTERS, 1);
	net->lists = malloc(sizeof(*net->lists));
	if (!net->matrices || !net->rows || !net->logits || !net->stream ||
	    !net->products || !net->inputs[0] || !net->inputs[1] ||
	    !net->counters || !net->lists) {
		net_free(net);
		return NULL;
	}
	class_lists_init(net->lists, model);
	return net;
}

struct nets {
	pthread_mutex_t lock;
	struct net *idle; /* a list */
};

struct nets *nets_new(void)
{
	struct nets *nets = calloc(1, sizeof(*nets));

	if (nets && pthread_mutex_init(&nets->lock, NULL)) {
		free(nets);
		return NULL;
	}
	return nets;
}

void nets_free(struct nets *nets)
{
	if (!nets)
		return;
	while (nets->idle) {
		struct net *net = nets->idle;

		nets->idle = net->next;
		net_free(net);
	}
	pthread_mutex_destroy(&nets->lock);
	free(nets);
}

struct net *net_borrow(const struct restore_model *model)
{
	struct nets *nets = model->nets;
	struct net *net;

	pthread_mutex_lock(&nets->lock);
	net = nets->idle;
	if (net)
		nets->idle = net->next;
	pthread_mutex_unlock(&nets->lock);
	return net ? net : net_new(model);
}

void net_return(struct net *net)
{
	struct nets *nets = net->model->nets;

	pthread_mutex_lock(&nets->lock);
	net->next = nets->idle;
	nets->idle = net;
	pthread_mutex_unlock(&nets->lock);
}

/*
 * Token t's inputs of a layer. There is a place before the first and after the
 * last token: a convolution reads three of them in a row.
 */
static uint8_t *inputs_at(const struct net *net, enum restore_layer_name layer,
			  size_t t)
{
	return net->inputs[layer % 2] +
	       (t + 1) * net->model->layers[layer].inputs;
}

static void fill_ends(const struct net *net, enum restore_layer_name name,
		      size_t count)
{
	const struct restore_layer *layer = &net->model->layers[name];

	memcpy(inputs_at(net, name, 0) - layer->inputs, layer->zero,
	       layer->inputs);
	memcpy(inputs_at(net, name, count), layer->zero, layer->inputs);
}

/* The stream, as the next layer reads it. */
static void quantise(const struct net *net, enum restore_layer_name next,
		     struct chunk chunk)
{
	const struct restore_layer *layer = &net->model->layers[next];

	for (size_t t = chunk.at; t < chunk.at + chunk.count; t++)
		net->model->kernel->quantise(
			net->stream + t * RESTORE_WIDTH, layer->scale,
			layer->zero, RESTORE_WIDTH, inputs_at(net, next, t));
}

static void multiply(const struct net *net, enum restore_matrix_name name,
		     const uint8_t *inputs, size_t stride, size_t count,
		     int16_t *products)
{
	net->model->kernel->multiply(&net->matrices[name], inputs, stride,
				     count, products);
}

static void embed(const struct net *net, size_t count)
{
	const struct restore_model *model = net->model;
	const struct restore_layer *layer = &model->layers[LAYER_CONV1];
	int16_t sum[RESTORE_INPUT];

	for (size_t t = 0; t < count; t++) {
		model->kernel->gather(model->embed, net->rows[t], RESTORE_ROWS,
				      sum);
		model->kernel->quantise(sum, layer->scale, layer->zero,
					RESTORE_INPUT,
					inputs_at(net, LAYER_CONV1, t));
	}
}

static void run_conv(const struct net *net, enum restore_layer_name name,
		     enum restore_matrix_name matrix, size_t count)
{
	const size_t stride = net->model->layers[name].inputs;

	fill_ends(net, name, count);
	for (size_t i = 0; i < chunks(count); i++) {
		const struct chunk chunk = chunk_of(count, i);
		int16_t *stream = net->stream + chunk.at * RESTORE_WIDTH;

		/* With it the stream begins. */
		if (name == LAYER_CONV1)
			memset(stream, 0,
			       chunk.count * RESTORE_WIDTH * sizeof(*stream));
		multiply(net, matrix, inputs_at(net, name, chunk.at) - stride,
			 stride, chunk.count, net->products);
		net->model->kernel->add(stream, net->products,
					chunk.count * RESTORE_WIDTH);
		quantise(net, name + 1, chunk);
	}
}

/* A direction of a QRNN. */
struct scan {
	enum restore_matrix_name matrix;
	size_t channel; /* the first */
	int16_t state[RESTORE_HALF];
};

/* Gates are in units of 2^-7: the curves cover -8 to 8. */
static void open_gates(const struct net *net, size_t count)
{
	const struct restore_model *model = net->model;
	int16_t *z = net->products, *fo = z + RESTORE_HALF;

	model->kernel->look_up(&model->tanh, z, RESTORE_HALF, RESTORE_GATES,
			       count);
	model->kernel->look_up(&model->sigmoid, fo, 2 * RESTORE_HALF,
			       RESTORE_GATES, count);
}

/* Token t, the k-th of those in `products`. */
static void step(const struct net *net, struct scan *scan, size_t t, size_t k)
{
	const int16_t *z = net->products + k * RESTORE_GATES;

	net->model->kernel->step(
		z, z + RESTORE_HALF, z + 2 * RESTORE_HALF, scan->state,
		net->stream + t * RESTORE_WIDTH + scan->channel, RESTORE_HALF);
}

static void find_gates(const struct net *net, enum restore_layer_name name,
		       const struct scan *scan, struct chunk chunk)
{
	multiply(net, scan->matrix, inputs_at(net, name, chunk.at),
		 RESTORE_WIDTH, chunk.count, net->products);
	open_gates(net, chunk.count);
}

static void run_qrnn(const struct net *net, enum restore_layer_name name,
		     enum restore_matrix_name matrix, size_t count)
{
	struct scan forward = { .matrix = matrix };
	struct scan backward = { .matrix = matrix + 1,
				 .channel = RESTORE_HALF };

	for (size_t i = 0; i < chunks(count); i++) {
		const struct chunk chunk = chunk_of(count, i);

		find_gates(net, name, &forward, chunk);
		for (size_t k = 0; k < chunk.count; k++)
			step(net, &forward, chunk.at + k, k);
	}
	for (size_t i = chunks(count); i-- > 0;) {
		const struct chunk chunk = chunk_of(count, i);

		find_gates(net, name, &backward, chunk);
		for (size_t k = chunk.count; k-- > 0;)
			step(net, &backward, chunk.at + k, k);
		quantise(net, name + 1, chunk);
	}
}

/* The heads' products are in units of 2^-6, logits in units of 2^-8. */
static void run_heads(const struct net *net, size_t count)
{
	for (size_t i = 0; i < chunks(count); i++) {
		const struct chunk chunk = chunk_of(count, i);
		int16_t *logits = net->logits + chunk.at * NET_STRIDE;

		multiply(net, MATRIX_HEADS,
			 inputs_at(net, LAYER_HEADS, chunk.at), RESTORE_WIDTH,
			 chunk.count, logits);
		net->model->kernel->widen(logits, chunk.count * NET_STRIDE);
	}
}

void net_run(struct net *net, size_t count)
{
	embed(net, count);
	run_conv(net, LAYER_CONV1, MATRIX_CONV1, count);
	run_qrnn(net, LAYER_QRNN1, MATRIX_FORWARD1, count);
	run_conv(net, LAYER_CONV2, MATRIX_CONV2, count);
	run_qrnn(net, LAYER_QRNN2, MATRIX_FORWARD2, count);
	run_conv(net, LAYER_CONV3, MATRIX_CONV3, count);
	run_heads(net, count);
}

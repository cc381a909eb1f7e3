/*
 * The parts of training that PyTorch is slow at on a CPU: the sum of embeddings
 * with a lazy Adam (only rows that were touched), and the QRNN scan. Compiled
 * and called by native.py. Rows are tokens; bf16 is kept as uint16_t.
 */
#include <math.h>
#include <stdint.h>
#include <string.h>

enum { WIDTH = 96 };

static inline float widen(uint16_t half)
{
	union {
		uint32_t bits;
		float value;
	} u = { (uint32_t)half << 16 };
	return u.value;
}

static inline uint16_t narrow(float value)
{
	union {
		float value;
		uint32_t bits;
	} u = { value };
	return (uint16_t)((u.bits + 0x7fff + ((u.bits >> 16) & 1)) >> 16);
}

void embed_sum(const float *table, const int32_t *rows, int64_t n, int64_t each,
	       uint16_t *out)
{
#pragma omp parallel for
	for (int64_t i = 0; i < n; i++) {
		float sum[WIDTH] = { 0 };
		for (int64_t k = 0; k < each; k++) {
			const float *row =
				table + (int64_t)rows[i * each + k] * WIDTH;
			for (int j = 0; j < WIDTH; j++)
				sum[j] += row[j];
		}
		for (int j = 0; j < WIDTH; j++)
			out[i * WIDTH + j] = narrow(sum[j]);
	}
}

/* Adds the gradient to its rows; returns how many rows were touched. */
int64_t embed_gather(const uint16_t *grad, const int32_t *rows, int64_t n,
		     int64_t each, float *sums, uint8_t *seen, int32_t *touched)
{
	int64_t count = 0;
	for (int64_t i = 0; i < n; i++) {
		float g[WIDTH];
		for (int j = 0; j < WIDTH; j++)
			g[j] = widen(grad[i * WIDTH + j]);
		for (int64_t k = 0; k < each; k++) {
			int32_t r = rows[i * each + k];
			float *sum = sums + (int64_t)r * WIDTH;
			if (!seen[r]) {
				seen[r] = 1;
				touched[count++] = r;
			}
			for (int j = 0; j < WIDTH; j++)
				sum[j] += g[j];
		}
	}
	return count;
}

double embed_norm(const float *sums, const int32_t *touched, int64_t count)
{
	double total = 0;
	for (int64_t i = 0; i < count; i++) {
		const float *sum = sums + (int64_t)touched[i] * WIDTH;
		float part = 0;
		for (int j = 0; j < WIDTH; j++)
			part += sum[j] * sum[j];
		total += part;
	}
	return total;
}

void embed_adam(float *table, float *mean, float *var, float *sums,
		uint8_t *seen, const int32_t *touched, int64_t count,
		const float *setting)
{
	const float rate = setting[0], beta1 = setting[1], beta2 = setting[2];
	const float scale = setting[3], fix2 = setting[4];
#pragma omp parallel for
	for (int64_t i = 0; i < count; i++) {
		int64_t at = (int64_t)touched[i] * WIDTH;
		seen[touched[i]] = 0;
		for (int j = 0; j < WIDTH; j++) {
			float g = sums[at + j] * scale;
			float m = mean[at + j] * beta1 + g * (1 - beta1);
			float v = var[at + j] * beta2 + g * g * (1 - beta2);
			mean[at + j] = m;
			var[at + j] = v;
			table[at + j] -= rate * m / (sqrtf(v * fix2) + 1e-8f);
			sums[at + j] = 0;
		}
	}
}

/* Fast division turns an infinite divisor into NaN: stay far from it. */
static inline float within(float x, float limit)
{
	return fminf(fmaxf(x, -limit), limit);
}

static inline float sigmoid(float x)
{
	x = within(x, 30.0f);
	return 1.0f / (1.0f + expf(-x));
}

static inline float hyper(float x)
{
	x = within(x, 15.0f);
	return 1.0f - 2.0f / (1.0f + expf(2.0f * x));
}

/* Gates: z, f, o of the forward half, then of the backward one. */
void qrnn_forward(const uint16_t *gates, int64_t batch, int64_t time,
		  uint16_t *out, float *state)
{
#pragma omp parallel for
	for (int64_t b = 0; b < batch; b++)
		for (int half = 0; half < 2; half++) {
			float c[HALF] = { 0 };
			for (int64_t s = 0; s < time; s++) {
				int64_t t =
					b * time + (half ? time - 1 - s : s);
				const uint16_t *g =
					gates + (t * 2 + half) * 3 * HALF;
				float *keep = state + (t * 2 + half) * HALF;
				uint16_t *h = out + (t * 2 + half) * HALF;
				for (int j = 0; j < HALF; j++) {
					float z = hyper(widen(g[j]));
					float f = sigmoid(widen(g[HALF + j]));
					float o =
						sigmoid(widen(g[2 * HALF + j]));
					c[j] = f * c[j] + (1 - f) * z;
					keep[j] = c[j];
					h[j] = narrow(o * c[j]);
				}
			}
		}
}

void qrnn_backward(const uint16_t *gates, const float *state,
		   const uint16_t *grad, int64_t batch, int64_t time,
		   uint16_t *out)
{
	static const float zero[HALF];
#pragma omp parallel for
	for (int64_t b = 0; b < batch; b++)
		for (int half = 0; half < 2; half++) {
			float dc[HALF] = { 0 };
			for (int64_t s = time - 1; s >= 0; s--) {
				int64_t t =
					b * time + (half ? time - 1 - s : s);
				int64_t at = (t * 2 + half) * HALF;
				const float *prior = zero;
				if (s)
					prior = state +
						((half ? t + 1 : t - 1) * 2 +
						 half) * HALF;
				const uint16_t *g = gates + at * 3;
				uint16_t *dg = out + at * 3;
				for (int j = 0; j < HALF; j++) {
					float z = hyper(widen(g[j]));
					float f = sigmoid(widen(g[HALF + j]));
					float o =
						sigmoid(widen(g[2 * HALF + j]));
					float dh = widen(grad[at + j]);
					float d = dc[j] + dh * o;
					dg[j] = narrow(d * (1 - f) *
						       (1 - z * z));
					dg[HALF + j] =
						narrow(d * (prior[j] - z) * f *
						       (1 - f));
					dg[2 * HALF + j] =
						narrow(dh * state[at + j] * o *
						       (1 - o));
					dc[j] = d * f;
				}
			}
		}
}

/*
 * A linear model of case over phrases, trained by AdaGrad: called by phrases.py.
 * A token is left out where its label is above 1.
 */
#include <math.h>
#include <stdint.h>

enum { FEATURES = 6, SKETCH = 1 << 26 };

struct table {
	uint64_t *keys;
	float *weights, *squares;
	uint64_t mask;
};

static uint64_t mix(uint64_t a, uint64_t b, uint64_t c, uint64_t tag)
{
	uint64_t h = a * 0x9E3779B97F4A7C15u + b * 0xC2B2AE3D27D4EB4Fu +
		     c * 0x165667B19E3779F9u + tag * 0xD6E8FEB86659FD93u;

	h ^= h >> 32;
	h *= 0xD6E8FEB86659FD93u;
	return h ^ h >> 32;
}

/* k: hashes of the tokens' words; g: groups of the gaps that follow them. */
static void read_features(const uint64_t *k, const uint8_t *g, int64_t i,
			  uint64_t *f)
{
	f[0] = mix(0, k[i], 0, 1 + 8 * g[i - 1]);
	f[1] = mix(k[i - 1], k[i], 0, 2 + 8 * g[i - 1]);
	f[2] = mix(0, k[i], k[i + 1], 3 + 8 * g[i]);
	f[3] = mix(k[i - 1], k[i], k[i + 1], 4);
	f[4] = mix(k[i - 2], k[i - 1], k[i], 5);
	f[5] = mix(k[i], k[i + 1], k[i + 2], 6);
}

void count_features(const uint64_t *k, const uint8_t *g, const uint8_t *label,
		    int64_t n, uint8_t *sketch)
{
	for (int64_t i = 2; i < n - 2; i++) {
		uint64_t f[FEATURES];

		if (label[i] > 1)
			continue;
		read_features(k, g, i, f);
		for (int j = 0; j < FEATURES; j++) {
			uint8_t *slot = &sketch[f[j] >> 20 & (SKETCH - 1)];
			*slot += *slot < 255;
		}
	}
}

/* Where a feature is or may be put; the key 0 is an empty slot. */
static uint64_t find(const struct table *t, uint64_t key)
{
	uint64_t slot = key & t->mask;

	while (t->keys[slot] && t->keys[slot] != key)
		slot = (slot + 1) & t->mask;
	return slot;
}

void train_features(const uint64_t *k, const uint8_t *g, const uint8_t *label,
		    int64_t from, int64_t to, uint64_t *keys, float *weights,
		    float *squares, int64_t slots, const uint8_t *sketch,
		    int64_t least, float rate)
{
	struct table t = { keys, weights, squares, (uint64_t)slots - 1 };

	for (int64_t i = from; i < to; i++) {
		uint64_t f[FEATURES], at[FEATURES];
		float z = 0, error;
		int n = 0;

		if (label[i] > 1)
			continue;
		read_features(k, g, i, f);
		for (int j = 0; j < FEATURES; j++) {
			if (sketch[f[j] >> 20 & (SKETCH - 1)] < least)
				continue;
			at[n] = find(&t, f[j]);
			keys[at[n]] = f[j];
			z += weights[at[n++]];
		}
		z = fminf(fmaxf(z, -20), 20);
		error = 1 / (1 + expf(-z)) - label[i];
		for (int j = 0; j < n; j++) {
			float step = error + 1e-4f * weights[at[j]];

			squares[at[j]] += step * step;
			weights[at[j]] -= rate * step / sqrtf(squares[at[j]] + 1);
		}
	}
}

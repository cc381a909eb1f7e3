/* A small model file, section by section: src/restore/README.md. */
#include "small_model.h"

#include "support.h"

#include <xxhash.h>

#define SECTIONS 47
#define WORDS 4u
#define HASHED 2u
#define AFFIXES 2u
#define PAIRS 1u
#define ROWS                                                                   \
	(WORDS + HASHED + 1 + 2 * AFFIXES + 128 + 256 + 14 + 5 + PAIRS + 1 + 96)
#define SIZES 13

void model_put(unsigned char *at, uint64_t value, size_t size)
{
	for (size_t i = 0; i < size; i++)
		at[i] = (unsigned char)(value >> 8 * i);
}

/* Room for a section, zeroed. */
static unsigned char *section(struct model_file *file, const char *name,
			      size_t len)
{
	unsigned char *entry =
		file->bytes + MODEL_HEAD + MODEL_ENTRY * file->sections++;
	unsigned char *at = file->bytes + file->len;

	assert_true(file->sections <= SECTIONS);
	assert_true(file->len + len + 64 <= file->cap);
	memcpy(entry, name, strlen(name));
	model_put(entry + 16, file->len, 8);
	model_put(entry + 24, len, 8);
	file->len = (file->len + len + 63) / 64 * 64;
	return at;
}

static void add_layer(struct model_file *file, const char *name, size_t rows,
		      size_t inputs, size_t taps)
{
	static const struct {
		const char *suffix;
		size_t rows, inputs; /* bytes: of a row, of an input */
	} parts[] = {
		{ "b", 4, 0 },
		{ "m", 2, 0 },
		{ "in", 0, 2 },
		{ "zero", 0, 1 },
	};
	char full[16];

	snprintf(full, sizeof(full), "%s.w", name);
	section(file, full, rows * inputs * taps);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		snprintf(full, sizeof(full), "%s.%s", name, parts[i].suffix);
		section(file, full,
			rows * parts[i].rows + inputs * parts[i].inputs);
	}
}

/* Gap classes: a space, a comma and a space, and 126 odd ones. */
static void add_gaps(struct model_file *file)
{
	unsigned char *at = section(file, "gaps", 4 + 128 * 4);

	model_put(at, 128, 4);
	at += 4;
	for (int i = 0; i < 128; i++) {
		char text[8];

		snprintf(text, sizeof(text), "%s", i == 1 ? ", " : " ");
		if (i > 1)
			snprintf(text, sizeof(text), "%d", 100 + i);
		*at = (unsigned char)strlen(text);
		memcpy(at + 1, text, *at);
		at += 1 + *at;
	}
}

void model_file_seal(struct model_file *file)
{
	XXH128_hash_t hash;

	memcpy(file->bytes, "cdwire\r\n", 8);
	model_put(file->bytes + 8, 2, 4);
	model_put(file->bytes + 12, file->sections, 4);
	model_put(file->bytes + 16, file->len, 8);
	hash = XXH3_128bits(file->bytes + MODEL_HEAD, file->len - MODEL_HEAD);
	model_put(file->bytes + 24, hash.low64, 8);
	model_put(file->bytes + 32, hash.high64, 8);
}

/* A network of zeros that says ", " and Title everywhere. */
struct model_file model_file_make(void)
{
	static const uint32_t sizes[SIZES] = { WORDS, HASHED, AFFIXES, 128, 256,
					       14,    5,      PAIRS,   128, 5,
					       96,    224,    96 };
	struct model_file file = { .cap = 4 << 20 };
	unsigned char *at;

	file.bytes = calloc(1, file.cap);
	assert_non_null(file.bytes);
	file.len = MODEL_HEAD + MODEL_ENTRY * SECTIONS;
	at = section(&file, "sizes", sizeof(sizes));
	for (int i = 0; i < SIZES; i++)
		model_put(at + 4 * i, sizes[i], 4);
	section(&file, "embed", ROWS * 96);
	section(&file, "words", 65536 * 4);
	section(&file, "pairs", 65536 * 4);
	section(&file, "lexicon.print", MODEL_SLOTS * 2);
	section(&file, "lexicon.value", MODEL_SLOTS);
	section(&file, "mixed", 8192 * 8);
	add_gaps(&file);
	section(&file, "seen", 4);
	add_layer(&file, "conv1", 224, 96, 3);
	add_layer(&file, "qrnn1", 672, 224, 1);
	add_layer(&file, "conv2", 224, 224, 3);
	add_layer(&file, "qrnn2", 672, 224, 1);
	add_layer(&file, "conv3", 224, 224, 3);
	add_layer(&file, "heads", 136, 224, 1);
	section(&file, "shift", 6 * 4);
	section(&file, "sigmoid", 2048 * 2);
	section(&file, "tanh", 2048 * 2);
	section(&file, "exp", 4096 * 4);
	at = section(&file, "decode.bias", 5 * 128 * 2);
	model_put(at + 2, 100, 2);
	at = section(&file, "decode", 13 * 4);
	model_put(at + 4 * 8, 100, 4);
	section(&file, "calibration", 3 * 64 * 2);
	model_file_seal(&file);
	return file;
}

unsigned char *model_file_entry(struct model_file *file, const char *name)
{
	for (size_t i = 0; i < file->sections; i++) {
		unsigned char *entry =
			file->bytes + MODEL_HEAD + MODEL_ENTRY * i;

		if (!strcmp((const char *)entry, name))
			return entry;
	}
	fail_msg("no section %s", name);
	return NULL;
}

unsigned char *model_file_bytes(struct model_file *file, const char *name)
{
	uint64_t at = 0;

	for (int i = 7; i >= 0; i--)
		at = at << 8 | model_file_entry(file, name)[16 + i];
	return file->bytes + at;
}

/* Opening a model file. */
#include "wire/model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wire/container.h"
#include "wire/lexicon.h"

#define DECODE_NUMBERS 13

enum section {
	SIZES, EMBED, WORDS, PAIRS, LEXICON_PRINT, LEXICON_VALUE, MIXED, GAPS,
	SEEN, SHIFT, SIGMOID, TANH, EXP, BIAS, DECODE, CALIBRATION,
	SECTION_COUNT
};

/* Bytes that a section must have; 0: it says itself, or the sizes do. */
static const struct {
	const char *name;
	size_t bytes;
} sections[SECTION_COUNT] = {
	[SIZES] = { "sizes", 12 * 4 },
	[EMBED] = { "embed", 0 },
	[WORDS] = { "words", LEXICON_WORDS * 4 },
	[PAIRS] = { "pairs", LEXICON_WORDS * 4 },
	[LEXICON_PRINT] = { "lexicon.print", LEXICON_PRIORS * 2 },
	[LEXICON_VALUE] = { "lexicon.value", LEXICON_PRIORS },
	[MIXED] = { "mixed", LEXICON_MIXED * 8 },
	[GAPS] = { "gaps", 0 },
	[SEEN] = { "seen", 0 },
	[SHIFT] = { "shift", LAYER_COUNT * 4 },
	[SIGMOID] = { "sigmoid", WIRE_CURVE * 2 },
	[TANH] = { "tanh", WIRE_CURVE * 2 },
	[EXP] = { "exp", WIRE_EXP * 4 },
	[BIAS] = { "decode.bias", WIRE_CONDITIONS * WIRE_GAPS * 2 },
	[DECODE] = { "decode", DECODE_NUMBERS * 4 },
	[CALIBRATION] = { "calibration", WIRE_HEADS * WIRE_LEVELS * 2 },
};

static const struct {
	const char *name;
	size_t rows, inputs, taps;
} layers[LAYER_COUNT] = {
	[LAYER_CONV1] = { "conv1", WIRE_WIDTH, WIRE_INPUT, 3 },
	[LAYER_QRNN1] = { "qrnn1", WIRE_GATES, WIRE_WIDTH, 1 },
	[LAYER_CONV2] = { "conv2", WIRE_WIDTH, WIRE_WIDTH, 3 },
	[LAYER_QRNN2] = { "qrnn2", WIRE_GATES, WIRE_WIDTH, 1 },
	[LAYER_CONV3] = { "conv3", WIRE_WIDTH, WIRE_WIDTH, 3 },
	[LAYER_HEADS] = { "heads", WIRE_LOGITS, WIRE_WIDTH, 1 },
};

struct part {
	const unsigned char *bytes;
	size_t len;
};

struct opening {
	struct wire_model *model;
	char *error;
	size_t error_size;
	bool verify;		/* read the file through */
	struct part parts[SECTION_COUNT];
};

static enum cd_status refuse(struct opening *o, const char *why,
			     const char *what)
{
	snprintf(o->error, o->error_size, "model file %s%s%s", why,
		 *what ? ": " : "", what);
	return CD_DATA;
}

static enum cd_status check_container(struct opening *o)
{
	const struct wire_model *model = o->model;
	const char *fault =
		container_read(model->bytes, model->len, o->model->hash);

	if (!fault && o->verify)
		fault = container_verify(model->bytes, model->len);
	return fault ? refuse(o, fault, "") : CD_OK;
}

static enum cd_status find_parts(struct opening *o)
{
	for (size_t i = 0; i < SECTION_COUNT; i++) {
		struct part *part = &o->parts[i];

		part->bytes = container_find(o->model->bytes, o->model->len,
					     sections[i].name, &part->len);
		if (!part->bytes)
			return refuse(o, "lacks a section", sections[i].name);
		if (sections[i].bytes && part->len != sections[i].bytes)
			return refuse(o, "has a section of the wrong size",
				      sections[i].name);
	}
	return CD_OK;
}

/* Sizes in the file's order, and what they must be; 0: free. */
static enum cd_status read_sizes(struct opening *o)
{
	static const uint32_t wanted[12] = {
		0, 0, 0, LEXICON_PRIOR_ROWS, LEXICON_SEEN_ROWS, LEXICON_RUN_ROWS,
		5, 0, WIRE_GAPS, WIRE_CASES, WIRE_INPUT, WIRE_WIDTH
	};
	struct wire_model *model = o->model;
	struct wire_bases *base = &model->base;
	uint32_t size[12];

	for (size_t i = 0; i < 12; i++) {
		size[i] = wire_u32(o->parts[SIZES].bytes + 4 * i);
		if (size[i] > 0xFFFF || (wanted[i] && size[i] != wanted[i]))
			return refuse(o, "has a network of other sizes", "");
	}
	model->words = size[0];
	model->hashed = size[1];
	model->affixes = size[2];
	if (!model->hashed || !model->affixes)
		return refuse(o, "has a network of other sizes", "");
	base->prefix = model->words + model->hashed + 1;
	base->suffix = base->prefix + model->affixes;
	base->prior = base->suffix + model->affixes;
	base->seen = base->prior + LEXICON_PRIOR_ROWS;
	base->run = base->seen + LEXICON_SEEN_ROWS;
	base->letters = base->run + LEXICON_RUN_ROWS;
	base->pair = base->letters + 5;
	base->rows = base->pair + size[7] + 1;
	if (o->parts[EMBED].len != (size_t)base->rows * WIRE_INPUT)
		return refuse(o, "has a section of the wrong size", "embed");
	return CD_OK;
}

/* Whether a table of words or pairs has a free slot, and no wild number. */
static bool numbers_fit(const unsigned char *table, uint32_t most)
{
	bool free_slot = false;

	for (size_t i = 0; i < LEXICON_WORDS; i++) {
		const uint32_t number = wire_u16(table + 4 * i);

		free_slot |= !number;
		if (number > most)
			return false;
	}
	return free_slot;
}

/* A row of a section that begins with `width` zeros. */
static bool has_free(const unsigned char *table, size_t rows, size_t stride,
		     size_t width)
{
	static const unsigned char zeros[4];

	for (size_t i = 0; i < rows; i++) {
		if (!memcmp(table + i * stride, zeros, width))
			return true;
	}
	return false;
}

/* Values are rows of 128: their highest bits are clear. */
static bool values_fit(const unsigned char *values, size_t count)
{
	uint64_t all = 0;

	for (size_t i = 0; i + 8 <= count; i += 8) {
		uint64_t eight;

		memcpy(&eight, values + i, 8);
		all |= eight;
	}
	return !(all & 0x8080808080808080u);
}

/* Tables that lead to no row, or that would be searched for ever. */
static enum cd_status check_tables(struct opening *o)
{
	const struct wire_bases *base = &o->model->base;

	if (!o->verify)
		return CD_OK;
	if (!numbers_fit(o->parts[WORDS].bytes, o->model->words) ||
	    !numbers_fit(o->parts[PAIRS].bytes, base->rows - base->pair - 1) ||
	    !values_fit(o->parts[LEXICON_VALUE].bytes, LEXICON_PRIORS))
		return refuse(o, "has a table that leads nowhere", "");
	if (!has_free(o->parts[LEXICON_PRINT].bytes, LEXICON_PRIORS, 2, 2) ||
	    !has_free(o->parts[MIXED].bytes, LEXICON_MIXED, 8, 4))
		return refuse(o, "has a table without a free slot", "");
	return CD_OK;
}

static void point_at_tables(struct opening *o)
{
	struct wire_model *model = o->model;

	model->embed = (const int8_t *)o->parts[EMBED].bytes;
	model->word_table = o->parts[WORDS].bytes;
	model->pair_table = o->parts[PAIRS].bytes;
	model->lexicon_print = o->parts[LEXICON_PRINT].bytes;
	model->lexicon_value = o->parts[LEXICON_VALUE].bytes;
	model->mixed_table = o->parts[MIXED].bytes;
}

/* The next string: u8 length and bytes; NULL when it does not fit. */
static const unsigned char *next_string(const struct part *part, size_t *at)
{
	const unsigned char *string = part->bytes + *at;

	if (*at >= part->len || part->len - *at <= string[0])
		return NULL;
	*at += 1 + (size_t)string[0];
	return string;
}

static uint8_t pair_group(struct wire_model *model, const char *marks)
{
	for (size_t i = 0; i < model->pair_count; i++) {
		if (!strcmp(model->pairs[i].marks, marks))
			return (uint8_t)i;
	}
	if (model->pair_count == WIRE_PAIR_GROUPS)
		return WIRE_PAIR_GROUPS;
	memcpy(model->pairs[model->pair_count].marks, marks,
	       WIRE_PAIRS_MAX + 1);
	return (uint8_t)model->pair_count++;
}

/* A quotation mark or bracket as struct wire_pairs writes it; 0: neither. */
static char paired_mark(const char *c)
{
	if (!strncmp(c, "\xE2\x80\x9C", 3))
		return '<';
	if (!strncmp(c, "\xE2\x80\x9D", 3))
		return '>';
	return strchr("()[]", *c) ? *c : 0;
}

static bool describe_gap(struct wire_model *model, struct wire_gap *gap)
{
	char marks[WIRE_PAIRS_MAX + 1] = "";
	size_t count = 0;

	for (const char *c = gap->text; *c; c++) {
		const char mark = paired_mark(c);

		if (mark && count == WIRE_PAIRS_MAX)
			return false;
		if (mark)
			marks[count++] = mark;
	}
	gap->space = strchr(gap->text, ' ') != NULL;
	gap->begins = gap->text[0] == ' ';
	gap->ends = gap->len && gap->text[gap->len - 1] == ' ';
	gap->ends_sentence = gap->space && strpbrk(gap->text, ".?!");
	gap->ends_part = strpbrk(gap->text, ".?!:") || strchr(marks, '>');
	gap->pairs = pair_group(model, marks);
	return gap->pairs < WIRE_PAIR_GROUPS;
}

static enum cd_status read_gaps(struct opening *o)
{
	struct wire_model *model = o->model;
	const struct part *part = &o->parts[GAPS];
	size_t at = 4;

	if (part->len < 4 || wire_u32(part->bytes) != WIRE_GAPS)
		return refuse(o, "has a damaged section", "gaps");
	for (size_t i = 0; i < WIRE_GAPS; i++) {
		struct wire_gap *gap = &model->gaps[i];
		const unsigned char *string = next_string(part, &at);

		if (!string || string[0] >= sizeof(gap->text))
			return refuse(o, "has a damaged section", "gaps");
		gap->len = string[0];
		memcpy(gap->text, string + 1, gap->len);
		if (i == WIRE_GAP_KEEP)
			memset(gap, 0, sizeof(*gap));
		if (!describe_gap(model, gap))
			return refuse(o, "has a damaged section", "gaps");
	}
	return CD_OK;
}

static enum cd_status read_seen(struct opening *o)
{
	struct wire_model *model = o->model;
	const struct part *part = &o->parts[SEEN];
	size_t at = 4;
	const size_t count = part->len < 4 ? SIZE_MAX : wire_u32(part->bytes);

	if (count > LEXICON_SEEN_ROWS - LEXICON_SEEN_FIRST)
		return refuse(o, "has a damaged section", "seen");
	for (size_t i = 0; i < count; i++) {
		const unsigned char *string = next_string(part, &at);

		if (!string)
			return refuse(o, "has a damaged section", "seen");
		model->seen[LEXICON_SEEN_FIRST + i] = string;
	}
	model->seen_count = LEXICON_SEEN_FIRST + count;
	lexicon_index_seen(model);
	return CD_OK;
}

static void read_i16(int16_t *out, const unsigned char *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		out[i] = (int16_t)wire_u16(bytes + 2 * i);
}

static void read_settings(struct opening *o)
{
	struct wire_model *model = o->model;
	int32_t *const decode[DECODE_NUMBERS] = {
		&model->reopen, &model->reopen_break, &model->unopened,
		&model->ending, &model->break_bias[0], &model->break_bias[1],
		&model->lower_after_end, &model->case_bias[WIRE_LOWER],
		&model->case_bias[WIRE_TITLE], &model->case_bias[WIRE_UPPER],
		&model->case_bias[WIRE_MIXED],
		&model->lower_after_end_collapsed, &model->break_plain,
	};

	read_i16(model->sigmoid, o->parts[SIGMOID].bytes, WIRE_CURVE);
	read_i16(model->tanh, o->parts[TANH].bytes, WIRE_CURVE);
	for (size_t i = 0; i < WIRE_EXP; i++)
		model->exp[i] = wire_u32(o->parts[EXP].bytes + 4 * i);
	read_i16(model->bias[0], o->parts[BIAS].bytes,
		 WIRE_CONDITIONS * WIRE_GAPS);
	for (size_t i = 0; i < DECODE_NUMBERS; i++)
		*decode[i] = (int32_t)wire_u32(o->parts[DECODE].bytes + 4 * i);
	for (size_t i = 0; i < WIRE_HEADS * WIRE_LEVELS; i++)
		model->calibration[i / WIRE_LEVELS][i % WIRE_LEVELS] =
			(uint16_t)wire_u16(o->parts[CALIBRATION].bytes + 2 * i);
}

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
	refuse(o, "has a section that is not as it must be", name);
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

static enum cd_status read_matrix(struct opening *o, size_t number)
{
	struct wire_layer *layer = &o->model->layers[number];
	const size_t rows = layers[number].rows;
	const size_t columns = layers[number].inputs * layers[number].taps;
	const unsigned char *w = layer_part(o, number, "w", rows * columns);
	const unsigned char *b = layer_part(o, number, "b", rows * 4);
	int32_t bias[WIRE_GATES];

	if (!w || !b)
		return CD_DATA;
	if (!weights_fit(w, rows * columns))
		return refuse(o, "has weights that are too large",
			      layers[number].name);
	for (size_t i = 0; i < rows; i++) {
		bias[i] = (int32_t)wire_u32(b + 4 * i);
		/* Twice as much as any sum of products: no overflow. */
		if (bias[i] > 1 << 28 || bias[i] < -(1 << 28))
			return refuse(o, "has a bias that is too large",
				      layers[number].name);
	}
	return matrix_init(&layer->matrix, o->model->kernel, (const int8_t *)w,
			   bias, rows, columns) ? CD_OK : CD_NOMEM;
}

static enum cd_status read_layer(struct opening *o, size_t number)
{
	struct wire_layer *layer = &o->model->layers[number];
	const size_t rows = layers[number].rows;
	const size_t inputs = layers[number].inputs;
	const unsigned char *m = layer_part(o, number, "m", rows * 2);
	const unsigned char *in = layer_part(o, number, "in", inputs * 2);
	const unsigned char *zero = layer_part(o, number, "zero", inputs);
	enum cd_status status;

	if (!m || !in || !zero)
		return CD_DATA;
	status = read_matrix(o, number);
	if (status != CD_OK)
		return status;
	layer->inputs = inputs;
	layer->shift = (int)wire_u32(o->parts[SHIFT].bytes + 4 * number);
	if (layer->shift < 0 || layer->shift > 30)
		return refuse(o, "has a shift out of range",
			      layers[number].name);
	layer->multiplier = calloc(layer->matrix.padded, sizeof(int16_t));
	layer->scale = calloc(inputs, sizeof(int16_t));
	layer->zero = malloc(inputs);
	if (!layer->multiplier || !layer->scale || !layer->zero)
		return CD_NOMEM;
	read_i16(layer->multiplier, m, rows);
	read_i16(layer->scale, in, inputs);
	memcpy(layer->zero, zero, inputs);
	return CD_OK;
}

/* Phrases may be left out of a file. */
static enum cd_status read_phrases(struct opening *o)
{
	struct wire_model *model = o->model;
	const unsigned char *groups;
	size_t len, group_len;

	model->phrases = container_find(model->bytes, model->len, "phrases",
					&len);
	groups = container_find(model->bytes, model->len, "groups", &group_len);
	if (!model->phrases || !groups)
		return CD_OK;
	if (group_len != WIRE_GAPS || len / 2 > UINT32_MAX)
		return refuse(o, "has a section of the wrong size", "groups");
	model->phrase_slots = len / 2;
	for (size_t i = 0; i < WIRE_GAPS; i++)
		model->gaps[i].group = groups[i];
	return CD_OK;
}

static enum cd_status open_model(struct opening *o)
{
	enum cd_status (*const steps[])(struct opening *) = {
		check_container, find_parts, read_sizes, check_tables, read_gaps,
		read_seen, read_phrases,
	};
	enum cd_status status = CD_OK;

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		status = steps[i](o);
		if (status != CD_OK)
			return status;
	}
	point_at_tables(o);
	read_settings(o);
	for (size_t i = 0; status == CD_OK && i < LAYER_COUNT; i++)
		status = read_layer(o, i);
	return status;
}

static enum cd_status open_bytes(struct opening *o, const void *bytes,
				 size_t len, struct wire_model **model)
{
	enum cd_status status;

	*model = NULL;
	o->model = calloc(1, sizeof(*o->model));
	if (!o->model)
		return CD_NOMEM;
	o->model->bytes = bytes;
	o->model->len = len;
	o->model->kernel = kernel_best();
	status = open_model(o);
	if (status != CD_OK)
		wire_model_free(o->model);
	else
		*model = o->model;
	return status;
}

enum cd_status wire_model_open(const void *bytes, size_t len,
			       struct wire_model **model, char *error,
			       size_t error_size)
{
	struct opening o = {
		.error = error, .error_size = error_size, .verify = true,
	};

	return open_bytes(&o, bytes, len, model);
}

enum cd_status wire_model_attach(const void *bytes, size_t len,
				 struct wire_model **model, char *error,
				 size_t error_size)
{
	struct opening o = { .error = error, .error_size = error_size };

	return open_bytes(&o, bytes, len, model);
}

void wire_model_free(struct wire_model *model)
{
	if (!model)
		return;
	for (size_t i = 0; i < LAYER_COUNT; i++) {
		matrix_release(&model->layers[i].matrix);
		free(model->layers[i].multiplier);
		free(model->layers[i].scale);
		free(model->layers[i].zero);
	}
	free(model);
}

const char *wire_model_hash(const struct wire_model *model)
{
	return model->hash;
}

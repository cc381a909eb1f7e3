/* A model of a file: opened, and freed. */
#include "restore/opening.h"

#include <stdlib.h>
#include <string.h>

#include "restore/lexicon.h"
#include "restore/net.h"
#include "restore/repeats.h"

#define DECODE_NUMBERS 13
#define SIZES 13

/* Bytes that a section must have; 0: it says itself, or the sizes do. */
static const struct {
	const char *name;
	size_t bytes;
} sections[PART_COUNT] = {
	[PART_SIZES] = { "sizes", SIZES * 4 },
	[PART_EMBED] = { "embed", 0 },
	[PART_WORDS] = { "words", LEXICON_WORDS * 4 },
	[PART_PAIRS] = { "pairs", LEXICON_WORDS * 4 },
	[PART_LEXICON_PRINT] = { "lexicon.print", 0 },
	[PART_LEXICON_VALUE] = { "lexicon.value", 0 },
	[PART_MIXED] = { "mixed", LEXICON_MIXED * 8 },
	[PART_GAPS] = { "gaps", 0 },
	[PART_SEEN] = { "seen", 0 },
	[PART_SHIFT] = { "shift", LAYER_COUNT * 4 },
	[PART_SIGMOID] = { "sigmoid", RESTORE_CURVE * 2 },
	[PART_TANH] = { "tanh", RESTORE_CURVE * 2 },
	[PART_EXP] = { "exp", RESTORE_EXP * 4 },
	[PART_BIAS] = { "decode.bias", LOSS_COUNT *RESTORE_GAPS * 2 },
	[PART_DECODE] = { "decode", DECODE_NUMBERS * 4 },
	[PART_CALIBRATION] = { "calibration",
			       RESTORE_HEADS *RESTORE_LEVELS * 2 },
};

static enum cd_status wrong_size(struct opening *o, const char *section)
{
	return opening_refuse(o, "has a section of the wrong size", section);
}

static enum cd_status check_container(struct opening *o)
{
	const struct restore_model *model = o->model;
	char fault[CONTAINER_FAULT];

	if (!container_read(model->bytes, model->len, o->model->hash, fault))
		return opening_refuse(o, fault, "");
	if (o->verify && !container_verify(model->bytes, model->len))
		return opening_refuse(
			o, "is damaged: its checksum does not fit", "");
	return CD_OK;
}

static enum cd_status find_parts(struct opening *o)
{
	for (size_t i = 0; i < PART_COUNT; i++) {
		struct part *part = &o->parts[i];

		part->bytes = container_find(o->model->bytes, o->model->len,
					     sections[i].name, &part->len);
		if (!part->bytes)
			return opening_refuse(o, "lacks a section",
					      sections[i].name);
		if (sections[i].bytes && part->len != sections[i].bytes)
			return wrong_size(o, sections[i].name);
	}
	return CD_OK;
}

/* Sizes in the file's order, and what they must be; 0: free. */
static enum cd_status read_sizes(struct opening *o)
{
	static const uint32_t wanted[SIZES] = { 0,
						0,
						0,
						LEXICON_PRIOR_ROWS,
						LEXICON_SEEN_ROWS,
						LEXICON_RUN_ROWS,
						5,
						0,
						RESTORE_GAPS,
						RESTORE_CASES,
						RESTORE_INPUT,
						RESTORE_WIDTH,
						REPEATS_ROWS };
	struct restore_model *model = o->model;
	struct restore_bases *base = &model->base;
	uint32_t size[SIZES];

	for (size_t i = 0; i < SIZES; i++) {
		size[i] = model_u32(o->parts[PART_SIZES].bytes + 4 * i);
		if (size[i] > 0xFFFF || (wanted[i] && size[i] != wanted[i]))
			return opening_refuse(o, "has a network of other sizes",
					      "");
	}
	model->words = size[0];
	model->hashed = size[1];
	model->affixes = size[2];
	if (!model->hashed || !model->affixes)
		return opening_refuse(o, "has a network of other sizes", "");
	base->prefix = model->words + model->hashed + 1;
	base->suffix = base->prefix + model->affixes;
	base->prior = base->suffix + model->affixes;
	base->seen = base->prior + LEXICON_PRIOR_ROWS;
	base->run = base->seen + LEXICON_SEEN_ROWS;
	base->letters = base->run + LEXICON_RUN_ROWS;
	base->pair = base->letters + 5;
	base->repeat = base->pair + size[7] + 1;
	base->rows = base->repeat + REPEATS_ROWS;
	return CD_OK;
}

/* Sections whose length follows from sizes, or that say theirs themselves. */
static enum cd_status check_lengths(struct opening *o)
{
	const size_t rows = o->model->base.rows;
	const size_t slots = o->parts[PART_LEXICON_VALUE].len;

	if (o->parts[PART_EMBED].len != rows * RESTORE_INPUT)
		return wrong_size(o, "embed");
	if (!slots || slots > UINT32_MAX ||
	    o->parts[PART_LEXICON_PRINT].len != slots * 2)
		return wrong_size(o, "lexicon.print");
	o->model->lexicon_slots = slots;
	return CD_OK;
}

/* Whether a table of words or pairs has a free slot, and no wild number. */
static bool numbers_fit(const unsigned char *table, uint32_t most)
{
	bool free_slot = false;

	for (size_t i = 0; i < LEXICON_WORDS; i++) {
		const uint32_t number = model_u16(table + 4 * i);

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

	for (; count % 8; count--)
		all |= values[count - 1];
	for (size_t i = 0; i < count; i += 8) {
		uint64_t eight;

		memcpy(&eight, values + i, 8);
		all |= eight;
	}
	return !(all & 0x8080808080808080u);
}

/* Tables that lead to no row, or that would be searched for ever. */
static enum cd_status check_tables(struct opening *o)
{
	const struct restore_model *model = o->model;
	const struct restore_bases *base = &model->base;
	const size_t slots = model->lexicon_slots;

	if (!numbers_fit(model->word_table, model->words) ||
	    !numbers_fit(model->pair_table, base->repeat - base->pair - 1) ||
	    !values_fit(model->lexicon_value, slots))
		return opening_refuse(o, "has a table that leads nowhere", "");
	if (!has_free(model->lexicon_print, slots, 2, 2) ||
	    !has_free(model->mixed_table, LEXICON_MIXED, 8, 4))
		return opening_refuse(o, "has a table without a free slot", "");
	return CD_OK;
}

static enum cd_status read_tables(struct opening *o)
{
	struct restore_model *model = o->model;

	model->embed = (const int8_t *)o->parts[PART_EMBED].bytes;
	model->word_table = o->parts[PART_WORDS].bytes;
	model->pair_table = o->parts[PART_PAIRS].bytes;
	model->lexicon_print = o->parts[PART_LEXICON_PRINT].bytes;
	model->lexicon_value = o->parts[PART_LEXICON_VALUE].bytes;
	model->mixed_table = o->parts[PART_MIXED].bytes;
	return o->verify ? check_tables(o) : CD_OK;
}

/* In 1/256 nat: far more than speaks for anything, and no sum overflows. */
#define SETTING_MOST (1 << 20)

static enum cd_status read_decode(struct opening *o)
{
	struct restore_model *model = o->model;
	int32_t *const decode[DECODE_NUMBERS] = {
		&model->reopen,
		&model->reopen_break,
		&model->unopened,
		&model->ending,
		&model->break_bias[0],
		&model->break_bias[1],
		&model->lower_after_end,
		&model->case_bias[RESTORE_LOWER],
		&model->case_bias[RESTORE_TITLE],
		&model->case_bias[RESTORE_UPPER],
		&model->case_bias[RESTORE_MIXED],
		&model->lower_after_end_collapsed,
		&model->break_plain,
	};

	for (size_t i = 0; i < DECODE_NUMBERS; i++) {
		const int32_t setting =
			(int32_t)model_u32(o->parts[PART_DECODE].bytes + 4 * i);

		if (setting > SETTING_MOST || setting < -SETTING_MOST)
			return opening_refuse(o, "has a setting out of range",
					      "decode");
		*decode[i] = setting;
	}
	return CD_OK;
}

static void read_curve(struct curve *curve, const struct part *part)
{
	opening_i16(curve->entries, part->bytes, RESTORE_CURVE);
	curve_cut(curve);
}

static enum cd_status read_curves(struct opening *o)
{
	struct restore_model *model = o->model;

	read_curve(&model->sigmoid, &o->parts[PART_SIGMOID]);
	read_curve(&model->tanh, &o->parts[PART_TANH]);
	opening_i16(model->bias[0], o->parts[PART_BIAS].bytes,
		    LOSS_COUNT * RESTORE_GAPS);
	for (size_t i = 0; i < RESTORE_EXP; i++)
		model->exp[i] = model_u32(o->parts[PART_EXP].bytes + 4 * i);
	for (size_t i = 0; i < RESTORE_HEADS * RESTORE_LEVELS; i++) {
		const uint32_t confidence =
			model_u16(o->parts[PART_CALIBRATION].bytes + 2 * i);

		if (confidence > 1000)
			return opening_refuse(o, "has a setting out of range",
					      "calibration");
		model->calibration[i / RESTORE_LEVELS][i % RESTORE_LEVELS] =
			(uint16_t)confidence;
	}
	return CD_OK;
}

static enum cd_status open_model(struct opening *o)
{
	enum cd_status (*const steps[])(struct opening *) = {
		check_container,   find_parts,	read_sizes,
		check_lengths,	   read_tables, classes_read_gaps,
		classes_read_seen, read_decode, read_curves,
		layers_read,
	};
	enum cd_status status = CD_OK;

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		status = steps[i](o);
		if (status != CD_OK)
			break;
	}
	return status;
}

static enum cd_status open_bytes(struct opening *o, const void *bytes,
				 size_t len, struct restore_model **model)
{
	enum cd_status status;

	*model = NULL;
	o->model = calloc(1, sizeof(*o->model));
	if (!o->model)
		return CD_NOMEM;
	o->model->bytes = bytes;
	o->model->len = len;
	o->model->kernel = kernel_best();
	o->model->nets = nets_new();
	status = o->model->nets ? open_model(o) : CD_NOMEM;
	if (status != CD_OK)
		restore_model_free(o->model);
	else
		*model = o->model;
	return status;
}

enum cd_status restore_model_open(const void *bytes, size_t len,
				  struct restore_model **model, char *error,
				  size_t error_size)
{
	struct opening o = {
		.error = error,
		.error_size = error_size,
		.verify = true,
	};

	return open_bytes(&o, bytes, len, model);
}

enum cd_status restore_model_attach(const void *bytes, size_t len,
				    struct restore_model **model, char *error,
				    size_t error_size)
{
	struct opening o = { .error = error, .error_size = error_size };

	return open_bytes(&o, bytes, len, model);
}

void restore_model_free(struct restore_model *model)
{
	if (!model)
		return;
	layers_release(model);
	nets_free(model->nets);
	free(model);
}

const char *restore_model_hash(const struct restore_model *model)
{
	return model->hash;
}

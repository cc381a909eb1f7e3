/* Model files: a small one is made here, then damaged in every way. */
#include "support.h"

#include <xxhash.h>

#include "restore/restore.h"

#define HEAD 64
#define ENTRY 32
#define SECTIONS 47
#define WORDS 4u
#define HASHED 2u
#define AFFIXES 2u
#define PAIRS 1u
#define ROWS                                                                   \
	(WORDS + HASHED + 1 + 2 * AFFIXES + 128 + 256 + 14 + 5 + PAIRS + 1 + 96)
#define SIZES 13
#define SLOTS 1003 /* of the lexicon: any number will do */

struct file {
	unsigned char *bytes;
	size_t len, cap, sections;
};

static void put(unsigned char *at, uint64_t value, size_t size)
{
	for (size_t i = 0; i < size; i++)
		at[i] = (unsigned char)(value >> 8 * i);
}

/* Room for a section, zeroed. */
static unsigned char *section(struct file *file, const char *name, size_t len)
{
	unsigned char *entry = file->bytes + HEAD + ENTRY * file->sections++;
	unsigned char *at = file->bytes + file->len;

	assert_true(file->sections <= SECTIONS);
	assert_true(file->len + len + 64 <= file->cap);
	memcpy(entry, name, strlen(name));
	put(entry + 16, file->len, 8);
	put(entry + 24, len, 8);
	file->len = (file->len + len + 63) / 64 * 64;
	return at;
}

static void add_layer(struct file *file, const char *name, size_t rows,
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
static void add_gaps(struct file *file)
{
	unsigned char *at = section(file, "gaps", 4 + 128 * 4);

	put(at, 128, 4);
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

static void seal(struct file *file)
{
	XXH128_hash_t hash;

	memcpy(file->bytes, "cdwire\r\n", 8);
	put(file->bytes + 8, 2, 4);
	put(file->bytes + 12, file->sections, 4);
	put(file->bytes + 16, file->len, 8);
	hash = XXH3_128bits(file->bytes + HEAD, file->len - HEAD);
	put(file->bytes + 24, hash.low64, 8);
	put(file->bytes + 32, hash.high64, 8);
}

/* A network of zeros that says ", " and Title everywhere. */
static struct file make_file(void)
{
	static const uint32_t sizes[SIZES] = { WORDS, HASHED, AFFIXES, 128, 256,
					       14,    5,      PAIRS,   128, 5,
					       96,    224,    96 };
	struct file file = { .cap = 4 << 20 };
	unsigned char *at;

	file.bytes = calloc(1, file.cap);
	assert_non_null(file.bytes);
	file.len = HEAD + ENTRY * SECTIONS;
	at = section(&file, "sizes", sizeof(sizes));
	for (int i = 0; i < SIZES; i++)
		put(at + 4 * i, sizes[i], 4);
	section(&file, "embed", ROWS * 96);
	section(&file, "words", 65536 * 4);
	section(&file, "pairs", 65536 * 4);
	section(&file, "lexicon.print", SLOTS * 2);
	section(&file, "lexicon.value", SLOTS);
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
	put(at + 2, 100, 2);
	at = section(&file, "decode", 13 * 4);
	put(at + 4 * 8, 100, 4);
	section(&file, "calibration", 3 * 64 * 2);
	seal(&file);
	return file;
}

static enum cd_status open_file(const struct file *file, char *error)
{
	struct restore_model *model = NULL;
	const enum cd_status status =
		restore_model_open(file->bytes, file->len, &model, error, 256);

	assert_true((status == CD_OK) == (model != NULL));
	restore_model_free(model);
	return status;
}

static void assert_refused(const struct file *file, const char *why)
{
	char error[256] = "";

	assert_int_equal(open_file(file, error), CD_DATA);
	if (!strstr(error, why))
		fail_msg("\"%s\" does not say \"%s\"", error, why);
}

static void test_good(void **state)
{
	struct file file = make_file();
	char error[256] = "";

	(void)state;
	assert_int_equal(open_file(&file, error), CD_OK);
	assert_string_equal(error, "");
	free(file.bytes);
}

static void test_head(void **state)
{
	struct file file = make_file();
	const size_t len = file.len;

	(void)state;
	file.len = 0;
	assert_refused(&file, "is not one of copydesk");
	file.len = HEAD - 1;
	assert_refused(&file, "is not one of copydesk");
	file.len = HEAD;
	assert_refused(&file, "is cut short");
	file.len = len - 1;
	assert_refused(&file, "is cut short");
	file.len = len;
	file.bytes[0] ^= 1;
	assert_refused(&file, "is not one of copydesk");
	file.bytes[0] ^= 1;
	file.bytes[8] = 1;
	assert_refused(&file, "has version 1, this copydesk reads 2");
	file.bytes[8] = 3;
	assert_refused(&file, "has version 3, this copydesk reads 2");
	free(file.bytes);
}

static void test_flipped_bits(void **state)
{
	struct file file = make_file();
	uint64_t random = 3;

	(void)state;
	for (int i = 0; i < 20; i++) {
		const size_t at =
			HEAD +
			random_below(&random, (uint32_t)(file.len - HEAD));

		file.bytes[at] ^= (unsigned char)(1 << i % 8);
		assert_refused(&file, "checksum");
		file.bytes[at] ^= (unsigned char)(1 << i % 8);
	}
	free(file.bytes);
}

static unsigned char *entry_of(struct file *file, const char *name)
{
	for (size_t i = 0; i < file->sections; i++) {
		unsigned char *entry = file->bytes + HEAD + ENTRY * i;

		if (!strcmp((const char *)entry, name))
			return entry;
	}
	fail_msg("no section %s", name);
	return NULL;
}

static unsigned char *bytes_of(struct file *file, const char *name)
{
	uint64_t at = 0;

	for (int i = 7; i >= 0; i--)
		at = at << 8 | entry_of(file, name)[16 + i];
	return file->bytes + at;
}

/* Files whose checksum is right and whose contents are not. */
static void test_contents(void **state)
{
	static const struct {
		const char *section;
		size_t at; /* in its table entry, or its bytes */
		bool in_entry;
		unsigned char value;
		const char *why;
	} faults[] = {
		{ "embed", 0, true, 'x', "lacks a section: embed" },
		{ "embed", 23, true, 0x7F, "lacks a section" },
		{ "words", 24, true, 1, "wrong size: words" },
		{ "conv1.w", 24, true, 1, "not as it must be: conv1.w" },
		{ "heads.zero", 31, true, 1, "not as it must be: heads.zero" },
		{ "lexicon.value", 24, true, 0, "wrong size: lexicon" },
		{ "lexicon.print", 24, true, 0, "wrong size: lexicon" },
		{ "sizes", 40, false, 95, "other sizes" },
		{ "sizes", 44, false, 192, "other sizes" },
		{ "sizes", 48, false, 95, "other sizes" },
		{ "sizes", 4, false, 0, "other sizes" },
		{ "words", 0, false, 200, "leads nowhere" },
		{ "lexicon.value", 9, false, 128, "leads nowhere" },
		{ "lexicon.value", SLOTS - 1, false, 128, "leads nowhere" },
		{ "gaps", 0, false, 127, "damaged section: gaps" },
		{ "gaps", 4, false, 16, "damaged section: gaps" },
		{ "seen", 0, false, 254, "damaged section: seen" },
		{ "conv2.w", 7, false, 64, "too large: conv2" },
		{ "conv2.w", 7, false, 0x80, "too large: conv2" },
		{ "conv2.b", 3, false, 0x7F, "too large: conv2" },
		{ "shift", 4, false, 31, "shift" },
		{ "decode", 3, false, 0x7F, "out of range: decode" },
		{ "calibration", 1, false, 4, "out of range: calibration" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++) {
		struct file file = make_file();
		unsigned char *place =
			faults[i].in_entry ? entry_of(&file, faults[i].section)
					   : bytes_of(&file, faults[i].section);

		place[faults[i].at] = faults[i].value;
		seal(&file);
		assert_refused(&file, faults[i].why);
		free(file.bytes);
	}
}

/* A table without a free slot would be searched for ever. */
static void test_full_table(void **state)
{
	static const struct {
		const char *section;
		size_t len;
	} tables[] = {
		{ "mixed", 8192 * 8 },
		{ "lexicon.print", SLOTS * 2 },
		{ "pairs", 65536 * 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		struct file file = make_file();
		unsigned char *at = bytes_of(&file, tables[i].section);

		memset(at, 0xFF, tables[i].len);
		for (size_t k = 0; k < tables[i].len && i == 2; k += 4)
			put(at + k, 1, 4);
		seal(&file);
		assert_refused(&file, i < 2 ? "free slot" : "leads nowhere");
		free(file.bytes);
	}
}

static void test_failed_allocations(void **state)
{
	struct file file = make_file();
	enum cd_status status = CD_NOMEM;
	long n = 0;

	(void)state;
	for (; status != CD_OK; n++) {
		char error[256] = "";

		fail_allocations_after(n);
		status = open_file(&file, error);
		fail_allocations_off();
		assert_true(status == CD_OK || status == CD_NOMEM);
	}
	assert_true(n > 6);
	free(file.bytes);
}

struct output {
	const char *text;
	char bytes[256];
	size_t at;
};

static void take_edit(void *context, size_t at, size_t end, const char *text,
		      size_t len, int sure)
{
	struct output *out = context;
	const size_t have = strlen(out->bytes);

	(void)sure;
	snprintf(out->bytes + have, sizeof(out->bytes) - have, "%.*s%.*s",
		 (int)(at - out->at), out->text + out->at, (int)len, text);
	out->at = end;
}

static bool restore(const struct restore_model *model, const char *text,
		    enum restore_loss loss, struct output *out)
{
	const struct restore_task task = {
		.model = model,
		.text = text,
		.len = strlen(text),
		.loss = loss,
		.edit = take_edit,
		.context = out,
	};
	size_t have;

	*out = (struct output){ .text = text };
	if (!restore_text(&task))
		return false;
	have = strlen(out->bytes);
	snprintf(out->bytes + have, sizeof(out->bytes) - have, "%s",
		 text + out->at);
	return true;
}

/* What is written when the model always says ", " and Title. */
static void test_writing(void **state)
{
	static const struct {
		enum restore_loss loss;
		const char *in, *out;
	} texts[] = {
		{ LOSS_WIRE, " one  two   3rd\nkeep $ this ",
		  "One, Two, 3rd,\nKeep $ This," },
		{ LOSS_WIRE, "no room", "No Room," },
		{ LOSS_COLLAPSED, "one two", "One Two" },
		{ LOSS_COLLAPSED, "", "" },
		{ LOSS_COLLAPSED, " \n ", " \n " },
		{ LOSS_LOWER, "one; \xC3\xA9t\xC3\xA9 McTwo",
		  "One; \xC3\x89t\xC3\xA9 McTwo" },
		{ LOSS_LOST_QUOTES, "One  two.", "One two." },
	};
	struct file file = make_file();
	struct restore_model *model;
	char error[256] = "";

	(void)state;
	assert_int_equal(restore_model_open(file.bytes, file.len, &model, error,
					    sizeof(error)),
			 CD_OK);
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct output out;

		assert_true(restore(model, texts[i].in, texts[i].loss, &out));
		assert_string_equal(out.bytes, texts[i].out);
	}
	restore_model_free(model);
	free(file.bytes);
}

/* Restore something in every loss; what comes out does not matter. */
static void restore_anything(const struct restore_model *model)
{
	static const char *const texts[] = {
		"one  two",
		"ANN McKAY, 47, said \xE2\x80\x9Cno\xE2\x80\x9D.\n",
		"  a b (c d [e f\n\ng \xC3\xA9t\xC3\xA9 2nd a b c",
	};

	for (int c = 0; c < LOSS_COUNT; c++) {
		for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
			struct output out;

			restore(model, texts[i], (enum restore_loss)c, &out);
		}
	}
}

static void damage(struct file *file, uint64_t *state)
{
	const uint32_t count = 1 + random_below(state, 8);

	for (uint32_t i = 0; i < count; i++) {
		unsigned char *entry =
			file->bytes + HEAD +
			ENTRY * random_below(state, (uint32_t)file->sections);
		uint64_t at = 0, len = 0;

		for (int k = 7; k >= 0; k--) {
			at = at << 8 | entry[16 + k];
			len = len << 8 | entry[24 + k];
		}
		if (random_below(state, 4) == 0)
			entry[random_below(state, ENTRY)] =
				(unsigned char)random_below(state, 256);
		else if (len && at < file->len && len <= file->len - at)
			file->bytes[at + random_below(state, (uint32_t)len)] ^=
				(unsigned char)(1 << random_below(state, 8));
	}
	if (random_below(state, 8) == 0)
		file->len -= random_below(state, (uint32_t)file->len - HEAD);
}

/* Wild bytes under a right checksum: refused, or used without harm. */
static void test_wild_bytes(void **state)
{
	struct file good = make_file(), file = good;
	uint64_t random = 5;
	int opened = 0, rounds = 200;

	(void)state;
	file.bytes = malloc(good.cap);
	assert_non_null(file.bytes);
	for (int i = 0; i < rounds; i++) {
		struct restore_model *model;
		char error[256] = "";

		memcpy(file.bytes, good.bytes, good.len);
		file.len = good.len;
		damage(&file, &random);
		seal(&file);
		if (restore_model_open(file.bytes, file.len, &model, error,
				       sizeof(error)) == CD_OK) {
			restore_anything(model);
			opened++;
		} else {
			assert_non_null(strstr(error, "model file "));
		}
		restore_model_free(model);
	}
	assert_true(opened > rounds / 10 && opened < rounds);
	free(file.bytes);
	free(good.bytes);
}

static void test_restoring_without_memory(void **state)
{
	struct file file = make_file();
	struct restore_model *model;
	struct output out;
	char error[256] = "";
	bool done = false;

	(void)state;
	assert_int_equal(restore_model_open(file.bytes, file.len, &model, error,
					    sizeof(error)),
			 CD_OK);
	for (long n = 0; !done; n++) {
		fail_allocations_after(n);
		done = restore(model, "one two", LOSS_COLLAPSED, &out);
		fail_allocations_off();
		assert_true(done == (n >= 14));
	}
	restore_model_free(model);
	free(file.bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_head),
		cmocka_unit_test(test_flipped_bits),
		cmocka_unit_test(test_contents),
		cmocka_unit_test(test_full_table),
		cmocka_unit_test(test_failed_allocations),
		cmocka_unit_test(test_writing),
		cmocka_unit_test(test_wild_bytes),
		cmocka_unit_test(test_restoring_without_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

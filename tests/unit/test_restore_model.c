/* Model files: a small one is made here, then damaged in every way. */
#include "support.h"

#include "restore/restore.h"
#include "small_model.h"

static enum cd_status open_file(const struct model_file *file, char *error)
{
	struct restore_model *model = NULL;
	const enum cd_status status =
		restore_model_open(file->bytes, file->len, &model, error, 256);

	assert_true((status == CD_OK) == (model != NULL));
	restore_model_free(model);
	return status;
}

static void assert_refused(const struct model_file *file, const char *why)
{
	char error[256] = "";

	assert_int_equal(open_file(file, error), CD_DATA);
	if (!strstr(error, why))
		fail_msg("\"%s\" does not say \"%s\"", error, why);
}

static void test_good(void **state)
{
	struct model_file file = model_file_make();
	char error[256] = "";

	(void)state;
	assert_int_equal(open_file(&file, error), CD_OK);
	assert_string_equal(error, "");
	free(file.bytes);
}

static void test_head(void **state)
{
	struct model_file file = model_file_make();
	const size_t len = file.len;

	(void)state;
	file.len = 0;
	assert_refused(&file, "is not one of copydesk");
	file.len = MODEL_HEAD - 1;
	assert_refused(&file, "is not one of copydesk");
	file.len = MODEL_HEAD;
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
	struct model_file file = model_file_make();
	uint64_t random = 3;

	(void)state;
	for (int i = 0; i < 20; i++) {
		const size_t at = MODEL_HEAD +
				  random_below(&random, (uint32_t)(file.len -
								   MODEL_HEAD));

		file.bytes[at] ^= (unsigned char)(1 << i % 8);
		assert_refused(&file, "checksum");
		file.bytes[at] ^= (unsigned char)(1 << i % 8);
	}
	free(file.bytes);
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
		{ "lexicon.value", MODEL_SLOTS - 1, false, 128,
		  "leads nowhere" },
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
		struct model_file file = model_file_make();
		unsigned char *place =
			faults[i].in_entry
				? model_file_entry(&file, faults[i].section)
				: model_file_bytes(&file, faults[i].section);

		place[faults[i].at] = faults[i].value;
		model_file_seal(&file);
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
		{ "lexicon.print", MODEL_SLOTS * 2 },
		{ "pairs", 65536 * 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		struct model_file file = model_file_make();
		unsigned char *at = model_file_bytes(&file, tables[i].section);

		memset(at, 0xFF, tables[i].len);
		for (size_t k = 0; k < tables[i].len && i == 2; k += 4)
			model_put(at + k, 1, 4);
		model_file_seal(&file);
		assert_refused(&file, i < 2 ? "free slot" : "leads nowhere");
		free(file.bytes);
	}
}

static void test_failed_allocations(void **state)
{
	struct model_file file = model_file_make();
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
	assert_true(n > 2);
	free(file.bytes);
}

struct output {
	const char *text;
	char bytes[256];
	size_t at;
};

static void take_edit(void *context, const struct restore_edit *edit)
{
	struct output *out = context;
	const size_t have = strlen(out->bytes);

	snprintf(out->bytes + have, sizeof(out->bytes) - have, "%.*s%.*s",
		 (int)(edit->at - out->at), out->text + out->at, (int)edit->len,
		 edit->text);
	out->at = edit->end;
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
	struct model_file file = model_file_make();
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

static void damage(struct model_file *file, uint64_t *state)
{
	const uint32_t count = 1 + random_below(state, 8);

	for (uint32_t i = 0; i < count; i++) {
		unsigned char *entry =
			file->bytes + MODEL_HEAD +
			MODEL_ENTRY *
				random_below(state, (uint32_t)file->sections);
		uint64_t at = 0, len = 0;

		for (int k = 7; k >= 0; k--) {
			at = at << 8 | entry[16 + k];
			len = len << 8 | entry[24 + k];
		}
		if (random_below(state, 4) == 0)
			entry[random_below(state, MODEL_ENTRY)] =
				(unsigned char)random_below(state, 256);
		else if (len && at < file->len && len <= file->len - at)
			file->bytes[at + random_below(state, (uint32_t)len)] ^=
				(unsigned char)(1 << random_below(state, 8));
	}
	if (random_below(state, 8) == 0)
		file->len -=
			random_below(state, (uint32_t)file->len - MODEL_HEAD);
}

/* Wild bytes under a right checksum: refused, or used without harm. */
static void test_wild_bytes(void **state)
{
	struct model_file good = model_file_make(), file = good;
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
		model_file_seal(&file);
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
	struct model_file file = model_file_make();
	struct restore_model *model;
	struct output out;
	char error[256] = "";
	long first = -1;

	(void)state;
	assert_int_equal(restore_model_open(file.bytes, file.len, &model, error,
					    sizeof(error)),
			 CD_OK);
	for (long n = 0; n < 40; n++) {
		bool done;

		fail_allocations_after(n);
		done = restore(model, "one two", LOSS_COLLAPSED, &out);
		fail_allocations_off();
		if (done && first < 0)
			first = n;
		/* what was laid out of the layers is not laid out again */
		assert_true(done == (first >= 0));
	}
	assert_in_range(first, 8, 39);
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

/*
 * What the line scorer's trees read of a line, number by number: the golden
 * scores of test_line_scorer.c need not tell two of them apart.
 */
#include "support.h"

#include "desk.h"
#include "stages/boilerplate/line_context.h"
#include "stages/boilerplate/line_shape.h"
#include "stages/boilerplate/line_text.h"

#define NUMBERS 8

static struct cd_desk *desk;
static struct arena arena;

static int start(void **state)
{
	(void)state;
	desk = desk_for(NULL);
	arena_init(&arena);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_release(&arena);
	cd_desk_free(desk);
	return 0;
}

static struct tokens split(const char *text)
{
	struct tokens words;

	assert_true(tokens_split(&words, &arena, text, 0, strlen(text)));
	return words;
}

struct number {
	int which, value;
};

static void check(const char *text, uint32_t features,
		  const struct number numbers[NUMBERS])
{
	const struct tokens words = split(text);
	int16_t shape[SHAPE_COUNT];

	line_shape_find(desk->settings.strip, &words, features, shape);
	for (size_t i = 0; i < NUMBERS && numbers[i].which >= 0; i++)
		if (shape[numbers[i].which] != numbers[i].value)
			fail_msg("\"%.60s\": number %d is %d, not %d", text,
				 numbers[i].which, shape[numbers[i].which],
				 numbers[i].value);
}

/* clang-format off */
static const struct {
	const char *text;
	struct number numbers[NUMBERS];
} shapes[] = {
	{ "", { { SHAPE_WORDS, 0 }, { SHAPE_BYTES, 0 }, { SHAPE_LENGTH, 0 },
		{ SHAPE_FIRST, 0 }, { SHAPE_LAST, 0 }, { SHAPE_RUN, 0 },
		{ SHAPE_SMALL, 0 }, { -1, 0 } } },
	{ "Reed",
	  { { SHAPE_WORDS, 1 }, { SHAPE_BYTES, 4 }, { SHAPE_LENGTH, 32 },
	    { SHAPE_CAPITALS, 64 }, { SHAPE_SMALL, 0 }, { SHAPE_RUN, 1 },
	    { SHAPE_FIRST, TOKEN_CAPITAL }, { SHAPE_LAST, TOKEN_CAPITAL } } },
	{ "The pier at ELM and 12",
	  { { SHAPE_CAPITALS, 64 * 2 / 6 }, { SHAPE_CAPS, 64 / 6 },
	    { SHAPE_NUMBERS, 64 / 6 }, { SHAPE_SMALL, 64 * 4 / 6 },
	    { SHAPE_RUN, 1 }, { SHAPE_LENGTH, 8 * 22 / 6 },
	    { SHAPE_LAST, TOKEN_NUMBER }, { -1, 0 } } },
	{ "A b Ida Marsh Reed c Tom Doe",
	  { { SHAPE_RUN, 3 }, { SHAPE_WORDS, 8 }, { -1, 0 } } },
	{ "Write to us, you two: ida@example.org or @idamarsh",
	  { { SHAPE_ADDRESSES, 2 }, { SHAPE_YOU, 2 }, { SHAPE_COMMAS, 1 },
	    { SHAPE_COLONS, 1 }, { SHAPE_GLUED, 0 },
	    { SHAPE_LAST, TOKEN_HANDLE }, { -1, 0 } } },
	{ "BoltonAre and ReedWas",
	  { { SHAPE_GLUED, 2 }, { SHAPE_CAPITALS, 64 * 2 / 3 }, { -1, 0 } } },
	{ "One. Two - three | four (five) six/seven",
	  { { SHAPE_STOPS, 1 }, { SHAPE_DASHES, 1 }, { SHAPE_BARS, 1 },
	    { SHAPE_BRACKETS, 1 }, { SHAPE_SLASHES, 1 }, { SHAPE_HYPHENS, 0 },
	    { SHAPE_QUOTES, 0 }, { -1, 0 } } },
	{ "The well-known \u201Cpier\u201D isn\u2019t ours & yours",
	  { { SHAPE_HYPHENS, 1 }, { SHAPE_QUOTES, 2 },
	    { SHAPE_APOSTROPHES, 1 }, { SHAPE_SIGNS, 1 }, { SHAPE_DASHES, 0 },
	    { -1, 0 } } },
	/* the gap before the first word, and after the last one */
	{ "pier", { { SHAPE_FIRST_GAP, 0 }, { SHAPE_LAST_GAP, 0 }, { -1, 0 } } },
	{ "\"pier.", { { SHAPE_FIRST_GAP, 1 }, { SHAPE_LAST_GAP, 1 }, { -1, 0 } } },
	{ "(pier:", { { SHAPE_FIRST_GAP, 2 }, { SHAPE_LAST_GAP, 4 }, { -1, 0 } } },
	{ "(\"pier\"", { { SHAPE_FIRST_GAP, 3 }, { SHAPE_LAST_GAP, 8 }, { -1, 0 } } },
	{ "\u2022 pier)", { { SHAPE_FIRST_GAP, 4 }, { SHAPE_LAST_GAP, 16 }, { -1, 0 } } },
	{ "\u2014 pier,", { { SHAPE_FIRST_GAP, 4 }, { SHAPE_LAST_GAP, 32 }, { -1, 0 } } },
	{ "- \"pier?", { { SHAPE_FIRST_GAP, 5 }, { SHAPE_LAST_GAP, 3 }, { -1, 0 } } },
	{ "pier?\"),", { { SHAPE_LAST_GAP, 1 + 2 + 8 + 16 + 32 }, { -1, 0 } } },
};
/* clang-format on */

static void test_shape(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		check(shapes[i].text, 0, shapes[i].numbers);
}

/* Each feature is one number, and no other. */
static void test_features(void **state)
{
	static const struct {
		uint32_t feature;
		int which;
	} rows[] = {
		{ FEATURE_TITLE, SHAPE_TITLE },
		{ FEATURE_NAME, SHAPE_NAME },
		{ FEATURE_COMMON, SHAPE_COMMON },
		{ FEATURE_TIGHT, SHAPE_TIGHT },
		{ FEATURE_TABLE, SHAPE_TABLE },
	};
	const struct tokens words = split("The pier was sold");
	int16_t plain[SHAPE_COUNT], shape[SHAPE_COUNT];

	(void)state;
	line_shape_find(desk->settings.strip, &words, 0, plain);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		line_shape_find(desk->settings.strip, &words, rows[i].feature,
				shape);
		for (int k = 0; k < SHAPE_COUNT; k++)
			assert_int_equal(shape[k],
					 plain[k] + (k == rows[i].which));
	}
}

/* A line of so many words; free() it. */
static char *repeated(const char *word, size_t count)
{
	const size_t len = strlen(word);
	char *text = malloc(len * count + 1);

	assert_non_null(text);
	for (size_t i = 0; i < count; i++)
		memcpy(text + i * len, word, len);
	text[len * count] = '\0';
	return text;
}

/* What is counted of a line of many words. */
static void test_most(void **state)
{
	static const struct {
		const char *word;
		size_t count;
		struct number numbers[NUMBERS];
	} rows[] = {
		{ "Us, ",
		  254,
		  { { SHAPE_WORDS, 254 },
		    { SHAPE_COMMAS, 254 },
		    { SHAPE_RUN, 254 },
		    { SHAPE_YOU, 254 },
		    { SHAPE_CAPITALS, 64 },
		    { -1, 0 } } },
		{ "Us, ",
		  255,
		  { { SHAPE_WORDS, 255 },
		    { SHAPE_COMMAS, 254 },
		    { SHAPE_RUN, 255 },
		    { SHAPE_YOU, 255 },
		    { SHAPE_CAPITALS, 64 },
		    { -1, 0 } } },
		{ "Us, ",
		  256,
		  { { SHAPE_WORDS, 255 },
		    { SHAPE_COMMAS, 254 },
		    { SHAPE_RUN, 255 },
		    { SHAPE_YOU, 255 },
		    { SHAPE_CAPITALS, 64 * 255 / 256 },
		    { SHAPE_BYTES, 4 * 256 },
		    { -1, 0 } } },
		{ "123456 ", 285, { { SHAPE_BYTES, 1995 }, { -1, 0 } } },
		{ "123456 ", 286, { { SHAPE_BYTES, 2000 }, { -1, 0 } } },
		{ "abcdefghijklmnopqrstuvwxyzabcde",
		  1,
		  { { SHAPE_LENGTH, 248 }, { -1, 0 } } },
		{ "abcdefghijklmnopqrstuvwxyzabcdef",
		  1,
		  { { SHAPE_LENGTH, 255 }, { -1, 0 } } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char *text = repeated(rows[i].word, rows[i].count);

		check(text, 0, rows[i].numbers);
		free(text);
	}
}

#define LINES_MOST 128

/* Line i of `count`: its scores, bytes and sentence are told by its number. */
static void surround(size_t count, size_t index, int16_t context[CONTEXT_COUNT])
{
	static const int16_t own[2] = { 41, 42 };
	struct context_line lines[LINES_MOST + 1] = { 0 };
	struct context_sums sums[LINES_MOST + 1];
	struct line_contexts contexts = { .lines = lines, .count = count };

	for (size_t i = 0; i < count; i++)
		lines[i] = (struct context_line){
			.text = { (int16_t)(1000 + i), (int16_t)(-7 * i) },
			.bytes = (int16_t)(10 + i),
			.sentence = i % 2 == 0,
			.gone = (uint32_t)i,
		};
	lines[count].gone = 3;
	line_contexts_sum(&contexts, sums);
	line_context_find(&contexts, index, own, context);
}

static void check_context(size_t count, size_t index,
			  const int16_t expected[CONTEXT_COUNT])
{
	int16_t context[CONTEXT_COUNT];

	surround(count, index, context);
	for (int i = 0; i < CONTEXT_COUNT; i++)
		if (context[i] != expected[i])
			fail_msg("line %zu of %zu: number %d is %d, not %d",
				 index, count, i, context[i], expected[i]);
}

#define NONE CONTEXT_NO_LINE

static void test_context(void **state)
{
	static const int16_t alone[CONTEXT_COUNT] = {
		41,   42,   NONE, NONE, NONE, NONE, NONE, NONE, NONE,
		NONE, NONE, 0,	  0,	0,    1,    0,	  10,	0,
		0,    2,    2,	  64,	0,    0,    0,	  3,	3,
	};
	static const int16_t first[CONTEXT_COUNT] = {
		41,  42,   NONE, 1001, NONE, -7, NONE, -14, -7,
		-18, NONE, -14,	 0,    4,    5,	 0,    12,  0,
		11,  2,	   0,	 38,   0,    2,	 0,    1,   13,
	};
	static const int16_t middle[CONTEXT_COUNT] = {
		41, 42, 1001, 1003, -7, -21, 0, -28, -21, -25, -4, -14, 2,  2,
		5,  25, 12,   11,   13, 0,   0, 38,  1,	  1,   2,  3,	13,
	};
	static const int16_t last[CONTEXT_COUNT] = {
		41,   42,  1003, NONE, -21, NONE, -14, NONE, NONE,
		NONE, -11, -14,	 4,    0,   5,	  51,  12,   13,
		0,    0,   2,	 38,   2,   0,	  4,   3,    13,
	};

	(void)state;
	check_context(1, 0, alone);
	check_context(5, 0, first);
	check_context(5, 2, middle);
	check_context(5, 4, last);
}

/* Places are counted up to a limit. */
static void test_places(void **state)
{
	static const struct {
		size_t count, index;
		struct number numbers[NUMBERS];
	} rows[] = {
		{ 31,
		  30,
		  { { CONTEXT_BEFORE, 30 },
		    { CONTEXT_AFTER, 0 },
		    { CONTEXT_GONE_BEFORE, 8 },
		    { CONTEXT_GONE_AFTER, 3 },
		    { CONTEXT_GONE, 20 },
		    { -1, 0 } } },
		{ 32, 31, { { CONTEXT_BEFORE, 30 }, { -1, 0 } } },
		{ 32, 0, { { CONTEXT_AFTER, 30 }, { -1, 0 } } },
		{ 30, 0, { { CONTEXT_AFTER, 29 }, { -1, 0 } } },
		{ 20,
		  8,
		  { { CONTEXT_GONE_BEFORE, 8 },
		    { CONTEXT_GONE_AFTER, 8 },
		    { -1, 0 } } },
		{ 20,
		  6,
		  { { CONTEXT_GONE_BEFORE, 6 },
		    { CONTEXT_GONE_AFTER, 7 },
		    { -1, 0 } } },
		{ 6, 0, { { CONTEXT_GONE, 18 }, { -1, 0 } } },
		{ 7, 0, { { CONTEXT_GONE, 20 }, { -1, 0 } } },
		{ 99, 0, { { CONTEXT_LINES, 99 }, { -1, 0 } } },
		{ 101, 0, { { CONTEXT_LINES, 100 }, { -1, 0 } } },
		{ 64, 60, { { CONTEXT_SENTENCES_BEFORE, 30 }, { -1, 0 } } },
		{ 64, 62, { { CONTEXT_SENTENCES_BEFORE, 30 }, { -1, 0 } } },
		{ 64, 2, { { CONTEXT_SENTENCES_AFTER, 30 }, { -1, 0 } } },
		{ 64, 0, { { CONTEXT_SENTENCES_AFTER, 30 }, { -1, 0 } } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		int16_t context[CONTEXT_COUNT];

		surround(rows[i].count, rows[i].index, context);
		for (const struct number *n = rows[i].numbers; n->which >= 0;
		     n++)
			if (context[n->which] != n->value)
				fail_msg("row %zu: number %d is %d, not %d", i,
					 n->which, context[n->which], n->value);
	}
}

/* Whether two lines have the same features of words, and how many. */
static bool reads_alike(const char *one, const char *other, size_t count)
{
	uint32_t ids[2][LINE_TEXT_MOST];
	size_t found[2];

	for (int i = 0; i < 2; i++) {
		const struct tokens words = split(i ? other : one);

		found[i] = line_text_find(&words, 0, words.count, ids[i]);
	}
	assert_int_equal(found[0], count);
	return found[0] == found[1] &&
	       !memcmp(ids[0], ids[1], count * sizeof(ids[0][0]));
}

static void test_text(void **state)
{
	char *most = repeated("a ", LINE_TEXT_WORDS);
	char *more = repeated("a ", LINE_TEXT_WORDS + 1);
	char *marks = repeated("a, ", LINE_TEXT_WORDS + 1);

	(void)state;
	/* words, pairs, both ends, two shapes, the end, the whole */
	assert_false(reads_alike("ida", "Ida", 2 + 2 + 4));
	assert_true(reads_alike("a b c d e f", "a b c d e f", 12 + 6 + 4));
	assert_true(reads_alike("a b c d e f g", "a b c d e f g", 14 + 6 + 3));
	assert_true(reads_alike("a, b", "a, b", 5 + 4 + 4));
	/* a number's digits count, up to five; an address is one of its kind */
	assert_false(reads_alike("in 1987", "in 198", 4 + 4 + 4));
	assert_true(reads_alike("in 1987", "in 1905", 4 + 4 + 4));
	assert_false(reads_alike("in 19871", "in 1987", 4 + 4 + 4));
	assert_true(reads_alike("in 19871", "in 198712", 4 + 4 + 4));
	assert_true(reads_alike("to ida@example.org", "to tom@example.com",
				4 + 4 + 4));
	/* the shape of the first words is read, and of no more */
	assert_true(reads_alike(most, most, 2 * LINE_TEXT_WORDS + 6 + 3));
	assert_true(reads_alike(more, more, 2 * LINE_TEXT_WORDS + 6 + 3));
	assert_true(reads_alike(marks, marks, 3 * LINE_TEXT_WORDS - 1 + 6 + 3));
	free(most);
	free(more);
	free(marks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shape),  cmocka_unit_test(test_features),
		cmocka_unit_test(test_most),   cmocka_unit_test(test_context),
		cmocka_unit_test(test_places), cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests_name("line_features", tests, start, stop);
}

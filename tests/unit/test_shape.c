/* The shape of a text: what its lines, its gaps and its numbers show. */
#include "support.h"

#include "edit/examine.h"
#include "edit/shape.h"

#define LINE_A "The board said on Tuesday that the pier would close in the"
#define LINE_B "spring, a month earlier than it had planned, because of the"
#define LINE_C "storms, which have broken its piles and washed out its road"

static uint32_t conditions_of(const char *text)
{
	struct survey survey;

	examine_text(&survey, text, strlen(text), NULL);
	return survey_conditions(&survey);
}

static void test_ends(void **state)
{
	static const struct {
		const char *text;
		enum shape_end end;
	} rows[] = {
		{ "gone.", SHAPE_END_SENTENCE },
		{ "gone?\u201D", SHAPE_END_SENTENCE },
		{ "(gone.)\"", SHAPE_END_SENTENCE },
		{ "gone\u2026", SHAPE_END_SENTENCE },
		{ "gone", SHAPE_END_WORD },
		{ "gone:", SHAPE_END_WORD },
		{ "caf\u00E9", SHAPE_END_WORD },
		{ "gone,", SHAPE_END_OTHER },
		{ "", SHAPE_END_OTHER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(shape_end(rows[i].text, strlen(rows[i].text)),
				 rows[i].end);
}

static void test_fronts(void **state)
{
	static const struct {
		const char *text;
		enum shape_start front;
	} rows[] = {
		{ "The", SHAPE_START_UPPER },
		{ "\u201CThe", SHAPE_START_UPPER },
		{ "(\"The", SHAPE_START_UPPER },
		{ "\u2022 one", SHAPE_START_UPPER },
		{ "1987", SHAPE_START_DIGIT },
		{ "$5", SHAPE_START_DIGIT },
		{ "the", SHAPE_START_LOWER },
		{ "\u00E9t\u00E9", SHAPE_START_LOWER },
		{ "\u2014 the", SHAPE_START_OTHER },
		{ "", SHAPE_START_OTHER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(
			shape_start(rows[i].text, strlen(rows[i].text), 0),
			rows[i].front);
}

static void test_wrapped(void **state)
{
	(void)state;
	assert_true(conditions_of(LINE_A "\n" LINE_B "\n" LINE_C "\n") &
		    CONDITION_WRAPPED);
	assert_true(conditions_of("   " LINE_A "\n" LINE_B "\nall.\n   " LINE_A
				  "\n" LINE_B "\n") &
		    CONDITION_WRAPPED);
	/* One line is none; nor are lines that end where they like. */
	assert_false(conditions_of(LINE_A "\n") & CONDITION_WRAPPED);
	assert_false(conditions_of("One thing is for sure, and it is this one"
				   "\nAnother is not so sure, not by a long "
				   "way of it\nThe third thing nobody "
				   "knows\nThe fourth one is the same as the "
				   "third was\n") &
		     CONDITION_WRAPPED);
}

static void test_runs(void **state)
{
	(void)state;
	assert_true(conditions_of("One sentence. Two of them.  A third. And "
				  "a fourth.  The end.") &
		    CONDITION_FLATTENED);
	assert_true(conditions_of("One.  Two of them.  A third.\nAnd a fourth."
				  "  The fifth.\nThe sixth.  The end.") &
		    CONDITION_DOUBLE_SPACED);
	assert_false(conditions_of("One. Two of them. A third. The end.") &
		     (CONDITION_FLATTENED | CONDITION_DOUBLE_SPACED));
	assert_false(conditions_of("One. Two of  them. A third. The end.") &
		     (CONDITION_FLATTENED | CONDITION_DOUBLE_SPACED));
}

/* Sentences of one length, each with two spaces after it. */
static uint32_t conditions_of_sentences(size_t count)
{
	static const char sentence[] = LINE_A " " LINE_B " storms.  ";
	char text[25 * sizeof(sentence)] = "";

	while (count--)
		strcat(text, sentence);
	return conditions_of(text);
}

static void test_many_sentences(void **state)
{
	(void)state;
	assert_true(conditions_of_sentences(24) & CONDITION_FLATTENED);
	assert_true(conditions_of_sentences(25) & CONDITION_DOUBLE_SPACED);
}

static void test_tokenised(void **state)
{
	(void)state;
	assert_true(conditions_of("They left , he said , at noon .") &
		    CONDITION_TOKENISED);
	assert_false(conditions_of("They left , he said, at noon. It was "
				   "late, and cold, he said, and dark.") &
		     CONDITION_TOKENISED);
}

static struct shape shape_of(const char *text)
{
	struct shape shape = { 0 };

	shape_read_runs(&shape, text, strlen(text));
	shape_read_numbers(&shape, text, strlen(text));
	shape_read_marks(&shape, text, strlen(text));
	return shape;
}

static void test_counts(void **state)
{
	const struct shape lost = shape_of("He wants a   fund for the   pier, "
					   "for $2, 500 or 110, 000.");
	const struct shape whole = shape_of("A well-known man paid 2,500 or "
					    "7.5, at 9:30.");
	const struct shape french = shape_of("Quoi ? Rien : il part !");

	(void)state;
	assert_true(lost.lost_words);
	assert_int_equal(lost.numbers_separated, 2);
	assert_int_equal(lost.numbers_whole, 0);
	assert_int_equal(whole.hyphens, 1);
	assert_int_equal(whole.numbers_whole, 2);
	assert_int_equal(whole.numbers_separated, 0);
	assert_true(french.french);
	assert_false(whole.french);
}

/* So many lines of so many columns that go on, of which the first end in a
 * mark. */
static size_t add_lines(char *text, size_t len, size_t lines, size_t marked,
			size_t columns)
{
	for (size_t line = 0; line < lines; line++) {
		for (size_t i = 0; i + 1 < columns; i++)
			text[len++] =
				i ? "old piers "[i % 10] : (char)('b' + line);
		text[len - 1] = 'y'; /* no space before the last column */
		text[len++] = line < marked ? ',' : 'a';
		text[len++] = '\n';
	}
	return len;
}

/* Prose is broken, verse and what is too narrow are left: at the limits. */
static void test_blocks(void **state)
{
	static const struct {
		size_t lines, marked, columns, article;
		size_t width; /* that is found; 0: left */
	} rows[] = {
		/* of seven breaks 60 percent end in a mark, of more half */
		{ 8, 4, 45, 45, 45 },
		{ 8, 5, 45, 45, 0 },
		{ 9, 3, 45, 45, 45 },
		{ 9, 4, 45, 45, 0 },
		{ 10, 4, 45, 45, 45 },
		{ 10, 5, 45, 45, 0 },
		/* of wide lines, too, but 60 of any number */
		{ 6, 2, 60, 60, 60 },
		{ 6, 3, 60, 60, 0 },
		/* three breaks, at least, are verse */
		{ 3, 2, 45, 45, 45 },
		{ 4, 3, 45, 45, 0 },
		/* 70 percent of the article's width, or a proof of its own */
		{ 3, 0, 35, 50, 50 },
		{ 3, 0, 34, 50, 0 },
		{ 3, 0, 50, 50, 50 },
		{ 3, 0, 51, 50, 0 },
		{ 2, 0, 30, 50, 50 },
		{ 2, 0, 51, 50, 0 },
		/* two breaks prove 60 columns, four 40, eight 20 */
		{ 3, 0, 60, 100, 60 },
		{ 3, 0, 59, 100, 0 },
		{ 5, 0, 40, 100, 40 },
		{ 4, 0, 40, 100, 0 },
		{ 5, 0, 39, 100, 0 },
		{ 9, 0, 39, 100, 39 },
		{ 8, 0, 39, 100, 0 },
		{ 9, 0, 20, 100, 20 },
		{ 9, 0, 19, 100, 100 },
		/* no page has more than 200 */
		{ 3, 0, 200, 200, 200 },
		{ 3, 0, 201, 200, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct shape shape = { .width = rows[i].article };
		struct shape_block block = { 0 };
		char text[2048];
		const size_t len = add_lines(text, 0, rows[i].lines,
					     rows[i].marked, rows[i].columns);

		shape_block_read(&block, &shape, text, len, 0);
		if (block.width != rows[i].width)
			fail_msg("row %zu: %zu", i, block.width);
	}
}

/* Of a hundred bytes of prose 85 are no signs. */
static void test_prose(void **state)
{
	const struct shape shape = { .width = 100 };

	(void)state;
	for (size_t signs = 30; signs <= 31; signs++) {
		struct shape_block block = { 0 };
		char text[2048];
		const size_t len = add_lines(text, 0, 5, 0, 40);

		memset(text + 2, '+', signs);
		shape_block_read(&block, &shape, text, len, 0);
		assert_int_equal(block.width, signs == 30 ? 40 : 0);
	}
}

/* A line of so few columns that ends early is a heading's: it tells nothing. */
static void test_loose(void **state)
{
	(void)state;
	for (size_t columns = 29; columns <= 30; columns++) {
		struct shape shape = { .width = 60, .ragged = true };
		char text[2048];
		const size_t len = add_lines(text, 0, 2, 0, columns);

		shape_read_fit(&shape, text, len);
		assert_int_equal(shape.loose, columns == 30);
	}
}

/* An item may end where the next line's first word had room, up to the last
 * column of the widest line. */
static void test_items(void **state)
{
	static const struct {
		const char *text;
		size_t width;
	} rows[] = {
		{ "What the board has to say:\n"
		  "the council of Lowell will go\n"
		  "alongshore of the men that left it to us\n",
		  0 },
		{ "What the board has to say:\n"
		  "the council of Lowell will go\n"
		  "alongshores of the men who left it to us\n",
		  60 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct shape shape = { .width = 60 };
		struct shape_block block = { 0 };

		shape_block_read(&block, &shape, rows[i].text,
				 strlen(rows[i].text), 0);
		assert_int_equal(block.width, rows[i].width);
	}
}

/* Gaps between sentences of a quotation; the text may end or begin with it. */
static void test_within_quotations(void **state)
{
	static const struct {
		const char *text;
		size_t ends, inside;
	} rows[] = {
		{ "He said, \"It is late.  We go.\"", 1, 1 },
		{ "\"It is late.  We go.\" He left.", 1, 1 },
		{ "He said, \"It is late.\"  We went.", 1, 0 },
		{ "He said, \"It is late.  We go.", 1, 0 },
		{ "\u201CIt is late.  We go.\u201D", 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct shape shape = shape_of(rows[i].text);

		if (shape.wide_ends != rows[i].ends ||
		    shape.wide_inside != rows[i].inside)
			fail_msg("row %zu: %zu, %zu", i, shape.wide_ends,
				 shape.wide_inside);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_fronts),
		cmocka_unit_test(test_wrapped),
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_many_sentences),
		cmocka_unit_test(test_tokenised),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_within_quotations),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_prose),
		cmocka_unit_test(test_loose),
		cmocka_unit_test(test_items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

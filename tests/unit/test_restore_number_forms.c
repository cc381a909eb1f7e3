/* Marks in numbers that their form tells, or the article's other numbers. */
#include "support.h"

#include "restore/number_forms.h"

static const char *const marks[] = { " ", ",", ".", "-", "/", ":" };

#define MARKS (sizeof(marks) / sizeof(*marks))
#define MOST 400 /* bytes of a row */

/* The class of a mark between digits; 0: it is none. */
static uint8_t class_of(const char *row, size_t at)
{
	for (size_t k = 1; k < MARKS; k++)
		if (row[at] == marks[k][0] && at && row[at - 1] >= '0' &&
		    row[at - 1] <= '9')
			return (uint8_t)k;
	return 0;
}

/*
 * What becomes of a row in which every mark was lost: the marks that it has
 * were told before, the spaces are asked about.
 */
static void settle(const char *row, enum restore_loss loss, char *out)
{
	static const char file[] = "set measure = million\n";
	struct restore_model *model = calloc(1, sizeof(*model));
	struct pairs *pairs = calloc(1, sizeof(*pairs));
	struct gap_rules rules = { .loss = loss };
	struct verdict verdicts[MOST] = { { .gap = 0 } };
	struct trace *traces = calloc(MOST, sizeof(*traces));
	struct word_lists lists;
	struct words words;
	char text[MOST];
	size_t gaps = 0, len = strlen(row);

	assert_non_null(model);
	assert_non_null(pairs);
	assert_non_null(traces);
	assert_true(len < MOST);
	for (size_t k = 0; k < MARKS; k++) {
		strcpy(model->gaps[k].text, marks[k]);
		model->gaps[k].len = 1;
	}
	for (size_t i = 0; i <= len; i++) {
		const uint8_t class = class_of(row, i);

		text[i] = class ? ' ' : row[i];
		if (text[i] == ' ' && (!i || text[i - 1] != ' '))
			verdicts[++gaps] =
				(struct verdict){ .gap = class,
						  .is_kept = !class };
	}
	assert_true(word_lists_read(&lists, file, strlen(file)));
	assert_true(words_split(&words, text, len));
	words.lists = &lists;
	number_forms_settle(&(struct decoder){ .model = model,
					       .rules = &rules,
					       .words = &words,
					       .pairs = pairs,
					       .traces = traces },
			    verdicts);
	gaps = 0;
	for (size_t i = 0; i <= len; i++) {
		const bool begins =
			text[i] == ' ' && (!i || text[i - 1] != ' ');

		out[i] = begins ? marks[verdicts[++gaps].gap][0] : text[i];
	}
	words_release(&words);
	word_lists_release(&lists);
	free(traces);
	free(pairs);
	free(model);
}

static void check(const char *row, enum restore_loss loss, const char *wanted)
{
	char out[MOST];

	settle(row, loss, out);
	assert_string_equal(out, wanted);
}

static void becomes(const char *row, const char *wanted)
{
	check(row, LOSS_COLLAPSED, wanted);
}

static void stays(const char *row)
{
	check(row, LOSS_COLLAPSED, row);
}

static void test_telephones(void **state)
{
	(void)state;
	becomes("call 212 555 0147 or", "call 212-555-0147 or");
	becomes("call 212-555 0147 or", "call 212-555-0147 or");
	becomes("call 212 555-0147 or", "call 212-555-0147 or");
	stays("call 212 555,0147 or");
	stays("call 21 555 0147 or");
	stays("call 212 55 0147 or");
	stays("call 212 555 014 or");
	stays("call 1 212 555 0147 or");
	stays("call 212 555 0147 9 or");
	stays("call 212  555 0147 or");
}

static void test_times(void **state)
{
	(void)state;
	becomes("at 5 30 p m it", "at 5:30 p m it");
	becomes("at 12 45 am it", "at 12:45 am it");
	becomes("at 5 05 pm it", "at 5:05 pm it");
	becomes("at 1 59 pm", "at 1:59 pm");
	becomes("at 8 09 a m", "at 8:09 a m");
	/* From eight to ten. */
	stays("from 8 10 p m it");
	stays("from 8 12 p m it");
	becomes("at 8 13 p m it", "at 8:13 p m it");
	stays("at 13 30 p m it");
	stays("at 0 30 p m it");
	stays("at 5 60 p m it");
	stays("at 5 3 p m it");
	stays("at 5 30 p metres it");
	stays("at 5 30 p");
	stays("at 5 30 an m it");
	stays("at 5 30 mm it");
	stays("at 5 30 people");
	stays("at 5 30");
	stays("at 4 5 30 p m");
}

static void test_seasons(void **state)
{
	(void)state;
	check("in 2016 17 he", LOSS_WIRE, "in 2016-17 he");
	check("in 1999 00 he", LOSS_WIRE, "in 1999-00 he");
	check("in 1900 01 he", LOSS_WIRE, "in 1900-01 he");
	check("in 2016 18 he", LOSS_WIRE, "in 2016 18 he");
	check("in 1899 00 he", LOSS_WIRE, "in 1899 00 he");
	check("in 2100 01 he", LOSS_WIRE, "in 2100 01 he");
	check("in 016 17 he", LOSS_WIRE, "in 016 17 he");
	/* Elsewhere it may be a comma's space. */
	stays("in 2016 17 he");
	becomes("split 50 50 on", "split 50-50 on");
	stays("split 50 5 on");
	stays("split 40 50 on");
	stays("split 50 40 on");
}

static void test_parts(void **state)
{
	(void)state;
	becomes("rose 1 3 4 in", "rose 1 3/4 in");
	stays("rose 1 3 4 9 in");
	stays("rose 8 1 3 4 in");
	stays("rose 12345 3 4 in");
	stays("rose 1,3 4 in");
	stays("rose 1 4 3 in");
}

#define COMMAS "a 1,200 b 2,300 c 3,401 "
#define POINTS "a 1.200 b 2.300 c 3.401 "
#define EIGHTHS "a 7 125 b 9.375 c 8,625 "

static void test_thousands(void **state)
{
	(void)state;
	becomes(COMMAS "and 4 501 of", COMMAS "and 4,501 of");
	becomes(COMMAS "and 40 501 of", COMMAS "and 40,501 of");
	becomes(COMMAS "and 250 240 cc", COMMAS "and 250,240 cc");
	/* It may be a range, a part of a million, or a list. */
	stays(COMMAS "and 250 750 cc");
	becomes(COMMAS "and 250 751 cc", COMMAS "and 250,751 cc");
	becomes(COMMAS "and 251 750 cc", COMMAS "and 251,750 cc");
	stays(COMMAS "and 4 501 million");
	stays(COMMAS "and 0 501 of");
	stays(COMMAS "and 4015 501 of");
	stays(COMMAS "and 4 50 of");
	stays(COMMAS "and 4 5012 of");
	/* An eighth may be a price's fraction. */
	stays(COMMAS "and 4 875 of");
	/* The others do not agree, are few, or have points. */
	stays("a 1,200 and 4 501 of");
	stays(COMMAS POINTS "and 4 501 of");
	stays(COMMAS "d 1.500 and 4 501 of");
	becomes(COMMAS "d 4,600 e 1.500 and 4 501 of",
		COMMAS "d 4,600 e 1.500 and 4,501 of");
	stays(POINTS "and 4 501 of");
	stays("and 4 501 of");
}

static void test_eighths(void **state)
{
	(void)state;
	becomes("at 7 125 for", "at 7.125 for");
	becomes("at 7 125 for 8 875 and", "at 7.125 for 8.875 and");
	becomes(EIGHTHS "d 63 875 and", "a 7.125 b 9.375 c 8,625 d 63.875 and");
	stays("at 7 125 for 8 126 and");
	stays("at 0 125 for");
	stays("at 1963 125 for");
}

#define FRACTIONS "for 52.5 weeks or 37.4 weeks and 41.2 weeks then "

static void test_fractions(void **state)
{
	(void)state;
	becomes(FRACTIONS "12 7 weeks", FRACTIONS "12.7 weeks");
	stays(FRACTIONS "12 7 months");
	stays(FRACTIONS "12 17 weeks");
	/* From six to eight weeks; six and a half. */
	stays(FRACTIONS "6 8 weeks");
	becomes(FRACTIONS "4 5 weeks", FRACTIONS "4.5 weeks");
	stays(FRACTIONS "8-3 weeks or 9 2 weeks");
	stays("for 52.5 weeks and 12 7 weeks");
	stays("was 2.2345 was 1.3456 was 3.4567 was 1 5678");
	becomes("was 1.2345 was 1.3456 was 1.4567 was 1 5678",
		"was 1.2345 was 1.3456 was 1.4567 was 1.5678");
}

/* Where case is lost alone, or runs of spaces, no mark is missing. */
static void test_other_losses(void **state)
{
	(void)state;
	for (int loss = LOSS_COLLAPSED + 1; loss <= LOSS_LOWER_LOST; loss++)
		check("at 5 30 p m or 212 555 0147", (enum restore_loss)loss,
		      "at 5 30 p m or 212 555 0147");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_telephones),
		cmocka_unit_test(test_times),
		cmocka_unit_test(test_seasons),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_thousands),
		cmocka_unit_test(test_eighths),
		cmocka_unit_test(test_fractions),
		cmocka_unit_test(test_other_losses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

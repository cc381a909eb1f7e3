/* The pairing grammar on rows of marks. */
#include "support.h"

#include "stages/quotes/quotes.h"

#define MARKS_MAX 32
#define CHEAP 10
#define DEAR 200

/*
 * A row of marks, one letter each. By place alone: ( ) a double mark that
 * surely opens or closes, [ ] a single one, d s either of them that could be
 * both, ' an apostrophe, / the end of a paragraph.
 */
static struct quote_mark mark_of(char letter)
{
	struct quote_mark mark = { .left = CONTEXT_SPACE };

	mark.family = strchr("[]s'", letter) ? FAMILY_SINGLE : FAMILY_DOUBLE;
	for (int l = 0; l < LABEL_COUNT; l++)
		mark.cost[l] = 2 * DEAR;
	mark.cost[LABEL_OPEN] = strchr(")]'", letter) ? DEAR : CHEAP;
	mark.cost[LABEL_CLOSE] = strchr("(['", letter) ? DEAR : CHEAP;
	if (letter == '\'')
		mark.cost[LABEL_APOSTROPHE] = CHEAP;
	if (letter == '/') {
		mark.family = FAMILY_BREAK;
		mark.breaks = 1;
	}
	return mark;
}

static size_t read_row(const char *row, struct quote_mark *marks)
{
	const size_t count = strlen(row);

	for (size_t i = 0; i < count; i++) {
		marks[i] = mark_of(row[i]);
		if (!i || row[i - 1] == '/')
			marks[i].left = CONTEXT_EDGE;
	}
	return count;
}

/* The labels: O C o c ', and / for a break; ! after a mark without partner. */
static void write_row(const struct quote_mark *marks, size_t count, char *row)
{
	static const char letters[2][LABEL_COUNT + 1] = { "OC'-2", "oc'-2" };

	for (size_t i = 0; i < count; i++) {
		*row++ = marks[i].family == FAMILY_BREAK
				 ? '/'
				 : letters[marks[i].family][marks[i].label];
		if (marks[i].unpaired)
			*row++ = '!';
	}
	*row = '\0';
}

static const struct {
	const char *marks, *labels;
} rows[] = {
	{ "", "" },
	{ "()", "OC" },
	{ "dd", "OC" },
	{ "dddd", "OCOC" },
	/* Quotations do not cross. */
	{ "dsds", "Oo!Co!" },
	/* Nested. */
	{ "([])", "OocC" },
	{ "[()]", "oOCc" },
	{ "([()])", "OoOCcC" },
	{ "[()()]", "oOCOCc" },
	/* Alike inside and outside. */
	{ "[[]]", "oocc" },
	{ "(())", "OOCC" },
	/* Apostrophes change nothing. */
	{ "('')", "O''C" },
	{ "'('d", "'O'C" },
	/* The partner tells of the mark that could be both. */
	{ "(d()", "OCOC" },
	{ "()d)", "OCOC" },
	/* Without a partner. */
	{ "(", "O!" },
	{ ")", "C!" },
	{ "()(", "OCO!" },
	{ "([)", "Oo!C" },
	/* Over paragraphs. */
	{ "(/()", "O/OC" },
	{ "(/(/()()", "O/O/OCOC" },
	{ "[/[]", "o/oc" },
	{ "(/)", "O/C" },
	{ "(/'/'", "O!/'/'" },
	{ "(/[]", "O!/oc" },
};

static void pair_row(const char *text, char *labels)
{
	struct quote_mark marks[MARKS_MAX];
	struct quote_window window = { .marks = marks, .last = true };
	char scratch[8192];

	window.count = read_row(text, marks);
	assert_true(quotes_pair_room(window.count) <= sizeof(scratch));
	window.scratch = scratch;
	quotes_pair(&window, 0);
	write_row(marks, window.count, labels);
}

static void test_rows(void **state)
{
	char labels[2 * MARKS_MAX];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		pair_row(rows[i].marks, labels);
		assert_string_equal(labels, rows[i].labels);
	}
}

/* A mark that could be either has a small margin; a partner makes it great. */
static void test_margin(void **state)
{
	struct quote_mark marks[MARKS_MAX];
	char scratch[8192];
	struct quote_window window = { .marks = marks,
				       .scratch = scratch,
				       .last = true };

	(void)state;
	window.count = read_row("d", marks);
	quotes_pair(&window, 0);
	assert_true(marks[0].margin < 10);
	window.count = read_row("(d", marks);
	quotes_pair(&window, 0);
	assert_true(marks[1].margin > 100);
	assert_ptr_equal(marks[0].partner, &marks[1]);
	assert_ptr_equal(marks[1].partner, &marks[0]);
}

/* Two windows read as one: the state goes over. */
static void test_windows(void **state)
{
	struct quote_mark marks[MARKS_MAX];
	char scratch[8192], labels[2 * MARKS_MAX];
	struct quote_window window = { .marks = marks, .scratch = scratch };
	unsigned middle;

	(void)state;
	window.count = read_row("()(", marks);
	middle = quotes_pair(&window, 0);
	write_row(marks, window.count, labels);
	assert_string_equal(labels, "OCO");
	window.last = true;
	window.count = read_row("/()", marks);
	quotes_pair(&window, middle);
	write_row(marks, window.count, labels);
	assert_string_equal(labels, "/OC");
	window.count = read_row("d", marks);
	quotes_pair(&window, middle);
	write_row(marks, window.count, labels);
	assert_string_equal(labels, "C");
}

#define SIGNS "()[]ds/"
#define SIGN_COUNT (sizeof(SIGNS) - 1)
#define MIRRORED 5	/* marks */
#define NEVER (1 << 20) /* '' for two: double marks alone have that */

static void read_mirrored(const char *row, struct quote_mark *marks)
{
	char scratch[8192];
	struct quote_window window = { .marks = marks,
				       .scratch = scratch,
				       .last = true };

	window.count = read_row(row, marks);
	for (size_t i = 0; i < window.count; i++)
		marks[i].cost[LABEL_TWO] = NEVER;
	quotes_pair(&window, 0);
}

static void check_mirror(const char *row)
{
	struct quote_mark marks[MARKS_MAX], others[MARKS_MAX];
	char mirror[MARKS_MAX] = "";

	for (size_t i = 0; row[i]; i++)
		mirror[i] = "[]()sd/"[strchr(SIGNS, row[i]) - SIGNS];
	read_mirrored(row, marks);
	read_mirrored(mirror, others);
	for (size_t i = 0; row[i]; i++)
		if (marks[i].label != others[i].label ||
		    marks[i].unpaired != others[i].unpaired ||
		    marks[i].margin != others[i].margin)
			fail_msg("mark %zu of %s is not read as in %s", i, row,
				 mirror);
}

/* As double marks are read, single ones are, with the same margins. */
static void test_mirrors(void **state)
{
	unsigned count = 1;

	(void)state;
	for (unsigned k = 0; k < MIRRORED; k++)
		count *= SIGN_COUNT;
	for (unsigned i = 0; i < count; i++) {
		char row[MIRRORED + 1] = "";
		unsigned rest = i;

		for (unsigned k = 0; k < MIRRORED; k++) {
			row[k] = SIGNS[rest % SIGN_COUNT];
			rest /= SIGN_COUNT;
		}
		check_mirror(row);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_margin),
		cmocka_unit_test(test_windows),
		cmocka_unit_test(test_mirrors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What is a drawing of characters, and what is one less than it. */
#include "support.h"

#include "text/preformatted.h"

static void test_drawings(void **state)
{
	static const struct {
		const char *text;
		bool drawing;
	} rows[] = {
		/* three lines, at least, more signs than letters */
		{ "--+--\n  | ab\n--+--\n", true },
		{ "--+--\n  | ab\n", false },
		{ "--+--\n  | ab\nabc de\n", false },
		{ "--+-\n | ab\nabc\n", false },
		{ "--+--\n  | ab\n  | ab\n--+--\n", true },
		{ "--+--\n  | ab\n  | abc\nabcde\n", false },
		/* one stroke goes up: between spaces, or beside strokes */
		{ "-----\n  / ab\n-----\n", true },
		{ "-----\n /a ab\n-----\n", false },
		{ "-----\n ab/ a\n-----\n", false },
		{ "-----\n  ab /\n-----\n", true },
		{ "-----\n/  ab\n-----\n", true },
		{ "-----\n(\\_ ab\n-----\n", true },
		{ "-----\n ab a-\n-----\n", false },
		/* all lines in a frame are a table */
		{ "+---+\n| a |\n+---+\n", false },
		{ "+---+\n| a |\n+---+\n --+\n", true },
		/* words are none: letters in a row */
		{ "------------\n| ab | ab |\n", false },
		{ "=====\n| abc -- |-\n=====\n", true },
		{ "|abc -----\n|abc -----\n/ ab -----\n", false },
		{ "|ab- -----\n|ab- -----\n/ ab -----\n", true },
		/* two branches of a tree */
		{ "|-- a.c\n`-- b.c\n", true },
		{ "|-- a.c\nb.c\n", false },
		{ "\u251C\u2500\u2500 a.c\n\u2514\u2500\u2500 b.c\n", true },
		/* boxes side by side, and cells */
		{ "+---+  +---+\n| a |->| b |\n+---+  +---+\n", true },
		{ "+---+--+---+\n| a |- | b |\n+---+--+---+\n", false },
		{ "+---+ +---+\n| a | | b |\n+---+ +---+\n", false },
		{ "+---+--+---+\n| a |<-| b |\n+---+--+---+\n", true },
		{ "+---+--+---+\n| a |->| b |\n", false },
		{ "ida and/or bo\nwent to sea\nin a boat\n", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (text_is_drawing(rows[i].text, 0, strlen(rows[i].text)) !=
		    rows[i].drawing)
			fail_msg("row %zu: %s", i, rows[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_drawings),
	};

	return cmocka_run_group_tests_name("drawing", tests, NULL, NULL);
}

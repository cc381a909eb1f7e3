/* How many signs of code a line has: each sign that there is, and its limits.
 */
#include "support.h"

#include "text/code_signs.h"

static size_t count(const char *text)
{
	const struct line_reader reader = { text, 0, strlen(text) };

	return code_signs_count(&reader);
}

#define TEN "abcdefghij"

struct row {
	const char *line;
	size_t signs;
};

static void expect(const struct row *rows, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (count(rows[i].line) != rows[i].signs)
			fail_msg("%zu signs, not %zu: %s", count(rows[i].line),
				 rows[i].signs, rows[i].line);
}

#define EXPECT(rows) expect(rows, sizeof(rows) / sizeof(*(rows)))

/* What a line begins with. */
static void test_openings(void **state)
{
	static const struct row rows[] = {
		{ "// the quay", 2 },	     { "//the quay", 0 },
		{ "/*the quay", 2 },	     { "*/ the quay", 2 },
		{ "#!/bin/quay", 2 },	     { "#include quay", 2 },
		{ "#define QUAY 3", 2 },     { ">>> quay", 1 },
		{ "SELECT quay", 2 },	     { "INSERT INTO quay", 2 },
		{ "FROM quay", 1 },	     { "WHERE quay", 1 },
		{ "GROUP BY quay", 1 },	     { "ORDER BY quay", 1 },
		{ "CREATE TABLE quay", 2 },  { "WITH quay", 1 },
		{ "def quay", 1 },	     { "class quay", 1 },
		{ "function quay", 1 },	     { "var quay", 1 },
		{ "let quay", 1 },	     { "const quay", 1 },
		{ "return quay", 1 },	     { "import quay", 1 },
		{ "public quay", 1 },	     { "private quay", 1 },
		{ "static quay", 1 },	     { "if (3 boats", 1 },
		{ "for (3 boats", 1 },	     { "while (3 boats", 1 },
		{ "} else 3", 2 }, /* the brace, too */
		{ "sudo quay", 2 },	     { "cd quay", 1 },
		{ "export quay", 1 },	     { "echo quay", 1 },
		{ "echoes of the quay", 0 }, { "the quay, or echo of it", 0 },
	};

	(void)state;
	EXPECT(rows);
}

static void test_markup(void **state)
{
	static const struct row rows[] = {
		{ "<quay tide", 1 },	{ "<quay>", 2 },  { "</quay>", 2 },
		{ "</quay", 1 },	{ "<!quay", 1 },  { "<?quay", 1 },
		{ "<3 boats", 0 },	{ "< quay", 0 },  { "the</quay>", 1 },
		{ "a <quay /> so", 1 }, { "a <quay", 0 },
	};

	(void)state;
	EXPECT(rows);
}

static void test_members(void **state)
{
	static const struct row rows[] = {
		{ "\"quay\": 3", 2 },
		{ "\"quay\" : 3", 2 },
		{ "\"quay\", 3", 0 },
		{ "\"the quay\": 3", 0 },
		{ "quay\": 3", 0 },
		{ "{ quay", 1 },
		{ "{\"quay\": 3", 2 },
		{ "{\"quay\", 3", 1 },
		{ "3, \"quay\": 3", 1 },
		{ "3,\"quay\": 3", 0 },
		/* A name of 39 bytes with the first mark, and one longer. */
		{ "\"" TEN TEN TEN "12345678\": 3", 2 },
		{ "\"" TEN TEN TEN "123456789\": 3", 2 },
		{ "\"" TEN TEN TEN TEN "\": 3", 0 },
	};

	(void)state;
	EXPECT(rows);
}

static void test_calls(void **state)
{
	static const struct row rows[] = {
		{ "moor()", 1 },
		{ "moor_(3 boats", 1 },
		{ "moor(\"quay", 2 },
		{ "moor('quay", 2 },
		{ "boat.moor()", 2 },
		{ "boat.moor(3 boats", 2 },
		{ "boat.moor(\"quay", 3 },
		{ "boat$.moor()", 1 },
		{ ".moor()", 1 },
		{ "3 (boats", 0 },
		{ "moor( boats", 0 },
		/* A plural has no more than two letters. */
		{ "boat(s)", 0 },
		{ "boat(es)", 0 },
		{ "boat(set)", 1 },
		{ "a." TEN TEN TEN "abcdefghi(3 boats", 2 },
		{ "a." TEN TEN TEN TEN "(3 boats", 1 },
	};

	(void)state;
	EXPECT(rows);
}

static void test_assignments(void **state)
{
	static const struct row rows[] = {
		{ "static int quay = 3", 2 },
		{ "one two quay = 3", 1 },
		{ "one two tree quay = 3", 0 },
		{ "one  quay  = 3", 1 },
		{ "one, quay = 3", 0 },
		{ "quay = \"north\"", 2 },
		{ "quay =\"north\"", 1 },
		{ "quay = 'north'", 2 },
		{ "quay=3", 1 },
		{ "= 3", 0 },
		{ "3, == 3", 1 },
		{ "3, === 3", 0 },
		{ "3, => 3", 1 },
		{ "3, != 3", 1 },
		{ "boat.quay_3$ = 3", 1 },
	};

	(void)state;
	EXPECT(rows);
}

static void test_marks(void **state)
{
	static const struct row rows[] = {
		/* \n and its like are escapes. */
		{ "a \\quay", 1 },
		{ "a \\nquay", 0 },
		{ "a \\rquay", 0 },
		{ "a \\tquay", 0 },
		{ "a \\uquay", 0 },
		{ "a \\Uquay", 0 },
		{ "a \\xquay", 0 },
		{ "a \\q", 0 },
		{ "a \\33", 0 },
		{ "a \\q3", 0 },
		/* Options and arrows. */
		{ "a --quay", 1 },
		{ "a --Quay", 0 },
		{ "a -q b", 1 },
		{ "a -q3", 1 },
		{ "a -q", 1 },
		{ "a -quay", 0 },
		{ "a -3 b", 0 },
		{ "a-q b", 0 },
		{ "boat->quay", 1 },
		{ "boat()->quay", 2 },
		{ "a ->quay", 0 },
		{ "a >> b", 1 },
		{ "a > b", 0 },
		{ "a>> b", 0 },
		/* Braces and indices. */
		{ "} quay", 1 },
		{ "quay }", 0 },
		{ "boats[\"quay\"]", 1 },
		{ "boats['quay']", 1 },
		{ "boats[$quay]", 2 },
		{ "boats[3]", 0 },
		{ "a [\"quay\"]", 0 },
		/* Paths, names with colons, operators. */
		{ "./quay", 1 },
		{ "a ./quay", 1 },
		{ "a./quay", 0 },
		{ "a .quay", 0 },
		{ "boat::quay", 1 },
		{ "a :: b", 0 },
		{ "boat:quay", 0 },
		{ "a && b", 1 },
		{ "a || b", 1 },
		{ "a & b", 0 },
		{ "a &&& b", 0 },
		{ "a ||| b", 0 },
		/* Variables. */
		{ "${quay", 2 },
		{ "$quay", 1 },
		{ "$QUA", 1 },
		{ "$Q_A", 1 },
		{ "$US", 0 },
		{ "$AUD5", 0 },
		{ "$QUAY5", 0 },
		{ "$5", 0 },
		/* The last mark. */
		{ "quay;", 1 },
		{ "quay; so", 0 },
		{ "for b in c; do", 2 },
		{ "if b; then", 2 },
		{ "; do", 0 },
		{ "a; done", 0 },
	};

	(void)state;
	EXPECT(rows);
}

static void test_tables(void **state)
{
	static const struct row rows[] = {
		{ " a \u2502 b", 2 }, /* the line's end */
		{ "a \u2500 b", 0 },	  { "a \u2501 b", 0 },
		{ "a \u2503 b", 0 },	  { "a \u253C b", 2 },
		{ "\u2502 a \u2502", 0 }, { "\u250C\u2502", 0 },
		{ "\u251C\u2502", 0 },	  { "\u2524 a \u2502", 4 },
	};

	(void)state;
	EXPECT(rows);
}

/* An address has signs of code, and is none. */
static void test_addresses(void **state)
{
	static const struct row rows[] = {
		{ "https://www.example.org/quay?tide=3;", 0 },
		{ "https://www.example.org/quay boats[\"b\"]", 1 },
		{ "quay: boats[\"b\"]", 1 },
	};

	(void)state;
	EXPECT(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_openings),
		cmocka_unit_test(test_markup),
		cmocka_unit_test(test_members),
		cmocka_unit_test(test_calls),
		cmocka_unit_test(test_assignments),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Where code in quotation marks ends. In a text "^" is before the mark, "|"
 * where the code ends: nowhere, if it is none. "~" stands for a number of
 * letters.
 */
#include "support.h"

#include "stages/quotes/quotes.h"

#define TEXT_MAX 4096

struct row {
	const char *text;
	size_t letters;
};

struct marked {
	char text[TEXT_MAX];
	size_t len, mark, end;
};

static void read_row(const struct row *row, struct marked *marked)
{
	marked->len = 0;
	marked->mark = 0;
	marked->end = SIZE_MAX;
	for (const char *c = row->text; *c; c++) {
		const size_t count = *c == '~' ? row->letters : 1;

		if (*c == '^') {
			marked->mark = marked->len;
		} else if (*c == '|') {
			marked->end = marked->len;
		} else {
			assert_true(marked->len + count < TEXT_MAX);
			memset(marked->text + marked->len, *c == '~' ? 'a' : *c,
			       count);
			marked->len += count;
		}
	}
	if (marked->end == SIZE_MAX)
		marked->end = marked->mark;
}

typedef size_t ender(const struct pass *pass, size_t at);

static size_t template_end(const struct pass *pass, size_t at)
{
	size_t brace = at;

	while (brace && pass->text[brace - 1] != '{')
		brace--;
	return quote_template_end(pass, brace ? brace - 1 : pass->len, at);
}

static void expect(ender *end_of, const struct row *rows, size_t count)
{
	struct marked marked;

	for (size_t i = 0; i < count; i++) {
		struct pass pass = { .text = marked.text };
		size_t end;

		read_row(&rows[i], &marked);
		marked.text[marked.len] = '\0';
		pass.len = marked.len;
		end = end_of(&pass, marked.mark);
		if (end != marked.end)
			fail_msg("%s (%zu): ends at %zu, not %zu", rows[i].text,
				 rows[i].letters, end, marked.end);
	}
}

#define EXPECT(end_of, rows)                                                   \
	expect(end_of, rows, sizeof(rows) / sizeof(*(rows)))

static void test_calls(void **state)
{
	static const struct row rows[] = {
		{ "print(^\"quay\"|)", 0 },    { "a.B(^\"quay\"|)", 0 },
		{ "B_c(^\"quay\"|)", 0 },      { "Brill(^\"quay\")", 0 },
		{ "=IF(^\"quay\"|)", 0 },      { "(^\"quay\")", 0 },
		{ " (^\"quay\")", 0 },	       { "moor(3,^\"quay\"|)", 0 },
		{ "moor(3,^\"quay\"|,4)", 0 }, { "moor(3,^\"quay\"|)", 0 },
		{ "moor(3,^\"quay\"; 4)", 0 }, { "moor(3 ,^\"quay\")", 0 },
		{ "moor(3\n,^\"quay\")", 0 },  { "moor(3;^\"quay\")", 0 },
		{ "moor(^\"quay)", 0 },	       { "moor(^\"quay\n\")", 0 },
		{ "^\"quay\")", 0 },	       { "moor(~,^\"quay\"|)", 118 },
		{ "moor(~,^\"quay\")", 119 },  { "moor(^\"~\"|)", 119 },
		{ "moor(^\"~\")", 120 },
	};

	(void)state;
	EXPECT(quote_argument_end, rows);
}

static void test_values(void **state)
{
	static const struct row rows[] = {
		{ "NAME=^\"quay\"|", 0 },
		{ "name_=^\"quay\"|", 0 },
		{ "a.=^\"quay\"|", 0 },
		{ "a>=^\"quay\"", 0 },
		{ "=^\"quay\"", 0 },
		{ "a =^\"quay\"", 0 },
		{ "NAME=^\"quay\"s", 0 },
		{ "NAME=^\"quay\"|, so", 0 },
		{ "NAME=^\"quay", 0 },
		{ "NAME=^\"qu\nay\"", 0 },
		{ "a = ^\"quay\"|", 0 },
		{ "a == ^\"quay\"|", 0 },
		{ "a != ^\"quay\"|", 0 },
		{ "a >= ^\"quay\"", 0 },
		{ "a= ^\"quay\"", 0 },
		{ "  = ^\"quay\"|", 0 },
		{ "= ^\"quay\"", 0 },
		{ "moor -m ^\"quay\"|", 0 },
		{ "moor -M ^\"quay\"", 0 },
		{ "moor -3 ^\"quay\"", 0 },
		{ "moor --m ^\"quay\"", 0 },
		{ "moor, -m ^\"quay\"", 0 },
		{ "a -m ^\"quay\"|", 0 },
		{ " -m ^\"quay\"", 0 },
		{ "moor -m^\"quay\"", 0 },
		{ "boats[^\"quay\"|]", 0 },
		{ "b_[^\"quay\"|]", 0 },
		{ "b[3][^\"quay\"|]", 0 },
		{ "b [^\"quay\"]", 0 },
		{ "[^\"quay\"]", 0 },
		{ "boats[^\"quay\",3]", 0 },
		{ "[Event ^\"quay\"|]", 0 },
		{ "so\n[Event ^\"quay\"|]", 0 },
		{ "so [Event ^\"quay\"]", 0 },
		{ "[Event 3 ^\"quay\"]", 0 },
		{ "[A ^\"quay\"|]", 0 },
		{ "so\n[ ^\"quay\"|]", 0 },
		{ "Event ^\"quay\"]", 0 },
		{ "[Event ^\"quay\"", 0 },
		{ "[Event^\"quay\"]", 0 },
		{ "[~ ^\"quay\"|]", 118 },
		{ "[~ ^\"quay\"|]", 119 },
		{ "[~ ^\"quay\"]", 120 },
	};

	(void)state;
	EXPECT(quote_argument_end, rows);
}

static void test_titles(void **state)
{
	static const struct row rows[] = {
		{ "[a](b.c ^\"quay\"|)", 0 }, { "[a](b.c ^'quay'|)", 0 },
		{ "](b.c ^\"quay\"|)", 0 },   { "](b.c ^\"quay\"|, so)", 0 },
		{ "](b.c ^\"quay\" so)", 0 }, { "a(b.c ^\"quay\")", 0 },
		{ "](b.c d ^\"quay\")", 0 },  { "](b\nc ^\"quay\")", 0 },
		{ "(b.c ^\"quay\")", 0 },     { "](b.c^\"quay\")", 0 },
		{ "] ^\"quay\")", 0 },	      { "](~ ^\"quay\"|)", 118 },
		{ "](~ ^\"quay\")", 119 },
	};

	(void)state;
	EXPECT(quote_argument_end, rows);
}

static void test_objects(void **state)
{
	static const struct row rows[] = {
		{ "{^\"quay\": 3}|", 0 },
		{ "{ ^\"quay\": 3}|", 0 },
		{ "see {^\"quay\": 3}| so", 0 },
		{ "[{^\"quay\": 3}|]", 0 },
		{ "\n{^\"quay\": 3}|", 0 },
		{ "a{^\"quay\": 3}", 0 },
		{ "{^\"quay\"; 3}", 0 },
		{ "{^\"quay\" : 3}", 0 },
		{ "{^\"quay\": 3", 0 },
		{ "{^\"quay: 3}", 0 },
		{ "{^\"quay\": 3\n}", 0 },
		{ "{^\"quay\": {\"a\": 3}}|", 0 },
		{ "{^\"quay\": {\"a\": 3}", 0 },
		{ "  ^\"quay\": 3}", 0 },
		{ "{  ^\"quay\": 3}", 0 },
		{ "{^\"b\":~}|", 1995 },
		{ "{^\"b\":~}", 1996 },
	};

	(void)state;
	EXPECT(quote_argument_end, rows);
}

static void test_lists(void **state)
{
	static const struct row rows[] = {
		{ "[^\"a\", \"b\"]|", 0 },
		{ "[^'a', 'b']|", 0 },
		{ "[^\"a\", 'b']|", 0 },
		{ "[^\"a\",\"b\"]|", 0 },
		{ "[^\"a\",  \"b\"]", 0 },
		{ "[^\"a\"]", 0 },
		{ "[^\"a\", b]", 0 },
		{ "[^\"a\", \"b\"", 0 },
		{ "[^\"a\", \"b]", 0 },
		{ "[^\"a\"; \"b\"]", 0 },
		{ "[^\"a\", \"b\"; \"c\"]", 0 },
		{ "[^\"a\", \"b\n\"]", 0 },
		{ "so [^\"a\", \"b\"]| so", 0 },
		{ "[^\"a\",\"~\"]|", 1993 },
		{ "[^\"a\",\"~\"]", 1994 },
	};

	(void)state;
	EXPECT(quote_argument_end, rows);
}

static void test_templates(void **state)
{
	static const struct row rows[] = {
		{ "{{ a ^\"b\" }}|", 0 },  { "{% a ^\"b\" %}|", 0 },
		{ "{{ a ^\"b\" %}", 0 },   { "{% a ^\"b\" }}", 0 },
		{ "{{ a ^\"b\" }", 0 },	   { "{ a ^\"b\" }}", 0 },
		{ "{{ a\n^\"b\" }}", 0 },  { "{{ a ^\"b\"\n}}", 0 },
		{ "{{ a } ^\"b\" }}", 0 }, { "{% ^\"b\" %}| so", 0 },
		{ "a ^\"b\" }}", 0 },	   { "{{~^\"b}}|", 299 },
		{ "{{~^\"b}}", 300 },	   { "{{^~}}|", 299 },
		{ "{{^~}}", 300 },
	};

	(void)state;
	EXPECT(template_end, rows);
}

static void test_spans(void **state)
{
	static const struct row rows[] = {
		{ "^`quay`|", 0 },	  { "the ^`quay`| so", 0 },
		{ "^`quay`|s so", 0 },	  { "^`quay`|'s so", 0 },
		{ "^`the quay`s so", 0 }, { "^`the quay`| so", 0 },
		{ "a^`quay` so", 0 },	  { "^``quay``", 0 },
		{ "^` quay`", 0 },	  { "^`quay `", 0 },
		{ "^`qu\nay`", 0 },	  { "`^`quay`", 0 },
		{ "(^`quay`|)", 0 },	  { "^`~`|", 119 },
		{ "^`~`", 120 },	  { "^`quay`5 so", 0 },
		{ "'^`quay`", 0 },	  { "^`the quay`' so", 0 },
	};

	(void)state;
	EXPECT(quote_code_end, rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_calls),  cmocka_unit_test(test_values),
		cmocka_unit_test(test_titles), cmocka_unit_test(test_objects),
		cmocka_unit_test(test_lists),  cmocka_unit_test(test_templates),
		cmocka_unit_test(test_spans),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

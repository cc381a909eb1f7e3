/* What of a Markdown text is its form. */
#include "support.h"

#include "text/markdown.h"

/* The text with "~" for each byte that is kept, but for line ends. */
static char *shown(const char *text)
{
	const size_t len = strlen(text);
	unsigned char *kept = calloc(1, len + 1);
	char *out = strdup(text);

	assert_non_null(kept);
	assert_non_null(out);
	markdown_mark(text, len, kept);
	for (size_t i = 0; i < len; i++) {
		assert_true(text[i] != '\n' || kept[i]);
		if (kept[i] && text[i] != '\n')
			out[i] = '~';
	}
	free(kept);
	return out;
}

/* Each text, and how it is shown. */
static void hold(const char *const texts[][2], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *out = shown(texts[i][0]);

		assert_string_equal(out, texts[i][1]);
		free(out);
	}
}

#define HOLD(texts) hold(texts, sizeof(texts) / sizeof(texts[0]))

static void test_lines(void **state)
{
	static const char *const texts[][2] = {
		{ "# One\n", "~~One\n" },
		{ "#One\n", "#One\n" },
		{ "- one  \n  two\n", "~~one~~\n~~two\n" },
		{ "1999) one\n", "~~~~~~one\n" },
		{ "1999.one\n", "1999.one\n" },
		{ "> > one\n>\n", "~~~~one\n~\n" },
		{ "* [x] one\n", "~~~~~~one\n" },
		{ "One\n---\n", "One\n~~~\n" },
		{ "* * *\n", "~~~~~\n" },
		{ "::: note \"A\"\n", "~~~~~~~~~~~~\n" },
		{ "One | two\n--- | ---\na | b\n\nc\n",
		  "~~~~~~~~~\n~~~~~~~~~\n~~~~~\n\nc\n" },
		{ "One two\n--- ---\na b\n\nc\n",
		  "~~~~~~~\n~~~~~~~\n~~~\n\nc\n" },
		{ "One two\n|||\na b\n", "One two\n~~~\na b\n" },
		{ "[a]: b 'c'\n  \"d\"\n\"e\"\n",
		  "~~~~~~~~~~\n~~~~~\n\"e\"\n" },
		{ "[^a]: It's\n", "~~~~: It's\n" },
	};

	(void)state;
	HOLD(texts);
}

static void test_code(void **state)
{
	static const char *const texts[][2] = {
		{ "a\n\n    b\n    c\n\nd\n", "a\n\n~~~~~\n~~~~~\n\nd\n" },
		{ "a\n    b\n", "a\n~~~~b\n" },
		{ "- a\n\n    b\n\n      c\n", "~~a\n\n~~~~b\n\n~~~~~~~\n" },
		{ "```c\n> a\n~~~\n```\nb\n", "~~~~\n~~~\n~~~\n~~~\nb\n" },
		{ "````\n```\n````\nb\n", "~~~~\n~~~\n~~~~\nb\n" },
		{ "> ```\n> a\n\nb ```c\n", "~~~~~\n~~~\n\nb ```c\n" },
		{ "- ```\n  a\nb\n", "~~~~~\n~~~\nb\n" },
		{ "```\nno end\n", "~~~\n~~~~~~\n" },
		{ "    > a\n", "~~~~~~~\n" },
		{ "<pre>\n\na\n</pre>\nb\n", "~~~~~\n\n~\n~~~~~~\nb\n" },
		{ "$$\na\n\nb$$\nc\n", "~~\n~\n\n~~~\nc\n" },
	};

	(void)state;
	HOLD(texts);
}

static void test_spans(void **state)
{
	static const char *const texts[][2] = {
		{ "a `b` ``c ` d`` ` e", "a ~~~ ~~~~~~~~~ ` e" },
		{ "a \\`b` c", "a ~~b` c" },
		{ "# a `\nb `c` d\n", "~~a `\nb ~~~ d\n" },
		{ "[a](b(c) \"d ) e\") f", "[a~~~~~~~~~~~~~~~ f" },
		{ "[a](b f", "[a~~~~~" },
		{ "[a](b 'd ) e') f", "[a~~~~~~~~~~~~ f" },
		{ "[a](b \"d )\" ) f", "[a~~~~~~~~~~~ f" },
		{ "[a](b \"d) e", "[a~~~~~~~ e" },
		{ "[a](b \"d\" e) f", "[a~~~~~~~~~~ f" },
		{ "[a](b\"d)\") f", "[a~~~~~~\") f" },
		{ "[a](b\\)c) d", "[a~~~~~~~ d" },
		{ "[a](b\\", "[a~~~~" },
		{ "[a][b] c", "[a~~~~ c" },
		{ "[a][] c", "[a][] c" },
		{ "[a][b c", "[a][b c" },
		{ "It's $5 and $6.", "It's $5 and $6." },
		{ "a $b$ c", "a ~~~ c" },
		{ "a $ b$ c", "a $ b$ c" },
		{ "a $b $ c", "a $b $ c" },
		{ "a $b$3 c", "a $b$3 c" },
		{ "a $b\\$ c$ d", "a ~~~~~~~ d" },
		{ "a $$b 's$3$$ c", "a ~~~~~~~~~~ c" },
		{ "a $$b$ c", "a $$b$ c" },
		{ "[a](b\n\nf", "[a~~~\n\nf" },
		{ "[![a](b)](c) d", "[![a~~~~~~~~ d" },
		{ "[a][b] c [d]", "[a~~~~ c [d]" },
		{ "[a] b [c]\n\n[a]: d\n", "~~~ b ~~~\n\n~~~~~~\n" },
		{ "[a] b\n\n  [a]: d\n", "~~~ b\n\n~~~~~~~~\n" },
		{ "[a] b\n\nc]: d\n", "[a] b\n\nc]: d\n" },
		{ "[a] b\n\n[c\nd]: e\n", "[a] b\n\n[c\nd]: e\n" },
		{ "a[^1] [[b]]", "a~~~~ ~~~~~" },
		{ "a <b c='>'>d</b> < e <f", "a ~~~~~~~~~d~~~~ < e <f" },
		{ "a <code>b</code> c", "a ~~~~~~~~~~~~~~ c" },
		{ "a $b$ $5 and $6, $c d", "a ~~~ $5 and $6, $c d" },
		{ "a {{ b }} {c\nd}", "a ~~~~~~~ {c\nd}" },
		{ "a\\\nb", "a~\nb" },
	};

	(void)state;
	HOLD(texts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_code),
		cmocka_unit_test(test_spans),
	};

	return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}

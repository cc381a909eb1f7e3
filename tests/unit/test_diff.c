/* Diffs: applied to the old text they give the new one. */
#include "support.h"

#include "writer/diff.h"

static bool run(const char *old, const char *fresh, struct buffer *out)
{
	const struct diff_side a = { old, strlen(old), 1 };
	const struct diff_side b = { fresh, strlen(fresh), 1 };

	buffer_init(out);
	return diff_hunks(out, &(struct diff_style){ COLOUR_OFF, MATCH_LINES },
			  &a, &b);
}

static void test_hunks(void **state)
{
	static const struct {
		const char *old, *fresh, *wanted;
	} rows[] = {
		{ "", "", "" },
		{ "a\nb\n", "a\nb\n", "" },
		{ "", "a\n", "@@ -0,0 +1 @@\n+a\n" },
		{ "a\n", "", "@@ -1 +0,0 @@\n-a\n" },
		{ "a\n", "b\n", "@@ -1 +1 @@\n-a\n+b\n" },
		{ "a", "a\n",
		  "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n" },
		{ "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nx\n6\n",
		  "@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+x\n 6\n" },
		{ "1\n2\n\n3\n\n4\n", "1\nx\n\ny\n\n4\n",
		  "@@ -1,6 +1,6 @@\n 1\n-2\n+x\n \n-3\n+y\n \n 4\n" },
		{ "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "x\n1\n2\n3\n4\n5\n6\n7\ny\n",
		  "@@ -1,4 +1,4 @@\n-a\n+x\n 1\n 2\n 3\n"
		  "@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+y\n" },
		{ "a\n1\n2\n3\n4\n5\n6\nb\n", "x\n1\n2\n3\n4\n5\n6\ny\n",
		  "@@ -1,8 +1,8 @@\n-a\n+x\n 1\n 2\n 3\n 4\n 5\n 6\n"
		  "-b\n+y\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buffer out;

		assert_true(run(rows[i].old, rows[i].fresh, &out));
		assert_string_equal(buffer_text(&out), rows[i].wanted);
		buffer_release(&out);
	}
}

static size_t number(const char **at)
{
	char *end;
	const unsigned long value = strtoul(*at, &end, 10);

	*at = end;
	return value;
}

/* The line at *at, with its newline; moves on. */
static size_t line_length(const char *at)
{
	const char *end = strchr(at, '\n');

	return end ? (size_t)(end - at) + 1 : strlen(at);
}

/* Apply a patch as patch(1) would, but without any fuzz. */
static void apply(const char *old, const char *patch, struct buffer *fresh)
{
	size_t line = 1;

	while (*patch) {
		size_t first, count = 1;

		assert_memory_equal(patch, "@@ -", 4);
		patch += 4;
		first = number(&patch);
		if (*patch == ',') {
			patch++;
			count = number(&patch);
		}
		first += count == 0;
		patch += line_length(patch);
		for (; line < first; line++) {
			buffer_add(fresh, old, line_length(old));
			old += line_length(old);
		}
		while (*patch && *patch != '@') {
			const size_t len = line_length(patch) - 1;
			const bool open = patch[len + 1] == '\\';
			const char sign = *patch++;

			if (sign != '-')
				buffer_add(fresh, patch, len - open);
			if (sign != '+') {
				assert_memory_equal(old, patch, len - open);
				old += len - open;
				line++;
			}
			patch += len;
			if (open)
				patch += line_length(patch);
		}
	}
	buffer_add_text(fresh, old);
}

static void random_text(uint64_t *seed, char *text, unsigned kinds)
{
	const size_t lines = random_below(seed, 40);

	for (size_t i = 0; i < lines; i++) {
		*text++ = (char)('a' + random_below(seed, kinds));
		*text++ = '\n';
	}
	if (lines && random_below(seed, 4) == 0)
		text--;
	*text = '\0';
}

static void test_applies(void **state)
{
	uint64_t seed = 5;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		const unsigned kinds = 1 + random_below(&seed, 26);
		char old[100], fresh[100];
		struct buffer out, made;

		random_text(&seed, old, kinds);
		random_text(&seed, fresh, kinds);
		buffer_init(&made);
		assert_true(run(old, fresh, &out));
		apply(old, buffer_text(&out), &made);
		assert_string_equal(buffer_text(&made), fresh);
		buffer_release(&out);
		buffer_release(&made);
	}
}

static void test_no_memory(void **state)
{
	bool done = false;

	(void)state;
	for (long n = 0; !done; n++) {
		struct buffer out;

		fail_allocations_after(n);
		done = run("a\nb\nc\nd\n", "a\nx\nc\ny\n", &out) && !out.failed;
		fail_allocations_off();
		buffer_release(&out);
		assert_true(n < 100);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hunks),
		cmocka_unit_test(test_applies),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("diff", tests, NULL, NULL);
}

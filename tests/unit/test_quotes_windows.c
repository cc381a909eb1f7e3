/*
 * A text with more marks than are read together is read window by window: what
 * it becomes is the same, wherever a window ends.
 */
#include "support.h"

#define MARKS 20000 /* more than two windows */

/* Each with the straight marks that it has; no mark's reading asks for others.
 */
static const struct {
	const char *in, *out;
	size_t marks;
} paragraphs[] = {
	{ "\"Go,\" she said. \"Now.\"\n\n", "“Go,” she said. “Now.”\n\n", 4 },
	{ "\"'Go,' he told me,\" she said.\n\n",
	  "“‘Go,’ he told me,” she said.\n\n", 4 },
	{ "\"He told me, 'Go,'\" she said.\n\n",
	  "“He told me, ‘Go,’” she said.\n\n", 4 },
	{ "“'Go,' he told me,” she said.\n\n",
	  "“‘Go,’ he told me,” she said.\n\n", 4 },
	{ "“He told me, 'Go,'” she said.\n\n",
	  "“He told me, ‘Go,’” she said.\n\n", 4 },
	{ "The boat's crew didn't stop in the '90s.\n\n",
	  "The boat’s crew didn’t stop in the ’90s.\n\n", 3 },
	{ "The players' \"long\" night at the 'Anchor' ended.\n\n",
	  "The players’ “long” night at the ‘Anchor’ ended.\n\n", 5 },
};

static char *repeated(const char *text, size_t times)
{
	const size_t len = strlen(text);
	char *all = malloc(len * times + 1);

	assert_non_null(all);
	for (size_t i = 0; i < times; i++)
		memcpy(all + i * len, text, len);
	all[len * times] = '\0';
	return all;
}

static void check_times(const struct cd_desk *desk, size_t i, size_t times)
{
	char *in = repeated(paragraphs[i].in, times);
	char *out = repeated(paragraphs[i].out, times);
	size_t len, at = 0;
	char *clean = normalise(desk, in, strlen(in), &len);

	while (at < len && clean[at] == out[at])
		at++;
	if (at < strlen(out))
		fail_msg("%zu times %s: at %zu: %.40s", times, paragraphs[i].in,
			 at, clean + at);
	assert_int_equal(len, at);
	free(clean);
	free(out);
	free(in);
}

static void test_windows(void **state)
{
	const struct cd_options options = { .rules = "=quotes" };
	struct cd_desk *desk = desk_for(&options);

	(void)state;
	for (size_t i = 0; i < sizeof(paragraphs) / sizeof(*paragraphs); i++) {
		check_times(desk, i, 2);
		check_times(desk, i, MARKS / paragraphs[i].marks);
	}
	cd_desk_free(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_windows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

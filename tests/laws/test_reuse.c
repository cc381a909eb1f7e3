/*
 * What a pass takes from the one before it does not show: a run that works all
 * out again in each pass gives the same text and the same findings.
 */
#include "support.h"

#include "desk.h"
#include "laws/texts.h"

#define TEXTS 3000

static void compare_findings(struct cd_result *one, struct cd_result *two)
{
	const struct cd_finding *ours, *theirs;
	size_t count, others;

	assert_int_equal(cd_findings(one, &ours, &count), CD_OK);
	assert_int_equal(cd_findings(two, &theirs, &others), CD_OK);
	assert_int_equal(count, others);
	for (size_t i = 0; i < count; i++) {
		assert_ptr_equal(ours[i].rule, theirs[i].rule);
		assert_int_equal(ours[i].off, theirs[i].off);
		assert_int_equal(ours[i].end, theirs[i].end);
		assert_int_equal(ours[i].edit_count, theirs[i].edit_count);
	}
}

/* A page: lines of it are furniture, and lines change from pass to pass. */
static struct random_text random_page(uint64_t *state)
{
	static const char *const lines[] = {
		"RELATED: Harbour bridge opens to traffic\n",
		"\"It's late\", said Ida Lowell , the clerk.\n\n",
		"Subscribe to our newsletter\n",
		"The council met on Monday.It did not vote.\n\n",
		"LONDON (Reuters) - The ferry sank, officials said.\n\n",
		"Follow @harbour_news on Twitter\n",
		"(Reporting by Jane Roe; Editing by Ida Lowell)\n",
		"Photo: Jane Roe/Harbour News\n",
		"Read more: The ferry that never came\n\n",
		"He said the 'new' bridge  would open  in  May.\n\n",
		"Advertisement\n\n",
		"Copyright 2019 Harbour News. All rights reserved.\n",
		"Click here to read the rest of the story.\n",
	};
	struct random_text page = { malloc(2000), 0 };
	const size_t count = 1 + random_below(state, 12);

	assert_non_null(page.bytes);
	for (size_t i = 0; i < count; i++) {
		const char *line = lines[random_below(
			state, sizeof(lines) / sizeof(*lines))];

		memcpy(page.bytes + page.len, line, strlen(line));
		page.len += strlen(line);
	}
	return page;
}

static void hold(const struct cd_options *options)
{
	struct cd_desk *desk = desk_for(options), *fresh = desk_for(options);
	struct cd_result *one = NULL, *two = NULL;
	uint64_t state = 7;

	fresh->settings.no_reuse = true;
	for (int i = 0; i < TEXTS; i++) {
		struct random_text text = i % 2 ? random_page(&state)
						: random_article(&state, 24);

		assert_int_equal(cd_run(desk, text.bytes, text.len, &one),
				 CD_OK);
		assert_int_equal(cd_run(fresh, text.bytes, text.len, &two),
				 CD_OK);
		assert_int_equal(cd_text(one).len, cd_text(two).len);
		assert_memory_equal(cd_text(one).bytes, cd_text(two).bytes,
				    cd_text(one).len);
		compare_findings(one, two);
		free(text.bytes);
	}
	cd_result_free(one);
	cd_result_free(two);
	cd_desk_free(desk);
	cd_desk_free(fresh);
}

static void test_defaults(void **state)
{
	(void)state;
	hold(&(struct cd_options){ .no_model = true });
}

static void test_all_rules(void **state)
{
	(void)state;
	hold(&(struct cd_options){ .rules = "all", .no_model = true });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_all_rules),
	};

	return cmocka_run_group_tests_name("reuse", tests, NULL, NULL);
}

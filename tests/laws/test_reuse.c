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

/* Words and marks of a line of its own; rules look for some of them. */
static const char *random_word(uint64_t *state)
{
	static const char *const words[] = {
		"harbour",
		"the",
		"\"bridge\"",
		"it's",
		"said",
		"READ",
		"more",
		"'ferry'",
		"Subscribe",
		"to",
		"our",
		"newsletter",
		"\"We",
		"know.\"",
		"Follow",
		"us",
		"on",
		"Facebook",
		"(Reuters)",
		"-",
		"London",
		"May 4",
		"Photo",
		"by",
		"Jane",
		"Roe",
		"Getty",
		"Images",
		"\u201CNo,\u201D",
		"dogs'",
		"n't",
		"``so''",
		"council",
		"advertisement",
		"@harbour",
		"harbour.com/it's",
		"rock 'n' roll",
	};

	return words[random_below(state, sizeof(words) / sizeof(*words))];
}

/* Lines of all lengths, near those at which rules and scorer change. */
static struct random_text random_lines(uint64_t *state)
{
	static const char *const ends[] = { ".", "", ".\"", "\"", "?", "'" };
	struct random_text text = { malloc(12 * 60 * 24), 0 };
	const uint32_t count = 2 + random_below(state, 10);

	assert_non_null(text.bytes);
	for (uint32_t i = 0; i < count; i++) {
		const uint32_t words = 1 + random_below(state, 60) / 2;

		for (uint32_t k = 0; k < words; k++)
			text.len += (size_t)sprintf(text.bytes + text.len,
						    k ? " %s" : "%s",
						    random_word(state));
		text.len += (size_t)sprintf(
			text.bytes + text.len, "%s\n",
			ends[random_below(state,
					  sizeof(ends) / sizeof(*ends))]);
	}
	return text;
}

static struct random_text random_text(uint64_t *state, int i)
{
	if (i % 3 == 0)
		return random_article(state, 24);
	return i % 3 == 1 ? random_page(state) : random_lines(state);
}

static void hold(const struct cd_options *options)
{
	struct cd_desk *desk = desk_for(options), *fresh = desk_for(options);
	struct cd_result *one = NULL, *two = NULL;
	uint64_t state = 7;

	fresh->settings.no_reuse = true;
	for (int i = 0; i < TEXTS; i++) {
		struct random_text text = random_text(&state, i);

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

/* Marks of any shape become others, shorter ones, too. */
static void test_straight(void **state)
{
	(void)state;
	hold(&(struct cd_options){ .rules = "all",
				   .quotes = CD_QUOTES_STRAIGHT,
				   .no_model = true });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_all_rules),
		cmocka_unit_test(test_straight),
	};

	return cmocka_run_group_tests_name("reuse", tests, NULL, NULL);
}

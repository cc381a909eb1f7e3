/* The text of what was stripped, by whatever stage. */
#include "support.h"

#include "base/buffer.h"

/* The first span that goes, as the result has it; free() it. */
static char *stripped_of(const char *text)
{
	struct cd_desk *desk = desk_for(NULL);
	struct cd_result *result = NULL;
	const struct cd_stripped *spans;
	size_t count;
	char *found;

	assert_int_equal(cd_run(desk, text, strlen(text), &result), CD_OK);
	assert_int_equal(cd_stripped(result, &spans, &count), CD_OK);
	assert_true(count > 0);
	found = strndup(spans[0].text.bytes, spans[0].text.len);
	assert_non_null(found);
	cd_result_free(result);
	cd_desk_free(desk);
	return found;
}

static void check(const char *text, const char *wanted)
{
	char *found = stripped_of(text);

	assert_string_equal(found, wanted);
	free(found);
}

static void test_source(void **state)
{
	(void)state;
	check("The pier is open.\n\nRead more: Old ferry comes home\n\n"
	      "It closes at six.\n",
	      "Read more: Old ferry comes home\n\n");
}

/* Entities before it: places in the source are not those in the text. */
static void test_decoded(void **state)
{
	(void)state;
	check("The pier &amp; the mill &amp; the ferry are open.\n\n"
	      "Read more: Caf&eacute; comes home\n\nIt closes at six.\n",
	      "Read more: Caf\u00E9 comes home\n\n");
}

/* Pages are put together before soft hyphens go. */
static void test_page(void **state)
{
	(void)state;
	check("The port will keep the old pi\u00ADer and the fer\u00ADry and "
	      "the "
	      "mar\u00ADket open until\n\n- 3 -\n\fthe spring, when a new one "
	      "will be ready, or\n\n- 4 -\n\fnever, if the talks fail.\n",
	      "\n\n- 3 -\n\f");
}

/* The class of the one span that rules of the user's own take out. */
static const char *class_by(const char *rules)
{
	static const char text[] =
		"The council of Port Ellis will vote in May, the mayor said. "
		"The pier was quaint. Nobody on the board had seen the plan "
		"before Monday.";
	const struct cd_options options = {
		.boilerplate = rules,
		.boilerplate_len = strlen(rules),
	};
	struct cd_desk *desk = desk_for(&options);
	struct cd_result *result = NULL;
	const struct cd_stripped *spans;
	const char *name;
	size_t count;

	assert_int_equal(cd_run(desk, text, strlen(text), &result), CD_OK);
	assert_int_equal(cd_stripped(result, &spans, &count), CD_OK);
	assert_int_equal(count, 1);
	name = spans[0].rule->name;
	cd_result_free(result);
	cd_desk_free(desk);
	return name;
}

/* Of rules for the same words the first says what they are. */
static void test_same_words(void **state)
{
	static const char credit[] =
		"credit any inline until=sentence :: the pier was quaint\n";
	static const char related[] =
		"related any inline until=sentence :: the pier was quaint\n";
	char rules[256];

	(void)state;
	snprintf(rules, sizeof(rules), "%s%s", credit, related);
	assert_string_equal(class_by(rules), "boilerplate/credit");
	snprintf(rules, sizeof(rules), "%s%s", related, credit);
	assert_string_equal(class_by(rules), "boilerplate/related");
}

/* Whether a line at the end goes, of furniture and then of `count` times `pad`
 * and enough letters for `bytes`.
 */
static bool goes_with(const char *pad, size_t count, size_t bytes)
{
	static const char article[] =
		"The council closed the bridge on Tuesday, and traffic goes "
		"round by the mill until the autumn.\n\nIda Moss, who owns "
		"the boats, said that she was glad of the work but not of the "
		"reason for it.\n\n";
	static const char line[] =
		"Read more stories about the harbour and the mill on our "
		"website, or follow our reporters on Twitter and Facebook:";
	struct cd_desk *desk = desk_for(NULL);
	struct cd_result *result = NULL;
	const struct cd_stripped *spans;
	struct buffer text;
	size_t found;

	buffer_init(&text);
	buffer_add_text(&text, article);
	buffer_add_text(&text, line);
	while (count--)
		buffer_add_text(&text, pad);
	while (text.len < strlen(article) + bytes)
		buffer_add_text(&text, "r");
	assert_int_equal(cd_run(desk, text.bytes, text.len, &result), CD_OK);
	assert_int_equal(cd_stripped(result, &spans, &found), CD_OK);
	buffer_release(&text);
	cd_result_free(result);
	cd_desk_free(desk);
	return found > 0;
}

/* What is longer than furniture is stays, whatever it says. */
static void test_length(void **state)
{
	(void)state;
	assert_true(goes_with(" harbour", 1, 720));
	assert_false(goes_with(" harbour", 1, 721));
	/* The line has 20 words of its own. */
	assert_true(goes_with(" newsletter", 40, 0));
	assert_false(goes_with(" newsletter", 41, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_source),
		cmocka_unit_test(test_decoded),
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_same_words),
		cmocka_unit_test(test_length),
	};

	return cmocka_run_group_tests_name("stripped", tests, NULL, NULL);
}

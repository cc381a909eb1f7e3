/* Excerpts of articles for the report's page. */
#include "support.h"

#include "report/excerpt.h"

static const struct cd_rule *const *rule_named(const char *name)
{
	static const struct cd_rule *rules[8];
	size_t i = 0;

	while (rules[i] && strcmp(rules[i]->name, name) != 0)
		i++;
	rules[i] = cd_rule_find(name);
	assert_non_null(rules[i]);
	return &rules[i];
}

static size_t index_of(const char *name)
{
	return (size_t)(*rule_named(name) - cd_rule(0));
}

static struct cd_change change_of(size_t off, size_t end, const char *text,
				  const char *rule)
{
	return (struct cd_change){
		.off = off,
		.end = end,
		.text = { text, strlen(text) },
		.rules = rule_named(rule),
		.rule_count = 1,
		.confidence = 100,
	};
}

static char *excerpt(const char *text, const struct cd_change *changes,
		     size_t count)
{
	struct buffer out;
	char *copy;

	buffer_init(&out);
	excerpt_write(&out, (struct cd_span){ text, strlen(text) }, changes,
		      count);
	assert_false(out.failed);
	copy = strdup(buffer_text(&out));
	buffer_release(&out);
	assert_non_null(copy);
	return copy;
}

static void hold(const char *text, const struct cd_change *changes,
		 size_t count, const char *wanted)
{
	char *got = excerpt(text, changes, count);

	assert_string_equal(got, wanted);
	free(got);
}

static void test_plain(void **state)
{
	const struct cd_change change = change_of(2, 4, " ", "whitespace/run");
	char wanted[80];

	(void)state;
	hold("", NULL, 0, "[]");
	hold("Nothing.", NULL, 0, "[\"Nothing.\"]");
	snprintf(wanted, sizeof(wanted),
		 "[\"He\",[\"  \",\" \",[%zu],100],\"came.\"]",
		 index_of("whitespace/run"));
	hold("He  came.", &change, 1, wanted);
}

/* Letters of a word are shown with it, those of several words as one change. */
static void test_words(void **state)
{
	struct cd_change changes[] = {
		change_of(0, 1, "I", "casing/lowercased"),
		change_of(4, 5, "M", "casing/lowercased"),
		change_of(9, 9, ".", "casing/lowercased"),
		change_of(12, 13, "'", "whitespace/run"),
	};
	char wanted[160];

	(void)state;
	changes[1].confidence = 71;
	changes[2].confidence = 64;
	snprintf(wanted, sizeof(wanted),
		 "[[\"ida\",\"Ida\",[%zu],100],\" \","
		 "[\"marsh\",\"Marsh.\",[%zu],64],\" so\","
		 "[\"x\",\"'\",[%zu],100],\"on\"]",
		 index_of("casing/lowercased"), index_of("casing/lowercased"),
		 index_of("whitespace/run"));
	hold("ida marsh soxon", changes, 4, wanted);
}

/* A word is not widened into another change, nor over the text before. */
static void test_beside(void **state)
{
	const struct cd_change changes[] = {
		change_of(1, 2, "-", "whitespace/run"),
		change_of(3, 4, "D", "casing/lowercased"),
		change_of(5, 6, "+", "whitespace/run"),
	};
	char wanted[160];

	(void)state;
	snprintf(wanted, sizeof(wanted),
		 "[\"a\",[\"b\",\"-\",[%zu],100],[\"cde\",\"cDe\",[%zu],100],"
		 "[\"f\",\"+\",[%zu],100],\"g\"]",
		 index_of("whitespace/run"), index_of("casing/lowercased"),
		 index_of("whitespace/run"));
	hold("abcdefg", changes, 3, wanted);
}

/* `count` bytes of words with two-byte letters in them; free() it. */
static char *long_text(size_t count)
{
	static const char words[] = "sch\xC3\xB6n war es ";
	char *text = malloc(count + 1);

	assert_non_null(text);
	for (size_t i = 0; i < count; i++)
		text[i] = words[i % (sizeof(words) - 1)];
	text[count] = '\0';
	return text;
}

/* Of a long text the words around each change stay, and whole characters. */
static void test_gaps(void **state)
{
	const struct cd_change changes[] = {
		change_of(1407, 1408, "\t", "whitespace/run"),
		change_of(2807, 2808, "\t", "whitespace/run"),
	};
	char *text = long_text(4200);
	char *got = excerpt(text, changes, 2);

	(void)state;
	/* Each begins with a word, 220 bytes before a change or soon after. */
	assert_int_equal(strncmp(got, "[1187,\"es sch", 13), 0);
	assert_non_null(strstr(got, "war es sch\xC3\xB6n \",956,\"es sch"));
	assert_non_null(strstr(got, "war es sch\xC3\xB6n \",1169]"));
	free(got);
	free(text);
}

/* Without words it is cut at characters all the same. */
static void test_no_words(void **state)
{
	const struct cd_change change =
		change_of(1002, 1003, "", "whitespace/run");
	char text[1101];
	char *got;

	(void)state;
	for (size_t i = 0; i + 1 < sizeof(text); i++)
		text[i] = (char)(i % 2 ? 0xC3 : 0xB6);
	text[sizeof(text) - 1] = '\0';
	text[0] = 'o';
	text[1001] = 'x';
	text[1002] = 'y';
	/* 1002 - 220 is the second byte of a character: it begins after it */
	got = excerpt(text, &change, 1);
	assert_int_equal(strncmp(got, "[783,\"\xC3\xB6", 8), 0);
	free(got);
}

static size_t count_of(const char *json, const char *part)
{
	size_t count = 0;

	for (const char *at = json; (at = strstr(at, part)); at++)
		count++;
	return count;
}

/* A change that replaces much is cut between two characters, and says so. */
static void test_long_change(void **state)
{
	char *text = long_text(1400);
	const struct cd_change change =
		change_of(0, 1400, "", "whitespace/run");
	char *got = excerpt(text, &change, 1);

	(void)state;
	/* byte 480 is the second of a letter */
	assert_int_equal((unsigned char)text[480], 0xB6);
	assert_non_null(strstr(got, "sch\xC3\xB6 \xE2\x80\xA6\",\"\",["));
	assert_int_equal(count_of(got, "sch"), 35);
	free(got);
	free(text);
}

#define MANY 400

/* More changes than a page can show: the rest is a number. */
static void test_many(void **state)
{
	struct cd_change changes[MANY];
	char *text = long_text(10 * MANY);
	char *got;
	size_t shown;

	(void)state;
	for (size_t i = 0; i < MANY; i++)
		changes[i] =
			change_of(10 * i, 10 * i + 1, "+", "whitespace/run");
	got = excerpt(text, changes, MANY);
	shown = count_of(got, "\"+\"");
	assert_in_range(shown, MANY / 4, MANY / 2);
	/* from the last that is shown, which is one byte long */
	snprintf(text, 40, ",100],%zu]", 10 * MANY - (10 * (shown - 1) + 1));
	assert_string_equal(got + strlen(got) - strlen(text), text);
	free(got);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_beside),
		cmocka_unit_test(test_gaps),
		cmocka_unit_test(test_no_words),
		cmocka_unit_test(test_long_change),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests_name("excerpt", tests, NULL, NULL);
}

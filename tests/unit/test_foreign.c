/* Where a text begins to be in another language: each limit, and one beside it.
 */
#include "support.h"

#include "desk.h"
#include "edit/foreign.h"
#include "edit/strangers.h"
#include "edit/tally.h"
#include "stages/other_language.h"

#define MOST 8192

/* A text of so many of each, in this order. */
static const struct {
	size_t plain, common, accented, other, endings;
	enum other_language language;
} rows[] = {
	/* one word in ten is English, and one of more */
	{ 90, 10, 0, 0, 0, OTHER_LANGUAGE_NONE },
	{ 91, 10, 0, 0, 0, OTHER_LANGUAGE_PERHAPS },
	/* sixteen words with a letter beyond ASCII */
	{ 14, 1, 1, 0, 0, OTHER_LANGUAGE_SURE },
	{ 13, 1, 1, 0, 0, OTHER_LANGUAGE_PERHAPS },
	{ 13, 0, 1, 0, 0, OTHER_LANGUAGE_SURE },
	/* one such letter in 25 words */
	{ 46, 2, 2, 0, 0, OTHER_LANGUAGE_SURE },
	{ 47, 2, 2, 0, 0, OTHER_LANGUAGE_PERHAPS },
	/* forty words of none */
	{ 40, 0, 0, 0, 0, OTHER_LANGUAGE_SURE },
	{ 39, 0, 0, 0, 0, OTHER_LANGUAGE_PERHAPS },
	/* one English word in fifty, or in more */
	{ 49, 1, 0, 0, 0, OTHER_LANGUAGE_PERHAPS },
	{ 50, 1, 0, 0, 0, OTHER_LANGUAGE_SURE },
	/* two English endings, which are words, in fifty are of a list */
	{ 46, 0, 0, 0, 2, OTHER_LANGUAGE_PERHAPS },
	{ 47, 0, 0, 0, 2, OTHER_LANGUAGE_SURE },
	/* four letters of another script are of none */
	{ 42, 0, 0, 4, 2, OTHER_LANGUAGE_SURE },
	{ 43, 0, 0, 3, 2, OTHER_LANGUAGE_PERHAPS },
};

static void add(char *text, size_t *len, const char *words, size_t count)
{
	for (; count; count--) {
		const size_t size = strlen(words);

		assert_true(*len + size < MOST);
		memcpy(text + *len, words, size);
		*len += size;
	}
}

static void test_limits(void **state)
{
	struct cd_desk *desk = desk_for(NULL);

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		enum other_language found;
		char text[MOST];
		size_t len = 0;

		add(text, &len, "qua ", rows[i].plain);
		add(text, &len, "the ", rows[i].common);
		add(text, &len, "qu\u00E9 ", rows[i].accented);
		add(text, &len, "qu\u0915 ", rows[i].other);
		add(text, &len, "quam's ", rows[i].endings);
		found = foreign_language(text, len, desk->settings.lists);
		if (found != rows[i].language)
			fail_msg("row %zu: %d", i, (int)found);
	}
	cd_desk_free(desk);
}

/* Words that are searched in a sorted list, in names, and in no list. */
static void test_strangers(void **state)
{
	static const char text[] =
		"aan che dengan het nicht que sagte uma yang zum zur: "
		"Aan Dan AUF de van d'aan quea quéa";

	(void)state;
	assert_int_equal(strangers_count(text, sizeof(text) - 1), 11);
}

/* The words alone are those of the whole tally. */
static void test_words(void **state)
{
	static const char *const texts[] = {
		"",
		"The ferry, of the quay",
		"[00:01:12] IDA: the ferry is late\n[00:01:15] The quay 7\n",
		"\n\n  the qu\u00E9 of, qu\u00E9 5th",
		"IDA: ",
	};
	struct cd_desk *desk = desk_for(NULL);

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct tally all = { .lists = desk->settings.lists };
		struct tally words = { .lists = desk->settings.lists };

		tally_text(&all, texts[i], strlen(texts[i]));
		tally_words(&words, texts[i], strlen(texts[i]));
		assert_int_equal(words.words, all.words);
		assert_int_equal(words.common, all.common);
	}
	cd_desk_free(desk);
}

/* "for" is no word of "foråret", "the" none of "théâthe". */
static void test_parts(void **state)
{
	static const char text[] =
		"for\u00E5ret of th\u00E9\u00E2the, \u1EA5the the\u2014for";
	struct cd_desk *desk = desk_for(NULL);
	struct tally words = { .lists = desk->settings.lists };

	(void)state;
	tally_words(&words, text, strlen(text));
	assert_int_equal(words.common, 3);
	cd_desk_free(desk);
}

#define FIVE "vuk vuk vuk vuk vuk "

/* Lines of words that are no English, but for long ones, and lists. */
static void test_lines(void **state)
{
	static const struct {
		const char *line;
		bool foreign;
	} lines[] = {
		{ FIVE FIVE FIVE "vuk", true },
		{ FIVE FIVE FIVE, false },
		{ FIVE FIVE FIVE "mayor clerk", true },
		{ FIVE FIVE FIVE "mayor clerk board", false },
		{ FIVE FIVE FIVE "town mill boat", true },
		/* half of the long ones */
		{ FIVE FIVE "mayor clerk board zorvu zorvu zorvu", false },
		{ FIVE FIVE "mayor clerk board zorvu zorvu zorvu zorvu", true },
		/* four commas, and one for four words */
		{ FIVE FIVE FIVE "vuk, vuk, vuk, vuk", true },
		{ FIVE FIVE "vuk vuk, vuk, vuk, vuk, vuk", false },
		{ FIVE FIVE "vuk vuk vuk, vuk, vuk, vuk, vuk", true },
		{ FIVE FIVE "vuk vuk vuk vuk, vuk, vuk", true },
	};
	struct cd_desk *desk = desk_for(NULL);

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		const struct pass pass = {
			.text = lines[i].line,
			.len = strlen(lines[i].line),
			.settings = &desk->settings,
		};

		if (line_is_other_language(&pass, 0, pass.len) !=
		    lines[i].foreign)
			fail_msg("%s", lines[i].line);
	}
	cd_desk_free(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_limits), cmocka_unit_test(test_strangers),
		cmocka_unit_test(test_lines),  cmocka_unit_test(test_words),
		cmocka_unit_test(test_parts),
	};

	return cmocka_run_group_tests_name("foreign", tests, NULL, NULL);
}

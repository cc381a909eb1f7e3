/*
 * No shipped rule takes an ordinary sentence: each line of ordinary.txt is put
 * into articles at every place where rules look, and must come out. And each
 * line of furniture.txt goes from its place.
 */
#include "support.h"

#include <copydesk.h>

#define PLACES 6
#define ARTICLE_BYTES 4000

static const char head
	[] = "The council voted on Tuesday to close the old bridge until the "
	     "spring.",
    middle[] = "Traffic will be sent round by the mill road, officials said.",
    end[] = "Repairs are to begin in May and to cost the city two million "
	    "dollars.";

/* The article at one of the places where a sentence may be. */
static void build(char *article, const char *sentence, size_t place)
{
	static const char *const forms[PLACES] = {
		"%4$s\n\n%1$s\n\n%2$s\n\n%3$s\n", /* first */
		"%1$s\n\n%4$s\n\n%2$s\n\n%3$s\n", /* between */
		"%1$s\n\n%2$s\n\n%3$s\n\n%4$s\n", /* last */
		"%1$s\n\n%2$s\n\n%3$s %4$s\n",	  /* after a sentence */
		"%1$s %2$s %4$s %3$s\n",	  /* on one line */
		"%1$s %2$s %3$s %4$s\n",	  /* at its end */
	};

	snprintf(article, ARTICLE_BYTES, forms[place], head, middle, end,
		 sentence);
}

static int lost(struct cd_desk *desk, const char *sentence)
{
	int count = 0;

	for (size_t place = 0; place < PLACES; place++) {
		char article[ARTICLE_BYTES], *text;
		size_t len;

		build(article, sentence, place);
		text = normalise(desk, article, strlen(article), &len);
		if (strcmp(text, article) != 0) {
			print_error("taken at place %zu: %s\n", place,
				    sentence);
			count++;
		}
		free(text);
	}
	return count;
}

static void test_ordinary_sentences(void **state)
{
	const struct cd_options options = {
		.rules = "=boilerplate,+boilerplate/caption,"
			 "+boilerplate/byline,+boilerplate/correction,"
			 "+boilerplate/post"
	};
	FILE *file = fopen("tests/unit/ordinary.txt", "r");
	struct cd_desk *desk = desk_for(&options);
	char line[400];
	int sentences = 0, taken = 0;

	(void)state;
	assert_non_null(file);
	while (fgets(line, sizeof(line), file)) {
		line[strcspn(line, "\n")] = '\0';
		sentences++;
		taken += lost(desk, line) != 0;
	}
	fclose(file);
	cd_desk_free(desk);
	assert_true(sentences >= 200);
	assert_int_equal(taken, 0);
}

/* Whether `line`, "PLACE CLASS<tab>TEXT", goes as its class says. */
static bool goes(struct cd_desk *desk, char *line)
{
	static const char *const places[] = { "top", "between", "end" };
	char article[ARTICLE_BYTES], rest[ARTICLE_BYTES], *text;
	char *class = strchr(line, ' '), *furniture = strchr(line, '\t');
	size_t place = 0, len;
	bool same;

	assert_non_null(class);
	assert_non_null(furniture);
	*class ++ = *furniture++ = '\0';
	while (strcmp(places[place], line) != 0)
		assert_true(++place < 3);
	build(article, furniture, place);
	snprintf(rest, sizeof(rest), "%s\n\n%s\n\n%s\n", head, middle, end);
	text = normalise(desk, article, strlen(article), &len);
	same = !strcmp(text, rest);
	free(text);
	if (!same)
		print_error("stays at %s (%s): %s\n", line, class, furniture);
	return same;
}

static void test_furniture(void **state)
{
	FILE *file = fopen("tests/unit/furniture.txt", "r");
	char line[600];
	int stays = 0;

	(void)state;
	assert_non_null(file);
	while (fgets(line, sizeof(line), file)) {
		char rule[80];
		const struct cd_options options = { .rules = rule };
		struct cd_desk *desk;

		line[strcspn(line, "\n")] = '\0';
		snprintf(rule, sizeof(rule), "=boilerplate/%.*s",
			 (int)strcspn(strchr(line, ' ') + 1, "\t"),
			 strchr(line, ' ') + 1);
		desk = desk_for(&options);
		stays += !goes(desk, line);
		cd_desk_free(desk);
	}
	fclose(file);
	assert_int_equal(stays, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_furniture),
		cmocka_unit_test(test_ordinary_sentences),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

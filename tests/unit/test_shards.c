/*
 * --shard: the outputs of all parts are the output of the whole, also where
 * there are as many parts as articles, and more. tests/cli/scale.sh tries a few
 * parts, from outside: each start of the program is dear under the sanitizers.
 */
#include "support.h"

#include <sys/stat.h>
#include <unistd.h>

#include "case_file.h"
#include "cli/command.h"
#include "cli/run.h"

#define ARTICLES 60
#define WORDS 8
#define FORMS 4

/* Each has the articles, in another way. */
static const struct form {
	const char *name, *article, *option;
} forms[FORMS] = {
	{ "r.jsonl", "{\"id\": 1, \"text\": \"%s to number %d.\"}\n",
	  "--format=jsonl" },
	{ "blank.txt", "%s to number %d.\n\n", "--separator=blank" },
	{ "feed.txt", "%s to number %d.\n\f", "--separator=formfeed" },
	{ "line.txt", "%s to number %d.\n-- --\n", "--separator=-- --" },
};

static char folder[] = "/tmp/copydesk-shards-XXXXXX";

static void add_article(const char *file, const char *article, int number)
{
	FILE *stream = fopen(file, "ab");

	assert_non_null(stream);
	fprintf(stream, article,
		number % 3 ? "He  said ‘so’" : "It was said so", number);
	assert_int_equal(fclose(stream), 0);
}

static int enter_folder(void **state)
{
	char name[32];

	(void)state;
	if (!mkdtemp(folder) || chdir(folder) || mkdir("d", 0700) ||
	    mkdir("d/a", 0700) || mkdir("d/b", 0700))
		return -1;
	for (int i = 1; i <= ARTICLES; i++) {
		for (size_t k = 0; k < FORMS; k++)
			add_article(forms[k].name, forms[k].article, i);
		snprintf(name, sizeof(name), "d/%c/%d.txt", "ab"[i % 2], i);
		add_article(name, "%s to number %d.\n", i);
		snprintf(name, sizeof(name), "d/%d.pdf", i);
		add_article(name, "%s%d", i);
	}
	return 0;
}

static int leave_folder(void **state)
{
	char command[64];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	return chdir("/") || system(command);
}

/* copydesk OUT OPTION INPUT: part k of so many; 0: the whole. */
static void run(const char *out, const char *option, const char *input, int k,
		int parts)
{
	char words[WORDS][64] = { "copydesk", "-q", "-j1" };
	char *arguments[WORDS + 1] = { NULL };
	int count = 3;

	snprintf(words[count++], sizeof(*words), "%s", out);
	snprintf(words[count++], sizeof(*words), "%s", option);
	if (k)
		snprintf(words[count++], sizeof(*words), "--shard=%d/%d", k,
			 parts);
	snprintf(words[count++], sizeof(*words), "%s", input);
	for (int i = 0; i < count; i++)
		arguments[i] = words[i];
	optind = 0; /* getopt() begins anew */
	assert_int_equal(run_arguments(count, arguments), EXIT_CLEAN);
}

static void try_form(const struct form *form, int parts)
{
	struct text whole = { NULL, 0 }, all = { NULL, 0 };

	run("--output=whole", form->option, form->name, 0, 0);
	whole.bytes = read_file("whole", &whole.len);
	assert_non_null(whole.bytes);
	for (int k = 1; k <= parts; k++) {
		struct text part = { NULL, 0 };

		run("--output=part", form->option, form->name, k, parts);
		part.bytes = read_file("part", &part.len);
		assert_non_null(part.bytes);
		text_add(&all, part.bytes, part.len);
		free(part.bytes);
	}
	assert_true(all.len > ARTICLES);
	assert_int_equal(all.len, whole.len);
	assert_memory_equal(all.bytes, whole.bytes, all.len);
	free(whole.bytes);
	free(all.bytes);
}

static void test_records(void **state)
{
	static const int parts[] = { 2, 7, ARTICLES, ARTICLES + 1, 200 };

	(void)state;
	for (size_t i = 0; i < FORMS; i++)
		for (size_t k = 0; k < sizeof(parts) / sizeof(*parts); k++)
			try_form(&forms[i], parts[k]);
}

static void test_folder(void **state)
{
	(void)state;
	run("--output-dir=o", "--progress=never", "d", 0, 0);
	for (int parts = ARTICLES; parts <= ARTICLES + 1; parts++) {
		for (int k = 1; k <= parts; k++)
			run("--output-dir=p", "--progress=never", "d", k,
			    parts);
		assert_int_equal(system("diff -r o p && rm -r p"), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_folder),
	};

	return cmocka_run_group_tests_name("shards", tests, enter_folder,
					   leave_folder);
}

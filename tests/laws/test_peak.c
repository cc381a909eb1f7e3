/*
 * The peak of memory, as src/README.md states it: BASE, and for each job so
 * many bytes for each byte of the longest article, whatever the text is. The
 * program itself is run, on texts in which nearly every byte is a fault.
 */
#define _DEFAULT_SOURCE
#include "support.h"

#include <fcntl.h>
#include <stdbool.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define BASE (32l << 10) /* KiB, as all here */
#define ARTICLE 64l
#define TEXT ((size_t)512 << 10) /* bytes */

struct use {
	const char *command; /* NULL: the filter */
	long per_byte;
};

static const struct use uses[] = { { NULL, 160 }, { "check", 512 } };

static const char *const pieces[] = { "\"a", "(\n", "\"\n", "a\u0301",
				      "\x01z" };

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void write_text(const char *path, const char *piece)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	for (size_t len = 0; len < TEXT; len += strlen(piece))
		assert_true(fputs(piece, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void run_program(const struct use *use, int jobs, const char *path)
{
	const char *program = getenv("COPYDESK");
	const int null = open("/dev/null", O_WRONLY);
	char option[16];
	char article[32];
	char *arguments[8] = { (char *)"copydesk" };
	size_t n = 1;

	snprintf(option, sizeof(option), "-j%d", jobs);
	snprintf(article, sizeof(article), "--max-article=%ldK", ARTICLE);
	if (use->command)
		arguments[n++] = (char *)use->command;
	arguments[n++] = (char *)"--no-config";
	arguments[n++] = option;
	arguments[n++] = article;
	arguments[n] = (char *)path;
	dup2(null, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	execv(program, arguments);
	_exit(127);
}

/* The peak of the program's memory on the text. */
static long peak_of(const struct use *use, int jobs, const char *path)
{
	struct rusage usage;
	int status;
	const pid_t child = fork();

	assert_true(child >= 0);
	if (!child)
		run_program(use, jobs, path);
	assert_int_equal(wait4(child, &status, 0, &usage), child);
	assert_true(WIFEXITED(status));
	assert_in_range(WEXITSTATUS(status), 0, 1);
	return usage.ru_maxrss;
}

/* A sanitizer has memory of its own. */
static bool is_measurable(void)
{
#ifdef __SANITIZE_ADDRESS__
	return false;
#else
	return getenv("COPYDESK") != NULL;
#endif
}

static void test_peak(void **state)
{
	char path[] = "/tmp/copydesk-peak-XXXXXX";
	const int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	if (!is_measurable()) {
		print_message("the program's memory: skipped\n");
		unlink(path);
		skip();
	}
	for (size_t i = 0; i < COUNT(pieces); i++) {
		write_text(path, pieces[i]);
		for (size_t k = 0; k < COUNT(uses); k++) {
			for (int jobs = 1; jobs <= 4; jobs += 3) {
				const long peak = peak_of(&uses[k], jobs, path);

				if (peak >
				    BASE + jobs * uses[k].per_byte * ARTICLE)
					fail_msg("\"%s\", -j%d: %ld KiB",
						 pieces[i], jobs, peak);
			}
		}
	}
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_peak),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

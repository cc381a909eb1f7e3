/* What the progress line says. */
#include "support.h"

#include "batch/progress.h"

#define PASSED 10.0 /* seconds */

static struct progress progress;
static char line[256];

/* The line that is shown now, without what wipes the one before. */
static const char *shown(const struct file *file, size_t articles)
{
	const struct tally tally = { .articles = articles };
	FILE *const error = stderr;
	FILE *const to = tmpfile();
	size_t len;

	assert_non_null(to);
	progress.start -= PASSED - progress_seconds(&progress);
	progress.last = progress.start;
	stderr = to;
	progress_show(&progress, file, &tally);
	stderr = error;
	rewind(to);
	len = fread(line, 1, sizeof(line) - 1, to);
	fclose(to);
	line[len] = '\0';
	return *line == '\r' ? line + 1 : line;
}

static void start(size_t files, uint64_t bytes)
{
	progress = (struct progress){
		.mode = PROGRESS_ALWAYS,
		.all_files = files,
		.all_bytes = bytes,
	};
	progress_start(&progress);
}

static struct file file_of(off_t size)
{
	struct file file = { .fd = -1 };

	file.info.st_mode = S_IFREG | 0644;
	file.info.st_size = size;
	return file;
}

static void test_part_of_the_whole(void **state)
{
	const struct file file = file_of(30 << 20);

	(void)state;
	start(4, 120 << 20);
	progress_file(&progress, &file);
	assert_string_equal(shown(NULL, 1200),
			    "1 of 4 files, 25%, 0:30 left, 3.1 MB/s, "
			    "1,200 articles, 0 changed\033[K");
}

static void test_in_an_archive(void **state)
{
	const struct stat info = { .st_mode = S_IFREG | 0644 };
	struct file file = file_of(30 << 20), archive = file_of(10 << 20);

	(void)state;
	file.member = member_of_file("a.txt", &info);
	assert_non_null(file.member);
	archive.archiving = ARCHIVING_TAR;
	start(1, 10 << 20);
	assert_string_equal(shown(&file, 7),
			    "0.0 MB/s, 7 articles, 0 changed\033[K");
	progress_file(&progress, &file);
	progress_file(&progress, &archive);
	assert_string_equal(shown(NULL, 1200),
			    "3.1 MB/s, 1,200 articles, 0 changed\033[K");
	member_free(file.member);
}

static void test_not_wanted(void **state)
{
	(void)state;
	progress = (struct progress){ .mode = PROGRESS_NEVER };
	progress_start(&progress);
	assert_false(progress_wanted(&progress));
	assert_string_equal(shown(NULL, 1), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_part_of_the_whole),
		cmocka_unit_test(test_in_an_archive),
		cmocka_unit_test(test_not_wanted),
	};

	return cmocka_run_group_tests_name("progress", tests, NULL, NULL);
}

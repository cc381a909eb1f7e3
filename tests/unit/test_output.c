/* Files that appear whole or not at all. */
#include "support.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "writer/output.h"

struct place {
	char folder[64];
	char file[96];
};

static int make_place(void **state)
{
	struct place *place = calloc(1, sizeof(*place));

	strcpy(place->folder, "/tmp/copydesk-test-XXXXXX");
	if (!mkdtemp(place->folder))
		return -1;
	sprintf(place->file, "%s/file", place->folder);
	*state = place;
	return 0;
}

static int remove_place(void **state)
{
	struct place *place = *state;

	unlink(place->file);
	rmdir(place->folder);
	free(place);
	return 0;
}

static size_t count_files(const char *folder)
{
	DIR *dir = opendir(folder);
	size_t count = 0;

	assert_non_null(dir);
	for (const struct dirent *entry; (entry = readdir(dir));)
		count += strcmp(entry->d_name, ".") &&
			 strcmp(entry->d_name, "..");
	closedir(dir);
	return count;
}

static void assert_holds(const char *path, const char *text)
{
	size_t len;
	char *held = read_file(path, &len);

	assert_non_null(held);
	assert_string_equal(held, text);
	free(held);
}

static void test_whole(void **state)
{
	const struct place *place = *state;
	struct output output;
	struct stat info;

	output_init(&output);
	assert_true(output_to_path(&output, place->file));
	output_write(&output, "one", 3);
	assert_int_equal(access(place->file, F_OK), -1);
	assert_true(output_close(&output));
	assert_holds(place->file, "one");
	assert_int_equal(chmod(place->file, 0604), 0);

	output_init(&output);
	assert_true(output_to_path(&output, place->file));
	output_write(&output, "two", 3);
	assert_holds(place->file, "one");
	assert_true(output_close(&output));
	assert_holds(place->file, "two");
	assert_int_equal(stat(place->file, &info), 0);
	assert_int_equal(info.st_mode & 07777, 0604);
	assert_int_equal(count_files(place->folder), 1);
}

static void test_discard(void **state)
{
	const struct place *place = *state;
	struct output output;

	output_init(&output);
	assert_true(output_to_path(&output, place->file));
	output_write(&output, "one", 3);
	output_discard(&output);
	assert_int_equal(count_files(place->folder), 0);
	output_discard(&output);
}

/* Small and large writes come out in their order. */
static void test_order(void **state)
{
	const struct place *place = *state;
	struct buffer wanted;
	struct output output;
	uint64_t seed = 9;
	size_t len;
	char *held;

	buffer_init(&wanted);
	output_init(&output);
	assert_true(output_to_path(&output, place->file));
	for (int i = 0; i < 300; i++) {
		static char block[100000];
		const size_t size = random_below(&seed, 20)
					    ? random_below(&seed, 200)
					    : random_below(&seed, 100000);

		memset(block, 'a' + i % 26, size);
		buffer_add(&wanted, block, size);
		output_write(&output, block, size);
	}
	assert_int_equal(output.written, wanted.len);
	assert_true(output_close(&output));
	held = read_file(place->file, &len);
	assert_int_equal(len, wanted.len);
	assert_memory_equal(held, wanted.bytes, len);
	free(held);
	buffer_release(&wanted);
}

static void test_no_memory(void **state)
{
	const struct place *place = *state;
	bool done = false;

	for (long n = 0; !done; n++) {
		struct output output;

		assert_true(n < 50);
		output_init(&output);
		fail_allocations_after(n);
		done = output_to_path(&output, place->file);
		output_write(&output, "one", 3);
		if (done)
			done = output_close(&output);
		fail_allocations_off();
		assert_true(done || output.error);
		output_discard(&output);
		assert_int_equal(count_files(place->folder), done);
	}
}

/* A failed write: nothing at the target, and the failure stays. */
static void test_failed_write(void **state)
{
	struct output output;
	const int fd = open("/dev/full", O_WRONLY);

	(void)state;
	if (fd < 0)
		skip();
	output_init(&output);
	output_to_fd(&output, fd);
	output_write(&output, "one", 3);
	assert_null(output.error);
	assert_false(output_flush(&output));
	assert_non_null(output.error);
	output_write(&output, "two", 3);
	assert_false(output_close(&output));
}

/* What was killed is gone on with, its last bytes cut off. */
static void test_resume(void **state)
{
	const struct place *place = *state;
	struct output output;

	output_init(&output);
	assert_true(output_resume(&output, place->file, 0));
	output_write(&output, "whole, torn", 11);
	assert_true(output_flush(&output));
	output_discard(&output);
	assert_int_equal(access(place->file, F_OK), -1);
	assert_int_equal(count_files(place->folder), 1);

	output_init(&output);
	assert_true(output_resume(&output, place->file, 7));
	assert_int_equal(output.last, ' ');
	output_write(&output, "new", 3);
	assert_int_not_equal(output_tail(&output), 0);
	assert_true(output_close(&output));
	assert_holds(place->file, "whole, new");
	assert_int_equal(count_files(place->folder), 1);

	/* Killed after the rename: it is there, and stays. */
	output_init(&output);
	assert_true(output_resume(&output, place->file, 10));
	assert_true(output_close(&output));
	assert_holds(place->file, "whole, new");

	/* More was written than is there. */
	output_init(&output);
	assert_false(output_resume(&output, place->file, 11));
	assert_non_null(output.error);
	output.target.stays = false;
	output_discard(&output);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_resume, make_place,
						remove_place),
		cmocka_unit_test_setup_teardown(test_whole, make_place,
						remove_place),
		cmocka_unit_test_setup_teardown(test_discard, make_place,
						remove_place),
		cmocka_unit_test_setup_teardown(test_order, make_place,
						remove_place),
		cmocka_unit_test_setup_teardown(test_no_memory, make_place,
						remove_place),
		cmocka_unit_test(test_failed_write),
	};

	return cmocka_run_group_tests_name("output", tests, NULL, NULL);
}

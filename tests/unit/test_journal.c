/* The journal of --resume, written and read again. */
#define _DEFAULT_SOURCE
#include "support.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/journal.h"

#define OPTIONS 77u

static char folder[] = "/tmp/copydesk-journal-XXXXXX";
static char journal_path[64], one_path[64], two_path[64];

/* What every file is read with here. */
static struct plan plan = { .config = 5 };

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(journal_path, sizeof(journal_path), "%s/journal", folder);
	snprintf(one_path, sizeof(one_path), "%s/one \"\xC3\xA9\".txt", folder);
	snprintf(two_path, sizeof(two_path), "%s/two.txt", folder);
	return 0;
}

static int make_inputs(void **state)
{
	(void)state;
	unlink(journal_path);
	write_file(one_path, "The pier opened at noon.\n");
	write_file(two_path, "The ferry left.\n");
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	unlink(journal_path);
	unlink(one_path);
	unlink(two_path);
	return rmdir(folder);
}

static struct file open_file(char *path)
{
	struct file file = { .path = path, .plan = &plan };

	file.fd = open(path, O_RDONLY);
	assert_true(file.fd >= 0);
	assert_int_equal(fstat(file.fd, &file.info), 0);
	return file;
}

static void note(struct journal *journal, char *path, uint64_t in, bool done)
{
	const struct journal_step step = {
		.in = { .in = in, .line = 3, .col = 1, .record = 9 },
		.out = in + 1,
		.tail = UINT64_MAX,
		.records = 4,
		.fields = 5,
		.done = done,
	};
	const struct file file = open_file(path);

	assert_true(journal_note(journal, &file, &step));
	close(file.fd);
}

static void open_journal(struct journal *journal)
{
	assert_true(journal_open(journal, journal_path, OPTIONS));
}

static enum journal_found find(struct journal *journal, char *path,
			       struct file *file)
{
	enum journal_found found;

	*file = open_file(path);
	found = journal_find(journal, file);
	close(file->fd);
	return found;
}

static void hold_refused(char *path, const char *why)
{
	struct journal journal;
	struct file file;

	open_journal(&journal);
	assert_int_equal(find(&journal, path, &file), JOURNAL_REFUSED);
	assert_non_null(strstr(buffer_text(&journal.file.why), why));
	assert_false(file.resumed);
	journal_close(&journal);
}

/* A file in two steps, another done: where each goes on. */
static void write_two(void)
{
	struct journal journal;

	open_journal(&journal);
	assert_false(journal.file.noted);
	note(&journal, one_path, 5, false);
	assert_true(journal.file.noted);
	note(&journal, one_path, 16, true);
	note(&journal, two_path, 7, false);
	note(&journal, two_path, 11, false);
	journal_close(&journal);
}

static void test_goes_on(void **state)
{
	struct journal journal;
	struct file file;

	(void)state;
	write_two();
	open_journal(&journal);
	assert_true(journal.file.noted);
	assert_int_equal(journal.count, 2);
	assert_int_equal(journal_last(&journal)->out, 12);
	assert_true(journal_last(&journal)->tail == UINT64_MAX);
	assert_false(journal_may_begin(&journal));
	assert_int_equal(find(&journal, one_path, &file), JOURNAL_DONE);
	assert_false(file.resumed);
	assert_int_equal(find(&journal, two_path, &file), JOURNAL_PART);
	assert_true(file.resumed);
	assert_int_equal(file.from.in, 11);
	assert_int_equal(file.from.line, 3);
	assert_int_equal(file.from.record, 9);
	assert_int_equal(file.tally.records, 4);
	assert_int_equal(file.tally.fields, 5);
	assert_true(journal_may_begin(&journal));
	assert_int_equal(find(&journal, two_path, &file), JOURNAL_NEW);
	journal_close(&journal);
}

static void test_empty(void **state)
{
	struct journal journal;
	struct file file;

	(void)state;
	open_journal(&journal);
	assert_null(journal_last(&journal));
	assert_true(journal_may_begin(&journal));
	assert_int_equal(find(&journal, one_path, &file), JOURNAL_NEW);
	journal_close(&journal);
}

/* A file may be read twice: then it has two entries. */
static void test_named_twice(void **state)
{
	struct journal journal;
	struct file file;

	(void)state;
	open_journal(&journal);
	note(&journal, one_path, 16, true);
	note(&journal, one_path, 4, false);
	journal_close(&journal);
	open_journal(&journal);
	assert_int_equal(journal.count, 2);
	assert_int_equal(find(&journal, one_path, &file), JOURNAL_DONE);
	assert_int_equal(find(&journal, one_path, &file), JOURNAL_PART);
	assert_int_equal(file.from.in, 4);
	journal_close(&journal);
}

static void test_order(void **state)
{
	(void)state;
	write_two();
	hold_refused(two_path, "another order");
	hold_refused(folder, "is no file");
}

static void test_changed(void **state)
{
	struct stat before;
	struct timespec times[2];

	(void)state;
	write_two();
	assert_int_equal(stat(one_path, &before), 0);
	write_file(one_path, "The pier opened at noon, late.\n");
	hold_refused(one_path, "changed");
	/* as long as before, and as old */
	write_file(one_path, "The pier opened at nine.\n");
	times[0] = times[1] = before.st_mtim;
	assert_int_equal(utimensat(AT_FDCWD, one_path, times, 0), 0);
	hold_refused(one_path, "changed");
	write_file(one_path, "The pier opened at noon.\n");
	times[0].tv_nsec = times[1].tv_nsec ^= 1;
	assert_int_equal(utimensat(AT_FDCWD, one_path, times, 0), 0);
	hold_refused(one_path, "changed");
	times[1] = before.st_mtim;
	times[1].tv_sec++;
	assert_int_equal(utimensat(AT_FDCWD, one_path, times, 0), 0);
	hold_refused(one_path, "changed");
}

/* The rest would be read otherwise than what is written. */
static void test_config(void **state)
{
	const uint64_t before = plan.config;

	(void)state;
	write_two();
	for (uint64_t other = 0; other < 8; other++)
		if (other != before) {
			plan.config = other;
			hold_refused(one_path, "changed");
		}
	plan.config = before;
}

static void hold_no_journal(const char *text, uint64_t options, const char *why)
{
	struct journal journal;
	size_t len;
	char *after;

	write_file(journal_path, text);
	assert_false(journal_open(&journal, journal_path, options));
	assert_true(journal.file.noted); /* nobody may remove it */
	assert_non_null(strstr(buffer_text(&journal.file.why), why));
	journal_close(&journal);
	after = read_file(journal_path, &len);
	assert_string_equal(after, text);
	free(after);
}

static void test_other(void **state)
{
	static const char header[] = "{\"copydesk\": \"1\", \"options\": 5}\n";

	(void)state;
	hold_no_journal(header, 6, "other options");
	hold_no_journal("a list\n", OPTIONS, "no journal");
	hold_no_journal("{\"options\": \"5\"}\n", 5, "no journal");
	hold_no_journal("{\"options\": 5.5}\n", 5, "no journal");
	hold_no_journal("{\"options\": 99999999999999999999}\n", 5,
			"no journal");
}

/* Entries before the one that cannot be read count; it and the rest are cut. */
static void hold_cut(const char *bad, size_t wanted)
{
	struct journal journal;
	size_t len, after;
	char *text;
	char *broken;

	make_inputs(NULL);
	write_two();
	text = read_file(journal_path, &len);
	broken = malloc(len + strlen(bad) + 2);
	sprintf(broken, "%s%s", text, bad);
	write_file(journal_path, broken);
	free(broken);
	open_journal(&journal);
	assert_int_equal(journal.count, wanted);
	journal_close(&journal);
	free(text);
	text = read_file(journal_path, &after);
	assert_int_equal(after, len);
	free(text);
}

static void test_cut(void **state)
{
	(void)state;
	hold_cut("{\"file\": \"three.txt\", \"si", 2);
	hold_cut("{\"file\": \"three.txt\"}\n", 2);
	hold_cut("{\"file\": 3}\n{\"file\": 4}\n", 2);
	hold_cut("\n", 2);
}

/* No byte of a line is another than it was when it was written. */
static void test_damaged(void **state)
{
	struct journal journal;
	size_t len, last;
	char *text;

	(void)state;
	write_two();
	text = read_file(journal_path, &len);
	for (last = len - 1; text[last - 1] != '\n';)
		last--;
	for (size_t at = last; at < len - 1; at++) {
		text[at] ^= 1;
		write_file(journal_path, text);
		text[at] ^= 1;
		open_journal(&journal);
		assert_int_equal(journal_last(&journal)->out, 8);
		journal_close(&journal);
	}
	write_file(journal_path, text);
	free(text);
	open_journal(&journal);
	assert_int_equal(journal_last(&journal)->out, 12);
	journal_close(&journal);
}

/* The line that holds `at` with a hash that fits; the journal ends with it. */
static void write_ended(char *text, char *at)
{
	struct buffer line;
	char *start = at;
	const char *check = strstr(at, ", \"check\"");

	assert_non_null(check);
	while (start[-1] != '\n')
		start--;
	buffer_init(&line);
	buffer_add(&line, text, (size_t)(check - text));
	journal_end_line(&line, (size_t)(start - text));
	write_file(journal_path, buffer_text(&line));
	buffer_release(&line);
}

/* A member that is none of a step: each of them is needed. */
static void test_members(void **state)
{
	static const char *const members[] = {
		"file",	   "size",     "seconds", "nanoseconds", "fingerprint",
		"out",	   "stripped", "tail",	  "trouble",	 "changed",
		"records", "fields",   "mark",	  "done",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++) {
		struct journal journal;
		char name[32];
		char *text, *at;
		size_t len;

		make_inputs(NULL);
		write_two();
		text = read_file(journal_path, &len);
		snprintf(name, sizeof(name), "\"%s\"", members[i]);
		/* of the first step */
		at = strstr(text, name);
		assert_non_null(at);
		write_ended(text, at);
		open_journal(&journal);
		assert_int_equal(journal.count, 1);
		journal_close(&journal);
		at[1] = '_';
		write_ended(text, at);
		free(text);
		open_journal(&journal);
		assert_int_equal(journal.count, 0);
		journal_close(&journal);
	}
}

/* Two runs do not write into one. */
static void test_locked(void **state)
{
	struct journal journal;
	int status;
	pid_t child;

	(void)state;
	open_journal(&journal);
	child = fork();
	if (!child) {
		struct journal other;
		const bool opened = journal_open(&other, journal_path, OPTIONS);
		const char *why = buffer_text(&other.file.why);

		_exit(opened || !why || !strstr(why, "another run"));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	journal_close(&journal);
}

static void test_no_file(void **state)
{
	struct journal journal;

	(void)state;
	assert_false(journal_open(&journal, folder, OPTIONS));
	assert_true(journal.file.why.len > 0);
	journal_close(&journal);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_goes_on, make_inputs),
		cmocka_unit_test_setup(test_empty, make_inputs),
		cmocka_unit_test_setup(test_named_twice, make_inputs),
		cmocka_unit_test_setup(test_order, make_inputs),
		cmocka_unit_test_setup(test_changed, make_inputs),
		cmocka_unit_test_setup(test_config, make_inputs),
		cmocka_unit_test_setup(test_other, make_inputs),
		cmocka_unit_test_setup(test_cut, make_inputs),
		cmocka_unit_test_setup(test_damaged, make_inputs),
		cmocka_unit_test_setup(test_members, make_inputs),
		cmocka_unit_test_setup(test_locked, make_inputs),
		cmocka_unit_test_setup(test_no_file, make_inputs),
	};

	return cmocka_run_group_tests_name("journal", tests, make_folder,
					   remove_folder);
}

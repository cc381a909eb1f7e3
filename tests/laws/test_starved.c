/*
 * The program without memory: each command, with one of its allocations and all
 * after it failing. It says so, ends with 2, and leaves nothing that is not
 * whole.
 */
#define _XOPEN_SOURCE 700
#include "support.h"

#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/run.h"

#define PLACES 24 /* at which a command's memory ends */
#define WORDS 12  /* of a command line */
#define SECONDS 20

static const char text[] =
	"---\ntitle: The pier\n---\n\nPORT ELLIS (Reuters) - He said \"no\"  "
	"twice .\n\nRead more: Ten ferries\n\n```\ncode  here\n```\n\nAT&amp;T "
	"donÕt say â€œwhyâ€\x9D.\n";
static const char records[] =
	"{\"text\": \"\\u201dYes,\\u201d she said. READ MORE: a list\"}\n"
	"{\"text\": \"the ferry s owner said   no   on tuesday\"}\n{\"a\": "
	"5}\n";
static const char table[] =
	"id,text\n1,\"He said \"\"no\"\"  twice.\"\n2,Good\n";
static const char array[] =
	"[{\"text\": \"He said   no .\"},\n {\"text\": \"Good\"}]\n";
static const char crawl[] =
	"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n"
	"Content-Length: 18\r\n\r\nHe said  no   .\n\n\n\r\n\r\n";
static const char known[] = "a.txt\twhitespace/run\t0123456789abcdef\t1\n";
static const char rules[] = "newsletter: \"sign up\" here\n";

/* What is made before each run; a command may change it or not. */
static const struct {
	const char *name, *bytes;
} inputs[] = {
	{ "a.txt", text },
	{ "b.jsonl", records },
	{ "c.csv", table },
	{ "d.json", array },
	{ "e.warc", crawl },
	{ "known", known },
	{ "more.rules", rules },
	{ "folder/d.txt", text },
	{ ".copydesk", "quotes = straight\n[*.csv]\nfield = text\n" },
};

static char *const commands[][WORDS] = {
	{ "copydesk", "-j1", "-o", "out", "--stripped=stripped", "a.txt" },
	{ "copydesk", "-j1", "-o", "out", "--resume=journal", "b.jsonl" },
	{ "copydesk", "-j1", "--output-dir=made", "a.txt", "folder" },
	{ "copydesk", "-j1", "-o", "out", "c.csv", "d.json" },
	{ "copydesk", "-j1", "-o", "out", "e.warc" },
	{ "copydesk", "-j1", "-o", "out.tar.gz", "a.txt", "folder" },
	{ "copydesk", "-j1", "-o", "out.zip", "f.tar", "g.zip" },
	{ "copydesk", "fix", "-j1", "d.json", "e.warc", "f.tar", "g.zip",
	  "h.txt.gz" },
	{ "copydesk", "check", "-j1", "--baseline=known",
	  "--write-baseline=out", "a.txt" },
	{ "copydesk", "-j1", "--boilerplate=more.rules", "-o", "out", "a.txt" },
	{ "copydesk", "check", "-j1", "--output-format=sarif", "a.txt" },
	{ "copydesk", "check", "-j1", "--output-format=full", "--statistics",
	  "b.jsonl" },
	{ "copydesk", "explain", "-j1", "a.txt" },
	{ "copydesk", "diff", "-j1", "--word-diff", "a.txt" },
	{ "copydesk", "fix", "-j1", "a.txt", "b.jsonl", "c.csv", "folder" },
	{ "copydesk", "fix", "-j1", "--resume=journal", "a.txt", "folder" },
	{ "copydesk", "report", "-j1", "-o", "page", "a.txt", "folder" },
	{ "copydesk", "learn", "-j1", "a.txt", "folder" },
	{ "copydesk", "verify", "a.txt", "folder/d.txt" },
	{ "copydesk", "rules", "quotes/straight" },
	{ "copydesk", "rules" },
	{ "copydesk", "help", "all" },
	{ "copydesk", "check", "--show-settings", "a.txt" },
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* What a run left behind. */
struct run {
	int status;	  /* of wait(): a signal is a fault */
	long made;	  /* allocations */
	size_t complaint; /* bytes on standard error */
};

static char folder[] = "/tmp/copydesk-starved-XXXXXX";

/* A file's bytes, owned; NULL: it is not there. */
struct content {
	char *bytes;
	size_t len;
};

static struct content content_of(const char *name)
{
	struct content content = { NULL, 0 };

	content.bytes = read_file(name, &content.len);
	return content;
}

static void write_file(const char *name, const struct content *content)
{
	FILE *file = fopen(name, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(content->bytes, 1, content->len, file),
			 content->len);
	assert_int_equal(fclose(file), 0);
}

/* Archives that the program wrote itself: see make_archives(). */
static struct {
	const char *name;
	char *const words[WORDS];
	struct content content;
} archives[] = {
	{ "f.tar",
	  { "copydesk", "-j1", "--select=whitespace/exotic", "-o", "f.tar",
	    "a.txt", "folder" },
	  { NULL, 0 } },
	{ "g.zip",
	  { "copydesk", "-j1", "--select=whitespace/exotic", "-o", "g.zip",
	    "a.txt", "c.csv" },
	  { NULL, 0 } },
	{ "h.txt.gz",
	  { "copydesk", "-j1", "--select=whitespace/exotic", "-o", "h.txt.gz",
	    "a.txt" },
	  { NULL, 0 } },
};

static int remove_one(const char *path, const struct stat *info, int type,
		      struct FTW *place)
{
	(void)info;
	(void)type;
	return place->level ? remove(path) : 0;
}

/* What is in the folder, but not the folder. */
static void empty_folder(const char *path)
{
	assert_int_equal(nftw(path, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
}

static int is_temporary(const char *path, const struct stat *info, int type,
			struct FTW *place)
{
	static const char prefix[] = ".copydesk-";

	(void)info;
	(void)type;
	return !strncmp(path + place->base, prefix, strlen(prefix));
}

static void make_inputs(void)
{
	empty_folder(".");
	assert_int_equal(mkdir("folder", 0777), 0);
	for (size_t i = 0; i < COUNT(archives); i++)
		if (archives[i].content.bytes)
			write_file(archives[i].name, &archives[i].content);
	for (size_t i = 0; i < COUNT(inputs); i++) {
		const struct content content = { (char *)inputs[i].bytes,
						 strlen(inputs[i].bytes) };

		write_file(inputs[i].name, &content);
	}
}

static void be_program(char *const *words, long left, int made)
{
	char *arguments[WORDS + 1] = { NULL };
	int count = 0;
	int status;
	long seen;

	while (count < WORDS && words[count]) {
		arguments[count] = words[count];
		count++;
	}
	if (!freopen("printed", "wb", stdout) ||
	    !freopen("complained", "wb", stderr))
		_exit(99);
	alarm(SECONDS); /* no command may wait for memory */
	fail_allocations_after(left);
	status = run_arguments(count, arguments);
	seen = allocations_seen();
	fail_allocations_off();
	if (write(made, &seen, sizeof(seen)) != sizeof(seen))
		_exit(99);
	fflush(NULL);
	_exit(status);
}

static struct run run_with(char *const *words, long left)
{
	struct run run = { 0 };
	struct stat info;
	int ends[2];
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child)
		be_program(words, left, ends[1]);
	close(ends[1]);
	assert_int_equal(waitpid(child, &run.status, 0), child);
	if (read(ends[0], &run.made, sizeof(run.made)) != sizeof(run.made))
		run.made = -1;
	close(ends[0]);
	if (!stat("complained", &info))
		run.complaint = (size_t)info.st_size;
	return run;
}

static bool same_content(const struct content *a, const struct content *b)
{
	if (!a->bytes || !b->bytes)
		return a->bytes == b->bytes;
	return a->len == b->len && !memcmp(a->bytes, b->bytes, a->len);
}

/* Not "out": what could be read is in it. */
static const char *const watched[] = {
	"a.txt",	"b.jsonl", "c.csv",	 "d.json",
	"e.warc",	"f.tar",   "g.zip",	 "h.txt.gz",
	"folder/d.txt", "page",	   "made/a.txt", "made/folder/d.txt",
};

/* But the last: of what is printed there may be a part. */
#define FILES (COUNT(watched) - 1)

/* Each file is as it was, or as the whole run leaves it. */
static const char *first_broken(const struct content *was,
				const struct content *becomes)
{
	for (size_t i = 0; i < FILES; i++) {
		const struct content now = content_of(watched[i]);
		const bool whole = same_content(&now, &was[i]) ||
				   same_content(&now, &becomes[i]);

		free(now.bytes);
		if (!whole)
			return watched[i];
	}
	return NULL;
}

/* All was done, but for the line that sums it up. */
static bool is_whole(const struct content *becomes)
{
	for (size_t i = 0; i < COUNT(watched); i++) {
		const struct content now = content_of(watched[i]);
		const bool same = same_content(&now, &becomes[i]);

		free(now.bytes);
		if (!same)
			return false;
	}
	return true;
}

static void note_files(struct content *files)
{
	for (size_t i = 0; i < COUNT(watched); i++)
		files[i] = content_of(watched[i]);
}

static void free_files(struct content *files)
{
	for (size_t i = 0; i < COUNT(watched); i++)
		free(files[i].bytes);
}

static bool describe(char *const *words, long left, long all, const char *what)
{
	for (size_t i = 0; i < WORDS && words[i]; i++)
		print_message("%s ", words[i]);
	print_message(": %ld of %ld allocations: %s\n", left, all, what);
	return false;
}

/* What there is of its output waits for the next run. */
static bool resumes(char *const *words)
{
	for (size_t i = 0; i < WORDS && words[i]; i++)
		if (!strncmp(words[i], "--resume", 8))
			return true;
	return false;
}

static bool holds(char *const *words, long left, long all,
		  const struct content *was, const struct content *becomes)
{
	struct run run;
	const char *broken;

	make_inputs();
	run = run_with(words, left);
	broken = first_broken(was, becomes);
	if (!WIFEXITED(run.status))
		describe(words, left, all, "a signal");
	else if (WEXITSTATUS(run.status) != EXIT_TROUBLE)
		return is_whole(becomes) ||
		       describe(words, left, all, "no trouble");
	else if (!run.complaint)
		describe(words, left, all, "no word of it");
	else if (broken)
		describe(words, left, all, broken);
	else if (!resumes(words) && nftw(".", is_temporary, 8, FTW_PHYS))
		describe(words, left, all, "a temporary file");
	else
		return true;
	return false;
}

static size_t starve(char *const *words)
{
	struct content was[COUNT(watched)], becomes[COUNT(watched)];
	struct run whole;
	size_t broken = 0;

	make_inputs();
	note_files(was);
	whole = run_with(words, -1);
	assert_true(WIFEXITED(whole.status));
	assert_int_not_equal(WEXITSTATUS(whole.status), 99);
	assert_true(whole.made > 0);
	note_files(becomes);
	for (long i = 0; i < PLACES; i++)
		broken += !holds(words, whole.made * i / PLACES, whole.made,
				 was, becomes);
	free_files(was);
	free_files(becomes);
	return broken;
}

/* With texts that still have something to mend. */
static void make_archives(void)
{
	make_inputs();
	for (size_t i = 0; i < COUNT(archives); i++) {
		const struct run run = run_with(archives[i].words, -1);

		assert_true(WIFEXITED(run.status));
		assert_int_equal(WEXITSTATUS(run.status), EXIT_CLEAN);
	}
	for (size_t i = 0; i < COUNT(archives); i++)
		archives[i].content = content_of(archives[i].name);
}

static void test_starved(void **state)
{
	size_t broken = 0;

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
	make_archives();
	for (size_t i = 0; i < COUNT(commands); i++)
		broken += starve(commands[i]);
	for (size_t i = 0; i < COUNT(archives); i++)
		free(archives[i].content.bytes);
	assert_int_equal(chdir("/"), 0);
	if (!broken) {
		empty_folder(folder);
		assert_int_equal(rmdir(folder), 0);
	}
	assert_int_equal(broken, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_starved),
	};

	return cmocka_run_group_tests_name("starved", tests, NULL, NULL);
}

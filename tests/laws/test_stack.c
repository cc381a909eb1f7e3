/*
 * What copydesk.h says of the stack: hosts that run many small threads have
 * little of it. A thread with a painted stack runs the cases, and texts that
 * nest or repeat something; then the paint that is left is counted.
 */
#define _DEFAULT_SOURCE
#include "support.h"

#include <pthread.h>
#include <stdbool.h>
#include <sys/mman.h>

#include "case_file.h"

#define STACK ((size_t)1 << 20)
#define MOST ((size_t)64 << 10)
#define PAINT 0xA5

#define REPEATED ((size_t)256 << 10) /* bytes */

static const char *const files[] = {
	"article", "boilerplate", "casing",   "encoding",
	"quotes",  "languages",	  "markdown", "whitespace",
};

static const char *const repeated[] = {
	"(",
	"[b]",
	"<b>",
	"<div><p>",
	"\"a ",
	"\xE2\x80\x9C",
	"&amp;",
	"\\",
	"> ",
	"* ",
	"a\u0301",
	"\xC3\x83\xC2\xA9",
	"{",
	"a, b\n",
	"A B C D ",
	"a b c d ",
	"\x1B$B$\"\x1B(B",
};

struct work {
	const struct cd_desk *desk;
	const char *file;
	const char *piece;
};

static void run(const struct cd_desk *desk, const char *bytes, size_t len)
{
	const struct cd_finding *findings;
	const struct cd_stripped *spans;
	const struct cd_change *changes;
	struct cd_result *result = NULL;
	size_t count;

	if (cd_run(desk, bytes, len, &result) != CD_OK ||
	    cd_findings(result, &findings, &count) != CD_OK ||
	    cd_stripped(result, &spans, &count) != CD_OK ||
	    cd_changes(result, &changes, &count) != CD_OK)
		abort();
	cd_result_free(result);
}

static void run_case(void *context, struct test_case *c)
{
	run(context, c->in.bytes, c->in.len);
}

static void *work_on(void *context)
{
	const struct work *work = context;
	char path[64], *text;
	size_t len = 0;

	if (work->file) {
		snprintf(path, sizeof(path), "tests/cases/%s.txt", work->file);
		return cases_each(path, run_case, (void *)work->desk) ? context
								      : NULL;
	}
	if (!work->piece) {
		struct cd_desk *desk;

		if (cd_desk_new(NULL, &desk) != CD_OK)
			abort();
		cd_desk_free(desk);
		return context;
	}
	text = malloc(REPEATED + 16);
	if (!text)
		abort();
	for (; len < REPEATED; len += strlen(work->piece))
		memcpy(text + len, work->piece, strlen(work->piece));
	run(work->desk, text, len);
	free(text);
	return context;
}

static void check(struct work *work)
{
	unsigned char *stack = mmap(NULL, STACK, PROT_READ | PROT_WRITE,
				    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	const char *name = work->file	 ? work->file
			   : work->piece ? work->piece
					 : "cd_desk_new()";
	pthread_attr_t attributes;
	pthread_t thread;
	void *done = NULL;
	size_t left = 0;

	assert_true(stack != MAP_FAILED);
	memset(stack, PAINT, STACK);
	assert_int_equal(pthread_attr_init(&attributes), 0);
	assert_int_equal(pthread_attr_setstack(&attributes, stack, STACK), 0);
	assert_int_equal(pthread_create(&thread, &attributes, work_on, work),
			 0);
	assert_int_equal(pthread_join(thread, &done), 0);
	assert_non_null(done);
	pthread_attr_destroy(&attributes);
	while (left < STACK && stack[left] == PAINT)
		left++;
	munmap(stack, STACK);
	if (STACK - left > MOST)
		fail_msg("%s: %zu bytes of stack", name, STACK - left);
}

static void test_stack(void **state)
{
	struct cd_desk *desk;

	(void)state;
#ifdef __SANITIZE_ADDRESS__
	skip(); /* its frames are larger */
#endif
	check(&(struct work){ 0 });
	desk = desk_for(&(struct cd_options){ .rules = "all" });
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		check(&(struct work){ .desk = desk, .file = files[i] });
	for (size_t i = 0; i < sizeof(repeated) / sizeof(*repeated); i++) {
		check(&(struct work){ .desk = desk, .piece = repeated[i] });
		check(&(struct work){ .desk = cd_desk_markdown(desk),
				      .piece = repeated[i] });
	}
	cd_desk_free(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stack),
	};

	return cmocka_run_group_tests_name("stack", tests, NULL, NULL);
}

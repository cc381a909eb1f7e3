/*
 * Failing allocations, the library's own and ICU's: an error, and no crash, no
 * leak (`make asan`), no wrong text.
 */
#include "support.h"

#include <unicode/uclean.h>

#include "batch/process.h"
#include "laws/texts.h"
#include "reader/fields.h"

#define ARTICLES 12
#define EVERY_LAST 60

/* Whether ICU's allocations fail, too. */
static bool icu_fails = true;

static void *icu_malloc(const void *context, size_t size)
{
	(void)context;
	return icu_fails ? failing_malloc(size) : malloc(size);
}

static void *icu_realloc(const void *context, void *memory, size_t size)
{
	(void)context;
	return icu_fails ? failing_realloc(memory, size)
			 : realloc(memory, size);
}

static void icu_free(const void *context, void *memory)
{
	(void)context;
	free(memory);
}

/*
 * ICU loads its data once, and remembers for ever when that failed: all of it
 * is loaded first.
 */
static int load_icu(void **state)
{
	struct cd_desk *desk = desk_for(NULL);
	uint64_t seed = 7;

	(void)state;
	for (int i = 0; i < 200; i++) {
		struct random_text text = i % 2 ? random_article(&seed, 20)
						: random_bytes(&seed, 400);
		size_t len;

		free(normalise(desk, text.bytes, text.len, &len));
		free(text.bytes);
	}
	cd_desk_free(desk);
	return 0;
}

/* A failed allocation gives an error, no crash and no leak, at any place. */
static void test_run_after(void **state)
{
	uint64_t seed = 7;
	struct random_text text = random_article(&seed, 20);
	struct cd_desk *desk = desk_for(NULL);
	long total;

	(void)state;
	fail_allocations_after(-1);
	for (long left = 0;; left++) {
		struct cd_result *result = NULL;
		const struct cd_finding *findings;
		enum cd_status status;
		size_t count;

		fail_allocations_after(left);
		status = cd_run(desk, text.bytes, text.len, &result);
		if (status == CD_OK)
			status = cd_findings(result, &findings, &count);
		total = allocations_seen();
		fail_allocations_off();
		cd_result_free(result);
		if (total <= left) {
			assert_int_equal(status, CD_OK);
			break;
		}
		assert_int_equal(status, CD_NOMEM);
	}
	cd_desk_free(desk);
	free(text.bytes);
}

/* Not ICU's: its ulocdata_open() leaks where its second bundle fails. */
static void test_desk_after(void **state)
{
	(void)state;
	icu_fails = false;
	for (long left = 0;; left++) {
		struct cd_desk *desk;
		enum cd_status status;
		long seen;

		fail_allocations_after(left);
		status = cd_desk_new(NULL, &desk);
		seen = allocations_seen();
		fail_allocations_off();
		cd_desk_free(desk);
		if (seen <= left) {
			assert_int_equal(status, CD_OK);
			break;
		}
		assert_int_equal(status, CD_NOMEM);
	}
	icu_fails = true;
}

/* An article, and what it becomes. */
struct article {
	struct random_text text;
	char *wanted;
	size_t wanted_len;
};

static void make_articles(const struct cd_desk *desk, struct article *articles)
{
	uint64_t seed = 20260401;

	for (int i = 0; i < ARTICLES; i++) {
		struct article *article = &articles[i];

		article->text = random_article(&seed, 16);
		article->wanted =
			normalise(desk, article->text.bytes, article->text.len,
				  &article->wanted_len);
	}
}

static void release_articles(struct article *articles)
{
	for (int i = 0; i < ARTICLES; i++) {
		free(articles[i].text.bytes);
		free(articles[i].wanted);
	}
}

/* Whether the run went well; then the text is the one that is wanted. */
static bool run_one(const struct cd_desk *desk, const struct article *article,
		    struct cd_result **result)
{
	const enum cd_status status =
		cd_run(desk, article->text.bytes, article->text.len, result);
	struct cd_span text;

	if (status != CD_OK) {
		assert_int_equal(status, CD_NOMEM);
		return false;
	}
	text = cd_text(*result);
	assert_int_equal(text.len, article->wanted_len);
	assert_memory_equal(text.bytes, article->wanted, text.len);
	return true;
}

/* Every n-th fails; the result is reused after each failure. */
static void test_run_every(void **state)
{
	struct cd_desk *desk = desk_for(NULL);
	struct article articles[ARTICLES];
	struct cd_result *result = NULL;
	int failed = 0;

	(void)state;
	make_articles(desk, articles);
	for (long n = 1; n <= EVERY_LAST; n++) {
		for (int i = 0; i < ARTICLES; i++) {
			fail_allocations_every(n);
			failed += !run_one(desk, &articles[i], &result);
			fail_allocations_off();
		}
	}
	assert_true(failed > ARTICLES);
	for (int i = 0; i < ARTICLES; i++)
		assert_true(run_one(desk, &articles[i], &result));
	cd_result_free(result);
	release_articles(articles);
	cd_desk_free(desk);
}

static const char records[] =
	"{\"text\": \"\\u201dYes,\\u201d she said. READ MORE: a list\"}\n"
	"{\"text\": \"the ferry s owner said   no   on tuesday\"}\n"
	"{\"text\": 5}\n{\"other\": 1\n";

static void make_chunk(struct chunk *chunk)
{
	size_t at = 0;

	chunk_init(chunk);
	chunk->format = FORMAT_JSONL;
	chunk->first = true;
	chunk->line = chunk->col = 1;
	chunk->cap = 4;
	chunk->pieces = calloc(chunk->cap, sizeof(*chunk->pieces));
	assert_non_null(chunk->pieces);
	buffer_add_text(&chunk->text, records);
	for (; chunk->count < chunk->cap; chunk->count++) {
		const char *end = strchr(records + at, '\n');
		const size_t len = (size_t)(end - records) - at;

		chunk->pieces[chunk->count] = (struct piece){
			.kind = PIECE_RECORD,
			.at = at,
			.len = len,
			.line = chunk->count + 1,
			.col = 1,
			.record = chunk->count + 1,
			.element = RECORD_ALONE,
		};
		at += len + 1;
	}
}

/* The program's half: a chunk of records. */
static void test_chunk(void **state)
{
	const struct fields none = { .count = 0 };
	struct cd_desk *desk = desk_for(NULL);
	const struct plan plan = {
		.desk = desk,
		.wants = WANT_TEXT | WANT_FINDINGS | WANT_STRIPPED,
		.format = FORMAT_JSONL,
		.fields = fields_or_text(&none),
	};
	struct chunk chunk;
	int failed = 0;

	(void)state;
	make_chunk(&chunk);
	for (long n = 1; n <= EVERY_LAST; n++) {
		const struct work work = { .plan = &plan,
					   .path = "records",
					   .chunk = &chunk };
		struct outcome outcome = { .edited = false };
		struct worker worker;

		worker_init(&worker);
		fail_allocations_every(n);
		failed += !worker_process(&worker, &work, &outcome);
		fail_allocations_off();
		outcome_release(&outcome);
		worker_release(&worker);
	}
	assert_true(failed > 0);
	chunk_release(&chunk);
	cd_desk_free(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_run_after),
		cmocka_unit_test(test_run_every),
		cmocka_unit_test(test_desk_after),
		cmocka_unit_test(test_chunk),
	};
	UErrorCode error = U_ZERO_ERROR;

	/* Before ICU allocates anything. */
	u_setMemoryFunctions(NULL, icu_malloc, icu_realloc, icu_free, &error);
	return cmocka_run_group_tests_name("memory", tests, load_icu, NULL);
}

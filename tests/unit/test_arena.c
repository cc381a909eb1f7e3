/* Memory for one article: no two pieces of it overlap, however it is reused. */
#include "support.h"

#include <stdalign.h>
#include <stddef.h>

#include "base/arena.h"

#define PIECES 60

static size_t random_size(uint64_t *seed)
{
	static const size_t most[] = { 40, 3000, 70000, 2000000 };

	return random_below(seed, (uint32_t)most[random_below(seed, 4)]);
}

/* Small, large and huge pieces, each filled, and looked at in the end. */
static void test_pieces(void **state)
{
	uint64_t seed = 5;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (int article = 0; article < 40; article++) {
		unsigned char *piece[PIECES];
		size_t size[PIECES];

		for (size_t i = 0; i < PIECES; i++) {
			size[i] = random_size(&seed);
			piece[i] = arena_alloc(&arena, size[i]);
			assert_non_null(piece[i]);
			assert_int_equal(
				(uintptr_t)piece[i] % alignof(max_align_t), 0);
			memset(piece[i], (int)i, size[i]);
			if (i % 7 == 0) {
				size[i] /= 2;
				arena_trim(&arena, piece[i], size[i]);
			}
		}
		for (size_t i = 0; i < PIECES; i++)
			for (size_t k = 0; k < size[i]; k++)
				if (piece[i][k] != i)
					fail_msg("piece %zu, byte %zu", i, k);
		arena_reset(&arena);
	}
	arena_release(&arena);
}

/* What a middling article needed is there again for the next. */
static void test_kept(void **state)
{
	struct arena arena;
	char *first[8];

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < 8; i++)
		first[i] = arena_alloc(&arena, 60000);
	arena_reset(&arena);
	for (size_t i = 0; i < 8; i++)
		assert_ptr_equal(arena_alloc(&arena, 60000), first[i]);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_kept),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}

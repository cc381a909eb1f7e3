/* What tests share. */
#include "support.h"

#include "base/arena.h"
#include "base/cpu.h"

#define ODD_BYTE 0xA5
#define ODD_BYTES 64 /* after what is allocated */

static long allocations_left = -1;
static long allocations_every; /* every n-th fails; 0: none */
static long allocations_made;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void *__real_arena_alloc(struct arena *arena, size_t size);
void *__wrap_arena_alloc(struct arena *arena, size_t size);

static bool may_allocate(void)
{
	allocations_made++;
	if (allocations_every && allocations_made % allocations_every == 0)
		return false;
	if (allocations_left < 0)
		return true;
	if (allocations_left == 0)
		return false;
	allocations_left--;
	return true;
}

void *__wrap_malloc(size_t size)
{
	return may_allocate() ? __real_malloc(size) : NULL;
}

void *__wrap_calloc(size_t count, size_t size)
{
	return may_allocate() ? __real_calloc(count, size) : NULL;
}

void *__wrap_realloc(void *memory, size_t size)
{
	return may_allocate() ? __real_realloc(memory, size) : NULL;
}

/*
 * A block of an arena serves many: each of them can fail all the same. What is
 * read there before it is written, or after its end, is odd: no sanitizer sees
 * that.
 */
void *__wrap_arena_alloc(struct arena *arena, size_t size)
{
	const size_t more = size < SIZE_MAX - ODD_BYTES ? ODD_BYTES : 0;
	void *memory;

	if (!may_allocate())
		return NULL;
	memory = __real_arena_alloc(arena, size + more);
	if (memory && more)
		memset(memory, ODD_BYTE, size + more);
	return memory;
}

void fail_allocations_after(long count)
{
	allocations_left = count;
	allocations_made = 0;
}

void fail_allocations_every(long n)
{
	allocations_every = n;
	allocations_made = 0;
}

void fail_allocations_off(void)
{
	allocations_left = -1;
	allocations_every = 0;
}

void *failing_malloc(size_t size)
{
	return __wrap_malloc(size);
}

void *failing_realloc(void *memory, size_t size)
{
	return __wrap_realloc(memory, size);
}

long allocations_seen(void)
{
	return allocations_made;
}

static enum cpu_kind this_cpu = CPU_OWN;

void be_cpu(enum cpu_kind kind)
{
	this_cpu = kind;
}

#ifdef __x86_64__
bool __real_cpu_has_avx2(void);
bool __real_cpu_has_avx512(void);
bool __wrap_cpu_has_avx2(void);
bool __wrap_cpu_has_avx512(void);

bool __wrap_cpu_has_avx2(void)
{
	return this_cpu >= CPU_LIKE_AVX2 && __real_cpu_has_avx2();
}

bool __wrap_cpu_has_avx512(void)
{
	return this_cpu == CPU_OWN && __real_cpu_has_avx512();
}
#endif

/* `make check T=NAME:FILTER`: the tests of a program to run (tests/run). */
__attribute__((constructor)) static void choose_tests(void)
{
	const char *filter = getenv("TEST_FILTER");

	if (filter)
		cmocka_set_test_filter(filter);
}

bool is_of_part(size_t i)
{
	const char *part = getenv("TEST_PART");
	unsigned k, n;

	if (!part || sscanf(part, "%u/%u", &k, &n) != 2 || !n)
		return true;
	return i % n == k % n;
}

int mutant_ran;
static int mutant_made_desks;

void mutant_forget(void)
{
	mutant_ran = mutant_made_desks;
}

bool mutant_met(void)
{
	return mutant_ran || !getenv("MUTANT");
}

struct cd_desk *desk_for(const struct cd_options *options)
{
	struct cd_desk *desk = NULL;
	enum cd_status status;

	mutant_forget();
	status = cd_desk_new(options, &desk);
	mutant_made_desks = mutant_ran;
	if (status != CD_OK)
		fail_msg("no desk: %s", cd_desk_error(desk));
	return desk;
}

char *normalise(const struct cd_desk *desk, const char *bytes, size_t len,
		size_t *clean_len)
{
	struct cd_result *result = NULL;
	struct cd_span text;
	char *copy;

	assert_int_equal(cd_run(desk, bytes, len, &result), CD_OK);
	text = cd_text(result);
	copy = malloc(text.len + 1);
	assert_non_null(copy);
	memcpy(copy, text.bytes, text.len);
	copy[text.len] = '\0';
	*clean_len = text.len;
	cd_result_free(result);
	return copy;
}

/* xorshift64*; the state must not be 0. */
uint32_t random_below(uint64_t *state, uint32_t limit)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t)((*state * 0x2545F4914F6CDD1Du) >> 33) % limit;
}

char *read_file(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	char *bytes = NULL;
	long size;

	if (!file)
		return NULL;
	if (!fseek(file, 0, SEEK_END) && (size = ftell(file)) >= 0) {
		rewind(file);
		bytes = malloc((size_t)size + 1);
		if (bytes) {
			*len = fread(bytes, 1, (size_t)size, file);
			bytes[*len] = '\0';
		}
	}
	fclose(file);
	return bytes;
}

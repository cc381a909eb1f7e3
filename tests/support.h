/*
 * What tests share: failing allocations, running a desk, comparing texts.
 */
#ifndef COPYDESK_TESTS_SUPPORT_H
#define COPYDESK_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <copydesk.h>

/*
 * Make the allocation after the next `count` fail, and all after it, until
 * fail_allocations_off(). Only the project's own code is affected.
 */
void fail_allocations_after(long count);
void fail_allocations_off(void);

/* Make every n-th allocation fail, until fail_allocations_off(). */
void fail_allocations_every(long n);

/* For libraries that can be told how to allocate: they fail, too. */
void *failing_malloc(size_t size);
void *failing_realloc(void *memory, size_t size);

/* Allocations since the last call of one of these. */
long allocations_seen(void);

/*
 * Loops are compiled for several kinds of processors: do as one of them would.
 * A kind that this machine is not is the best that it is.
 */
enum cpu_kind { CPU_PLAIN, CPU_LIKE_AVX2, CPU_OWN, CPU_KINDS };
void be_cpu(enum cpu_kind kind);

/*
 * Whether thing i of a program that takes minutes is this process's: TEST_PART
 * is K/N where tests/run has N of them; else all are.
 */
bool is_of_part(size_t i);

/*
 * tests/mutation puts a probe before what it changed: it sets mutant_ran.
 * mutant_met(): whether it ran since mutant_forget(), or in making a desk.
 * Without MUTANT=1 there is none to wait for: true.
 */
extern int mutant_ran;
void mutant_forget(void);
bool mutant_met(void);

/* A desk for these options (NULL: defaults); the test fails if there is none.
 */
struct cd_desk *desk_for(const struct cd_options *options);

/* The text normalised, NUL-terminated; free() it. */
char *normalise(const struct cd_desk *desk, const char *bytes, size_t len,
		size_t *clean_len);

/* A pseudo-random number below `limit`; the state is the caller's. */
uint32_t random_below(uint64_t *state, uint32_t limit);

/* A whole file, NUL-terminated, or NULL; free() it. */
char *read_file(const char *path, size_t *len);

#endif

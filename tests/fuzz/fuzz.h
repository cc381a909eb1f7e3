/*
 * What the fuzzers share. Each fuzz_NAME.c is a target for libFuzzer; `make
 * fuzz` builds and runs them. They abort where the contract is broken.
 */
#ifndef COPYDESK_TESTS_FUZZ_H
#define COPYDESK_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "laws/contract.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Abort, saying what is wrong, unless the condition holds. */
#define FUZZ_HOLD(condition)                                                   \
	do {                                                                   \
		if (!(condition)) {                                            \
			fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, \
				__LINE__, #condition);                         \
			abort();                                               \
		}                                                              \
	} while (0)

/* The desk for these options, made once for each key. */
#define FUZZ_DESKS 256
const struct cd_desk *fuzz_desk(uint8_t key, const struct cd_options *options);

/* Normalise a text and hold the result against all laws. */
void fuzz_contract(const struct cd_desk *desk, const char *text, size_t len);

/* A text's copy, NUL-terminated; free() it. */
char *fuzz_copy(const uint8_t *data, size_t size);

#endif

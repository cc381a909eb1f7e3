/*
 * Loops over the blocks of a text, compiled for each kind of machine.
 */
#ifndef COPYDESK_BASE_SCAN_LOOP_H
#define COPYDESK_BASE_SCAN_LOOP_H

#include "base/scan_avx2.h"
#include "base/scan_avx512.h"

typedef void scan_blocks(struct scan *scan, const char *bytes, size_t len);

/*
 * name(argument): `loop`, a CPU_LOOP that takes an argument of that type and
 * the way to scan blocks, compiled for each kind of machine.
 */
#ifdef __x86_64__
#define SCAN_LOOP(name, type, loop)                                            \
	CPU_AVX512 static void name##_avx512(type argument)                    \
	{                                                                      \
		loop(argument, scan_block_avx512);                             \
	}                                                                      \
	CPU_AVX2 static void name##_avx2(type argument)                        \
	{                                                                      \
		loop(argument, scan_block_avx2);                               \
	}                                                                      \
	static void name(type argument)                                        \
	{                                                                      \
		if (cpu_has_avx512())                                          \
			name##_avx512(argument);                               \
		else if (cpu_has_avx2())                                       \
			name##_avx2(argument);                                 \
		else                                                           \
			loop(argument, scan_block);                            \
	}
#else
#define SCAN_LOOP(name, type, loop)                                            \
	static void name(type argument)                                        \
	{                                                                      \
		loop(argument, scan_block);                                    \
	}
#endif

#endif

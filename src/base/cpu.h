/*
 * What the machine's processor can do: functions marked CPU_AVX2 are compiled
 * for x86-64 with AVX2 and its bit instructions, beside a portable one of the
 * same loop, and are only called where cpu_has_avx2(). In the same way
 * CPU_AVX512 means AVX-512 with VBMI2: processors without that slow down for
 * wide registers.
 */
#ifndef COPYDESK_BASE_CPU_H
#define COPYDESK_BASE_CPU_H

#include <stdbool.h>

/* A loop that is compiled more than once. */
#define CPU_LOOP static inline __attribute__((always_inline))

#ifdef __x86_64__
#define CPU_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define CPU_AVX512                                                             \
	__attribute__((target("avx512f,avx512bw,avx512cd,avx512dq,avx512vl,"   \
			      "avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))

bool cpu_has_avx2(void);
bool cpu_has_avx512(void);
#endif

#endif

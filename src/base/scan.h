/*
 * Sixty-four bytes at a time: which of them belong to which class.
 *
 * Bit i of a mask speaks of byte i. AVX-512 or AVX2 where the machine has it,
 * SSE2 on any x86-64, a table elsewhere: all give the same masks.
 */
#ifndef COPYDESK_BASE_SCAN_H
#define COPYDESK_BASE_SCAN_H

#include <stddef.h>
#include <stdint.h>

#define SCAN_BLOCK 64

struct scan {
	uint64_t space;	  /* ' ' only */
	uint64_t newline; /* \n */
	uint64_t lower, upper, digit;
	uint64_t stop;	      /* . ? ! */
	uint64_t dot;	      /* . */
	uint64_t pause;	      /* , ; : */
	uint64_t colon;	      /* ; : */
	uint64_t dash;	      /* - */
	uint64_t open, close; /* ( [ and ) ] */
	uint64_t odd;	      /* controls but \n, DEL, " # & ' < \ ` */
	uint64_t code;	      /* signs of markup and escapes: % * + = @ ^ _ */
	uint64_t lead;	      /* first bytes of code points from U+0080 */
};

/* What words are made of. */
struct scan_words {
	uint64_t plain; /* ASCII letters and digits */
	uint64_t space; /* ' ' only */
	uint64_t mark;	/* ( ) / : @ [ \ ] { | } */
	uint64_t high;	/* bytes from 0x80; the other two only where any are */
	uint64_t two;	/* 0xC2: it leads U+0080 to U+00BF, signs all */
	uint64_t three; /* 0xE2: it leads U+2000 to U+2FFF, mostly signs */
};

/* Classify min(len, SCAN_BLOCK) bytes; the bits after them are 0. */
void scan_block(struct scan *scan, const char *bytes, size_t len);

/* The same for words, of SCAN_BLOCK bytes. */
void scan_words(struct scan_words *words, const char *bytes);

/* The ways to classify SCAN_BLOCK bytes; for tests, and for the two above. */
void scan_portable(struct scan *scan, const char *bytes);
void scan_words_portable(struct scan_words *words, const char *bytes);
#ifdef __x86_64__
void scan_sse2(struct scan *scan, const char *bytes);
void scan_words_sse2(struct scan_words *words, const char *bytes);
void scan_avx2(struct scan *scan, const char *bytes);
void scan_words_avx2(struct scan_words *words, const char *bytes);
void scan_avx512(struct scan *scan, const char *bytes);
void scan_words_avx512(struct scan_words *words, const char *bytes);
#endif

/* The index of the lowest bit of a mask that is not 0. */
static inline unsigned scan_first(uint64_t mask)
{
	return (unsigned)__builtin_ctzll(mask);
}

/* The index of the highest one. */
static inline unsigned scan_last(uint64_t mask)
{
	return 63 - (unsigned)__builtin_clzll(mask);
}

static inline __attribute__((always_inline)) unsigned scan_count(uint64_t mask)
{
	return (unsigned)__builtin_popcountll(mask);
}

#endif

/*
 * UTF-8: validation.
 *
 * With AVX2, 32 bytes at a time, by three look-ups of half bytes: Keiser and
 * Lemire, "Validating UTF-8 in less than one instruction per byte" (2021).
 */
#include "base/utf8.h"

#include "base/bytes.h"
#include "base/cpu.h"

#define STEP 32

static bool is_trail(char c)
{
	return (signed char)c < -64; /* 0x80 to 0xBF */
}

#ifdef __x86_64__
#include <immintrin.h>

/* What may be wrong with two bytes; the half bytes of both say so together. */
enum {
	TOO_SHORT = 1 << 0,  /* a lead byte, and no trail byte after it */
	TOO_LONG = 1 << 1,   /* ASCII, and a trail byte after it */
	OVERLONG_3 = 1 << 2, /* E0 80 to E0 9F */
	TOO_LARGE = 1 << 3,  /* F4 90 and more */
	SURROGATE = 1 << 4,  /* ED A0 to ED BF */
	OVERLONG_2 = 1 << 5, /* C0, C1 */
	BEYOND = 1 << 6,     /* F0 80 to F0 8F; F5 80 and more */
	TWO_TRAILS = 1 << 7, /* not wrong after E0 to F4 and one byte more */
	ANY_LOW = TOO_SHORT | TOO_LONG | TWO_TRAILS, /* whatever the low half */
};

/* By the high half of the first byte, its low half, the second's high half. */
static const unsigned char first_high[16] = {
	TOO_LONG,
	TOO_LONG,
	TOO_LONG,
	TOO_LONG,
	TOO_LONG,
	TOO_LONG,
	TOO_LONG,
	TOO_LONG,
	TWO_TRAILS,
	TWO_TRAILS,
	TWO_TRAILS,
	TWO_TRAILS,
	TOO_SHORT | OVERLONG_2,
	TOO_SHORT,
	TOO_SHORT | OVERLONG_3 | SURROGATE,
	TOO_SHORT | TOO_LARGE | BEYOND,
};
static const unsigned char first_low[16] = {
	ANY_LOW | OVERLONG_2 | OVERLONG_3 | BEYOND,
	ANY_LOW | OVERLONG_2,
	ANY_LOW,
	ANY_LOW,
	ANY_LOW | TOO_LARGE,
	ANY_LOW | TOO_LARGE | BEYOND,
	ANY_LOW | TOO_LARGE | BEYOND,
	ANY_LOW | TOO_LARGE | BEYOND,
	ANY_LOW | TOO_LARGE | BEYOND,
	ANY_LOW | TOO_LARGE | BEYOND,
	ANY_LOW | TOO_LARGE | BEYOND,
	ANY_LOW | TOO_LARGE | BEYOND,
	ANY_LOW | TOO_LARGE | BEYOND,
	ANY_LOW | TOO_LARGE | BEYOND | SURROGATE,
	ANY_LOW | TOO_LARGE | BEYOND,
	ANY_LOW | TOO_LARGE | BEYOND,
};
#define ANY_TRAIL (TOO_LONG | OVERLONG_2 | TWO_TRAILS)
static const unsigned char second_high[16] = {
	TOO_SHORT,
	TOO_SHORT,
	TOO_SHORT,
	TOO_SHORT,
	TOO_SHORT,
	TOO_SHORT,
	TOO_SHORT,
	TOO_SHORT,
	ANY_TRAIL | OVERLONG_3 | BEYOND,
	ANY_TRAIL | OVERLONG_3 | TOO_LARGE,
	ANY_TRAIL | SURROGATE | TOO_LARGE,
	ANY_TRAIL | SURROGATE | TOO_LARGE,
	TOO_SHORT,
	TOO_SHORT,
	TOO_SHORT,
	TOO_SHORT,
};

#define AVX2 CPU_LOOP CPU_AVX2

AVX2 __m256i look_up(const unsigned char *table, __m256i halves)
{
	return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128(
					   (const __m128i *)table)),
				   halves);
}

AVX2 __m256i low_halves(__m256i x)
{
	return _mm256_and_si256(x, _mm256_set1_epi8(0x0F));
}

AVX2 __m256i high_halves(__m256i x)
{
	return low_halves(_mm256_srli_epi16(x, 4));
}

/* Zero, but where 32 bytes, and the 32 before them, are not UTF-8. */
AVX2 __m256i find_faults(__m256i x, __m256i before)
{
	const __m256i both = _mm256_permute2x128_si256(before, x, 0x21);
	const __m256i back_1 = _mm256_alignr_epi8(x, both, 15);
	const __m256i back_2 = _mm256_alignr_epi8(x, both, 14);
	const __m256i back_3 = _mm256_alignr_epi8(x, both, 13);
	const __m256i faults = _mm256_and_si256(
		_mm256_and_si256(look_up(first_high, high_halves(back_1)),
				 look_up(first_low, low_halves(back_1))),
		look_up(second_high, high_halves(x)));
	/* trail bytes that are the third or the fourth have one before them */
	const __m256i third =
		_mm256_subs_epu8(back_2, _mm256_set1_epi8(0xE0 - 0x80));
	const __m256i fourth =
		_mm256_subs_epu8(back_3, _mm256_set1_epi8(0xF0 - 0x80));
	const __m256i trails = _mm256_and_si256(_mm256_or_si256(third, fourth),
						_mm256_set1_epi8(-128));

	return _mm256_xor_si256(faults, trails);
}

/* Not zero where the last code point of 32 bytes goes on after them. */
AVX2 __m256i find_open(__m256i x)
{
	const __m256i most = _mm256_setr_epi8(
		-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
		-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
		(char)(0xF0 - 1), (char)(0xE0 - 1), (char)(0xC0 - 1));

	return _mm256_subs_epu8(x, most);
}

/* Where the code point starts that is at the end of valid bytes [0, at). */
static size_t last_start(const char *bytes, size_t at)
{
	size_t start = at;

	while (start && at - start < UTF8_MAX - 1 && is_trail(bytes[start - 1]))
		start--;
	return start && (unsigned char)bytes[start - 1] >= 0xC0 ? start - 1
								: at;
}

/* How many bytes are valid, in whole code points; there may be more. */
CPU_AVX2 static size_t valid_avx2(const char *bytes, size_t len)
{
	__m256i before = _mm256_setzero_si256(), open = before;
	size_t at = 0;

	for (; len - at >= STEP; at += STEP) {
		const __m256i x =
			_mm256_loadu_si256((const __m256i *)(bytes + at));
		__m256i faults = open;

		open = _mm256_setzero_si256();
		if (_mm256_movemask_epi8(x)) {
			faults = find_faults(x, before);
			open = find_open(x);
		}
		if (!_mm256_testz_si256(faults, faults))
			break;
		before = x;
	}
	return last_start(bytes, at);
}
#endif

/* Whether none of 32 bytes is from 0x80 on. */
static bool are_ascii(const char *bytes)
{
	uint64_t part[4];

	memcpy(part, bytes, sizeof(part));
	return !((part[0] | part[1] | part[2] | part[3]) & 0x8080808080808080u);
}

/*
 * The length of the commonest sequences of two and three bytes, and of ASCII;
 * 0: it needs a closer look. Three bytes are there.
 */
static size_t common_length(const char *bytes)
{
	const unsigned char lead = (unsigned char)bytes[0];

	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead < 0xE0)
		return is_trail(bytes[1]) ? 2 : 0;
	return lead > 0xE0 && lead < 0xED && is_trail(bytes[1]) &&
			       is_trail(bytes[2])
		       ? 3
		       : 0;
}

size_t utf8_valid_prefix(const char *bytes, size_t len)
{
	size_t at = 0, bad;

#ifdef __x86_64__
	if (len >= STEP && cpu_has_avx2())
		at = valid_avx2(bytes, len);
#endif
	while (at < len) {
		size_t step;

		while (len - at >= 32 && are_ascii(bytes + at))
			at += 32;
		at = bytes_find_high(bytes, len, at);
		if (at == len)
			break;
		step = len - at >= 3 ? common_length(bytes + at) : 0;
		if (!step)
			step = utf8_length(bytes + at, len - at, &bad);
		if (!step)
			return at;
		at += step;
	}
	return len;
}

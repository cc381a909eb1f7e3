/* From block to block of a stretch of text. */
#include "pattern/words_turn.h"

#ifdef __x86_64__
CPU_AVX512 static bool turn_avx512(struct words *words)
{
	return words_turn_by(words, scan_words_avx512_inline);
}

CPU_AVX2 static bool turn_avx2(struct words *words)
{
	return words_turn_by(words, scan_words_avx2_inline);
}
#endif

bool words_turn(struct words *words)
{
#ifdef __x86_64__
	if (cpu_has_avx512())
		return turn_avx512(words);
	if (cpu_has_avx2())
		return turn_avx2(words);
#endif
	return words_turn_by(words, scan_words);
}

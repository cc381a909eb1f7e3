/*
 * From block to block of a stretch of text, for each way to scan one: inlined
 * into words_turn() and into loops over the words of a text.
 */
#ifndef COPYDESK_PATTERN_WORDS_TURN_H
#define COPYDESK_PATTERN_WORDS_TURN_H

#include "base/cpu.h"
#include "base/scan_avx2.h"
#include "base/scan_avx512.h"
#include "pattern/words.h"

typedef void words_scanner(struct scan_words *words, const char *bytes);

/* The last block, read with bytes before it and not after it. */
CPU_LOOP void words_scan_last(const struct words *words, size_t left,
			      struct scan_words *block, words_scanner *scan)
{
	const unsigned shift = SCAN_BLOCK - (unsigned)left;
	char padded[SCAN_BLOCK];

	if (words->stop >= SCAN_BLOCK) {
		scan(block, words->text + words->stop - SCAN_BLOCK);
		block->plain >>= shift;
		block->space >>= shift;
		block->high >>= shift;
		block->two >>= shift;
		block->three >>= shift;
		return;
	}
	memset(padded, ' ', sizeof(padded));
	memcpy(padded, words->text + words->at, left);
	scan(block, padded);
}

/* Bytes of words; what leads a sign takes one or two others with it. */
CPU_LOOP uint64_t words_high_bits(struct words *words,
				  const struct scan_words *block)
{
	const uint64_t leads = block->two | block->three;
	const uint64_t signs =
		leads | leads << 1 | block->three << 2 | words->carry;

	words->carry = leads >> 63 | block->three >> 62;
	words->signs |= block->two != 0;
	return block->high & ~signs;
}

CPU_LOOP void words_read_block(struct words *words, size_t left,
			       words_scanner *scan)
{
	struct scan_words block;
	uint64_t bits, before;

	if (left == SCAN_BLOCK)
		scan(&block, words->text + words->at);
	else
		words_scan_last(words, left, &block, scan);
	bits = block.plain;
	if (block.high)
		bits |= words_high_bits(words, &block);
	else
		words->carry = 0;
	before = bits << 1 | words->run;
	words->begins = bits & ~before;
	words->ends = ~bits & before;
	if (!words->run && words->begins) {
		words->start = words->at + scan_first(words->begins);
		words->begins &= words->begins - 1;
	}
	words->run = bits >> 63;
}

CPU_LOOP bool words_turn_by(struct words *words, words_scanner *scan)
{
	while (!words->ends) {
		const size_t rest = words->stop - words->next;
		const size_t left = rest < SCAN_BLOCK ? rest : SCAN_BLOCK;

		words->at = words->next;
		words->next += left;
		if (left) {
			words_read_block(words, left, scan);
		} else if (words->run) {
			words->run = 0;
			words->ends = 1;
		} else {
			return false;
		}
	}
	return true;
}

#endif

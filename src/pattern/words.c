/* The words of a stretch of text. */
#include "pattern/words.h"

uint64_t word_bytes_at_front(const char *text, size_t at, size_t end)
{
	char bytes[8] = { 0 };

	memcpy(bytes + 8 - (end - at), text + at, end - at);
	return word_load(bytes);
}

/* The last block, read with bytes before it and not after it. */
static void scan_last(const struct words *words, size_t left,
		      struct scan_words *block)
{
	const unsigned shift = SCAN_BLOCK - (unsigned)left;
	char padded[SCAN_BLOCK];

	if (words->stop >= SCAN_BLOCK) {
		scan_words(block, words->text + words->stop - SCAN_BLOCK);
		block->plain >>= shift;
		block->high >>= shift;
		block->two >>= shift;
		block->three >>= shift;
		return;
	}
	memset(padded, ' ', sizeof(padded));
	memcpy(padded, words->text + words->at, left);
	scan_words(block, padded);
}

/* Bytes of words; what leads a sign takes one or two others with it. */
static uint64_t high_bits(struct words *words, const struct scan_words *block)
{
	const uint64_t leads = block->two | block->three;
	const uint64_t signs =
		leads | leads << 1 | block->three << 2 | words->carry;

	words->carry = leads >> 63 | block->three >> 62;
	words->signs |= block->two != 0;
	return block->high & ~signs;
}

static void read_block(struct words *words, size_t left)
{
	struct scan_words block;
	uint64_t bits, before;

	if (left == SCAN_BLOCK)
		scan_words(&block, words->text + words->at);
	else
		scan_last(words, left, &block);
	bits = block.plain;
	if (block.high)
		bits |= high_bits(words, &block);
	else
		words->carry = 0;
	before = bits << 1 | words->run;
	words->begins = bits & ~before;
	words->ends = ~bits & before;
	if (!words->run && words->begins) {
		words->front = words->at + scan_first(words->begins);
		words->begins &= words->begins - 1;
	}
	words->run = bits >> 63;
}

bool words_turn(struct words *words)
{
	while (!words->ends) {
		const size_t rest = words->stop - words->next;
		const size_t left = rest < SCAN_BLOCK ? rest : SCAN_BLOCK;

		words->at = words->next;
		words->next += left;
		if (left) {
			read_block(words, left);
		} else if (words->run) {
			words->run = 0;
			words->ends = 1;
		} else {
			return false;
		}
	}
	return true;
}

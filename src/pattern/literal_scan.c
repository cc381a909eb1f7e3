/* The words of a stretch of text that may be literals. */
#include "pattern/literal_scan.h"

#include "base/cpu.h"
#include "base/scan_avx2.h"
#include "base/scan_avx512.h"

/* Of a block, the bytes at which words are read: eight more tell how they go
 * on. */
#define STEP (SCAN_BLOCK - 8)

typedef void words_scanner(struct scan_words *words, const char *bytes);

/* Bytes of words that are not ASCII; a sign is two or three bytes. */
CPU_LOOP uint64_t high_bits(struct literal_scan *scan,
			    const struct scan_words *block, uint64_t step)
{
	const uint64_t leads = block->two | block->three;
	const uint64_t signs =
		leads | leads << 1 | block->three << 2 | scan->carry;

	scan->carry =
		((leads & step) << 1 | (block->three & step) << 2) >> STEP;
	scan->signs |= block->two != 0;
	return block->high & ~signs;
}

CPU_LOOP void read_block(struct literal_scan *scan, words_scanner *scanner)
{
	const size_t left = scan->stop - scan->next;
	const uint64_t step = ((uint64_t)1 << STEP) - 1;
	struct scan_words block;
	uint64_t bits;

	scan->base = scan->next;
	scan->next += left < STEP ? left : STEP;
	scan->bytes = scan->text + scan->base;
	if (left < sizeof(scan->tail)) {
		memset(scan->tail, ' ', sizeof(scan->tail));
		memcpy(scan->tail, scan->bytes, left);
		scan->bytes = scan->tail;
	}
	scanner(&block, scan->bytes);
	bits = block.plain;
	if (block.high)
		bits |= high_bits(scan, &block, step);
	else
		scan->carry = 0;
	scan->bits = bits;
	scan->begins = bits & ~(bits << 1 | scan->run) & step;
	scan->run = bits >> (STEP - 1) & 1;
	scan->count += scan_count(scan->begins);
}

/* The next word of the block that the filter lets pass. */
CPU_LOOP bool next_in_block(struct literal_scan *scan,
			    const struct literal_filter *filter)
{
	const char *bytes = scan->bytes;
	const uint64_t bits = scan->bits;
	uint64_t begins = scan->begins;
	size_t last = scan->at, read = scan->read;

	while (begins) {
		const unsigned i = scan_first(begins);
		const unsigned len = scan_first(~(bits >> i) | 1u << 8);
		const uint32_t start =
			word_mix(word_load(bytes + i) << (64 - 8 * len));

		begins &= begins - 1;
		scan->fronts[read++ % LITERAL_FRONTS] = start;
		if (literal_filter_passes(filter, start)) {
			scan->read = read;
			scan->begins = begins;
			scan->last_at = last;
			scan->at = scan->base + i;
			scan->start = start;
			return true;
		}
		last = scan->base + i;
	}
	scan->begins = 0;
	scan->read = read;
	scan->at = last;
	return false;
}

CPU_LOOP bool next(struct literal_scan *scan,
		   const struct literal_filter *filter, words_scanner *scanner)
{
	while (!next_in_block(scan, filter)) {
		if (scan->next == scan->stop)
			return false;
		read_block(scan, scanner);
	}
	return true;
}

#ifdef __x86_64__
CPU_AVX512 static bool next_avx512(struct literal_scan *scan,
				   const struct literal_filter *filter)
{
	return next(scan, filter, scan_words_avx512_inline);
}

CPU_AVX2 static bool next_avx2(struct literal_scan *scan,
			       const struct literal_filter *filter)
{
	return next(scan, filter, scan_words_avx2_inline);
}
#endif

void literal_scan_init(struct literal_scan *scan, const char *text, size_t at,
		       size_t end)
{
	scan->text = text;
	scan->stop = end;
	scan->next = at;
	scan->run = scan->carry = 0;
	scan->count = scan->read = 0;
	scan->signs = false;
	scan->at = LITERAL_NO_WORD;
	read_block(scan, scan_words);
}

bool literal_scan_next_portable(struct literal_scan *scan,
				const struct literal_filter *filter)
{
	return next(scan, filter, scan_words);
}

bool literal_scan_next(struct literal_scan *scan,
		       const struct literal_filter *filter)
{
#ifdef __x86_64__
	if (cpu_has_avx512())
		return next_avx512(scan, filter);
	if (cpu_has_avx2())
		return next_avx2(scan, filter);
#endif
	return literal_scan_next_portable(scan, filter);
}

bool literal_scan_bits(const struct literal_scan *scan, struct text_bits *bits)
{
	if (scan->read > LITERAL_FRONTS)
		return false;
	*bits = (struct text_bits){ .last = 0 };
	for (size_t i = 0; i < scan->read; i++)
		text_bits_add(bits, scan->fronts[i]);
	return true;
}

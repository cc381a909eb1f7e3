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

/* Note the marks of a block: few bytes are neither words nor spaces. */
CPU_LOOP void see_marks(struct literal_scan *scan, uint64_t marks)
{
	for (; marks; marks &= marks - 1) {
		const unsigned char mark =
			(unsigned char)scan->bytes[scan_first(marks)];

		scan->marks[mark >> 6] |= (uint64_t)1 << (mark & 63);
	}
}

/*
 * Of words that the filter let pass those that may be literals, by the words
 * beside them. The last word of a block does not know the next one, and what is
 * beside a sign is not told by words.
 */
CPU_LOOP uint64_t find_hits(const struct literal_scan *scan, uint64_t passed)
{
	const uint32_t *fronts = scan->fronts;
	uint64_t hits = 0;

	for (; passed; passed &= passed - 1) {
		const uint64_t bit = passed & -passed;
		const uint64_t before = scan->begins & (bit - 1);
		const size_t i = scan->count + scan_count(before);
		const unsigned char first =
			(unsigned char)scan->bytes[scan_first(bit)];
		const bool is_last = !(scan->begins & ~before & ~bit);

		if (is_last || scan->signs ||
		    literal_index_leads(scan->index,
					i ? fronts[(i - 1) % LITERAL_FRONTS]
					  : 0,
					fronts[i % LITERAL_FRONTS],
					fronts[(i + 1) % LITERAL_FRONTS],
					!ascii_is_lower(first)))
			hits |= bit;
	}
	return hits;
}

/* The words of a block, and those of them that may be literals. */
CPU_LOOP void see_words(struct literal_scan *scan)
{
	const char *bytes = scan->bytes;
	const uint64_t bits = scan->bits;
	size_t read = scan->count;
	uint64_t passed = 0;

	for (uint64_t begins = scan->begins; begins; begins &= begins - 1) {
		const unsigned i = scan_first(begins);
		const unsigned len = scan_first(~(bits >> i) | 1u << 8);
		const uint32_t start =
			word_mix(word_load(bytes + i) << (64 - 8 * len));

		scan->fronts[read++ % LITERAL_FRONTS] = start;
		passed |= (uint64_t)literal_filter_passes(&scan->index->filter,
							  start)
			  << i;
	}
	scan->hits = find_hits(scan, passed);
	scan->count = read;
}

/* The block's bytes, of which eight more can be read. */
CPU_LOOP void find_bytes(struct literal_scan *scan)
{
	const size_t left = scan->stop - scan->base;

	scan->bytes = scan->text + scan->base;
	if (left >= sizeof(scan->tail))
		return;
	memset(scan->tail, ' ', sizeof(scan->tail));
	memcpy(scan->tail, scan->bytes, left);
	scan->bytes = scan->tail;
}

CPU_LOOP void read_block(struct literal_scan *scan, words_scanner *scanner)
{
	const size_t left = scan->stop - scan->next;
	const uint64_t step = ((uint64_t)1 << STEP) - 1;
	struct scan_words block;
	uint64_t bits;

	if (scan->begins)
		scan->before = scan->base + scan_last(scan->begins);
	scan->base = scan->next;
	scan->next += left < STEP ? left : STEP;
	find_bytes(scan);
	scanner(&block, scan->bytes);
	bits = block.plain;
	if (block.high)
		bits |= high_bits(scan, &block, step);
	else
		scan->carry = 0;
	scan->bits = bits;
	scan->begins = bits & ~(bits << 1 | scan->run) & step;
	scan->run = bits >> (STEP - 1) & 1;
	see_marks(scan, ~(block.plain | block.space | block.high) & step);
	see_words(scan);
}

CPU_LOOP bool turn(struct literal_scan *scan, words_scanner *scanner)
{
	do {
		if (scan->next == scan->stop)
			return false;
		read_block(scan, scanner);
	} while (!scan->hits);
	return true;
}

#ifdef __x86_64__
CPU_AVX512 static bool turn_avx512(struct literal_scan *scan)
{
	return turn(scan, scan_words_avx512_inline);
}

CPU_AVX2 static bool turn_avx2(struct literal_scan *scan)
{
	return turn(scan, scan_words_avx2_inline);
}

CPU_AVX512 static void read_avx512(struct literal_scan *scan)
{
	read_block(scan, scan_words_avx512_inline);
}

CPU_AVX2 static void read_avx2(struct literal_scan *scan)
{
	read_block(scan, scan_words_avx2_inline);
}
#endif

static void read_first(struct literal_scan *scan)
{
#ifdef __x86_64__
	if (cpu_has_avx512()) {
		read_avx512(scan);
		return;
	}
	if (cpu_has_avx2()) {
		read_avx2(scan);
		return;
	}
#endif
	read_block(scan, scan_words);
}

void literal_scan_init(struct literal_scan *scan,
		       const struct literal_index *index, const char *text,
		       size_t at, size_t end)
{
	scan->index = index;
	scan->text = text;
	scan->stop = end;
	scan->next = at;
	scan->begins = 0;
	scan->run = scan->carry = 0;
	scan->marks[0] = scan->marks[1] = 0;
	scan->count = 0;
	scan->before = LITERAL_NO_WORD;
	scan->signs = false;
	read_first(scan);
}

bool literal_scan_turn_portable(struct literal_scan *scan)
{
	return turn(scan, scan_words);
}

bool literal_scan_turn(struct literal_scan *scan)
{
#ifdef __x86_64__
	if (cpu_has_avx512())
		return turn_avx512(scan);
	if (cpu_has_avx2())
		return turn_avx2(scan);
#endif
	return literal_scan_turn_portable(scan);
}

bool literal_scan_bits(const struct literal_scan *scan, struct text_bits *bits)
{
	if (scan->count > LITERAL_FRONTS)
		return false;
	*bits = (struct text_bits){ .last = 0 };
	for (size_t i = 0; i < scan->count; i++)
		text_bits_add(bits, scan->fronts[i]);
	return true;
}

/* The words of a stretch of text that may be literals. */
#include "pattern/literal_scan.h"

#include "base/cpu.h"
#include "base/scan_avx2.h"
#include "pattern/fronts_avx512.h"

/* Bytes of words that are not ASCII; a sign is two or three bytes. */
CPU_LOOP uint64_t high_bits(struct literal_scan *scan,
			    const struct scan_words *block, uint64_t part)
{
	const uint64_t step = ((uint64_t)1 << LITERAL_STEP) - 1;
	const uint64_t leads = block->two | block->three;
	const uint64_t signs =
		leads | leads << 1 | block->three << 2 | scan->carry;

	scan->carry = ((leads & step) << 1 | (block->three & step) << 2) >>
		      LITERAL_STEP;
	scan->signs |= (block->two & part) != 0;
	return block->high & ~signs;
}

/* Note the marks of a block: few have any. */
CPU_LOOP void see_marks(struct literal_scan *scan, uint64_t marks)
{
	for (; marks; marks &= marks - 1) {
		const unsigned char mark =
			(unsigned char)scan->bytes[scan_first(marks)];

		scan->marks[mark >> 6] |= (uint64_t)1 << (mark & 63);
	}
}

/* A block is read in two steps, each in a way of its processor's. */

/* What its bytes are. */
typedef void block_classifier(struct literal_scan *scan,
			      struct scan_words *words);

/* The hashes of its words; those that the filter lets pass. */
typedef uint64_t fronts_reader(struct literal_scan *scan,
			       const struct literal_block *block);

CPU_LOOP void read_block(struct literal_scan *scan, struct literal_block *block,
			 block_classifier *classify, fronts_reader *fronts)
{
	const size_t left = scan->stop - scan->next;
	const uint64_t step = ((uint64_t)1 << LITERAL_STEP) - 1;
	const uint64_t part =
		left < SCAN_BLOCK ? ((uint64_t)1 << left) - 1 : ~(uint64_t)0;
	struct scan_words words;
	uint64_t bits;

	classify(scan, &words);
	bits = words.plain;
	if (words.high & part)
		bits |= high_bits(scan, &words, part);
	else
		scan->carry = 0;
	bits &= part;
	block->bits = bits;
	block->begins = bits & ~(bits << 1 | scan->run) & step;
	scan->run = bits >> (LITERAL_STEP - 1) & 1;
	see_marks(scan, words.mark & part & step);
	block->first = scan->kept;
	block->hits = fronts(scan, block);
	scan->kept += scan_count(block->begins);
	scan->count += scan_count(block->begins);
	scan->next += left < LITERAL_STEP ? left : LITERAL_STEP;
}

/*
 * Of words that the filter let pass those that may be literals, by the words
 * beside them. The last word of a block does not know the next one, and what is
 * beside a sign is not told by words.
 */
CPU_LOOP uint64_t find_hits(const struct literal_scan *scan, size_t n)
{
	const struct literal_block *block = &scan->blocks[n];
	const char *bytes = scan->text + scan->base + n * LITERAL_STEP;
	const uint32_t *fronts = scan->fronts;
	uint64_t hits = 0;

	for (uint64_t passed = block->hits; passed; passed &= passed - 1) {
		const uint64_t bit = passed & -passed;
		const uint64_t before = block->begins & (bit - 1);
		const size_t i = block->first + scan_count(before);
		const unsigned char first =
			(unsigned char)bytes[scan_first(bit)];
		const bool is_last = !(block->begins & ~before & ~bit);

		if (is_last || scan->signs ||
		    literal_index_leads(scan->index, i ? fronts[i - 1] : 0,
					fronts[i], fronts[i + 1],
					!ascii_is_lower(first))) {
			hits |= bit;
			literal_index_near(scan->index, fronts[i]);
		}
	}
	return hits;
}

/* The last word of the blocks before `count`, or the one before them. */
static size_t last_word(const struct literal_scan *scan, size_t count)
{
	while (count-- > 0) {
		const uint64_t begins = scan->blocks[count].begins;

		if (begins)
			return scan->base + count * LITERAL_STEP +
			       scan_last(begins);
	}
	return scan->before;
}

/* Of the words that were read the last is beside those that come. */
static void leave_words(struct literal_scan *scan)
{
	if (!scan->count)
		return;
	scan->before = last_word(scan, LITERAL_BLOCKS);
	if (scan->kept <= LITERAL_FRONTS)
		return;
	scan->fronts[0] = scan->fronts[scan->kept - 1];
	scan->kept = 1;
}

/* All hashes first: a branch that a word decides would wait for each. */
CPU_LOOP bool read_blocks(struct literal_scan *scan, block_classifier *classify,
			  fronts_reader *fronts)
{
	size_t n = 0;

	if (scan->next == scan->stop)
		return false;
	leave_words(scan);
	scan->base = scan->next;
	scan->block = 0;
	do {
		read_block(scan, &scan->blocks[n], classify, fronts);
		scan->hits |= (uint64_t)(scan->blocks[n].hits != 0) << n;
		if (!n && scan->prefixes) {
			literal_index_lead(scan->prefixes, scan->fronts[0]);
			literal_index_near(scan->prefixes, scan->fronts[0]);
		}
	} while (++n < LITERAL_BLOCKS && scan->next < scan->stop);
	for (uint64_t passed = scan->hits; passed; passed &= passed - 1) {
		n = scan_first(passed);
		scan->blocks[n].hits = find_hits(scan, n);
		if (!scan->blocks[n].hits)
			scan->hits &= ~((uint64_t)1 << n);
	}
	return true;
}

/*
 * The block's bytes, of which eight more can be read. What is after the stretch
 * is read, too, and left out of the masks.
 */
CPU_LOOP const char *find_bytes(struct literal_scan *scan)
{
	const size_t left = scan->len - scan->next;
	const char *bytes = scan->text + scan->next;

	if (left >= sizeof(scan->tail))
		return bytes;
	memset(scan->tail, ' ', sizeof(scan->tail));
	return memcpy(scan->tail, bytes, left);
}

CPU_LOOP uint64_t read_fronts(struct literal_scan *scan,
			      const struct literal_block *block)
{
	uint32_t *front = scan->fronts + scan->kept;
	uint64_t passed = 0;

	for (uint64_t begins = block->begins; begins; begins &= begins - 1) {
		const unsigned i = scan_first(begins);
		const unsigned len = scan_first(~(block->bits >> i) | 1u << 8);
		const uint32_t start =
			word_mix(word_load(scan->bytes + i) << (64 - 8 * len));

		*front++ = start;
		passed |= (uint64_t)literal_filter_passes(&scan->index->filter,
							  start)
			  << i;
	}
	return passed;
}

CPU_LOOP void classify(struct literal_scan *scan, struct scan_words *words)
{
	scan->bytes = find_bytes(scan);
	scan_words(words, scan->bytes);
}

#ifdef __x86_64__
AVX2 void classify_avx2(struct literal_scan *scan, struct scan_words *words)
{
	scan->bytes = find_bytes(scan);
	scan_words_avx2_inline(words, scan->bytes);
}

CPU_AVX2 static bool read_avx2(struct literal_scan *scan)
{
	return read_blocks(scan, classify_avx2, read_fronts);
}

/* The next block's bytes; what is read is no more than there is. */
AVX512 __m512i load_block(const struct literal_scan *scan)
{
	return load_64(scan->text + scan->next, scan->stop - scan->next);
}

AVX512 void classify_avx512(struct literal_scan *scan, struct scan_words *words)
{
	scan->bytes = scan->text + scan->next;
	scan_words_64(words, load_block(scan));
}

AVX512 uint64_t read_fronts_avx512(struct literal_scan *scan,
				   const struct literal_block *block)
{
	const struct fronts words = { block->begins, block->bits };

	return fronts_read(scan->fronts + scan->kept, load_block(scan), &words,
			   &scan->index->filter);
}

CPU_AVX512 static bool read_avx512(struct literal_scan *scan)
{
	return read_blocks(scan, classify_avx512, read_fronts_avx512);
}
#endif

void literal_scan_init(struct literal_scan *scan,
		       const struct literal_index *index,
		       const struct literal_index *prefixes,
		       const struct stretch *stretch)
{
	scan->index = index;
	scan->prefixes = prefixes;
	scan->fronts[0] = 0;
	scan->text = stretch->text;
	scan->len = stretch->len;
	scan->stop = stretch->end;
	scan->next = stretch->at;
	scan->hits = 0;
	scan->run = scan->carry = 0;
	scan->marks[0] = scan->marks[1] = 0;
	scan->count = scan->kept = 0;
	scan->before = LITERAL_NO_WORD;
	scan->signs = false;
}

bool literal_scan_read(struct literal_scan *scan)
{
#ifdef __x86_64__
	if (cpu_has_avx512())
		return read_avx512(scan);
	if (cpu_has_avx2())
		return read_avx2(scan);
#endif
	return read_blocks(scan, classify, read_fronts);
}

size_t literal_scan_last(const struct literal_scan *scan)
{
	const uint64_t before = scan->blocks[scan->block].begins &
				(((uint64_t)1 << scan->bit) - 1);

	return before ? scan->at - scan->bit + scan_last(before)
		      : last_word(scan, scan->block);
}

void literal_scan_bring(const struct literal_scan *scan)
{
	if (scan->prefixes)
		literal_index_bring(scan->prefixes, scan->fronts[0]);
	for (uint64_t some = scan->hits; some; some &= some - 1) {
		const struct literal_block *block =
			&scan->blocks[scan_first(some)];

		for (uint64_t hits = block->hits; hits; hits &= hits - 1) {
			const uint64_t before =
				block->begins & ((hits & -hits) - 1);

			literal_index_bring(scan->index,
					    scan->fronts[block->first +
							 scan_count(before)]);
		}
	}
}

bool literal_scan_bits(const struct literal_scan *scan, struct text_bits *bits)
{
	if (scan->kept < scan->count)
		return false;
	*bits = (struct text_bits){ .last = 0 };
	for (size_t i = 0; i < scan->count; i++)
		text_bits_add(bits, scan->fronts[i]);
	return true;
}

/* The words of a stretch of text that may be literals. */
#include "pattern/literal_scan.h"

#include "pattern/words_turn.h"

void literal_scan_init(struct literal_scan *scan, struct words words,
		       const struct literal_filter *filter)
{
	*scan = (struct literal_scan){
		.words = words,
		.filter = filter,
		.count = scan_count(words.ends),
	};
}

/* The same within the block that is being read. */
CPU_LOOP bool next_in_block(struct literal_scan *scan)
{
	struct words words = scan->words;
	const struct literal_filter *filter = scan->filter;
	size_t last_at = scan->at, last_end = scan->end, at, end;

	while (words.ends) {
		uint32_t front;

		words_take(&words, &at, &end);
		front = word_front_hash(words.text, at, end);
		if (literal_filter_passes(filter, front)) {
			scan->words = words;
			scan->last_at = last_at;
			scan->last_end = last_end;
			scan->at = at;
			scan->end = end;
			scan->front = front;
			return true;
		}
		last_at = at;
		last_end = end;
	}
	scan->words = words;
	scan->at = last_at;
	scan->end = last_end;
	return false;
}

CPU_LOOP bool next(struct literal_scan *scan, words_scanner *scanner)
{
	while (!next_in_block(scan)) {
		if (!words_turn_by(&scan->words, scanner))
			return false;
		scan->count += scan_count(scan->words.ends);
	}
	return true;
}

#ifdef __x86_64__
CPU_AVX2 static bool next_avx2(struct literal_scan *scan)
{
	return next(scan, scan_words_avx2_inline);
}
#endif

bool literal_scan_next_portable(struct literal_scan *scan)
{
	return next(scan, scan_words);
}

bool literal_scan_next(struct literal_scan *scan)
{
#ifdef __x86_64__
	if (cpu_has_avx2())
		return next_avx2(scan);
#endif
	return literal_scan_next_portable(scan);
}

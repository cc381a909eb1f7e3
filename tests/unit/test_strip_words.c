/* Words by blocks: the same as byte by byte, wherever a block ends. */
#include "support.h"

#include "base/ascii.h"
#include "pattern/literal_scan.h"

#define TEXT_MOST 4000

/* The length of what is at `at`; 0 for a byte of a word. */
static size_t gap_length(const char *text, size_t at)
{
	const unsigned char c = (unsigned char)text[at];

	if (ascii_is_alnum(c) || (c >= 0x80 && c != 0xC2 && c != 0xE2))
		return 0;
	return c == 0xC2 ? 2 : c == 0xE2 ? 3 : 1;
}

static void check_stretch(const char *text, size_t from, size_t len)
{
	struct words words;
	size_t at = from, front, tail;

	words_init(&words, text, from, len);
	while (words_next(&words, &front, &tail)) {
		while (at < front) {
			assert_true(gap_length(text, at) > 0);
			at += gap_length(text, at);
		}
		assert_true(tail > front && tail <= len);
		for (; at < tail; at++)
			assert_int_equal(gap_length(text, at), 0);
		assert_true(at == len || gap_length(text, at) > 0);
	}
	while (at < len) {
		assert_true(gap_length(text, at) > 0);
		at += gap_length(text, at);
	}
}

/* The words that a filter lets pass, each with the word before it. */
static void check_literals(const struct stretch *stretch)
{
	const char *text = stretch->text;
	const size_t from = stretch->at, len = stretch->end;
	static uint32_t starts[2];
	static struct literal_index index = { .starts = starts,
					      .bucket_count = 1 };
	struct literal_filter *filter = &index.filter;
	struct literal_scan scan;
	struct text_bits bits = { .last = 0 }, got;
	struct words words;
	size_t at, end, last = LITERAL_NO_WORD, count = 0;

	for (size_t i = 0; i < sizeof(filter->bits) / 8; i += 3)
		filter->bits[i] = 0x5A5A5A5A5A5A5A5A;
	memset(index.leads, 0xFF, sizeof(index.leads));
	words_init(&words, text, from, len);
	literal_scan_init(&scan, &index, NULL, stretch);
	while (words_next(&words, &at, &end)) {
		const uint32_t hash = word_front_hash(text, at, end);

		assert_int_equal(word_end(text, at, len), end);
		count++;
		text_bits_add(&bits, hash);
		if (literal_filter_passes(filter, hash)) {
			assert_true(literal_scan_next(&scan));
			assert_int_equal(scan.at, at);
			assert_int_equal(literal_scan_end(&scan, at), end);
			assert_int_equal(literal_scan_last(&scan), last);
		}
		last = at;
	}
	assert_false(literal_scan_next(&scan));
	assert_int_equal(scan.count, count);
	if (literal_scan_bits(&scan, &got))
		assert_memory_equal(&got, &bits, sizeof(got));
	else
		assert_true(count > LITERAL_FRONTS);
	for (const char *mark = "/@:([)"; *mark; mark++)
		assert_int_equal(literal_scan_has(&scan, *mark),
				 memchr(text + from, *mark, len - from) !=
					 NULL);
	assert_int_equal(scan.signs,
			 memchr(text + from, '\xC2', len - from) != NULL);
}

/* No word is passed over that makes a pair of the index with one beside it. */
static void check_pairs(const char *text, size_t from, size_t len)
{
	static uint32_t starts[2];
	static struct literal_index index = { .starts = starts,
					      .bucket_count = 1 };
	bool given[TEXT_MOST] = { false };
	struct literal_scan scan;
	struct words words;
	size_t at, end, last_at = 0;
	uint32_t before = 0, last = 0;

	memset(&index.filter, 0xFF, sizeof(index.filter));
	for (size_t i = 0; i < sizeof(index.leads) / sizeof(*index.leads); i++)
		index.leads[i].beside = 0x0102040810204080;
	literal_scan_init(&scan, &index, NULL,
			  &(struct stretch){ text, len, from, len });
	while (literal_scan_next(&scan))
		given[scan.at] = true;
	words_init(&words, text, from, len);
	while (words_next(&words, &at, &end)) {
		const uint32_t word = word_front_hash(text, at, end);

		if (last &&
		    literal_index_leads(&index, before, last, word, false))
			assert_true(given[last_at]);
		before = last;
		last = word;
		last_at = at;
	}
}

static void test_stretches(void **state)
{
	static const char *const parts[] = {
		"a",	    "Bridge",	      " ",
		"U.S.",	    "\xC2\xA9",	      "\xE2\x80\x94",
		"\xC3\xA9", "\xE4\xB8\xAD",   "1987",
		", ",	    "communications",
	};
	uint64_t seed = 3;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		/* some are longer than what is read at once */
		const size_t most =
			20 + (size_t)round % 300 * (round % 16 ? 1 : 13);
		char text[TEXT_MOST];
		size_t len = 0, from, stop;

		while (len < most) {
			const char *part = parts[random_below(&seed, 11)];

			memcpy(text + len, part, strlen(part));
			len += strlen(part);
		}
		from = random_below(&seed, 20);
		while (((unsigned char)text[from] & 0xC0) == 0x80)
			from--;
		stop = from + random_below(&seed, (uint32_t)(len - from + 1));
		while (stop < len && ((unsigned char)text[stop] & 0xC0) == 0x80)
			stop++;
		check_stretch(text, from, len);
		check_pairs(text, from, len);
		for (int kind = 0; kind < CPU_KINDS; kind++) {
			be_cpu((enum cpu_kind)kind);
			check_literals(
				&(struct stretch){ text, len, from, len });
			check_literals(
				&(struct stretch){ text, len, from, stop });
		}
	}
	be_cpu(CPU_OWN);
}

static uint32_t hash_of(const char *text, size_t at)
{
	return word_hash(text, at, strlen(text));
}

/* A word has one hash in any case and at any place. */
static void test_hashes(void **state)
{
	static const char *const words[] = {
		"a",
		"the",
		"Reuters",
		"subscribe",
		"ADVERTISEMENT",
		"mp3",
		"telecommunications",
		"caf\xC3\xA9",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		char small[40], later[60];

		snprintf(small, sizeof(small), "%s", words[i]);
		for (char *c = small; *c; c++)
			*c = (char)ascii_lower((unsigned char)*c);
		snprintf(later, sizeof(later), "before it %s", words[i]);
		assert_int_equal(hash_of(words[i], 0), hash_of(small, 0));
		assert_int_equal(hash_of(words[i], 0), hash_of(later, 10));
		for (size_t k = 0; k < i; k++)
			assert_true(hash_of(words[i], 0) !=
				    hash_of(words[k], 0));
	}
	assert_true(hash_of("communicated", 0) != hash_of("communications", 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stretches),
		cmocka_unit_test(test_hashes),
	};

	return cmocka_run_group_tests_name("strip_words", tests, NULL, NULL);
}

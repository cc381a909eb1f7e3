/* How gaps are seen: README.md of src/restore, steps 1 to 5. */
#include "support.h"

#include "restore/gap.h"
#include "restore/spaced_quotes.h"

#define OPEN "\xE2\x80\x9C"
#define CLOSE "\xE2\x80\x9D"
#define APOSTROPHE "\xE2\x80\x99"
#define SINGLE "\xE2\x80\x98"
#define EN "\xE2\x80\x93"
#define EM "\xE2\x80\x94"

static const struct gap_view runs = { .runs = true };
static const struct gap_view squeezed = { .runs = false };
static const struct gap_view wrapped = { .runs = true, .wrapped = true };
static const struct gap_view set_apart = { .runs = true, .set_apart = true };

/* A text of two words; the gap between them, or the one that is asked for. */
static const struct {
	const struct gap_view *view;
	const char *text;
	size_t gap;
	const char *seen;
} gaps[] = {
	{ &runs, "a b", 1, " " },
	{ &runs, "a  b", 1, "  " },
	{ &squeezed, "a  b", 1, " " },
	{ &squeezed, "a,   b", 1, ", " },
	{ &runs,
	  "a\t\xC2\xA0"
	  "b",
	  1, "  " },
	{ &runs, "a\r\n\r\nb", 1, "\n" },
	{ &runs, "a. \n \n b", 1, ". \n " },
	{ &squeezed, "a. \n \n b", 1, ".\n" },
	{ &runs, "a\xE2\x80\xA6 b", 1, "... " },
	{ &runs,
	  "a \xE2\x80\x9E"
	  "b",
	  1, " " OPEN },
	{ &runs, "a \"b", 1, " " OPEN },
	{ &runs, "a,\" b", 1, "," CLOSE " " },
	{ &runs, "a \" b", 1, " " CLOSE " " },
	{ &runs, "a'b", 1, APOSTROPHE },
	{ &runs, "a 'b", 1, " " SINGLE },
	{ &runs, "a' b", 1, APOSTROPHE " " },
	{ &runs, "a \"'b", 1, " " OPEN SINGLE },
	{ &runs, "a -- b", 1, " - " },
	{ &runs, "a--b", 1, EM },
	{ &runs, "a" EN "b", 1, "-" },
	{ &runs, "a " EM " b", 1, " - " },
	{ &runs, "a" EM "b", 1, EM },
	{ &runs, "a b", 0, " " },
	{ &runs, "\n\n a b", 0, "  " },
	{ &runs, "\"a b", 0, " " OPEN },
	{ &runs, "a b", 2, "\n" },
	{ &runs, "a b.\n\n", 2, ".\n" },
	{ &runs, "a b.  \n ", 2, ".  \n" },
	{ &wrapped, "a\nb", 1, " " },
	{ &wrapped, "a,\nb", 1, ", " },
	{ &wrapped, "a.\n   b", 1, ".\n   " },
	{ &wrapped, "a.\n    b", 1, ".\n" },
	{ &runs, "a    b", 1, "    " },
	{ &runs, "   a b", 0, "    " },
	{ &runs, "    a b", 0, " " },
	{ &wrapped, "a.\n\nb", 1, ".\n" },
	{ &set_apart, "a , b", 1, ", " },
	{ &set_apart, "a . \" b", 1, "." CLOSE " " },
};

static void test_gaps(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(gaps) / sizeof(*gaps); i++) {
		struct words words;
		struct seen_gap seen;

		assert_true(words_split(&words, gaps[i].text,
					strlen(gaps[i].text)));
		assert_int_equal(words.count, 2);
		gap_see(&seen, gaps[i].view, &words, gaps[i].gap);
		if (seen.len != strlen(gaps[i].seen) ||
		    memcmp(seen.text, gaps[i].seen, seen.len))
			fail_msg("row %zu: \"%.*s\"", i, (int)seen.len,
				 seen.text);
		assert_false(seen.too_long);
		words_release(&words);
	}
}

/* Straight marks between spaces, as their turn tells; O opens, C closes. */
static void test_set_apart_quotes(void **state)
{
	static const struct {
		const char *text, *turns;
	} texts[] = {
		{ "in vain . \" Today we go , \" he said", "OC" },
		{ "\" No , \" said she . \" Yes . \"", "OCOC" },
		{ "\"No,\" said she", "OC" },
		{ "a \" mark alone .\n\n\" And one more \"", "OOC" },
		{ "a \" mark alone , \" she said , \" Go", "OCO" },
		{ "San \" A , and Go , \" added he . \" Go , \" x", "OCOC" },
		{ "the \" . Then \" x", "CO" },
		{ "the 6 \" pipe ; he said : \" Go . \"", "OOC" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		const char *text = texts[i].text, *turn = texts[i].turns;
		unsigned char bits[16] = { 0 };

		spaced_quotes_read(text, strlen(text), bits);
		for (size_t k = 0; text[k]; k++) {
			const bool opens = bits[k / 8] >> k % 8 & 1;

			if (text[k] == '"')
				assert_int_equal(opens, *turn++ == 'O');
			else
				assert_false(opens);
		}
	}
}

/* Between marks that are set apart, spaces inside quotations do not count. */
static void test_set_apart_gap(void **state)
{
	const char *text = "a . \" b . \" c";
	unsigned char bits[8] = { 0 };
	struct gap_view view = set_apart;
	struct words words;
	struct seen_gap seen;

	(void)state;
	spaced_quotes_read(text, strlen(text), bits);
	view.quotes = bits;
	assert_true(words_split(&words, text, strlen(text)));
	gap_see(&seen, &view, &words, 1);
	assert_memory_equal(seen.text, ". " OPEN, seen.len);
	gap_see(&seen, &view, &words, 2);
	assert_memory_equal(seen.text, "." CLOSE " ", seen.len);
	words_release(&words);
}

/* A gap that no class is like is cut, never overrun. */
static void test_long_gap(void **state)
{
	char text[400] = "a";
	struct words words;
	struct seen_gap seen;

	(void)state;
	memset(text + 1, '.', 300);
	text[301] = 'b';
	for (size_t gap = 0; gap <= 2; gap++) {
		assert_true(words_split(&words, text, 302));
		gap_see(&seen, &runs, &words, gap);
		assert_true(seen.too_long == (gap == 1));
		assert_true(seen.count <= GAP_POINTS);
		words_release(&words);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_gaps),
		cmocka_unit_test(test_long_gap),
		cmocka_unit_test(test_set_apart_quotes),
		cmocka_unit_test(test_set_apart_gap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The survey against a slow count of the same facts. */
#define _DEFAULT_SOURCE
#include "support.h"

#include <sys/mman.h>
#include <unistd.h>

#include "edit/examine.h"

static struct survey survey_of(const char *text)
{
	struct survey survey;

	survey_text(&survey, text, strlen(text));
	return survey;
}

static void test_counts(void **state)
{
	const struct survey s = survey_of(
		"Mr. Ray  said \xE2\x80\x9Cno.\xE2\x80\x9D He left.But , U. S. "
		"law\tstays.  All   of it \n\n\n it\xE2\x80\x99s\n");

	(void)state;
	assert_int_equal(s.open_double, 1);
	assert_int_equal(s.close_double, 1);
	assert_int_equal(s.close_single, 1);
	assert_int_equal(s.runs[2], 2);
	assert_int_equal(s.runs[3], 1);
	assert_int_equal(s.before_mark, 1);
	assert_int_equal(s.after_mark, 1);
	assert_int_equal(s.spaced_initials, 1);
	assert_int_equal(s.sentence_ends_wide, 1);
	assert_int_equal(s.trailing, 1);
	assert_int_equal(s.leading, 1);
	assert_int_equal(s.lines, 2);
	assert_int_equal(s.blank_lines, 2);
	assert_int_equal(s.blank_runs, 1);
	assert_true(survey_saw(&s, SEEN_TAB));
	assert_false(survey_saw(&s, SEEN_CONTROL));
}

static void test_spaced_heads(void **state)
{
	static const struct {
		const char *text;
		uint32_t count;
	} rows[] = {
		{ "S P O R T S", 1 }, { "  S   P\nWords.\nA B\n", 2 },
		{ "S P", 1 },	      { "A pier", 0 },
		{ "A Pier", 0 },      { "SP O", 0 },
		{ "S", 0 },	      { "S\nP", 0 },
		{ "S P.", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(survey_of(rows[i].text).spaced_heads,
				 rows[i].count);
}

/* What is only seen is counted nowhere, but as a point above ASCII. */
/* Lines of a screen: 40 to 100 columns, of ideographs 30 or more. */
static void test_wrapped_lines(void **state)
{
	static const struct {
		const char *letter;
		size_t count;
		const char *next;
		uint32_t wrapped;
	} rows[] = {
		{ "a", 39, "\nb", 0 },
		{ "a", 40, "\nb", 1 },
		{ "a", 100, "\nb", 1 },
		{ "a", 101, "\nb", 0 },
		{ "\u0434", 39, "\n\u0434", 0 },
		{ "\u0434", 40, "\n\u0434", 1 },
		{ "\u0434", 100, "\nb", 1 },
		{ "\u0434", 101, "\nb", 0 },
		{ "\u5B57", 29, "\n\u5B57", 0 },
		{ "\u5B57", 30, "\n\u5B57", 1 },
		{ "\u5B57", 100, "\nb", 1 },
		{ "\u5B57", 101, "\nb", 0 },
		{ "a", 60, "\n- b", 0 },
		{ "a", 60, "\n", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char text[512] = "";

		for (size_t k = 0; k < rows[i].count; k++)
			strcat(text, rows[i].letter);
		strcat(text, rows[i].next);
		if (survey_of(text).wrapped_lines != rows[i].wrapped)
			fail_msg("%zu of %s", rows[i].count, rows[i].letter);
	}
}

static void test_seen_only(void **state)
{
	static const char *const texts[] = {
		"\xC2\x85", "\u00A0", "\u00AC", "\u00AD", "\u061C", "\u1680",
		"\u180E",   "\u2000", "\u200A", "\u200B", "\u200F", "\u2010",
		"\u2028",   "\u2029", "\u202A", "\u202E", "\u202F", "\u205F",
		"\u2060",   "\u206F", "\u3000", "\uFB00", "\uFB06", "\uFEFF",
		"\uFFF9",   "\uFFFC", "\uFFFD",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		const struct survey s = survey_of(texts[i]);

		assert_int_equal(s.len, strlen(texts[i]));
		assert_int_equal(s.high, 1);
		assert_int_equal(s.quotes_other, 0);
		assert_true(s.seen);
	}
}

/* Runs of spaces, also across the blocks of 64 bytes. */
static void test_runs(void **state)
{
	(void)state;
	for (size_t before = 0; before < 140; before++) {
		for (size_t run = 1; run < 140; run += 1 + run / 9) {
			char text[400];
			struct survey s;

			memset(text, 'a', sizeof(text));
			memset(text + before, ' ', run);
			examine_text(&s, text, before + run + 70, NULL);
			for (size_t n = 1; n <= SURVEY_RUNS; n++)
				assert_int_equal(s.runs[n],
						 n == (run < 8 ? run : 8));
		}
	}
}

/* Letters above ASCII are of the line that they are in, wherever blocks end. */
static void test_lowered(void **state)
{
	(void)state;
	for (size_t before = 0; before < 140; before++) {
		char text[600] = "";

		memset(text, '\n', before);
		for (int i = 0; i < 70; i++)
			strcat(text, "\u0436");
		strcat(text, "\u0416\n");
		for (int i = 0; i < 70; i++)
			strcat(text, "\u0436");
		strcat(text, "\n");
		assert_int_equal(survey_of(text).lowered_lines, 1);
	}
}

static void test_seen(void **state)
{
	static const struct {
		const char *text;
		uint32_t seen;
	} rows[] = {
		{ "plain text.", 0 },
		{ "a\rb", SEEN_CR },
		{ "a\x01"
		  "b",
		  SEEN_CONTROL },
		{ "R&D", SEEN_AMPERSAND },
		{ "a < b", SEEN_LESS },
		{ "said -LRB- so", SEEN_BRACKET_TOKEN },
		{ "a\xC2\xA0"
		  "b",
		  SEEN_SPACE_EXOTIC | SEEN_HIGH },
		{ "a\xE2\x80\x8B"
		  "b",
		  SEEN_INVISIBLE | SEEN_HIGH },
		{ "\xEF\xBB\xBF"
		  "a",
		  SEEN_INVISIBLE | SEEN_HIGH | SEEN_COMPOSE },
		{ "caf\xC3\xA9", SEEN_LATIN_LEAD | SEEN_HIGH },
		{ "cafe\xCC\x81", SEEN_COMPOSE | SEEN_HIGH },
		{ "``so''", SEEN_DOUBLE_TICK },
		{ "a quot; b", SEEN_SEMICOLON_ENTITY },
		{ "\xE2\x80\x9Cso\xE2\x80\x9D", SEEN_HIGH },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(survey_of(rows[i].text).seen, rows[i].seen);
}

/* Times before lines, which may be those of a chat. */
static void test_clocks(void **state)
{
	static const struct {
		const char *text;
		bool clock;
	} rows[] = {
		{ "[12:03] so", true },	  { "[1:03] so", true },
		{ "12:03 so", true },	  { "1:03 so", true },
		{ "[x12:03] so", false }, { "[1203] so", false },
		{ "12: so", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct survey s = survey_of(rows[i].text);

		assert_int_equal(survey_saw(&s, SEEN_FRAME), rows[i].clock);
	}
}

/* A text of pieces that the survey counts, at random places of blocks. */
static size_t random_text(char *text, uint64_t *seed)
{
	static const char *const parts[] = {
		"a",
		" ",
		"B",
		"ab",
		". ",
		".",
		"?",
		",",
		";",
		":",
		"'",
		"\"",
		"s",
		"t ",
		"\n",
		"  ",
		"(",
		")",
		"[",
		"1",
		"-",
		"$ 5",
		"U. S.",
		"p. m.",
		"n't ",
		" 's ",
		"_",
		"&",
		"said",
		"Word",
		"\xE2\x80\x99",
		"\xE2\x80\x9D",
		"\xC3\xA9",
		"\xC2\xA0",
		"\xE2\x80\x9C",
	};
	const size_t count = sizeof(parts) / sizeof(*parts);
	const size_t most = 1 + random_below(seed, 500);
	const uint32_t few = random_below(seed, 2) ? 5 : (uint32_t)count;
	size_t len = 0;

	while (len < most) {
		const char *part = parts[random_below(
			seed, random_below(seed, 4) ? few : (uint32_t)count)];

		memcpy(text + len, part, strlen(part));
		len += strlen(part);
	}
	return len;
}

/* The byte `n` before text[at]; 0 where there is none. */
static char back(const char *text, size_t at, size_t n)
{
	return at >= n ? text[at - n] : '\0';
}

static bool is_stop(char c)
{
	return c == '.' || c == '?' || c == '!';
}

static bool is_pause(char c)
{
	return c == ',' || c == ';' || c == ':';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_odd(char c)
{
	return c == '"' || c == '\'' || c == '&';
}

/* A few facts, counted byte by byte. */
static void count_slowly(struct survey *slow, const char *text, size_t at)
{
	const char c = text[at], c1 = back(text, at, 1), c2 = back(text, at, 2),
		   c3 = back(text, at, 3), c5 = back(text, at, 5);
	const bool quoted = (unsigned char)c3 >= 0xC0 &&
			    is_stop(back(text, at, 4)) && is_lower(c5);

	slow->capitals +=
		is_lower(c) && is_upper(c1) && !is_lower(c2) && !is_upper(c2);
	slow->joined +=
		is_lower(c) && is_upper(c1) &&
		((is_lower(c2) && is_lower(c3)) ||
		 (is_upper(c2) && is_upper(c3) && is_upper(back(text, at, 4))));
	slow->before_mark += (is_stop(c) || is_pause(c)) && c1 == ' ';
	slow->inside_bracket += c == ' ' && (c1 == '(' || c1 == '[');
	slow->inside_bracket += (c == ')' || c == ']') && c1 == ' ';
	slow->sentence_ends +=
		is_upper(c) && c1 == ' ' && is_stop(c2) && is_lower(c3);
	slow->sentence_ends_wide +=
		is_upper(c) && c1 == ' ' && c2 == ' ' && is_stop(c3);
	slow->after_pause +=
		(is_lower(c) || is_upper(c)) && is_pause(c1) && is_lower(c2);
	slow->digits_separated += c == '1' && c1 == ' ' && is_pause(c2) &&
				  (c3 == '1' || c3 == '5');
	slow->leading += c == ' ' && (!at || c1 == '\n');
	slow->trailing += c == '\n' && c1 == ' ';
	slow->after_mark +=
		is_upper(c) &&
		((is_stop(c1) && (is_lower(c2) || c2 == ')' || c2 == ']')) ||
		 (is_stop(c2) && is_odd(c1) && is_lower(c3)) || quoted);
	slow->after_mark += (c == '(' || c == '[') && quoted;
}

static void compare_slowly(const struct survey *got, const char *text,
			   size_t len)
{
	struct survey slow = { 0 };

	for (size_t at = 0; at < len; at++)
		count_slowly(&slow, text, at);
	slow.trailing += text[len - 1] == ' ';
	assert_int_equal(got->capitals, slow.capitals);
	assert_int_equal(got->joined, slow.joined);
	assert_int_equal(got->before_mark, slow.before_mark);
	assert_int_equal(got->inside_bracket, slow.inside_bracket);
	assert_int_equal(got->sentence_ends, slow.sentence_ends);
	assert_int_equal(got->sentence_ends_wide, slow.sentence_ends_wide);
	assert_int_equal(got->after_pause, slow.after_pause);
	assert_int_equal(got->after_mark, slow.after_mark);
	assert_int_equal(got->digits_separated, slow.digits_separated);
	assert_int_equal(got->leading, slow.leading);
	assert_int_equal(got->trailing, slow.trailing);
}

/* Any machine counts the same, and what a byte-by-byte count does. */
static void test_ways(void **state)
{
	uint64_t seed = 11;
	char text[600];

	(void)state;
	for (int round = 0; round < 5000; round++) {
		const size_t len = random_text(text, &seed);
		struct survey got, portable;

		survey_text(&got, text, len);
		survey_portable(&portable, text, len);
		assert_memory_equal(&got, &portable, sizeof(got));
		compare_slowly(&got, text, len);
	}
}

/* Whatever a text ends with, nothing after it is read: that ends the test. */
static void test_ends(void **state)
{
	static const size_t lengths[] = { 2, 33, 64, 65 };
	const size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *room = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	struct survey survey;

	(void)state;
	assert_true(room != MAP_FAILED);
	memset(room, 'a', page);
	assert_int_equal(mprotect(room + page, page, PROT_NONE), 0);
	for (int pair = 0; pair < 128 * 128; pair++) {
		room[page - 2] = (char)(pair / 128);
		room[page - 1] = (char)(pair % 128);
		for (size_t i = 0; i < 4; i++) {
			const char *text = room + page - lengths[i];

			survey_text(&survey, text, lengths[i]);
			survey_portable(&survey, text, lengths[i]);
		}
	}
	assert_int_equal(munmap(room, 2 * page), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_wrapped_lines),
		cmocka_unit_test(test_seen_only),
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_lowered),
		cmocka_unit_test(test_seen),
		cmocka_unit_test(test_clocks),
		cmocka_unit_test(test_ways),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_spaced_heads),
	};

	return cmocka_run_group_tests_name("survey", tests, NULL, NULL);
}

/* The casing conditions. */
#include "edit/condition.h"

#include <string.h>

#include "base/ascii.h"

/* Fewer words than this say nothing about an article. */
#define WORDS_LEAST 20

/* Letters of a paragraph that is judged by itself. */
#define PART_LETTERS 120

/* Of a hundred words of English news at least so many are common ones. */
#define COMMON_LEAST 10

/* What the second look counts. Letters are ASCII's. */
struct look {
	size_t words, lower, upper;
	size_t common;	    /* frequent English words */
	size_t clitics;	    /* "didn t", "kerry s": the mark is a space */
	size_t apostrophes; /* before or inside words */
	size_t quotes;	    /* double, or single and not apostrophes */
	size_t stops;	    /* . , ; : ? ! in gaps */
	size_t soft;	    /* hyphens, brackets, signs in gaps */
	size_t wide;	    /* gaps that hold two spaces in a row */
	size_t odd_wide;    /* those that are no sentence end */
	size_t sentences;   /* gaps that part two sentences */
};

/* A word of up to four letters as a number, lower-cased. */
static uint32_t pack(const char *word, size_t len)
{
	uint32_t packed = 0;

	for (size_t i = 0; i < len; i++)
		packed = packed << 8 | ascii_lower((unsigned char)word[i]);
	return packed;
}

#define P2(a, b) ((uint32_t)(a) << 8 | (b))
#define P3(a, b, c) (P2(a, b) << 8 | (c))
#define P4(a, b, c, d) (P3(a, b, c) << 8 | (d))

/* Words that English news cannot do without and its neighbours lack. */
static const uint32_t common_words[] = {
	P3('t', 'h', 'e'),	P2('o', 'f'),		P2('t', 'o'),
	P3('a', 'n', 'd'),	P4('t', 'h', 'a', 't'), P3('f', 'o', 'r'),
	P4('w', 'i', 't', 'h'), P3('h', 'i', 's'),	P4('f', 'r', 'o', 'm'),
	P4('s', 'a', 'i', 'd'), P4('h', 'a', 'v', 'e'), P4('t', 'h', 'e', 'y'),
	P4('b', 'e', 'e', 'n'), P2('b', 'y'),		P3('w', 'h', 'o'),
	P4('t', 'h', 'i', 's'), P3('w', 'a', 's'),	P2('i', 's'),
	P2('i', 't'),		P2('b', 'e'),		P3('a', 'r', 'e'),
	P3('n', 'o', 't'),	P2('h', 'e'),		P2('o', 'n'),
	P3('h', 'e', 'r'),	P3('s', 'h', 'e'),	P3('h', 'a', 'd'),
	P3('h', 'a', 's'),	P3('b', 'u', 't'),	P4('w', 'e', 'r', 'e'),
	P4('w', 'i', 'l', 'l'), P4('m', 'o', 'r', 'e'), P4('w', 'h', 'e', 'n'),
	P4('t', 'h', 'a', 'n'), P4('w', 'h', 'a', 't'), P4('i', 'n', 't', 'o'),
};

static bool is_common(uint32_t packed)
{
	const size_t count = sizeof(common_words) / sizeof(*common_words);

	for (size_t i = 0; i < count; i++) {
		if (common_words[i] == packed)
			return true;
	}
	return false;
}

/* s, t, d, m, re, ve, ll: what an apostrophe joins to the word before it. */
static bool is_clitic(uint32_t packed, char before)
{
	switch (packed) {
	case 't':
		return before == 'n' || before == 'N';
	case 's':
	case 'm':
	case 'd':
	case P2('r', 'e'):
	case P2('v', 'e'):
	case P2('l', 'l'):
		return ascii_is_letter((unsigned char)before);
	}
	return false;
}

static bool is_word_byte(unsigned char c)
{
	return ascii_is_alnum(c);
}

/* Dashes and quotation marks, U+2010 to U+201F: E2 80 90 to E2 80 9F. */
static bool is_high_mark(const char *text, size_t len, size_t at)
{
	return at + 2 < len && !memcmp(text + at, "\xE2\x80", 2) &&
	       (unsigned char)text[at + 2] - 0x90u < 16;
}

static void see_high_mark(struct look *look, unsigned char last, bool inside)
{
	if (last < 0x98)
		look->soft++;
	else if (last < 0x9C && inside)
		look->apostrophes++;
	else
		look->quotes++;
}

static void see_mark(struct look *look, const char *text, size_t at, size_t end)
{
	const unsigned char c = (unsigned char)text[at];

	if (strchr(".,;:?!", (char)c))
		look->stops++;
	else if (c == '"' || c == '`')
		look->quotes++;
	else if (c == '\'')
		look->apostrophes++;
	else if (strchr("-()[]$%&/", (char)c))
		look->soft++;
	else if (is_high_mark(text, end, at))
		see_high_mark(look, (unsigned char)text[at + 2], at + 3 == end);
}

/* Wide spaces that no sentence end explains: ",  ", "said  the". */
static bool is_odd_wide(const char *text, size_t at, size_t end)
{
	return text[at] == ',' ? end - at == 3 : end - at == 2;
}

static void see_gap(struct look *look, const char *text, size_t at, size_t end)
{
	bool wide = false;

	for (size_t i = at; i < end; i++) {
		if (text[i] == ' ')
			wide |= i > at && text[i - 1] == ' ';
		else if (text[i] != '\n')
			see_mark(look, text, i, end);
	}
	look->wide += wide;
	look->sentences += end - at >= 2 && end - at <= 3 &&
			   strchr(".?!", text[at]) && text[end - 1] == ' ';
	look->odd_wide += wide && is_odd_wide(text, at, end);
}

static void see_word(struct look *look, const char *text, size_t at, size_t end,
		     size_t gap_at)
{
	uint32_t packed;

	look->words++;
	if (end - at > 4)
		return;
	packed = pack(text + at, end - at);
	look->common += is_common(packed);
	if (gap_at && at - gap_at == 1 && text[gap_at] == ' ' &&
	    is_clitic(packed, text[gap_at - 1]))
		look->clitics++;
}

/* Add what a text or a line of it holds. */
static void look_at(struct look *look, const char *text, size_t len)
{
	size_t gap_at = 0, at = 0;

	while (at < len) {
		size_t end = at;

		while (end < len && is_word_byte((unsigned char)text[end])) {
			look->lower += ascii_is_lower((unsigned char)text[end]);
			look->upper += ascii_is_upper((unsigned char)text[end]);
			end++;
		}
		if (end == at) {
			at++;
			continue;
		}
		see_gap(look, text, gap_at, at);
		see_word(look, text, at, end, gap_at);
		gap_at = at = end;
	}
	see_gap(look, text, gap_at, len);
}

static uint32_t kept_marks(const struct look *look)
{
	const size_t soft = look->soft + look->quotes + look->apostrophes;
	const bool gone = (look->stops + soft) * 50 < look->words;
	const bool some =
		soft * 500 < look->words &&
		(look->clitics || look->odd_wide || look->words > 150);
	uint32_t found = gone ? CONDITION_MARKS_GONE : 0;

	if (!gone && some)
		found = CONDITION_MARKS_SOME;
	if (look->wide > look->words / 100)
		found |= CONDITION_RUNS_KEPT;
	return found;
}

/*
 * An apostrophe became a space, or the marks of a quotation did, and none is
 * left that would speak against it; or both did, more often than any is left
 * (quoted posts and names may keep theirs).
 */
static bool quotes_are_lost(const struct look *look)
{
	const size_t left = look->apostrophes + look->quotes;

	const size_t lost = look->clitics + look->odd_wide;

	if (look->clitics >= 3 &&
	    (look->clitics > look->apostrophes || lost > left))
		return true;
	if (look->clitics && look->odd_wide >= 4 && lost > 2 * left)
		return true;
	return !look->apostrophes && !look->quotes &&
	       (look->clitics || look->odd_wide > 1);
}

static uint32_t judge(const struct look *look)
{
	uint32_t found = 0;

	if (look->upper * 200 < look->lower)
		found = CONDITION_LOWERCASED | kept_marks(look);
	else if (look->lower * 20 < look->upper)
		found = CONDITION_UPPERCASED | kept_marks(look);
	else if (quotes_are_lost(look))
		found = CONDITION_QUOTES_LOST |
			(kept_marks(look) & CONDITION_RUNS_KEPT);
	if (!found)
		return 0;
	if (look->words < WORDS_LEAST)
		found |= CONDITION_SHORT;
	else if (look->common * 100 < look->words * COMMON_LEAST)
		found |= CONDITION_FOREIGN;
	return found;
}

/* Whether the counts leave it open that something was lost. */
static bool is_suspect(const struct survey *survey)
{
	const bool low = (uint64_t)survey->upper * 100 < survey->lower;
	const bool high = survey->lower < survey->upper;
	const uint32_t apostrophes =
		survey->straight_single + survey->close_single;
	const uint32_t quotes = apostrophes + survey->straight_double +
				survey->close_double + survey->open_double;
	const bool wide = survey->runs[2] + survey->runs[3] > 1;

	return low || high || (wide && (!quotes || survey->clitics)) ||
	       (survey->clitics && survey->clitics > apostrophes);
}

/*
 * A paragraph of one case in a cased article: a list item or a notice in
 * capitals is no damage, several sentences or words without a mark are.
 */
uint32_t condition_of_part(const char *text, size_t len)
{
	struct look look = { 0 };
	uint32_t found;

	look_at(&look, text, len);
	if (look.lower + look.upper < PART_LETTERS ||
	    (look.lower && look.upper))
		return 0;
	found = judge(&look);
	if (found & (CONDITION_SHORT | CONDITION_FOREIGN))
		return 0;
	if (found & CONDITION_UPPERCASED)
		return look.sentences > 2 ? found : 0;
	return look.sentences > 1 || found & CONDITION_MARKS_GONE ? found : 0;
}

/*
 * Look at the lines that are no parts of their own; false when there is no
 * such part.
 */
static bool look_around_parts(struct look *rest, const char *text, size_t len)
{
	size_t at = 0;
	bool found = false;

	while (at < len) {
		const char *line_end = memchr(text + at, '\n', len - at);
		const size_t end = line_end ? (size_t)(line_end - text) : len;

		if (end - at >= PART_LETTERS &&
		    condition_of_part(text + at, end - at))
			found = true;
		else
			look_at(rest, text + at, end - at);
		at = end + 1;
	}
	return found;
}

/* Paragraphs of one case do not speak for the cased rest. */
static uint32_t judge_parts(const char *text, size_t len, uint32_t whole)
{
	struct look rest = { 0 };

	if (whole & (CONDITION_LOWERCASED | CONDITION_UPPERCASED) ||
	    !look_around_parts(&rest, text, len))
		return whole;
	whole = judge(&rest);
	return whole & CONDITION_CASING ? whole : CONDITION_PARTS;
}

void condition_casing(struct survey *survey, const char *text, size_t len)
{
	uint32_t found = 0;

	if (is_suspect(survey)) {
		struct look look = { 0 };

		look_at(&look, text, len);
		found = judge(&look);
	}
	if (survey->lowered_lines + survey->raised_lines)
		found = judge_parts(text, len, found);
	survey->conditions |= found;
}

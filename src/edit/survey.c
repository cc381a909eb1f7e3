/*
 * The survey: blocks of 64 bytes as bit masks, counted by shifting them
 * against each other. Only line ends, odd bytes, wide runs of spaces and code
 * points above ASCII are looked at one by one.
 */
#include "edit/survey.h"

#include <string.h>

#include "base/scan.h"
#include "base/utf8.h"
#include "edit/quote_watch.h"
#include "edit/traces.h"
#include "unicode/props.h"

struct surveyor {
	struct survey *survey;
	const char *text;
	size_t len;
	struct scan now, before; /* this block and the one before it */
	size_t run;		 /* spaces that end where the block starts */
	size_t line_start;
	uint32_t line_lower, line_upper; /* counts at the line's start */
	size_t blank_run;
	struct quote_watch curly, straight;
};

/* A mask moved up by n, filled from the block before. */
#define SHIFT(s, member, n)                                                    \
	((s)->now.member << (n) | (s)->before.member >> (64 - (n)))

static void see_run(struct survey *survey, size_t length)
{
	survey->runs[length < SURVEY_RUNS ? length : SURVEY_RUNS]++;
}

/* Runs of spaces; a run may begin in an earlier block. */
static void count_runs(struct surveyor *s)
{
	uint64_t spaces = s->now.space;

	if (!s->run && !(spaces & spaces << 1) && !(spaces >> 63)) {
		s->survey->runs[1] += scan_count(spaces);
		return;
	}
	if (s->run) {
		const unsigned more = ~spaces ? scan_first(~spaces) : 64;

		s->run += more;
		if (more == 64)
			return;
		see_run(s->survey, s->run);
		s->run = 0;
		spaces &= ~(uint64_t)0 << more;
	}
	while (spaces) {
		const unsigned from = scan_first(spaces);
		const uint64_t after = ~(spaces >> from);
		const unsigned length = after ? scan_first(after) : 64;

		if (from + length == 64) {
			s->run = length;
			return;
		}
		see_run(s->survey, length);
		spaces &= ~(uint64_t)0 << (from + length);
	}
}

/* Where tokens have a space between them that are written as one. */
static inline __attribute__((always_inline)) uint64_t
parted_tokens(const struct surveyor *s)
{
	const struct scan *now = &s->now;
	/* "Romney 's", "India \u2019s" and what looks like them */
	const uint64_t suffix = SHIFT(s, lower, 1) &
				((SHIFT(s, odd, 2) & SHIFT(s, space, 3)) |
				 (SHIFT(s, lead, 4) & SHIFT(s, space, 5))) &
				~(now->lower | now->upper);

	/* "$ 5" and what looks like it */
	const uint64_t sign =
		now->digit & SHIFT(s, space, 1) &
		~(SHIFT(s, lower, 2) | SHIFT(s, upper, 2) | SHIFT(s, space, 2) |
		  SHIFT(s, digit, 2) | SHIFT(s, pause, 2) | SHIFT(s, stop, 2) |
		  SHIFT(s, close, 2) | SHIFT(s, newline, 2) |
		  SHIFT(s, dash, 2));

	/* "do n't", "do n\u2019t" and what looks like it */
	const uint64_t negation =
		SHIFT(s, lower, 1) &
		((SHIFT(s, odd, 2) & SHIFT(s, lower, 3) & SHIFT(s, space, 4)) |
		 (SHIFT(s, lead, 4) & SHIFT(s, lower, 5) &
		  SHIFT(s, space, 6))) &
		~(now->lower | now->upper);
	/* "$2. 7 trillion" and what looks like it */
	const uint64_t amount = now->digit & SHIFT(s, space, 1) &
				SHIFT(s, dot, 2) & SHIFT(s, digit, 3);

	return suffix | negation | sign | amount;
}

/* Inlined, so that the popcnt instruction is used where there is one. */
static inline __attribute__((always_inline)) void
count_masks(struct surveyor *s)
{
	struct survey *survey = s->survey;
	const struct scan *now = &s->now;
	const uint64_t marks = now->stop | now->pause;
	const uint64_t letter_2 = SHIFT(s, lower, 2) | SHIFT(s, upper, 2);
	const uint64_t letter_5 = SHIFT(s, lower, 5) | SHIFT(s, upper, 5);
	/* "U. S" and "p. m", before the second period. */
	const uint64_t initials = SHIFT(s, space, 2) & SHIFT(s, dot, 3) &
				  ((SHIFT(s, upper, 1) & SHIFT(s, upper, 4)) |
				   (SHIFT(s, lower, 1) & SHIFT(s, lower, 4)));
	const uint64_t space_1 = SHIFT(s, space, 1);
	const uint64_t space_2 = SHIFT(s, space, 2);

	/* "said.But", 'said."But', "said.\u201DBut" */
	const uint64_t glued =
		(SHIFT(s, stop, 1) & SHIFT(s, lower, 2)) |
		(SHIFT(s, stop, 2) & SHIFT(s, odd, 1) & SHIFT(s, lower, 3)) |
		(SHIFT(s, stop, 4) & SHIFT(s, lead, 3) & SHIFT(s, lower, 5)) |
		(SHIFT(s, stop, 1) & SHIFT(s, close, 2));

	survey->lower += scan_count(now->lower);
	survey->upper += scan_count(now->upper);
	survey->digits += scan_count(now->digit);
	survey->marks += scan_count(marks);
	survey->capitals +=
		scan_count(now->lower & SHIFT(s, upper, 1) & ~letter_2);
	survey->before_mark += scan_count(marks & space_1);
	survey->inside_bracket += scan_count(now->space & SHIFT(s, open, 1));
	survey->inside_bracket += scan_count(now->close & space_1);
	survey->after_mark += scan_count(now->upper & glued);
	survey->joined += scan_count(now->lower & SHIFT(s, upper, 1) &
				     SHIFT(s, lower, 2) & SHIFT(s, lower, 3) &
				     SHIFT(s, lower, 4) & SHIFT(s, lower, 5));
	survey->after_pause +=
		scan_count((now->lower | now->upper) & SHIFT(s, pause, 1) &
			   SHIFT(s, lower, 2));
	survey->parted += scan_count(parted_tokens(s));
	survey->sentence_ends += scan_count(
		now->upper & space_1 & SHIFT(s, stop, 2) & SHIFT(s, lower, 3));
	survey->sentence_ends_wide +=
		scan_count(now->upper & space_1 & space_2 & SHIFT(s, stop, 3));
	survey->spaced_initials += scan_count(now->dot & initials & ~letter_5);
	survey->trailing += scan_count(now->newline & space_1);
	survey->leading += scan_count(now->space & SHIFT(s, newline, 1));
}

static const struct {
	uint32_t seen;
	size_t counter; /* offset in struct survey; 0: none */
} odd_bytes[128] = {
	['\t'] = { SEEN_TAB, 0 },
	['\r'] = { SEEN_CR, 0 },
	['&'] = { SEEN_AMPERSAND, 0 },
	['<'] = { SEEN_LESS, 0 },
	['\\'] = { SEEN_BACKSLASH, 0 },
	['#'] = { SEEN_HASH, 0 },
	['"'] = { 0, offsetof(struct survey, straight_double) },
	['\''] = { 0, offsetof(struct survey, straight_single) },
	['`'] = { 0, offsetof(struct survey, backtick) },
};

static void bump(struct survey *survey, size_t counter)
{
	++*(uint32_t *)((char *)survey + counter);
}

static void see_odd(struct surveyor *s, size_t at)
{
	const unsigned char c = (unsigned char)s->text[at];

	if (c == '"')
		s->survey->seen |= trace_of_quote(s->text, at);
	if (odd_bytes[c].counter) {
		bump(s->survey, odd_bytes[c].counter);
		if (c != '`')
			quote_watch_straight(&s->straight, s->text, s->len, at);
		if (c != '"' && at + 1 < s->len && s->text[at + 1] == (char)c)
			s->survey->seen |= SEEN_DOUBLE_TICK;
	} else {
		s->survey->seen |=
			odd_bytes[c].seen ? odd_bytes[c].seen : SEEN_CONTROL;
	}
}

/* Code points from U+0080 that mean something: ranges in ascending order. */
static const struct {
	uint32_t first, last;
	uint32_t seen;
	size_t counter;
} high_ranges[] = {
	{ 0x0080, 0x009F, SEEN_CONTROL | SEEN_LATIN_LEAD | SEEN_MOJIBAKE, 0 },
	{ 0x00A0, 0x00A0, SEEN_SPACE_EXOTIC, 0 },
	{ 0x00AB, 0x00AB, SEEN_LATIN_LEAD | SEEN_MOJIBAKE,
	  offsetof(struct survey, quotes_other) },
	{ 0x00AD, 0x00AD, SEEN_INVISIBLE, 0 },
	{ 0x00B4, 0x00B4, SEEN_LATIN_LEAD | SEEN_MOJIBAKE,
	  offsetof(struct survey, quotes_other) },
	{ 0x00BB, 0x00BB, SEEN_LATIN_LEAD | SEEN_MOJIBAKE,
	  offsetof(struct survey, quotes_other) },
	{ 0x00A1, 0x00FF, SEEN_LATIN_LEAD | SEEN_MOJIBAKE, 0 },
	{ 0x0100, 0x017F, SEEN_MOJIBAKE, 0 },
	{ 0x0192, 0x0192, SEEN_MOJIBAKE, 0 },
	{ 0x0370, 0x0491, SEEN_MOJIBAKE, 0 },
	{ 0x061C, 0x061C, SEEN_INVISIBLE, 0 },
	{ 0x1680, 0x1680, SEEN_SPACE_EXOTIC, 0 },
	{ 0x180E, 0x180E, SEEN_INVISIBLE, 0 },
	{ 0x2000, 0x200A, SEEN_SPACE_EXOTIC, 0 },
	{ 0x200B, 0x200F, SEEN_INVISIBLE, 0 },
	{ 0x2028, 0x2029, SEEN_SPACE_EXOTIC, 0 },
	{ 0x202A, 0x202E, SEEN_INVISIBLE, 0 },
	{ 0x202F, 0x202F, SEEN_SPACE_EXOTIC, 0 },
	{ 0x2032, 0x2036, 0, offsetof(struct survey, quotes_other) },
	{ 0x2039, 0x203A, 0, offsetof(struct survey, quotes_other) },
	{ 0x205F, 0x205F, SEEN_SPACE_EXOTIC, 0 },
	{ 0x2060, 0x206F, SEEN_INVISIBLE, 0 },
	{ 0x2200, 0x25FF, SEEN_MOJIBAKE, 0 },
	{ 0x3000, 0x3000, SEEN_SPACE_EXOTIC, 0 },
	{ 0xFB00, 0xFB06, SEEN_LIGATURE, 0 },
	{ 0xFEFF, 0xFEFF, SEEN_INVISIBLE, 0 },
	{ 0xFFF9, 0xFFFC, SEEN_INVISIBLE, 0 },
	{ 0xFFFD, 0xFFFD, SEEN_REPLACEMENT, 0 },
};

/* No code point of these blocks needs a look: kana, CJK, Hangul. */
static bool is_plain_high(uint32_t point)
{
	return (point >= 0x3041 && point <= 0x3098) ||
	       (point >= 0x30A0 && point < 0xA000) ||
	       (point >= 0xAC00 && point < 0xD7A4);
}

/* Ranges above U+0300 that NFC leaves as they are, whatever is beside them. */
static const struct {
	uint32_t first, last;
} composed[] = {
	{ 0x0388, 0x0482 }, { 0x048A, 0x0590 }, { 0x05D0, 0x060F },
	{ 0x0620, 0x064A }, { 0x1E00, 0x1EFF }, { 0x2002, 0x20CF },
	{ 0x2100, 0x2125 }, { 0x212C, 0x2328 }, { 0x232B, 0x2ADB },
	{ 0xFE0F, 0xFE0F }, { 0xFFFD, 0xFFFD }, { 0x1F000, 0x1FAFF },
};

static bool may_compose(uint32_t point)
{
	const size_t count = sizeof(composed) / sizeof(*composed);

	if (point < 0x300)
		return false;
	for (size_t i = 0; i < count && point >= composed[i].first; i++)
		if (point <= composed[i].last)
			return false;
	return true;
}

/*
 * Mojibake has another character from U+0080 after its first one; or a space,
 * where that was a no-break space.
 */
static bool goes_on(const struct surveyor *s, uint32_t point, size_t next)
{
	if (next >= s->len)
		return false;
	if ((unsigned char)s->text[next] >= 0x80)
		return true;
	return (s->text[next] == ' ' || s->text[next] == '\n') &&
	       (point == 0xC2 || point == 0xC3);
}

/* U+2018 to U+201F, the commonest of all in news. */
static void see_quote(struct surveyor *s, size_t at, uint32_t point)
{
	static const size_t counters[8] = {
		[0] = offsetof(struct survey, open_single),
		[1] = offsetof(struct survey, close_single),
		[4] = offsetof(struct survey, open_double),
		[5] = offsetof(struct survey, close_double),
	};
	const size_t counter = counters[point - 0x2018];

	if (!counter) {
		s->survey->quotes_other++;
		if (goes_on(s, point, at + 3))
			s->survey->seen |= SEEN_MOJIBAKE;
		return;
	}
	bump(s->survey, counter);
	quote_watch_curly(&s->curly, s->text, s->len, at);
}

static void see_high(struct surveyor *s, size_t at)
{
	const size_t from = at;
	const size_t count = sizeof(high_ranges) / sizeof(*high_ranges);
	struct survey *survey = s->survey;
	const uint32_t point = utf8_next(s->text, &at);
	const uint32_t lead = survey->seen & SEEN_MOJIBAKE;

	survey->high++;
	if (is_plain_high(point))
		return;
	if (point - 0x2018 < 8) {
		see_quote(s, from, point);
		return;
	}
	if (may_compose(point))
		survey->seen |= SEEN_COMPOSE;
	if (point < 0x2000 || point > 0x206F) {
		survey->lower += unicode_is_lower(point);
		survey->upper += unicode_is_upper(point);
	}
	for (size_t i = 0; i < count && point >= high_ranges[i].first; i++) {
		if (point > high_ranges[i].last)
			continue;
		survey->seen |= high_ranges[i].seen;
		if (!goes_on(s, point, at))
			survey->seen &= ~(uint32_t)SEEN_MOJIBAKE | lead;
		if (high_ranges[i].counter)
			bump(survey, high_ranges[i].counter);
		return;
	}
}

/* A paragraph of so many letters, all of one case, has lost its case. */
#define PARAGRAPH_LETTERS 60

/* Letters of the line that ends at `end`; the block is counted already. */
static void see_case(struct surveyor *s, size_t end)
{
	struct survey *survey = s->survey;
	const uint64_t behind =
		end < s->len ? ~(uint64_t)0 << end % SCAN_BLOCK : 0;
	const uint32_t lower =
		survey->lower - scan_count(s->now.lower & behind);
	const uint32_t upper =
		survey->upper - scan_count(s->now.upper & behind);
	const uint32_t letters = lower - s->line_lower + upper - s->line_upper;

	if (letters >= PARAGRAPH_LETTERS) {
		survey->lowered_lines += upper == s->line_upper;
		survey->raised_lines += lower == s->line_lower;
	}
	s->line_lower = lower;
	s->line_upper = upper;
}

static void see_line(struct surveyor *s, size_t end)
{
	struct survey *survey = s->survey;
	const size_t length = end - s->line_start;

	see_case(s, end);
	if (length) {
		survey->lines++;
		s->blank_run = 0;
	} else {
		survey->blank_lines++;
		survey->blank_runs += ++s->blank_run == 2;
	}
	if (length > survey->longest_line)
		survey->longest_line = (uint32_t)length;
	if (length >= 40 && length <= 100 && end + 1 < s->len &&
	    ascii_is_alnum((unsigned char)s->text[end + 1]))
		survey->wrapped_lines++;
	s->line_start = end + 1;
}

/* The space after a lone letter: s and t need an apostrophe. */
static void see_single(struct surveyor *s, size_t at)
{
	const char c = s->text[at - 1];

	s->survey->clitics += c == 's' || c == 't';
}

/* The space after a lone sign. */
static void see_sign(struct surveyor *s, size_t at)
{
	s->survey->underscores += s->text[at - 1] == '_';
}

/* The letter after a mark that no sentence can end with. */
static void see_inner_mark(struct surveyor *s, size_t at)
{
	if (s->text[at - 1] == '?')
		s->survey->seen |= SEEN_QUESTION;
}

/* A sign that markup and escapes begin with. */
static void see_code(struct surveyor *s, size_t at)
{
	s->survey->seen |= trace_of_sign(s->text, s->len, at);
}

/* What follows a bracket. */
static void see_link(struct surveyor *s, size_t at)
{
	s->survey->seen |= trace_of_link(s->text, at);
}

static const char *const bracket_tokens[] = {
	"-LRB-", "-RRB-", "-LCB-", "-RCB-", "-LSB-", "-RSB-",
};

static void see_bracket(struct surveyor *s, size_t at)
{
	const size_t count = sizeof(bracket_tokens) / sizeof(*bracket_tokens);

	if (at < 1 || s->len - at < 4)
		return;
	for (size_t i = 0; i < count; i++) {
		if (!memcmp(s->text + at - 1, bracket_tokens[i], 5))
			s->survey->seen |= SEEN_BRACKET_TOKEN;
	}
}

static const char *const bare_entities[] = {
	"amp",	"apos", "gt",	"lt",	"nbsp",
	"quot", "dash", "dquo", "squo", /* of mdash, rdquo, lsquo */
};

/*
 * A comma, semicolon or colon: is it the end of an entity? A tokeniser leaves a
 * space before it.
 */
static void see_pause(struct surveyor *s, size_t at)
{
	const size_t count = sizeof(bare_entities) / sizeof(*bare_entities);

	if (s->text[at] == ':')
		s->survey->seen |= trace_of_colon(s->text, s->len, at);
	if (s->text[at] != ';')
		return;
	/* White space, which may be several bytes a space. */
	while (at && ((unsigned char)s->text[at - 1] <= ' ' ||
		      (unsigned char)s->text[at - 1] >= 0x80))
		at--;
	for (size_t i = 0; i < count; i++) {
		const size_t length = strlen(bare_entities[i]);

		if (at >= length &&
		    !memcmp(s->text + at - length, bare_entities[i], length))
			s->survey->seen |= SEEN_SEMICOLON_ENTITY;
	}
}

static void each(struct surveyor *s, uint64_t mask, size_t base,
		 void (*see)(struct surveyor *, size_t))
{
	for (; mask; mask &= mask - 1)
		see(s, base + scan_first(mask));
}

#ifdef __x86_64__
__attribute__((target("popcnt"))) static void
count_masks_popcnt(struct surveyor *s)
{
	count_masks(s);
}

static void count_block(struct surveyor *s)
{
	if (__builtin_cpu_supports("popcnt"))
		count_masks_popcnt(s);
	else
		count_masks(s);
}
#else
static void count_block(struct surveyor *s)
{
	count_masks(s);
}
#endif

/* Spaces after " _ " and other lone signs of no class. */
static uint64_t lone_signs(const struct surveyor *s)
{
	const uint64_t lone = s->now.space & SHIFT(s, space, 2);

	if (!lone)
		return 0;
	return lone &
	       ~(SHIFT(s, lower, 1) | SHIFT(s, upper, 1) | SHIFT(s, digit, 1) |
		 SHIFT(s, dash, 1) | SHIFT(s, odd, 1) | SHIFT(s, space, 1));
}

static void survey_block(struct surveyor *s, size_t base)
{
	scan_block(&s->now, s->text + base, s->len - base);
	count_runs(s);
	count_block(s);
	each(s, s->now.newline, base, see_line);
	each(s, s->now.odd, base, see_odd);
	each(s, s->now.code, base, see_code);
	each(s, s->now.lead, base, see_high);
	each(s, s->now.upper & SHIFT(s, dash, 1), base, see_bracket);
	each(s, s->now.pause, base, see_pause);
	each(s,
	     (s->now.open & SHIFT(s, close, 1)) |
		     (s->now.digit & SHIFT(s, open, 1)),
	     base, see_link);
	each(s, s->now.space & SHIFT(s, lower, 1) & SHIFT(s, space, 2), base,
	     see_single);
	each(s, lone_signs(s), base, see_sign);
	each(s,
	     (s->now.lower | s->now.upper) & SHIFT(s, stop, 1) &
		     (SHIFT(s, lower, 2) | SHIFT(s, space, 2)),
	     base, see_inner_mark);
	s->before = s->now;
}

/* Enough marks that one direction is no accident. */
#define ONE_SIDED_MIN 4

static void judge_quotes(struct surveyor *s)
{
	struct survey *survey = s->survey;
	const uint32_t open = survey->open_double, close = survey->close_double;

	quote_watch_end(&s->curly);
	quote_watch_end(&s->straight);
	survey->quote_faults = s->curly.faults;
	survey->straight_faults = s->straight.faults;
	if ((!open || !close) && open + close >= ONE_SIDED_MIN)
		survey->conditions |= CONDITION_ONE_SIDED;
}

void survey_text(struct survey *survey, const char *text, size_t len)
{
	struct surveyor s = { .survey = survey, .text = text, .len = len };

	memset(survey, 0, sizeof(*survey));
	survey->len = len;
	/* The start of the text is the start of a line. */
	s.before.newline = (uint64_t)1 << 63;
	for (size_t base = 0; base < len; base += SCAN_BLOCK)
		survey_block(&s, base);
	if (s.run)
		see_run(survey, s.run);
	/* The end of the text is the end of a line. */
	survey->trailing += len && text[len - 1] == ' ';
	if (s.line_start < len)
		see_line(&s, len);
	if (survey->high)
		survey->seen |= SEEN_HIGH;
	judge_quotes(&s);
}

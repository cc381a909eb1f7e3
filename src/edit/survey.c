/*
 * The survey: blocks of 64 bytes as bit masks, counted by shifting them
 * against each other. Only line ends, odd bytes, wide runs of spaces and code
 * points above ASCII are looked at one by one.
 */
#include "edit/survey.h"

#include <string.h>

#include "base/ascii.h"
#include "edit/surveyor.h"
#include "edit/traces.h"

static void see_run(struct survey *survey, size_t length)
{
	survey->runs[length < SURVEY_RUNS ? length : SURVEY_RUNS]++;
}

/* Runs of spaces; a run may begin in an earlier block. */
static void count_runs(struct surveyor *s)
{
	uint64_t spaces = s->window.now.space;

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
	const struct window *w = &s->window;
	const struct scan *now = &w->now;
	/* "Romney 's", "India \u2019s" and what looks like them */
	const uint64_t suffix =
		WINDOW_BACK(w, lower, 1) &
		((WINDOW_BACK(w, odd, 2) & WINDOW_BACK(w, space, 3)) |
		 (WINDOW_BACK(w, lead, 4) & WINDOW_BACK(w, space, 5))) &
		~(now->lower | now->upper);

	/* "do n't", "do n\u2019t" and what looks like it */
	const uint64_t negation =
		WINDOW_BACK(w, lower, 1) &
		((WINDOW_BACK(w, odd, 2) & WINDOW_BACK(w, lower, 3) &
		  WINDOW_BACK(w, space, 4)) |
		 (WINDOW_BACK(w, lead, 4) & WINDOW_BACK(w, lower, 5) &
		  WINDOW_BACK(w, space, 6))) &
		~(now->lower | now->upper);

	return suffix | negation | window_spaced_sign(w) |
	       window_split_amount(w) | window_after_hyphen(w);
}

/* Inlined, so that the popcnt instruction is used where there is one. */
static inline __attribute__((always_inline)) void
count_masks(struct surveyor *s)
{
	struct survey *survey = s->survey;
	const struct window *w = &s->window;
	const struct scan *now = &w->now;
	const uint64_t marks = now->stop | now->pause;
	const uint64_t letter_2 =
		WINDOW_BACK(w, lower, 2) | WINDOW_BACK(w, upper, 2);
	const uint64_t letter_5 =
		WINDOW_BACK(w, lower, 5) | WINDOW_BACK(w, upper, 5);
	/* "U. S" and "p. m", before the second period. */
	const uint64_t initials =
		WINDOW_BACK(w, space, 2) & WINDOW_BACK(w, dot, 3) &
		((WINDOW_BACK(w, upper, 1) & WINDOW_BACK(w, upper, 4)) |
		 (WINDOW_BACK(w, lower, 1) & WINDOW_BACK(w, lower, 4)));
	const uint64_t space_1 = WINDOW_BACK(w, space, 1);
	const uint64_t space_2 = WINDOW_BACK(w, space, 2);

	/* "said.But", 'said."But', "said.\u201DBut" */
	const uint64_t glued =
		(WINDOW_BACK(w, stop, 1) & WINDOW_BACK(w, lower, 2)) |
		(WINDOW_BACK(w, stop, 2) & WINDOW_BACK(w, odd, 1) &
		 WINDOW_BACK(w, lower, 3)) |
		(WINDOW_BACK(w, stop, 4) & WINDOW_BACK(w, lead, 3) &
		 WINDOW_BACK(w, lower, 5)) |
		(WINDOW_BACK(w, stop, 1) & WINDOW_BACK(w, close, 2));

	survey->lower += scan_count(now->lower);
	survey->upper += scan_count(now->upper);
	survey->digits += scan_count(now->digit);
	survey->marks += scan_count(marks);
	survey->capitals +=
		scan_count(now->lower & WINDOW_BACK(w, upper, 1) & ~letter_2);
	survey->before_mark += scan_count(marks & space_1);
	survey->inside_bracket +=
		scan_count(now->space & WINDOW_BACK(w, open, 1));
	survey->inside_bracket += scan_count(now->close & space_1);
	survey->after_mark += scan_count(now->upper & glued);
	survey->joined += scan_count(window_joined(w));
	survey->after_pause +=
		scan_count(window_after_pause(w) & WINDOW_BACK(w, lower, 2));
	survey->parted += scan_count(parted_tokens(s));
	survey->sentence_ends +=
		scan_count(now->upper & space_1 & WINDOW_BACK(w, stop, 2) &
			   WINDOW_BACK(w, lower, 3));
	survey->sentence_ends_wide += scan_count(
		now->upper & space_1 & space_2 & WINDOW_BACK(w, stop, 3));
	survey->spaced_initials += scan_count(now->dot & initials & ~letter_5);
	survey->trailing += scan_count(now->newline & space_1);
	survey->leading += scan_count(now->space & WINDOW_BACK(w, newline, 1));
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

static void see_odd(struct surveyor *s, size_t at)
{
	const unsigned char c = (unsigned char)s->text[at];

	if (c == '"')
		s->survey->seen |= trace_of_quote(s->text, at);
	if (odd_bytes[c].counter) {
		surveyor_bump(s->survey, odd_bytes[c].counter);
		if (c != '`')
			quote_watch_straight(&s->straight, s->text, s->len, at);
		if (c != '"' && at + 1 < s->len && s->text[at + 1] == (char)c)
			s->survey->seen |= SEEN_DOUBLE_TICK;
	} else {
		s->survey->seen |=
			odd_bytes[c].seen ? odd_bytes[c].seen : SEEN_CONTROL;
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
		survey->lower - scan_count(s->window.now.lower & behind);
	const uint32_t upper =
		survey->upper - scan_count(s->window.now.upper & behind);
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

/* "owner’ s", at the letter after the space: is it a word by itself? */
static void see_after_mark(struct surveyor *s, size_t at)
{
	size_t end = at;

	if (s->text[at - 2] != '\'' && s->text[at - 2] != '\x99')
		return;
	while (end < s->len && end - at < 3 &&
	       ascii_is_letter((unsigned char)s->text[end]))
		end++;
	s->survey->parted += end - at < 3;
}

/* Lower-case letters after a word, a mark and a space. */
static uint64_t parted_endings(const struct window *w)
{
	const uint64_t letter_3 =
		WINDOW_BACK(w, lower, 3) | WINDOW_BACK(w, upper, 3);
	const uint64_t letter_5 =
		WINDOW_BACK(w, lower, 5) | WINDOW_BACK(w, upper, 5);

	return w->now.lower & WINDOW_BACK(w, space, 1) &
	       ((WINDOW_BACK(w, odd, 2) & letter_3) |
		(WINDOW_BACK(w, lead, 4) & letter_5));
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
	const uint64_t lone =
		s->window.now.space & WINDOW_BACK(&s->window, space, 2);

	if (!lone)
		return 0;
	return lone & ~(WINDOW_BACK(&s->window, lower, 1) |
			WINDOW_BACK(&s->window, upper, 1) |
			WINDOW_BACK(&s->window, digit, 1) |
			WINDOW_BACK(&s->window, dash, 1) |
			WINDOW_BACK(&s->window, odd, 1) |
			WINDOW_BACK(&s->window, space, 1));
}

static void survey_block(struct surveyor *s, size_t base)
{
	scan_block(&s->window.now, s->text + base, s->len - base);
	count_runs(s);
	count_block(s);
	each(s, s->window.now.newline, base, see_line);
	each(s, s->window.now.odd, base, see_odd);
	each(s, s->window.now.code, base, see_code);
	each(s, s->window.now.lead, base, surveyor_see_point);
	each(s, s->window.now.upper & WINDOW_BACK(&s->window, dash, 1), base,
	     see_bracket);
	each(s, s->window.now.pause, base, see_pause);
	each(s,
	     (s->window.now.open & WINDOW_BACK(&s->window, close, 1)) |
		     (s->window.now.digit & WINDOW_BACK(&s->window, open, 1)),
	     base, see_link);
	each(s,
	     s->window.now.space & WINDOW_BACK(&s->window, lower, 1) &
		     WINDOW_BACK(&s->window, space, 2),
	     base, see_single);
	each(s, lone_signs(s), base, see_sign);
	each(s, parted_endings(&s->window), base, see_after_mark);
	each(s,
	     (s->window.now.lower | s->window.now.upper) &
		     WINDOW_BACK(&s->window, stop, 1) &
		     (WINDOW_BACK(&s->window, lower, 2) |
		      WINDOW_BACK(&s->window, space, 2)),
	     base, see_inner_mark);
	s->window.before = s->window.now;
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
	s.window.before.newline = (uint64_t)1 << 63;
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

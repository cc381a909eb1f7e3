/*
 * The survey: blocks of 64 bytes as bit masks, counted by shifting them
 * against each other. Only line ends, odd bytes, wide runs of spaces and code
 * points above ASCII are looked at one by one.
 */
#include "edit/survey.h"

#include <string.h>

#include "base/ascii.h"
#include "base/scan_loop.h"
#include "edit/surveyor.h"
#include "edit/traces.h"

static void see_run(struct survey *survey, size_t length)
{
	survey->runs[length < SURVEY_RUNS ? length : SURVEY_RUNS]++;
}

/* The end of a run that began in an earlier block; false: it goes on. */
CPU_LOOP bool end_run(struct surveyor *s, uint64_t *spaces)
{
	const unsigned more = ~*spaces ? scan_first(~*spaces) : 64;

	s->run += more;
	if (more == 64)
		return false;
	see_run(s->survey, s->run);
	s->run = 0;
	*spaces &= ~(uint64_t)0 << more;
	return true;
}

/* Runs of spaces; most are of one space. */
CPU_LOOP void count_runs(struct surveyor *s)
{
	uint64_t spaces = s->window.now.space, wide;

	if (s->run && !end_run(s, &spaces))
		return;
	if (spaces >> 63) {
		s->run = ~spaces ? (unsigned)__builtin_clzll(~spaces) : 64;
		spaces &= s->run < 64 ? ~(uint64_t)0 >> s->run : 0;
	}
	wide = spaces & spaces << 1;
	s->survey->runs[1] += scan_count(spaces & ~(wide | wide >> 1));
	/* the second space of each run of two or more */
	for (wide &= ~(wide << 1); wide; wide &= wide - 1) {
		const unsigned from = scan_first(wide);

		see_run(s->survey, 1 + scan_first(~(spaces >> from)));
	}
}

/* Where tokens have a space between them that are written as one. */
CPU_LOOP uint64_t parted_tokens(const struct window *w)
{
	const struct scan *now = &w->now;
	/* after "'s", "n\u2019t" and what looks like their ends */
	const uint64_t after =
		WINDOW_BACK(w, lower, 1) & ~(now->lower | now->upper);
	const uint64_t straight = after & WINDOW_BACK(w, odd, 2);
	const uint64_t curly = after & WINDOW_BACK(w, lead, 4);
	uint64_t parted = 0;

	/* "Romney 's", "do n't" */
	if (straight)
		parted |=
			straight &
			(WINDOW_BACK(w, space, 3) |
			 (WINDOW_BACK(w, lower, 3) & WINDOW_BACK(w, space, 4)));
	/* "India \u2019s", "do n\u2019t" */
	if (curly)
		parted |=
			curly &
			(WINDOW_BACK(w, space, 5) |
			 (WINDOW_BACK(w, lower, 5) & WINDOW_BACK(w, space, 6)));
	if (now->digit & WINDOW_BACK(w, space, 1))
		parted |= window_spaced_sign(w) | window_split_amount(w);
	return parted | window_after_hyphen(w);
}

/* Capitals, and what is before and after them. */
CPU_LOOP void count_capitals(struct survey *survey, const struct window *w)
{
	const struct scan *now = &w->now;
	const uint64_t space_1 = WINDOW_BACK(w, space, 1);
	const uint64_t begun = now->lower & WINDOW_BACK(w, upper, 1);
	const uint64_t lower_2 = WINDOW_BACK(w, lower, 2);
	const uint64_t upper_2 = WINDOW_BACK(w, upper, 2);
	const uint64_t spaced = now->upper & space_1;
	const uint64_t unspaced = now->upper & ~space_1;
	const uint64_t after_lead = now->upper & WINDOW_BACK(w, lead, 3);
	uint64_t after_mark = 0;

	if (begun)
		survey->capitals += scan_count(begun & ~(lower_2 | upper_2));
	if (begun & (lower_2 | upper_2))
		survey->joined += scan_count(window_joined(w));
	if (spaced) {
		survey->sentence_ends +=
			scan_count(spaced & WINDOW_BACK(w, stop, 2) &
				   WINDOW_BACK(w, lower, 3));
		survey->sentence_ends_wide +=
			scan_count(spaced & WINDOW_BACK(w, space, 2) &
				   WINDOW_BACK(w, stop, 3));
	}
	/* "said.But", 'said."But' */
	if (unspaced)
		after_mark =
			unspaced &
			((WINDOW_BACK(w, stop, 1) &
			  (lower_2 | WINDOW_BACK(w, close, 2))) |
			 (WINDOW_BACK(w, stop, 2) & WINDOW_BACK(w, odd, 1) &
			  WINDOW_BACK(w, lower, 3)));
	/* "said.\u201DBut" */
	if (after_lead)
		after_mark |= after_lead & WINDOW_BACK(w, stop, 4) &
			      WINDOW_BACK(w, lower, 5);
	survey->after_mark += scan_count(after_mark);
}

/* "U. S." and "p. m.", at the second period. */
CPU_LOOP uint64_t spaced_initials(const struct window *w)
{
	const uint64_t dots =
		w->now.dot & WINDOW_BACK(w, space, 2) & WINDOW_BACK(w, dot, 3);
	const uint64_t letter_5 =
		WINDOW_BACK(w, lower, 5) | WINDOW_BACK(w, upper, 5);

	return dots & ~letter_5 &
	       ((WINDOW_BACK(w, upper, 1) & WINDOW_BACK(w, upper, 4)) |
		(WINDOW_BACK(w, lower, 1) & WINDOW_BACK(w, lower, 4)));
}

/* Spaces where none should be, and marks that lack one. */
CPU_LOOP void count_spacing(struct survey *survey, const struct window *w)
{
	const struct scan *now = &w->now;
	const uint64_t space_1 = WINDOW_BACK(w, space, 1);
	const uint64_t before_mark = (now->stop | now->pause) & space_1;
	const uint64_t after_pause = window_after_pause(w);
	const uint64_t opened = now->space & WINDOW_BACK(w, open, 1);
	const uint64_t begun = now->space & WINDOW_BACK(w, newline, 1);

	if (before_mark)
		survey->before_mark += scan_count(before_mark);
	if (opened | (now->close & space_1))
		survey->inside_bracket +=
			scan_count(opened) + scan_count(now->close & space_1);
	if (after_pause)
		survey->after_pause +=
			scan_count(after_pause & WINDOW_BACK(w, lower, 2));
	if (begun | (now->newline & space_1)) {
		survey->trailing += scan_count(now->newline & space_1);
		survey->leading += scan_count(begun);
	}
}

CPU_LOOP void count_digits(struct survey *survey, const struct window *w)
{
	const uint64_t parted = w->now.digit & WINDOW_BACK(w, space, 1) &
				WINDOW_BACK(w, pause, 2);

	survey->digits += scan_count(w->now.digit);
	if (parted)
		survey->digits_parted +=
			scan_count(parted & WINDOW_BACK(w, digit, 3));
}

/*
 * Most of what is counted is rare: a block without its first sign is passed
 * over. Inlined, so that the instructions of each machine are used.
 */
CPU_LOOP void count_masks(struct survey *survey, const struct window *w)
{
	const struct scan *now = &w->now;
	const uint64_t parted = parted_tokens(w);

	survey->lower += scan_count(now->lower);
	survey->marks += scan_count(now->stop | now->pause);
	if (now->upper | w->before.upper) {
		survey->upper += scan_count(now->upper);
		count_capitals(survey, w);
	}
	if (now->digit)
		count_digits(survey, w);
	if (now->dot & WINDOW_BACK(w, space, 2))
		survey->spaced_initials += scan_count(spaced_initials(w));
	if (parted)
		survey->parted += scan_count(parted);
	count_spacing(survey, w);
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
CPU_LOOP uint64_t parted_endings(const struct window *w)
{
	const uint64_t spaced = w->now.lower & WINDOW_BACK(w, space, 1);
	const uint64_t straight = spaced & WINDOW_BACK(w, odd, 2);
	const uint64_t curly = spaced & WINDOW_BACK(w, lead, 4);

	if (!(straight | curly))
		return 0;
	return (straight &
		(WINDOW_BACK(w, lower, 3) | WINDOW_BACK(w, upper, 3))) |
	       (curly & (WINDOW_BACK(w, lower, 5) | WINDOW_BACK(w, upper, 5)));
}

/* The letter after a mark that no sentence can end with. */
static void see_inner_mark(struct surveyor *s, size_t at)
{
	if (s->text[at - 1] == '?')
		s->survey->seen |= SEEN_QUESTION;
}

/* The byte after two letters that a number and a gap are before. */
static void see_ordinal(struct surveyor *s, size_t at)
{
	static const char endings[][3] = { "th", "st", "nd", "rd" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		s->survey->ordinals += !memcmp(s->text + at - 2, endings[i], 2);
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

/* A comma, semicolon or colon. */
static void see_pause(struct surveyor *s, size_t at)
{
	if (s->text[at] == ':')
		s->survey->seen |= trace_of_colon(s->text, s->len, at);
	if (s->text[at] == ';')
		surveyor_see_semicolon(s, at);
}

CPU_LOOP void each(struct surveyor *s, uint64_t mask, size_t base,
		   void (*see)(struct surveyor *, size_t))
{
	for (; mask; mask &= mask - 1)
		see(s, base + scan_first(mask));
}

/* Spaces after " _ " and other lone signs of no class. */
CPU_LOOP uint64_t lone_signs(const struct window *w, uint64_t lone)
{
	return lone & ~(WINDOW_BACK(w, lower, 1) | WINDOW_BACK(w, upper, 1) |
			WINDOW_BACK(w, digit, 1) | WINDOW_BACK(w, dash, 1) |
			WINDOW_BACK(w, odd, 1) | WINDOW_BACK(w, space, 1));
}

/* What is looked at one by one. */
CPU_LOOP void see_places(struct surveyor *s, size_t base)
{
	const struct window *w = &s->window;
	const struct scan *now = &w->now;
	const uint64_t lone = now->space & WINDOW_BACK(w, space, 2);
	const uint64_t after_stop =
		(now->lower | now->upper) & WINDOW_BACK(w, stop, 1);

	each(s, now->newline, base, surveyor_see_line);
	each(s, now->odd, base, see_odd);
	each(s, now->code, base, see_code);
	each(s, now->lead, base, surveyor_see_point);
	each(s, now->upper & WINDOW_BACK(w, dash, 1), base, surveyor_see_dash);
	each(s, now->pause, base, see_pause);
	each(s,
	     (now->open & WINDOW_BACK(w, close, 1)) |
		     (now->digit & WINDOW_BACK(w, open, 1)),
	     base, see_link);
	if (lone) {
		each(s, lone & WINDOW_BACK(w, lower, 1), base, see_single);
		each(s, lone_signs(w, lone), base, see_sign);
	}
	each(s, parted_endings(w), base, see_after_mark);
	if (now->digit | w->before.digit)
		each(s, window_ordinal(w), base, see_ordinal);
	if (after_stop)
		each(s,
		     after_stop & (WINDOW_BACK(w, lower, 2) |
				   WINDOW_BACK(w, space, 2)),
		     base, see_inner_mark);
}

CPU_LOOP void survey_blocks(struct surveyor *s, scan_blocks *scan)
{
	for (size_t base = 0; base < s->len; base += SCAN_BLOCK) {
		scan(&s->window.now, s->text + base, s->len - base);
		count_runs(s);
		count_masks(s->survey, &s->window);
		see_places(s, base);
		s->window.before = s->window.now;
	}
}

SCAN_LOOP(read_blocks, struct surveyor *, survey_blocks)

static void read_blocks_portable(struct surveyor *s)
{
	survey_blocks(s, scan_block);
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

typedef void block_loop(struct surveyor *s);

static void survey_by(block_loop *blocks, struct survey *survey,
		      const char *text, size_t len)
{
	struct surveyor s = { .survey = survey, .text = text, .len = len };

	memset(survey, 0, sizeof(*survey));
	survey->len = len;
	/* The start of the text is the start of a line. */
	s.window.before.newline = (uint64_t)1 << 63;
	blocks(&s);
	if (s.run)
		see_run(survey, s.run);
	/* The end of the text is the end of a line. */
	survey->trailing += len && text[len - 1] == ' ';
	if (s.line_start < len)
		surveyor_see_line(&s, len);
	if (survey->high)
		survey->seen |= SEEN_HIGH;
	judge_quotes(&s);
}

void survey_text(struct survey *survey, const char *text, size_t len)
{
	survey_by(read_blocks, survey, text, len);
}

void survey_portable(struct survey *survey, const char *text, size_t len)
{
	survey_by(read_blocks_portable, survey, text, len);
}

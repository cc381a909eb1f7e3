/* The survey: a text's blocks, one after the other. */
#include <string.h>

#include "base/ascii.h"
#include "base/scan_loop.h"
#include "base/utf8.h"
#include "edit/survey_masks.h"
#include "edit/surveyor.h"
#include "edit/traces.h"
#include "text/marks.h"

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
	s->survey->separated += end - at < 3;
}

/* Lower-case letters after a word, a mark and a space. */
CPU_LOOP uint64_t separated_endings(const struct window *w)
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

/* The byte after a letter and a mark, of which only an apostrophe counts. */
static void see_clitic(struct surveyor *s, size_t at)
{
	const char mark = s->text[at - 2];

	s->survey->separated += mark == '\'' || mark == '\x99';
}

/* The digit after a sign and a space: is it of a currency? */
static void see_spaced_sign(struct surveyor *s, size_t at)
{
	s->survey->separated +=
		mark_is(utf8_before(s->text, at - 1), MARK_CURRENCY);
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

/* What follows a bracket, if the text does not end with it. */
static void see_link(struct surveyor *s, size_t at)
{
	if (at < s->len)
		s->survey->seen |= trace_of_link(s->text, at);
}

static void see_colon(struct surveyor *s, size_t at)
{
	if (s->text[at] == ':')
		s->survey->seen |= trace_of_colon(s->text, s->len, at);
	else
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

CPU_LOOP void see_lines(struct surveyor *s, const struct scan *now, size_t base)
{
	for (uint64_t mask = now->newline; mask; mask &= mask - 1) {
		const unsigned at = scan_first(mask);

		s->lower_after = scan_count(now->lower >> at);
		s->upper_after = scan_count(now->upper >> at);
		surveyor_see_line(s, base + at);
	}
	s->lower_after = s->upper_after = 0;
}

/* What quotation marks and signs above ASCII are, and what follows them. */
CPU_LOOP void see_marks(struct surveyor *s, const struct window *w, size_t base)
{
	each(s, w->now.odd, base, see_odd);
	each(s, w->now.lead, base, surveyor_see_point);
	each(s, separated_endings(w), base, see_after_mark);
	each(s, separated_clitics(w), base, see_clitic);
}

/* What follows brackets. */
CPU_LOOP void see_brackets(struct surveyor *s, const struct window *w,
			   size_t base)
{
	const struct scan *now = &w->now;
	/* spaces and letters are no signs; what is high is no bracket's */
	const uint64_t letters = now->lower | now->upper | now->space |
				 now->newline | now->odd | now->lead;

	each(s,
	     (now->open & WINDOW_BACK(w, close, 1)) |
		     (~letters & WINDOW_BACK(w, open, 1)),
	     base, see_link);
}

/* What is looked at one by one. */
CPU_LOOP void see_places(struct surveyor *s, const struct window *w,
			 size_t base)
{
	const struct scan *now = &w->now, *before = &w->before;
	const uint64_t lone = now->space & WINDOW_BACK(w, space, 2);
	const uint64_t after_stop =
		(now->lower | now->upper) & WINDOW_BACK(w, stop, 1);
	const uint64_t after_dash = WINDOW_BACK(w, dash, 1);

	see_lines(s, now, base);
	if (now->odd | now->lead | before->odd | before->lead)
		see_marks(s, w, base);
	each(s, now->code, base, see_code);
	if (after_dash)
		each(s,
		     after_dash & (now->upper |
				   (now->lower & ~WINDOW_BACK(w, lower, 2))),
		     base, surveyor_see_dash);
	each(s, now->colon, base, see_colon);
	if (now->open | before->open)
		see_brackets(s, w, base);
	if (lone) {
		each(s, lone & WINDOW_BACK(w, lower, 1), base, see_single);
		each(s, lone_signs(w, lone), base, see_sign);
	}
	if (now->digit & WINDOW_BACK(w, space, 1))
		each(s, window_spaced_sign(w), base, see_spaced_sign);
	if (now->digit | w->before.digit)
		each(s, window_ordinal(w), base, see_ordinal);
	if (after_stop)
		each(s,
		     after_stop & (WINDOW_BACK(w, lower, 2) |
				   (now->upper & WINDOW_BACK(w, upper, 2)) |
				   WINDOW_BACK(w, space, 2) |
				   WINDOW_BACK(w, stop, 2)),
		     base, see_inner_mark);
}

CPU_LOOP void survey_blocks(struct surveyor *s, scan_blocks *scan)
{
	/* The start of the text is the start of a line. */
	struct window window = { .before = { .newline = (uint64_t)1 << 63 } };

	for (size_t base = 0; base < s->len; base += SCAN_BLOCK) {
		scan(&window.now, s->text + base, s->len - base);
		survey_count_runs(s, window.now.space);
		survey_count_masks(s->survey, &window);
		see_places(s, &window, base);
		window.before = window.now;
	}
	if (s->run)
		survey_see_run(s->survey, s->run);
}

SCAN_LOOP(read_blocks, struct surveyor *, survey_blocks)

void surveyor_read_blocks(struct surveyor *s)
{
	read_blocks(s);
}

void surveyor_read_portable(struct surveyor *s)
{
	survey_blocks(s, scan_block);
}

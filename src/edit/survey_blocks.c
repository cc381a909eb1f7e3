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
CPU_LOOP uint64_t separated_endings(const struct scan *w)
{
	const uint64_t letters = window_letters(w);

	return w->lower & w->space << 1 &
	       ((w->odd << 2 & letters << 3) | (w->lead << 4 & letters << 5));
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

/* See the bytes of a step's mask. */
CPU_LOOP void each(struct surveyor *s, uint64_t mask, size_t base,
		   void (*see)(struct surveyor *, size_t))
{
	for (mask = window_step(mask); mask; mask &= mask - 1)
		see(s, window_at(base, mask));
}

/* Spaces after " _ " and other lone signs of no class. */
CPU_LOOP uint64_t lone_signs(const struct scan *w, uint64_t lone)
{
	const uint64_t others =
		window_letters(w) | w->digit | w->dash | w->odd | w->space;

	return lone & ~(others << 1);
}

/* The ends of lines, and the code points above ASCII, which may be letters of
   the line that ends after them. */
CPU_LOOP void see_lines(struct surveyor *s, const struct scan *w, size_t base)
{
	uint64_t points = w->lead;

	for (uint64_t mask = window_step(w->newline); mask; mask &= mask - 1) {
		const uint64_t line = mask ^ (mask - 1);
		const unsigned at = scan_first(mask);

		each(s, points & line, base, surveyor_see_point);
		points &= ~line;
		s->lower_after = scan_count(w->lower >> at);
		s->upper_after = scan_count(w->upper >> at);
		surveyor_see_line(s, window_at(base, mask));
	}
	each(s, points, base, surveyor_see_point);
	s->lower_after = s->upper_after = 0;
}

/* What quotation marks are, and what follows them. */
CPU_LOOP void see_marks(struct surveyor *s, const struct scan *w, size_t base)
{
	each(s, w->odd, base, see_odd);
	each(s, separated_endings(w), base, see_after_mark);
	each(s, separated_clitics(w), base, see_clitic);
}

/* What follows brackets. */
CPU_LOOP void see_brackets(struct surveyor *s, const struct scan *w,
			   size_t base)
{
	/* spaces and letters are no signs; what is high is no bracket's */
	const uint64_t others =
		window_letters(w) | w->space | w->newline | w->odd | w->lead;

	each(s, (w->open & w->close << 1) | (w->open << 1 & ~others), base,
	     see_link);
}

/* What is looked at one by one. */
CPU_LOOP void see_places(struct surveyor *s, const struct scan *w, size_t base)
{
	const uint64_t lone = w->space & w->space << 2;

	see_lines(s, w, base);
	if (w->odd | w->lead)
		see_marks(s, w, base);
	each(s, w->code, base, see_code);
	each(s, w->dash << 1 & (w->upper | (w->lower & ~(w->lower << 2))), base,
	     surveyor_see_dash);
	each(s, w->colon, base, see_colon);
	if (w->open)
		see_brackets(s, w, base);
	if (lone) {
		each(s, lone & w->lower << 1, base, see_single);
		each(s, lone_signs(w, lone), base, see_sign);
	}
	if (w->digit) {
		each(s, window_spaced_sign(w), base, see_spaced_sign);
		each(s, window_ordinal(w), base, see_ordinal);
	}
}

/* What is rare beside the marks of sentences. */
CPU_LOOP void see_rare(struct surveyor *s, const struct scan *w, size_t base)
{
	survey_count_rare(s->survey, w);
	each(s,
	     window_letters(w) & w->stop << 1 &
		     ((w->lower | w->space | w->stop) << 2 |
		      (w->upper & w->upper << 2)),
	     base, see_inner_mark);
}

/* One byte more than the text has: what ends with it is seen there. */
CPU_LOOP void survey_blocks(struct surveyor *s, scan_blocks *scan)
{
	/* The start of the text is the start of a line. */
	const struct window_text text = { s->text, s->len, '\n' };
	struct scan window;

	for (size_t base = 0; base <= text.len; base += WINDOW_STEP) {
		window_read(&window, &text, base, scan);
		survey_count_runs(s, &window, base);
		survey_count_masks(s->survey, &window);
		if (survey_find_rare(&window))
			see_rare(s, &window, base);
		see_places(s, &window, base);
	}
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

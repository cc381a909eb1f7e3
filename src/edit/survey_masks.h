/*
 * The survey: what is counted by shifting masks of a block against each other,
 * inlined into its loop over blocks.
 */
#ifndef COPYDESK_EDIT_SURVEY_MASKS_H
#define COPYDESK_EDIT_SURVEY_MASKS_H

#include "base/cpu.h"
#include "base/window.h"
#include "edit/survey.h"
#include "edit/surveyor.h"

static inline void survey_see_run(struct survey *survey, size_t length)
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
	survey_see_run(s->survey, s->run);
	s->run = 0;
	*spaces &= ~(uint64_t)0 << more;
	return true;
}

/* Runs of spaces; most are of one space. */
CPU_LOOP void survey_count_runs(struct surveyor *s, uint64_t spaces)
{
	uint64_t wide;

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

		survey_see_run(s->survey, 1 + scan_first(~(spaces >> from)));
	}
}

/* Where tokens have a space between them that are written as one. */
CPU_LOOP uint64_t separated_tokens(const struct window *w)
{
	const uint64_t space_1 = WINDOW_BACK(w, space, 1);
	uint64_t separated = 0;

	if (w->now.digit & space_1)
		separated |= window_split_amount(w);
	if (space_1 & WINDOW_BACK(w, dash, 2))
		separated |= window_after_hyphen(w);
	return separated;
}

/* The byte after "Romney 's" and "do n\u2019t", and what looks like them. */
CPU_LOOP uint64_t separated_clitics(const struct window *w)
{
	const uint64_t after =
		WINDOW_BACK(w, lower, 1) & ~(w->now.lower | w->now.upper);
	const uint64_t straight = after & WINDOW_BACK(w, odd, 2);
	const uint64_t curly = after & WINDOW_BACK(w, lead, 4);
	uint64_t separated = 0;

	if (straight)
		separated |=
			straight &
			(WINDOW_BACK(w, space, 3) |
			 (WINDOW_BACK(w, lower, 3) & WINDOW_BACK(w, space, 4)));
	if (curly)
		separated |=
			curly &
			(WINDOW_BACK(w, space, 5) |
			 (WINDOW_BACK(w, lower, 5) & WINDOW_BACK(w, space, 6)));
	return separated;
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
	const uint64_t quoted = now->open & WINDOW_BACK(w, lead, 3);
	const uint64_t begun = now->space & WINDOW_BACK(w, newline, 1);

	if (before_mark)
		survey->before_mark += scan_count(before_mark);
	if (now->close | now->open | w->before.open)
		survey->inside_bracket +=
			scan_count(now->space & WINDOW_BACK(w, open, 1)) +
			scan_count(now->close & space_1);
	/* "said.\u201D(She" */
	if (quoted)
		survey->after_mark +=
			scan_count(quoted & WINDOW_BACK(w, stop, 4) &
				   WINDOW_BACK(w, lower, 5));
	if (after_pause) {
		survey->after_pause +=
			scan_count(after_pause & WINDOW_BACK(w, lower, 2));
		survey->after_both += scan_count(after_pause & now->upper &
						 WINDOW_BACK(w, stop, 2));
	}
	if (begun | (now->newline & space_1)) {
		survey->trailing += scan_count(now->newline & space_1);
		survey->leading += scan_count(begun);
	}
}

/* "harbour3", "ferry.12", "ferry.\u201D12", at the first digit. */
CPU_LOOP uint64_t glued_digits(const struct window *w)
{
	const uint64_t mark = w->now.digit & (WINDOW_BACK(w, stop, 1) |
					      WINDOW_BACK(w, pause, 1) |
					      WINDOW_BACK(w, lead, 3));

	return (w->now.digit & WINDOW_BACK(w, lower, 1)) |
	       (mark & (WINDOW_BACK(w, lower, 2) | WINDOW_BACK(w, stop, 4) |
			WINDOW_BACK(w, pause, 4)));
}

CPU_LOOP void count_digits(struct survey *survey, const struct window *w)
{
	const uint64_t separated = w->now.digit & WINDOW_BACK(w, space, 1) &
				   WINDOW_BACK(w, pause, 2);

	survey->digits += scan_count(w->now.digit);
	survey->digits_glued += scan_count(glued_digits(w));
	if (separated)
		survey->digits_separated +=
			scan_count(separated & WINDOW_BACK(w, digit, 3));
}

/*
 * Most of what is counted is rare: a block without its first sign is passed
 * over. Inlined, so that the instructions of each machine are used.
 */
CPU_LOOP void survey_count_masks(struct survey *survey, const struct window *w)
{
	const struct scan *now = &w->now;
	const uint64_t separated = separated_tokens(w);

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
	if (now->dot & WINDOW_BACK(w, dot, 1))
		survey->stops_doubled +=
			scan_count(now->dot & WINDOW_BACK(w, dot, 1));
	if (separated)
		survey->separated += scan_count(separated);
	count_spacing(survey, w);
}

#endif

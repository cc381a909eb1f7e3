/*
 * The survey: what is counted by shifting masks of a block against each other,
 * inlined into its loop over blocks.
 */
#ifndef COPYDESK_EDIT_SURVEY_MASKS_H
#define COPYDESK_EDIT_SURVEY_MASKS_H

#include "base/cpu.h"
#include "base/skip.h"
#include "base/window.h"
#include "edit/survey.h"
#include "edit/surveyor.h"

/* How many bits of a step's mask are set. */
CPU_LOOP uint32_t count_step(uint64_t mask)
{
	return scan_count(mask >> WINDOW_BEFORE);
}

/*
 * Runs of spaces, each at the byte after it; most are of one. What is after the
 * text ends a run, too.
 */
CPU_LOOP void survey_count_runs(struct surveyor *s, const struct scan *w,
				size_t base)
{
	const uint64_t ends = ~w->space & w->space << 1;
	uint64_t wide = window_step(ends & w->space << 2);

	s->survey->runs[1] += count_step(ends & ~(w->space << 2));
	for (; wide; wide &= wide - 1) {
		const size_t end = window_at(base, wide);
		size_t at = skip_spaces_back(s->text, 0, end);

		s->survey->runs[end - at < SURVEY_RUNS ? end - at
						       : SURVEY_RUNS]++;
	}
}

/* The byte after "Romney 's" and "do n\u2019t", and what looks like them. */
CPU_LOOP uint64_t separated_clitics(const struct scan *w)
{
	const uint64_t after = w->lower << 1 & ~window_letters(w);
	const uint64_t straight =
		w->odd << 2 & (w->space << 3 | (w->lower << 3 & w->space << 4));
	const uint64_t curly = w->lead << 4 & (w->space << 5 |
					       (w->lower << 5 & w->space << 6));

	return after & (straight | curly);
}

/* Words run together, wide ends of sentences, and ends without a space. */
CPU_LOOP void count_capitals(struct survey *survey, const struct scan *w)
{
	/* "said.But", 'said."But', "said.\u201DBut", "said.\u201D(She" */
	const uint64_t bare = w->upper & ~(w->space << 1) & w->stop << 1 &
			      (w->lower | w->close) << 2;
	const uint64_t straight =
		w->upper & w->odd << 1 & w->stop << 2 & w->lower << 3;
	const uint64_t curly = (w->upper | w->open) & w->lead << 3 &
			       w->stop << 4 & w->lower << 5;

	survey->joined += count_step(window_joined(w));
	survey->sentence_ends_wide += count_step(w->upper & w->space << 1 &
						 w->space << 2 & w->stop << 3);
	survey->after_mark += count_step(bare | straight | curly);
}

/* "U. S." and "p. m.", at the second period. */
CPU_LOOP uint64_t spaced_initials(const struct scan *w)
{
	return w->dot & w->space << 2 & w->dot << 3 &
	       ~(window_letters(w) << 5) &
	       ((w->upper << 1 & w->upper << 4) |
		(w->lower << 1 & w->lower << 4));
}

/* Spaces where none should be, and marks that lack one. */
CPU_LOOP void count_spacing(struct survey *survey, const struct scan *w)
{
	const uint64_t space_1 = w->space << 1;
	const uint64_t after_pause = window_after_pause(w);

	survey->before_mark += count_step(window_marks(w) & space_1);
	survey->inside_bracket +=
		count_step((w->space & w->open << 1) | (w->close & space_1));
	survey->after_pause += count_step(after_pause & w->lower << 2);
	survey->after_both += count_step(after_pause & w->upper & w->stop << 2);
	survey->trailing += count_step(w->newline & space_1);
	survey->leading += count_step(w->space & w->newline << 1);
	survey->spaced_initials += count_step(spaced_initials(w));
	survey->small_starts +=
		count_step(w->lower & space_1 & w->dot << 2 & w->lower << 3);
	survey->stops_doubled += count_step(w->dot & w->dot << 1);
	survey->separated +=
		count_step(window_split_amount(w) | window_after_hyphen(w));
}

/* "harbour3", "ferry.12", "ferry.\u201D12", at the first digit. */
CPU_LOOP uint64_t glued_digits(const struct scan *w)
{
	const uint64_t mark = w->digit & (window_marks(w) << 1 | w->lead << 3);

	return (w->digit & w->lower << 1) |
	       (mark & (w->lower << 2 | window_marks(w) << 4));
}

/* "110, 000", and dates. */
CPU_LOOP uint64_t separated_digits(const struct scan *w)
{
	return w->digit & w->space << 1 & w->pause << 2 & w->digit << 3;
}

/*
 * The bytes of which survey_count_rare() may count some: a block without any is
 * passed over by one branch, as nearly all are. What is after a space comes
 * first, and what is after a mark.
 */
CPU_LOOP uint64_t survey_find_rare(const struct scan *w)
{
	const uint64_t marks = window_marks(w);
	const uint64_t letters = window_letters(w);
	const uint64_t ended = w->lead & marks << 1;

	return window_step(
		(w->space << 1 &
		 (marks | w->close | w->newline | (w->upper & w->space << 2) |
		  (w->digit & marks << 2 & w->digit << 3) |
		  (w->lower & (w->dash | w->dot) << 2 & letters << 3))) |
		(marks << 1 & (letters | w->dot)) |
		(w->space & (w->open | w->newline) << 1) |
		(w->upper & ((w->odd << 1 & w->stop << 2) | ended << 3)) |
		(w->lower & w->upper << 1 & letters << 2) |
		(w->dot & w->space << 2 & w->dot << 3) |
		(w->open & ended << 3) | glued_digits(w));
}

/* Inlined, so that the instructions of each machine are used. */
CPU_LOOP void survey_count_rare(struct survey *survey, const struct scan *w)
{
	count_capitals(survey, w);
	count_spacing(survey, w);
	survey->digits_glued += count_step(glued_digits(w));
	survey->digits_separated += count_step(separated_digits(w));
}

/* What nearly all blocks have, without a branch. */
CPU_LOOP void survey_count_masks(struct survey *survey, const struct scan *w)
{
	survey->lower += count_step(w->lower);
	survey->upper += count_step(w->upper);
	survey->digits += count_step(w->digit);
	survey->marks += count_step(window_marks(w));
	survey->capitals += count_step(w->lower & w->upper << 1 &
				       ~(window_letters(w) << 2));
	survey->humps += count_step(w->upper & w->upper << 1 & w->lower << 2);
	survey->sentence_ends += count_step(w->upper & w->space << 1 &
					    w->stop << 2 & w->lower << 3);
}

#endif

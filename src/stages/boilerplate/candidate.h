/*
 * A line that the prefilter reads, the rules that it met, and whether any of
 * them may match it: by its length, its first word, its marks, then all its
 * words.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_CANDIDATE_H
#define COPYDESK_STAGES_BOILERPLATE_CANDIDATE_H

#include "pattern/glance.h"
#include "pattern/literal_scan.h"
#include "stages/boilerplate/rules.h"

/* Rules that are judged by all words of a line; lines that meet more are few.
 */
#define CANDIDATE_FIT 24
#define CANDIDATE_WORD 16 /* bytes; words that are longer are rare in a row */

struct candidate {
	const struct strip_rules *rules;
	const struct sentence_rules *some; /* of these, those for its length */
	const char *text;
	size_t at, end;			 /* the line */
	const struct literal_scan *scan; /* of its words */
	unsigned edges;	   /* enum strip_edge: those at which it is */
	unsigned others;   /* and those at which other rules would fit */
	uint32_t first[2]; /* the hashes of its first words */
	bool marks_known;
	bool dash_known, dash; /* whether it holds one */
	bool bits_known;
	bool address;	  /* several words may be one token */
	unsigned marks;	  /* enum gap: those in it that a byte tells */
	size_t fit_count; /* more than CANDIDATE_FIT: some */
	const struct strip_rule **fit; /* those met that suit its edges */
	struct text_bits *bits;	       /* of all its words, if they are known */
};

/* Whether rules for SHORT_LINE_WORDS may apply to a line of that length. */
static inline bool candidate_is_short(size_t len)
{
	return len <= SHORT_LINE_BYTES;
}

/* Whether any of the rules in `fit` may match the line; too many: yes. */
bool candidate_may_match(struct candidate *line);

#endif

/*
 * The best reading of a run of mojibake: in which charset it is the likeliest
 * text, by what the walk over the article knows so far.
 */
#ifndef COPYDESK_STAGES_ENCODING_MOJIBAKE_BEST_H
#define COPYDESK_STAGES_ENCODING_MOJIBAKE_BEST_H

#include "stages/encoding/mojibake.h"
#include "stages/encoding/mojibake_run.h"

#define MOJIBAKE_WEAK 1 /* beside a sure run, one of this score is enough */
#define MOJIBAKE_OTHER_CHARSET 4 /* less for a charset that is not the main */

/* Two walks over the text: the first gathers evidence, the second mends. */
struct mojibake_walk {
	struct pass *pass;
	int best, sum;			       /* of the runs' scores */
	int sums[MOJIBAKE_CHARSETS];	       /* by charset; */
	uint64_t languages[MOJIBAKE_CHARSETS]; /* those of all its letters */
	unsigned main;	/* the charset of the largest sum */
	size_t breaks;	/* "Â" for a no-break space */
	size_t within;	/* "Ã" and a no-break space for à, within a word */
	size_t covered; /* characters of the runs taken */
	/* Of all runs that may be taken: */
	size_t runs, odd, reach; /* runs; with a letter that news has not;
				    characters */
	uint32_t scripts;	 /* but Latin, as bits */
	int enough;		 /* runs of this score are taken */
	uint32_t families;	 /* scripts of long runs, as bits */
	size_t decoded_end;	 /* where the last run taken ended */
	uint32_t decoded;	 /* its last code point */
	bool emit;
};

/*
 * The best run at text[at] in one of `charsets`, as bits; count is 0 when there
 * is none. While the evidence is gathered, each charset in which the run reads
 * as well gets its score.
 */
struct mojibake_run mojibake_best(struct mojibake_walk *walk, size_t at,
				  unsigned charsets);

#endif

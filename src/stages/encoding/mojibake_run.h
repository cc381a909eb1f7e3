/* Runs of mojibake: units of one charset that touch. */
#ifndef COPYDESK_STAGES_ENCODING_MOJIBAKE_RUN_H
#define COPYDESK_STAGES_ENCODING_MOJIBAKE_RUN_H

#include "edit/pass.h"

#define MOJIBAKE_RUN 16 /* units; a longer run is judged in pieces */

struct mojibake_run {
	size_t at, end;
	unsigned charset;
	size_t count;
	int score;
	uint64_t languages; /* that have all its letters, as bits */
};

/* Put what the run was into its place. */
void mojibake_mend(struct pass *pass, const struct mojibake_run *run);

#endif

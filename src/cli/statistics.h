/*
 * What a check found, in numbers: the sums of its last line, and by rule those
 * of --statistics.
 */
#ifndef COPYDESK_CLI_STATISTICS_H
#define COPYDESK_CLI_STATISTICS_H

#include "batch/outcome.h"

struct statistics {
	size_t findings, fixable;
	size_t serious; /* that make the check fail */
	size_t notes;	/* of that severity */
	size_t files;	/* with findings; they end with statistics_file() */
	struct {
		size_t count, fixable, files;
		size_t in_file; /* in the one in work */
	} rules[TALLY_RULES];
	size_t in_file;
};

void statistics_add(struct statistics *statistics,
		    const struct report_item *item,
		    enum cd_severity fail_level);

/* A file is done; whether it had findings. */
bool statistics_file(struct statistics *statistics);

/* A table of the rules, those first that found most; as JSON: an array. */
void statistics_text(const struct statistics *statistics, struct buffer *out);
void statistics_json(const struct statistics *statistics, struct buffer *out);

#endif

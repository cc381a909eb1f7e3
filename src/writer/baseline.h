/*
 * A baseline: the findings that a corpus has today, so that only new ones fail.
 *
 * A line for each path, rule and text of a line (by its hash), with how many
 * findings these are, separated by tabs; sorted, and an empty line between two
 * paths, so that branches that change different files merge. In a path "%" and
 * controls are "%25", "%09". Of two lines of the same key the larger number
 * counts (two branches were merged by union).
 *
 * Memory: about 100 bytes for each line.
 */
#ifndef COPYDESK_WRITER_BASELINE_H
#define COPYDESK_WRITER_BASELINE_H

#include "writer/baseline_files.h"
#include "writer/report.h"

/*
 * Read what baseline_text() wrote, NUL-terminated; it is cut up. Returns 0, or
 * the number of the line that is wrong; SIZE_MAX: memory ran out.
 */
size_t baseline_read(struct baseline *baseline, char *text);

/* Findings are of this file from now on. False when memory ran out. */
bool baseline_begin_file(struct baseline *baseline, const char *path);

/*
 * Count a finding: whether it is one of the baseline's, of this file or of one
 * that is no more: this one may have been that.
 */
enum baseline_state { BASELINE_KNOWN, BASELINE_NEW, BASELINE_NO_MEMORY };
enum baseline_state baseline_take(struct baseline *baseline,
				  const struct report_item *item);

/* Findings of files that were looked at, or are no more, and were not found. */
size_t baseline_gone(struct baseline *baseline);

/*
 * What was found, and what the baseline has of files that are there and were
 * not looked at. False when memory ran out.
 */
bool baseline_text(struct baseline *baseline, struct buffer *out);

#endif

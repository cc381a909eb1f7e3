/*
 * The skeleton of a text: its letters, marks and numbers (categories L*, M*
 * and N*) in order, in NFC, with full case folding, U+0307 after i dropped.
 * It is what no stage after encoding may change.
 */
#ifndef COPYDESK_UNICODE_SKELETON_H
#define COPYDESK_UNICODE_SKELETON_H

#include <copydesk.h>

/* Bytes [at, end) of a text that were stripped whole. */
struct skeleton_gap {
	size_t at, end;
};

enum skeleton_outcome {
	SKELETON_SAME,
	SKELETON_DIFFERENT,
	SKELETON_NOMEM, /* ICU failed */
};

/*
 * Compare the skeletons of two texts in valid UTF-8, `before` without its
 * `gap_count` gaps (ascending, at code points). Where they differ, *off is the
 * offset in `after` of the first letter that is wrong, or after.len where one
 * is missing at the end. Linear time, constant memory. A run of more marks on
 * one letter than any script has is compared in pieces, each by itself.
 */
enum skeleton_outcome skeleton_compare(struct cd_span before,
				       struct cd_span after,
				       const struct skeleton_gap *gaps,
				       size_t gap_count, size_t *off);

#endif

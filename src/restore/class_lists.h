/*
 * Gap classes in lists: what is asked of them in each gap, but depends on the
 * model alone.
 */
#ifndef COPYDESK_RESTORE_CLASS_LISTS_H
#define COPYDESK_RESTORE_CLASS_LISTS_H

#include "restore/pairs.h"

/* No class needs more room than a gap of this width has. */
#define CLASS_WIDTHS 16

/* Some classes, by their group of paired marks, then by number. */
struct class_list {
	uint8_t allowed[RESTORE_GAPS]; /* whether a class is there: 1 or 0 */
	uint8_t classes[RESTORE_GAPS];
	uint8_t runs[PAIR_GROUPS]; /* groups of these, in order, and .. */
	uint8_t ends[PAIR_GROUPS]; /* .. where the classes of each end */
	/* Groups that some class is in, also by its second one; in order */
	uint8_t groups[PAIR_GROUPS];
	size_t count, run_count, group_count;
};

struct class_lists {
	const struct restore_model *model; /* borrowed */
	struct pairs pairs;
	uint8_t order[RESTORE_GAPS]; /* all classes, as in lists */
	/* What every mark that became a space may leave in a gap so wide. */
	struct class_list wide[CLASS_WIDTHS];
	int32_t weights[LOSS_COUNT][RESTORE_GAPS]; /* given to the logits */
	uint32_t ends[RESTORE_GAPS]; /* all bits where a sentence ends, or 0 */
	uint8_t space, comma, stop;  /* the classes " ", ", " and ". " */
};

void class_lists_init(struct class_lists *lists,
		      const struct restore_model *model);

/* All of a list but `allowed`, which is given. */
void class_list_fill(struct class_list *list, const struct class_lists *lists);

#endif

/*
 * What a gap may become: by the room that it had, by the marks that it kept,
 * and by its place.
 */
#ifndef COPYDESK_RESTORE_CHOICE_H
#define COPYDESK_RESTORE_CHOICE_H

#include "restore/class_lists.h"
#include "restore/verdict.h"

/* What a gap may become, and what speaks for it. */
struct choice {
	const struct class_list *list; /* those that are allowed */
	struct class_list own;	       /* the list, where no common one is it */
	/* e() of their logits, less the best one's; as the list has them */
	uint32_t shares[RESTORE_GAPS];
	const int16_t *logits;
	size_t room;  /* beyond it a quotation mark was lost: glued */
	int32_t most; /* the best allowed logit */
	uint64_t sum; /* of the shares */
};

/*
 * Fill in all but the logits, which are given, and what the gap's trace says of
 * the gap alone. False where only letters are restored: then there is no
 * choice.
 */
bool choice_see(struct choice *choice, struct decoder *decoder, size_t i);

#endif

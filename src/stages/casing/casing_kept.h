/*
 * Where the model's edits are not made, whatever it is sure of: lines that kept
 * their case, names that machines read, labels of fields, other scripts, what
 * is quoted in another language.
 */
#ifndef COPYDESK_STAGES_CASING_CASING_KEPT_H
#define COPYDESK_STAGES_CASING_CASING_KEPT_H

#include "edit/pass.h"
#include "restore/restore.h"
#include "text/machine_name.h"

#define MASKED_DIGIT '4' /* what the model reads for one that is masked */

struct casing_kept {
	const struct pass *pass;
	size_t base;   /* of the task's text in the pass's */
	bool mixed;    /* lines that kept their case are left as they are */
	bool capitals; /* and those with small letters in a text in capitals */
	bool lowered;  /* and a headline over one in small letters */
	bool fields;   /* tabs or bars part those of a line */
	bool cased;    /* the text kept its case, and lost marks */
	size_t end;    /* up to here the current line is left */
	size_t next;   /* where the next line begins */
	bool starts;   /* it lost no capitals but those */
	bool marked;   /* its sentences have their marks */
	bool foreign;  /* the sentence up to `said` is in another language, */
	size_t first;  /* where its first word is */
	size_t said;
	struct machine_name_walk names; /* of the pass's text */
};

/* For a task that begins at `base`, whose text lost what `conditions` say. */
struct casing_kept casing_kept_begin(const struct pass *pass, size_t base,
				     uint32_t conditions);

/*
 * Whether an edit is not made. They are asked in order. Of a word that begins a
 * sentence in another language no more than the first letter is left.
 */
bool casing_keeps(struct casing_kept *kept, struct restore_edit *edit);

#endif

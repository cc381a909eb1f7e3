/*
 * What a gap may become: the marks that survived are in every class that is
 * allowed. README.md, "Allowed gaps".
 */
#ifndef COPYDESK_RESTORE_ALLOW_H
#define COPYDESK_RESTORE_ALLOW_H

#include "restore/gap.h"
#include "restore/model.h"

/* What an article lost, and so what its gaps may become. */
struct gap_rules {
	const struct restore_model *model; /* borrowed */
	const struct words *words;	   /* borrowed */
	enum restore_loss loss;
	struct gap_view view;
	bool cased;	 /* words kept their case, which tells where one ends */
	bool lowered;	 /* words are in small letters, but what begins some */
	bool numberless; /* numbers are lost, too: wide gaps may be theirs */
	bool whole;	 /* lines are paragraphs: none is broken up */
	bool glued;	 /* sentences touch without a space */
	bool flat;	 /* no line is broken: two spaces may be a break */
	uint32_t lost;	 /* a bit for each row of allow.c's marks */
	/* Classes without spaces and lost marks, padded with zeros. */
	uint64_t rest[RESTORE_GAPS][2];
};

void gap_rules_init(struct gap_rules *rules, const struct restore_model *model,
		    enum restore_loss loss, const struct words *words);

/* The class of that text; 0, which is the space, where the model has none. */
uint8_t gap_class(const struct restore_model *model, const char *text);

/* The class that a gap is, as it is seen: its white space is one space. */
unsigned gap_own_class(const struct seen_gap *seen,
		       const struct restore_model *model);

/* Whether a gap is a sentence end that may have lost a paragraph's space. */
bool gap_is_glued(const struct seen_gap *seen, const struct gap_rules *rules);

/*
 * The classes that gap `i` may become, as it is seen: allowed[class] is 1 or 0.
 * Returns the class that leaves it as it is.
 */
unsigned gap_allow(const struct seen_gap *seen, const struct gap_rules *rules,
		   size_t i, uint8_t allowed[RESTORE_GAPS]);

#endif

/*
 * What copydesk promises of any text, as laws that tests and fuzzers hold its
 * results against.
 */
#ifndef COPYDESK_TESTS_CONTRACT_H
#define COPYDESK_TESTS_CONTRACT_H

#include <copydesk.h>

struct trial {
	const struct cd_desk *desk;
	enum cd_lines lines;	  /* that the desk is for */
	struct cd_span text;	  /* borrowed */
	struct cd_result *result; /* of the text */
	struct cd_result *again;  /* of its output; the laws fill it */
};

/* A law: NULL where it holds, or what does not. A failed call breaks it. */
typedef const char *law(struct trial *trial);

law law_utf8;	    /* the output is valid UTF-8 */
law law_idempotent; /* a second run changes nothing */
law law_letters;    /* no letter, mark or number is lost */
law law_places;	    /* findings are in the source, in order */
law law_explained;  /* a change has a finding; without one nothing is copied */
law law_changes;    /* the changes lead from the source to the text */
law law_lines;	    /* no line end comes that may not */
law law_calm;	    /* the engine's own safeguards need not speak up */

/* The findings and both texts, to standard error. */
void trial_show(const struct trial *trial);

#endif

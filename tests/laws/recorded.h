/*
 * What becomes of texts made from those of tests/cases, as it was recorded:
 * FOLDER/STAGE.txt has a line a case, a hash of the texts and findings and its
 * heading. `make neighbours` writes them again; which lines changed then says
 * for which cases to look. TEST_CASE=HEADING and SHOW=1 print what their texts
 * become, to compare with an older program.
 */
#ifndef COPYDESK_TESTS_RECORDED_H
#define COPYDESK_TESTS_RECORDED_H

#include <stdbool.h>

#include "case_file.h"
#include "laws/contract.h"

/* A case whose texts are tried. */
struct recorded_case {
	const struct test_case *test;
	uint64_t state;		   /* for what is random: the same each time */
	const struct cd_desk *own; /* with the rules of the case */
	const struct cd_desk *all; /* with all rules */
	const char *heading;
	struct trial trial;
	uint32_t sum;
	size_t broken; /* laws */
	bool skipped;  /* not all of its texts were tried: nothing to compare */
};

/* Makes the texts of a case, and tries each. */
typedef void recorded_maker(struct recorded_case *one);

/* Run a text, and add what becomes of it; hold the laws against it, or not. */
void recorded_try(struct recorded_case *one, const struct cd_desk *desk,
		  const char *bytes, size_t len, bool lawful);

/* All cases of all tables, as tests of their own; what main() returns. */
int recorded_run(const char *name, const char *folder, recorded_maker *make);

#endif

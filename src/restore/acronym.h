/*
 * One case for an acronym: "NATO" or "Nato" throughout an article. README.md,
 * "Case".
 */
#ifndef COPYDESK_RESTORE_ACRONYM_H
#define COPYDESK_RESTORE_ACRONYM_H

#include "restore/case_agreement.h"
#include "restore/verdict.h"

/*
 * Whether word i is in brackets, and its letters begin the words before them:
 * "Ferry Owners of Lorne (FOL)".
 */
bool acronym_is_spelled_out(const struct decoder *decoder,
			    const struct verdict *verdicts, size_t i);

/*
 * Once the case of all words is settled. What the article's words said is in
 * `agreement`, and is added to.
 */
void acronyms_settle(const struct decoder *decoder, struct verdict *verdicts,
		     struct case_agreement *agreement);

#endif

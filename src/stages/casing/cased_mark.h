/*
 * Marks that a text which kept its case cannot have lost where the model puts
 * them.
 */
#ifndef COPYDESK_STAGES_CASING_CASED_MARK_H
#define COPYDESK_STAGES_CASING_CASED_MARK_H

#include "edit/pass.h"

/* What a gap is to become. */
struct cased_mark {
	const char *text;
	size_t len;
};

/*
 * Whether the gap [at, end) of a cased text has no room for it: an indent for a
 * dash, or a place for an apostrophe.
 */
bool is_no_cased_mark(const struct pass *pass, size_t at, size_t end,
		      struct cased_mark mark);

#endif

/*
 * Patches in a text: hunks of a unified diff, "@@ -14,7 +14,8 @@", with the
 * lines that name their files. A program reads them: each space counts.
 */
#ifndef COPYDESK_TEXT_PATCH_H
#define COPYDESK_TEXT_PATCH_H

#include "text/listing.h"

/* Walks over a text's hunks in ascending order; all zero, but the text. */
struct patch_walk {
	const char *text; /* borrowed */
	size_t len;
	size_t at;
};

/* The next one, with what names its file; false when there is none. */
bool patch_next(struct patch_walk *walk, struct listing *span);

#endif

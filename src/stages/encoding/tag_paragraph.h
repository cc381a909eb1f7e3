/*
 * Elements that hold one paragraph, as <p> and <li> do: line ends in them
 * are spaces, by HTML's standard, where they were put in since a line was full.
 */
#ifndef COPYDESK_STAGES_ENCODING_TAG_PARAGRAPH_H
#define COPYDESK_STAGES_ENCODING_TAG_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>

#include "edit/pass.h"

struct tag_paragraph {
	size_t at, end; /* its text, without white space around it */
};

/* The element whose tag is at text[at]; false: there is none, of full lines. */
bool tag_paragraph_read(const struct pass *pass, size_t at,
			struct tag_paragraph *paragraph);

/* How many line ends are in such elements. */
size_t tag_paragraph_count_wrapped(const struct pass *pass);

#endif

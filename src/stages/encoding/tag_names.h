/* The elements of HTML that are read. */
#ifndef COPYDESK_STAGES_ENCODING_TAG_NAMES_H
#define COPYDESK_STAGES_ENCODING_TAG_NAMES_H

#include <stddef.h>

#include "stages/encoding/tags.h"

struct tag_name {
	const char *name;
	enum tag_kind kind;
};

/* In strcmp() order. */
extern const struct tag_name tag_names[TAG_NAMES];

/* The name's index in tag_names; TAG_NAMES when it is none. */
size_t tag_name_find(const char *text, size_t len);

/* As strcmp() of the text's bytes, in lower case, and the name. */
int tag_compare(const char *text, size_t len, const char *name);

#endif

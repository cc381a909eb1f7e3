/* The elements of HTML that are read. */
#ifndef COPYDESK_STAGES_ENCODING_TAG_NAMES_H
#define COPYDESK_STAGES_ENCODING_TAG_NAMES_H

#include <stddef.h>

/* What a tag leaves in the text. */
enum tag_kind {
	TAG_INLINE, /* nothing */
	TAG_CELL,   /* a space */
	TAG_LINE,   /* a line end */
	TAG_BREAK,  /* a line end; two of them, a paragraph break */
	TAG_BLOCK,  /* a paragraph break */
	TAG_SILENT, /* nothing, and its content goes with it */
};

#define TAG_NAMES 90

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

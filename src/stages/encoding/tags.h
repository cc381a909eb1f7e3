/*
 * HTML's tags: what is at a place, and what it leaves in a text. Only what
 * HTML knows as a tag is one: "<3", "a<b and c>d" and "<TXN.N>" are text.
 */
#ifndef COPYDESK_STAGES_ENCODING_TAGS_H
#define COPYDESK_STAGES_ENCODING_TAGS_H

#include <stdbool.h>
#include <stddef.h>

#include "stages/encoding/tag_names.h"

struct tag {
	size_t end;
	enum tag_kind kind;
};

#define TAG_CLOSERS 5

/* A text whose tags are read in ascending order. */
struct tag_text {
	const char *bytes;
	size_t len;
	bool gone[TAG_CLOSERS]; /* what may end a tag comes nowhere after */
	bool mentioned[TAG_CLOSERS]; /* its element is spoken of, not used */
	bool in_section;	     /* of CDATA */
	bool sentences;		     /* "<s>" begins one: it is all of them */
	bool scanned;		     /* for: */
	bool ended[TAG_NAMES];	     /* an end tag of that name is somewhere */
	bool bare[TAG_NAMES];	     /* one that begins, without attributes */
	bool named[TAG_NAMES];	     /* a sentence has both as words */
	unsigned char begun[TAG_NAMES]; /* how often one follows a sentence */
};

/* Read the tag at bytes[at] == '<'. False when there is none. */
bool tag_read(struct tag_text *text, size_t at, struct tag *tag);

/* Where the "]]>" at bytes[at] ends a section: its end. Else 0. */
size_t tag_end_of_section(struct tag_text *text, size_t at);

/* Whether a text begins as a whole HTML page does. */
bool tag_begins_page(const char *text, size_t len);

#endif

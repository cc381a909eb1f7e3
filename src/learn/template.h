/*
 * Templates: a line as a pattern, with what differs from page to page left
 * open.
 */
#ifndef COPYDESK_LEARN_TEMPLATE_H
#define COPYDESK_LEARN_TEMPLATE_H

#include "base/buffer.h"
#include "pattern/tokens.h"

enum template_kind {
	TEMPLATE_LITERAL, /* words and numbers as they are */
	TEMPLATE_NAMES,	  /* names and numbers open, the first word not */
	TEMPLATE_FRONT,	  /* the name at the start open too */
	TEMPLATE_KINDS
};

/*
 * Write the line's words as a pattern (see src/lang/README.md) to `out`, which
 * is emptied first. False when this kind says nothing that the one before did
 * not, or too little: a pattern needs two words of its own, and as many as it
 * leaves open.
 */
bool template_write(enum template_kind kind, const struct tokens *words,
		    const char *text, struct buffer *out);

#endif

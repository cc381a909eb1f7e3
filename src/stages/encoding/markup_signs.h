/*
 * A walk over the signs of markup, for the step that takes them out one kind
 * after the other.
 */
#ifndef COPYDESK_STAGES_ENCODING_MARKUP_SIGNS_H
#define COPYDESK_STAGES_ENCODING_MARKUP_SIGNS_H

#include <stdint.h>

#include "base/ascii.h"
#include "edit/pass.h"
#include "stages/encoding/link_list.h"
#include "stages/encoding/link_names.h"

#define MARKUP_SIGNS_PAIR 400 /* bytes between the signs of a pair */
#define MARKUP_SIGNS_DEEP 2   /* pairs within each other */
#define MARKUP_URL 2000

struct markup_signs {
	struct pass *pass;
	const char *text;
	size_t len;
	size_t at; /* what is before it is done */
	/* Pairs of stars that are open, the inner one last. */
	struct {
		size_t closes; /* where it does */
		size_t stars;
	} open[MARKUP_SIGNS_DEEP];
	size_t open_count;
	size_t words_end;	 /* of the link that is open; 0: none is */
	struct link_list links;	 /* after the text */
	struct link_names names; /* of links whose addresses are elsewhere */
	bool markdown;		 /* other signs of Markdown are in the text */
	bool bold;		 /* it has bold words, by two stars */
	size_t width;		 /* of its lines, if it was wrapped */
	size_t join; /* the end of a line that lost an address; SIZE_MAX */
};

static inline unsigned char byte_at(const struct markup_signs *walk, size_t at)
{
	return bytes_at(walk->text, walk->len, at);
}

static inline unsigned char byte_before(const struct markup_signs *walk,
					size_t at)
{
	return bytes_before(walk->text, at);
}

static inline bool is_space_or_end(unsigned char c)
{
	return !c || ascii_is_space(c);
}

/* A line that lost an address was full: it goes on. */
void markup_join_line(struct markup_signs *walk);

/* Take text[at, end) out, and go on after it. */
void markup_drop_signs(struct markup_signs *walk, size_t at, size_t end);

bool markup_begins(const struct markup_signs *walk, size_t at,
		   const char *word);

/*
 * Mend what begins at text[walk->at]; false: nothing does. The first is for
 * "]", the others for "!" and "[".
 */
bool markup_mend_link_end(struct markup_signs *walk);
bool markup_mend_image(struct markup_signs *walk);
bool markup_mend_bracket(struct markup_signs *walk);

#endif

/*
 * What the parts of emitting share: texts of marks (new_text.c, nickname.c,
 * other_marks.c), marks (emit.c) and spaces (spaces.c).
 */
#ifndef COPYDESK_STAGES_QUOTES_EMIT_H
#define COPYDESK_STAGES_QUOTES_EMIT_H

#include "stages/quotes/quotes.h"

struct quote_marks;

/* The line that was last asked for its language. */
struct emitted_line {
	size_t at, end; /* 0, 0: none was */
	bool other;
	bool told; /* by its small words, too */
};

struct emitter {
	struct pass *pass;
	struct emitted_line *line;
	const struct quote_marks *language;
	const struct quote_mark *marks;
	size_t count;
	bool part; /* the text has others, too */
	enum quote_commas commas;
	size_t done; /* where the last edit ended */
};

/* The spaces on either side of a mark whose label is sure. */
void emit_space_before(struct emitter *emitter, const struct quote_mark *mark);
void emit_space_after(struct emitter *emitter, const struct quote_mark *mark);

static inline bool mark_partner_is(const struct quote_mark *mark,
				   enum quote_glyph glyph)
{
	return mark->partner && mark->partner->glyph == glyph;
}

/* After a space and before a word: no quotation closes there. */
static inline bool mark_stands_at_front(const struct quote_mark *mark)
{
	return mark->left == CONTEXT_SPACE &&
	       (quote_is_letter(mark->right) || mark->right == CONTEXT_DIGIT);
}

/* new_text.c: what a mark becomes; NULL: it stays. */
const char *mark_new_text(const struct emitter *emitter,
			  const struct quote_mark *mark);

/*
 * other_marks.c: whether a mark of another language, or of a line of one, stays
 * as it is under its label.
 */
bool other_mark_stays(const struct emitter *emitter,
		      const struct quote_mark *mark);

/* The shape of a mark that is written so: enum quote_glyph. */
uint8_t mark_shape_of(const char *text);

/*
 * nickname.c: "The ’Canes": nothing closes it, and it is an apostrophe as it
 * is; nor does "the 'Noles and the 'Cats" hold a quotation, or "the 'Cats. The
 * boys' dog".
 */
bool mark_is_nickname(const struct pass *pass, const struct quote_mark *mark);

#endif

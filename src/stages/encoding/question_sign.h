/*
 * A question mark that may be another mark, which a conversion to ASCII lost:
 * what it is by its neighbours. question_step.c tells whether a text has them.
 */
#ifndef COPYDESK_STAGES_ENCODING_QUESTION_SIGN_H
#define COPYDESK_STAGES_ENCODING_QUESTION_SIGN_H

#include "edit/pass.h"

#define SIGN_WIDE 3 /* bytes of a mark */

/*
 * A sign: one "?", or, where each byte of UTF-8 was replaced, one for each of
 * the three bytes of a mark.
 */
struct sign {
	const struct pass *pass;
	size_t at, end, width;	      /* 1, or SIGN_WIDE */
	uint32_t before, after, next; /* `next`: after `after` */
	bool quoted; /* a quotation is open; the caller's, as is */
	bool apart;  /* the text has apostrophes that stand apart */
};

/* On to the next one from `from` on; false: there is none. */
bool sign_next(struct sign *sign, size_t from);

/* "O?Dell" and "D?Souza": the letter is a word by itself. */
bool sign_joins_name(const struct sign *sign);

/* "John?s", and "the workers? rights" outside a quotation. */
bool sign_is_apostrophe(const struct sign *sign);

/* "?Yes", "(?Yes" */
bool sign_opens(const struct sign *sign);

/*
 * ",? ", ".? ", "word?, ", "word?." and "word? said": after them a sentence
 * goes on, or is ended.
 */
bool sign_closes(const struct sign *sign);

/* "a gun ? which she" */
bool sign_is_dash(const struct sign *sign);

/*
 * "HARROW ? The bridge": no question mark, where these stand at their words.
 * Not "64 ? 3", of which it may be any sign.
 */
bool sign_is_apart(const struct sign *sign);

/*
 * "?Tis so": an apostrophe, in a quotation, or where nothing closes one. A
 * letter alone is another word's: "n?est-ce pas".
 */
bool sign_begins_elided(const struct sign *sign);

/*
 * "?Yes" of a quotation; "?4,000", which may be a price whose sign was lost,
 * where a mark closes what it opens.
 */
bool sign_opens_quotation(const struct sign *sign);

/*
 * Ann ?Midge? Trask, ?Parish Notes? (a leaflet): what was opened at `opened` is
 * closed here, or nowhere in the line.
 */
bool sign_ends_name(const struct sign *sign, size_t opened);

/* "it?s", "John?s", "O?Dell" */
bool sign_is_within_word(const struct sign *sign);

/* "couldn ? t", "the board ? s": tokens, where no word begins with the clitic.
 */
bool sign_is_clitic_apart(const struct sign *sign);

/* What a question mark, or one that was lost, may be by its neighbours. */
bool sign_may_be_mark(const struct sign *sign);

#endif

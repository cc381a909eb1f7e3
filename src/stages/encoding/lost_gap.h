/*
 * A gap: where a program threw a character away, and left U+FFFD or a piece of
 * it. Its neighbours say what it can have been.
 */
#ifndef COPYDESK_STAGES_ENCODING_LOST_GAP_H
#define COPYDESK_STAGES_ENCODING_LOST_GAP_H

#include "edit/pass.h"
#include "text/wordset.h"

/* What is left where a character was. */
struct lost_remains {
	const char *text;
	size_t len;
	size_t most; /* so many of them may be one character's */
	unsigned rule;
};

struct lost_gap {
	struct pass *pass;
	const struct lost_remains *remains;
	size_t at, end;
	uint32_t before, after;
};

bool lost_remains_at(const struct pass *pass, size_t at,
		     const struct lost_remains *remains);

/* The first remains from text[at] on; pass->len when there are none. */
size_t lost_next_remains(const struct pass *pass, size_t at,
			 const struct lost_remains *remains);

/* The first gap from byte `from` on. gap->pass and gap->remains are set. */
bool lost_gap_next(struct lost_gap *gap, size_t from);

/* Letters of ASCII on both sides. */
bool lost_gap_joins_letters(const struct lost_gap *gap);

/* "illegal�and": words that the language has, and nothing between them. */
bool lost_gap_joins_known(const struct lost_gap *gap);

/* "isn�t", "we�re": no other letter makes a word of these. */
bool lost_gap_is_contraction(const struct lost_gap *gap);

/* "EPA�s", but "caf�s" are cafés. */
bool lost_gap_is_apostrophe(const struct lost_gap *gap);

/* "two months� job": what several own, where apostrophes were lost. */
bool lost_gap_is_of_several(const struct lost_gap *gap);

/*
 * "complaints of�the system": both are words that the article has elsewhere, so
 * a no-break space was between them; "Fran�ois" lost a letter.
 */
bool lost_gap_separates_words(const struct lost_gap *gap,
			      const struct wordset *words);

/* " � " between words, not after a sentence. */
bool lost_gap_is_dash(const struct lost_gap *gap);

/* What a no-break space leaves: "said.� The", "flag,�all". */
bool lost_gap_is_space(const struct lost_gap *gap);

/* "�Hello" and "hello,�": where quotation marks are. */
bool lost_gap_opens(const struct lost_gap *gap);
bool lost_gap_closes(const struct lost_gap *gap);

/*
 * “It is late,� she said: whether a mark that is there begins a quotation
 * before the gap, and none ends it; and whether the gap must be its end.
 */
bool lost_gap_is_in_quotation(const struct lost_gap *gap);
bool lost_gap_ends_quotation(const struct lost_gap *gap);

#endif

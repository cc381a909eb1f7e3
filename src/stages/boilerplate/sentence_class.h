/*
 * Which classes may go as a sentence of a line that stays.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SENTENCE_CLASS_H
#define COPYDESK_STAGES_BOILERPLATE_SENTENCE_CLASS_H

#include "stages/boilerplate/article.h"

/*
 * Whether a sentence of that class may go. Words after the last full stop that
 * are no sentence are more likely furniture: "... she said. Advertisement".
 */
bool sentence_may_go(const struct line *sentence, uint16_t class);

/* "For more information, visit lowell.example": the article says where. */
bool sentence_tells_where(const struct article *article,
			  const struct line *sentence, uint16_t class);

/* Whether the sentence is the article's for the words around a match. */
bool sentence_is_late(const struct article *article,
		      const struct line *sentence, uint16_t class);

/* The word from which it, or a line, goes, where prose is before that; or 0. */
uint32_t sentence_cut(const struct article *article,
		      const struct line *sentence, uint16_t class);

/* Whether that is a pitch, which begins with a question or a promise. */
bool sentence_is_pitch(uint16_t class);

#endif

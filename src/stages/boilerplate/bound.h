/*
 * The bound of what a rule may take: at most so many words of ordinary
 * sentences, so that a slip of a rule never costs a paragraph.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_BOUND_H
#define COPYDESK_STAGES_BOILERPLATE_BOUND_H

#include "stages/boilerplate/article.h"

#define BOUND_WORDS 60
#define BOUND_MIXED 25 /* with more a line is judged by its sentences */

/*
 * Whether words [first, end) are an ordinary sentence, but for the rules that
 * match in it: a full one that does not speak to the reader.
 */
bool bound_is_ordinary(const struct article *article, const struct line *line,
		       size_t first, size_t end);

/* The same, where no rule of `class` matches in it. */
bool bound_is_article(const struct article *article, const struct line *line,
		      size_t first, size_t end, uint16_t class);

/*
 * Whether a sentence of the article follows others of the line and says who
 * said it: "Follow us on Twitter. The mayor said that the pumps had failed."
 */
bool bound_tells(const struct article *article, const struct line *line,
		 uint16_t class);

/* Whether a line holds a sentence of the article that is too long for a post.
 */
bool bound_breaks_post(const struct article *article, const struct line *line);

/*
 * The words of ordinary sentences in a line in which no rule of `class`
 * matched, and of any that are longer than the bound.
 */
size_t bound_line(const struct article *article, const struct line *line,
		  uint16_t class);

/* The same of words [first, end), for the rule that matched at word `hit`. */
size_t bound_span(const struct article *article, const struct line *line,
		  size_t first, size_t end, size_t hit);

/* Note that words [first, end) of a line would be too long a span. */
void bound_hold(struct line *line, size_t first, size_t end, uint16_t class);

/*
 * "It has closed 12 of the old mills in the U.S. Ida Moss contributed to this
 * report.": whether a sentence of the story is before the credit, in words
 * [first, end), or in any of the line that is taken for one sentence.
 */
bool bound_has_story(const struct tokens *words, size_t first, size_t end);
bool bound_credits_story(const struct article *article,
			 const struct line *line);

#endif

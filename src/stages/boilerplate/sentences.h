/*
 * Sentences of a line.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_SENTENCES_H
#define COPYDESK_STAGES_BOILERPLATE_SENTENCES_H

#include "stages/boilerplate/article.h"

#define FLAT_WORDS 120 /* a line of more words is flat */
#define FLAT_BYTES (FLAT_WORDS * 6)

/* Whether a line may be one that is judged by its sentences, by its bytes. */
static inline bool line_is_read_inside(const struct article *article,
				       const struct line *line)
{
	return article->count == 1 || line->end - line->at > FLAT_BYTES;
}

/* The word after the last one of the sentence that begins at word `first`. */
size_t sentence_end(const struct article *article, const struct tokens *words,
		    size_t first);

/*
 * Split a line into sentences, if that has not been done: line->starts holds
 * line->sentences of them, and after the last the number of words. False: no
 * memory.
 */
bool sentences_split(const struct article *article, struct line *line);

/*
 * Whether a sentence begins at word `at` that no mark separates from a call
 * before it: "... on Twitter and Facebook It took him a month."
 */
bool sentence_begins_unmarked(const struct article *article,
			      const struct tokens *words, size_t at);

/* The sentence of a line that was split in which word `at` is. */
size_t sentence_of(const struct line *line, size_t at);

/* After closing marks and quotation marks that belong to what ends at `at`. */
size_t sentence_skip_closing(const char *text, size_t at, size_t end);

#endif

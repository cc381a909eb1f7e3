/*
 * Furniture that runs on into a sentence of the article, where a page's line
 * ends were lost: "Source: Town LibraryWe saw the same on the quay."
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_RUN_ON_H
#define COPYDESK_STAGES_BOILERPLATE_RUN_ON_H

#include "stages/boilerplate/article.h"

/* Whether a line, or a sentence as a line, of `class` runs on so. */
bool runs_on(const struct article *article, const struct line *line,
	     uint16_t class);

/*
 * Whether words [first, end), after what matched, are a long sentence of the
 * article: "Join us on Facebook Preparations for the fair are late in ..."
 */
bool runs_on_after(const struct article *article, const struct line *line,
		   size_t first, size_t end);

/*
 * Whether words [first, end), after a label that lacks its full stop, are an
 * ordinary sentence: "Newsletter Sign-up Crowds on the pier sang for an hour.",
 * perhaps after up to three words of the label more: "... newsletter today".
 */
bool runs_into_later(const struct article *article, const struct line *line,
		     size_t first, size_t end);

/* Whether a speaker's name comes after it: "RUSH TRANSCRIPT MOSS: Thanks." */
bool sentence_runs_into_speech(const struct article *article,
			       const struct line *sentence, uint16_t class);

/* Whether such a sentence follows what rules of `class` match of one. */
bool sentence_runs_on(const struct article *article,
		      const struct line *sentence, uint16_t class);

/*
 * Whether the story follows words of `class` that no rule knows. Posts,
 * captions and headlines are sentences themselves.
 */
bool sentence_holds_story(const struct article *article,
			  const struct line *sentence, uint16_t class);

/*
 * "Subscribe to Lowell Weekly Schools in the north will open an hour later.":
 * whether a sentence of the story may follow a call without a mark.
 */
bool sentence_leads_to_story(const struct article *article,
			     const struct line *sentence);

#endif

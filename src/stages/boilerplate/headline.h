/*
 * Where a headline ends that is inside running text.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_HEADLINE_H
#define COPYDESK_STAGES_BOILERPLATE_HEADLINE_H

#include "pattern/pattern.h"

/*
 * The headline begins at word `at` of `text`: the index of the first word after
 * it, or NO_MATCH when no place is likely enough. `starters` are words with
 * which sentences like to begin, `speech` verbs that follow a speaker's name,
 * `verbs` other verbs that follow a subject, `unfinished` words that end no
 * headline: sets of the rules file, by name.
 */
size_t headline_end(const struct pattern_table *table, const char *text,
		    const struct tokens *words, size_t at);

/*
 * Where a sentence is glued to the headline that begins at word `at` and ends
 * before word `end`: "the best drummer on EarthHe added": an offset in `text`;
 * 0: none is.
 */
size_t headline_glue(const struct pattern_table *table, const char *text,
		     const struct tokens *words, size_t at, size_t end);

#endif

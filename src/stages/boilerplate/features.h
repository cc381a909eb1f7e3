/*
 * Features: what a line looks like, whatever it says.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_FEATURES_H
#define COPYDESK_STAGES_BOILERPLATE_FEATURES_H

#include "stages/boilerplate/rules.h"

/*
 * The features of a line by itself: enum line_feature without FEATURES_LATE and
 * FEATURES_PROSE.
 */
uint32_t features_find(const struct strip_rules *rules,
		       const struct tokens *words);

/* Those of FEATURES_PROSE. */
uint32_t features_of_prose(const struct strip_rules *rules,
			   const struct tokens *words);

/* Whether the words up to `end` end in "..., she said." or the like. */
bool words_end_said(const struct strip_rules *rules, const struct tokens *words,
		    size_t end);

#endif

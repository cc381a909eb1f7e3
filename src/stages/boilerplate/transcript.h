/*
 * Transcripts: lines that begin with a speaker's name in capitals, "DOE: Thank
 * you." A page's own labels look alike ("READ: ..."), so that a speaker called
 * Read needs others beside him.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_TRANSCRIPT_H
#define COPYDESK_STAGES_BOILERPLATE_TRANSCRIPT_H

#include "stages/boilerplate/rules.h"

/* Whether text[at, end) begins with a label in capitals. */
bool transcript_has_label(const char *text, size_t at, size_t end);

/* Whether the first word of a label is a page's own: "READ MORE:". */
bool transcript_is_call(const struct strip_rules *rules, const char *text,
			size_t at, size_t end);

/* Whether it begins with a label that is no page's own, and goes on. */
bool transcript_has_speaker(const struct strip_rules *rules, const char *text,
			    size_t at, size_t end);

#define TRANSCRIPT_SPEAKERS 2 /* lines of speakers make a transcript */

#endif

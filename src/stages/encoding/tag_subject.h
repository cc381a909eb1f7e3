/* Texts whose subject is HTML. */
#ifndef COPYDESK_STAGES_ENCODING_TAG_SUBJECT_H
#define COPYDESK_STAGES_ENCODING_TAG_SUBJECT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the text may be about HTML, as a lesson is: it names it, calls a tag
 * one, or has tags as words only; and it has no tags of paragraphs, as the
 * leftovers of a page do.
 */
bool tags_are_subject(const char *text, size_t len);

#endif

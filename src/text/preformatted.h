/*
 * Preformatted text: blocks whose indents and line ends are part of them, and
 * that are no listing of code. A block is the lines between two blank ones.
 *
 * Drawings of characters, YAML, logs of commits, the dialogue of a screenplay,
 * which is set in, under the name of who speaks, lyrics under chords, and
 * glosses under words; what is set in under "::" and in directives of
 * reStructuredText.
 */
#ifndef COPYDESK_TEXT_PREFORMATTED_H
#define COPYDESK_TEXT_PREFORMATTED_H

#include <stdbool.h>
#include <stddef.h>

#include "text/lines.h"
#include "text/listing.h"

/* Walks over a text's blocks in ascending order; all zero, but the text. */
struct preformatted_walk {
	const char *text; /* borrowed */
	size_t len;
	size_t at;
	bool log;    /* the last span was of a log of commits */
	size_t cues; /* speeches of a screenplay, one more; 0: not counted */
};

/*
 * The next span that is in text[at, end], or touches it; false when there is
 * none. `at` may not be before that of the call before. What is between is
 * passed over unread, as far as that tells the same.
 */
bool preformatted_near(struct preformatted_walk *walk, size_t at, size_t end,
		       struct listing *span);

/* Whether the lines text[at, end), none of them blank, are such a block. */
bool text_is_drawing(const char *text, size_t at, size_t end);
bool text_is_boxes(const char *text, size_t at, size_t end); /* not set in */
bool text_is_tree(const char *text, size_t at, size_t end);
bool text_is_grid(const char *text, size_t at, size_t end);
bool text_is_yaml(const char *text, size_t at, size_t end);
bool text_is_chords(const char *text, size_t at, size_t end);
bool text_is_gloss(const char *text, size_t at, size_t end);

/* Whether all of a text is YAML, flat or not. */
bool text_is_settings(const char *text, size_t len);

/* Whether all of it is a page of a manual, or stanzas of a package's fields. */
bool text_is_manual(const char *text, size_t len);
bool text_is_stanzas(const char *text, size_t len);

#endif

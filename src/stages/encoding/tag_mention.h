/* Tags that an article speaks of. */
#ifndef COPYDESK_STAGES_ENCODING_TAG_MENTION_H
#define COPYDESK_STAGES_ENCODING_TAG_MENTION_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the tag at text[at, end), which has no attributes, is in a
 * sentence as a word does, and its element says nothing without attributes, an
 * end tag or others in it: "<img>", "<ul>", but not "<p>", which may be left
 * alone; "<b>" where a small word follows and no end tag does.
 */
bool tag_is_mention(const char *text, size_t len, size_t at, size_t end);

/*
 * Whether the tag at text[at, end), without attributes, and its end tag are
 * words of a sentence: "between <article> and </article>".
 */
bool tag_is_named_pair(const char *text, size_t len, size_t at, size_t end);

/* Whether HTML has no end tag of that name: <source>, <input>. */
bool tag_has_no_end(const char *name, size_t len);

/* Whether text[at, end), a tag or an entity, is in a sentence as a word is. */
bool tag_is_in_sentence(const char *text, size_t len, size_t at, size_t end);

#endif

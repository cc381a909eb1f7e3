/*
 * Markup as a decoding step may take it out: what is words to a reader, and
 * what is not. The engine asks here whether an edit lost words.
 */
#ifndef COPYDESK_STAGES_ENCODING_MARKUP_H
#define COPYDESK_STAGES_ENCODING_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the content of a <script> or <style> element is code, or nothing.
 * Prose between two tags that an article mentions is neither.
 */
bool markup_is_code(const char *text, size_t len);

/*
 * Words, divided by white space, that are outside tags, also those in square
 * brackets, comments and the code of <script> and <style>. Only what holds an
 * ASCII letter counts: other letters may be bytes that a decoding step puts
 * right.
 */
size_t markup_words(const char *text, size_t len);

#endif

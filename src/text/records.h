/*
 * A record a line: headlines, posts, sentences of a parallel corpus. The number
 * of a line is the key to another file, so that each line stays one.
 */
#ifndef COPYDESK_TEXT_RECORDS_H
#define COPYDESK_TEXT_RECORDS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Lines that hold text: of 6,143 articles the longest without blank lines has
 * 199, but for broken lines of one width. Fewer records cannot be told from a
 * paragraph a line.
 */
#define RECORDS_LEAST 200

/*
 * Whether each line is a record: none is blank, nearly, most are as long as
 * they happen to be, and they begin or end as sentences do. A web page with its
 * menus is none: runs of short lines, and of paragraphs between them.
 */
bool records_text(const char *text, size_t len);

#endif

/*
 * Markdown, as CommonMark, GitHub and Pandoc have it: which bytes of a text are
 * its form, or what a program reads, and not words.
 */
#ifndef COPYDESK_TEXT_MARKDOWN_H
#define COPYDESK_TEXT_MARKDOWN_H

#include <stddef.h>

/*
 * Set kept[i] where text[i] is no word: line ends and what lines begin with
 * (marks of lists, quotations and headings), blocks and spans of code, formulas
 * and tags, links' addresses and names, tables, rows of signs, fields in
 * braces. The other bytes of `kept`, `len` of them, stay as they are. Signs
 * that stand alone, such as "*", are not told. Where something is begun and not
 * ended, more is taken for form, not less.
 */
void markdown_mark(const char *text, size_t len, unsigned char *kept);

#endif

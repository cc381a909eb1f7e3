/*
 * Tables with commas, as CSV has them, that are a text: a program's field may
 * hold a file. Their quotation marks and spaces belong to their form.
 */
#ifndef COPYDESK_TEXT_COMMA_TABLE_H
#define COPYDESK_TEXT_COMMA_TABLE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether all of a text is one: a first line of names, glued by commas, and
 * after it records that have as many fields each, two at least.
 */
bool comma_table_text(const char *text, size_t len);

#endif

/*
 * Lines of a table in a text that lost its marks: their wide gaps are columns,
 * and no marks were there.
 */
#ifndef COPYDESK_STAGES_CASING_TABLE_LINE_H
#define COPYDESK_STAGES_CASING_TABLE_LINE_H

#include "edit/pass.h"

/*
 * Whether the line [at, end) is one: short cells with wide gaps between them, a
 * neighbour that has such, and a figure in one of them. A neighbour may be
 * behind an empty line.
 */
bool is_table_line(const struct pass *pass, size_t at, size_t end);

#endif

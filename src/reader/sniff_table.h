/* Tables among the inputs whose form nobody named. */
#ifndef COPYDESK_READER_SNIFF_TABLE_H
#define COPYDESK_READER_SNIFF_TABLE_H

#include <copydesk.h>

#include <stdbool.h>

#include "reader/format.h"

/*
 * A header of two columns or more, and nearly all records alike: with quoted
 * fields one record is enough, else three have to agree.
 */
bool sniff_is_table(struct cd_span text, char mark);

/*
 * Without a header, eight records or more: rows with tabs, or with a quoted
 * field each. Paragraphs that a tab begins, or that a speaker's name does, are
 * none.
 */
bool sniff_is_headless(struct cd_span text, char mark);

/*
 * What separates the fields of a file whose ending says CSV: FORMAT_CSV, but
 * where its header has no comma and one other mark, with which its first
 * records agree. `whole`: nothing comes after `start`.
 */
enum format sniff_dialect(struct cd_span start, bool whole);

/* Whether these bytes are enough for sniff_dialect(). */
bool sniff_dialect_is_enough(struct cd_span start);

/*
 * The table whose header, of two columns or more, has one of that name;
 * FORMAT_AUTO: it is none, or several marks would do.
 */
enum format sniff_columns(struct cd_span start, const char *name);

#endif

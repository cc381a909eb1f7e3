/* Tables among the inputs whose form nobody named. */
#ifndef COPYDESK_READER_SNIFF_TABLE_H
#define COPYDESK_READER_SNIFF_TABLE_H

#include <copydesk.h>

#include <stdbool.h>

/* The first line without its end; *whole: its end was seen. */
struct cd_span sniff_first_line(struct cd_span text, bool *whole);

/*
 * A header of two columns or more, and nearly all records alike: with quoted
 * fields one record is enough, else three have to agree.
 */
bool sniff_is_table(struct cd_span text, char mark);

#endif

/* What programs read and no reader does, by its first lines. */
#ifndef COPYDESK_READER_SNIFF_DATA_H
#define COPYDESK_READER_SNIFF_DATA_H

#include <copydesk.h>

#include <stdbool.h>

#include "reader/content.h"

/* CONTENT_TEXT where it is none of them. `text` begins at no space. */
enum content sniff_data(struct cd_span text, bool whole);

/* The same by the form of most lines. */
enum content sniff_lines(struct cd_span text, bool whole);

/* A literal of Python ("['a', 'b']", "{'text': 'a'}") that fills the first
 * line; `whole`: nothing comes after `text`. */
bool sniff_is_python(struct cd_span text, bool whole);

#endif

/*
 * Annotations within records: places in a text as counts of its characters, as
 * Doccano, Prodigy, spaCy, Label Studio and SQuAD have them beside the text in
 * JSON. In a text that is written anew they would be the wrong places.
 */
#ifndef COPYDESK_READER_COUNTED_H
#define COPYDESK_READER_COUNTED_H

#include <stdbool.h>

#include <copydesk.h>

/* Whether the start of a file of JSON has such; it may be cut anywhere. */
bool counted_has_places(struct cd_span start);

#endif

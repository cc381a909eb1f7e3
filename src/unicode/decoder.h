/*
 * Within the charset part: the decoder that cd_decode() uses.
 */
#ifndef COPYDESK_UNICODE_DECODER_H
#define COPYDESK_UNICODE_DECODER_H

#include <copydesk.h>

#include "base/buffer.h"

/* Decode a whole text of the charset `name`; append it to `out`. */
enum cd_status decoder_convert(const char *name, struct cd_span bytes,
			       struct buffer *out, bool *lossy);

#endif

/* Text in XML 1.0, in attributes too. */
#ifndef COPYDESK_WRITER_XML_H
#define COPYDESK_WRITER_XML_H

#include "base/buffer.h"

/* Append `text` escaped; what XML cannot hold becomes U+FFFD. */
void xml_escape(struct buffer *out, const char *text, size_t len);

/* Append ` name="text"`; `text` ends in a NUL. */
void xml_attribute(struct buffer *out, const char *name, const char *text);

#endif

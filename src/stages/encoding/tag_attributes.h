/* Reading the attributes of a tag, and what ends it. */
#ifndef COPYDESK_STAGES_ENCODING_TAG_ATTRIBUTES_H
#define COPYDESK_STAGES_ENCODING_TAG_ATTRIBUTES_H

#include <stdbool.h>
#include <stddef.h>

/* The text from a place in a tag to where the tag must have ended. */
struct tag_reader {
	const char *text;
	size_t at, end;
};

/* The byte at the reader's place; 0 at the end. */
static inline unsigned tag_peek(const struct tag_reader *reader)
{
	return reader->at < reader->end
		       ? (unsigned char)reader->text[reader->at]
		       : 0;
}

/* Go past `c`, if it is next. */
static inline bool tag_take(struct tag_reader *reader, char c)
{
	if (tag_peek(reader) != (unsigned char)c)
		return false;
	reader->at++;
	return true;
}

/*
 * Go past a tag's attributes, its "/" and its ">", from after its name. False:
 * it is no tag.
 */
bool tag_read_attributes(struct tag_reader *reader);

#endif

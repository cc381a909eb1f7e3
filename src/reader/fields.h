/*
 * The fields that hold articles, as --field names them: members of a JSON
 * record, JSON Pointers, or columns of a table.
 */
#ifndef COPYDESK_READER_FIELDS_H
#define COPYDESK_READER_FIELDS_H

#include "base/buffer.h"
#include "support/json_path.h"

#define FIELDS_MAX 16

/* Who says so. */
enum fields_source {
	FIELDS_USUAL,	/* nobody: it is "text" */
	FIELDS_OF_FILE, /* a configuration file, for those that have fields */
	FIELDS_ASKED,	/* the command line */
};

struct fields {
	size_t count;
	const char *names[FIELDS_MAX]; /* borrowed, as given */
	struct json_path paths[FIELDS_MAX];
};

/* False: *why is a static message. fields_release() is due either way. */
bool fields_add(struct fields *fields, const char *name, const char **why);
void fields_release(struct fields *fields);

/* These, or, where there are none, the one field "text". */
const struct fields *fields_or_text(const struct fields *fields);

/*
 * Append the pointer that a name is meant for which is written as jq, JSONPath
 * or Miller write it ("body.text", "$.items[*].text"); false: it is none.
 */
bool fields_pointer(const char *name, struct buffer *out);

#endif

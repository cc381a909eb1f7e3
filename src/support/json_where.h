/*
 * Where in a record a scan is: which objects and arrays are open, and which of
 * the paths that are looked for lead to the value that comes.
 */
#ifndef COPYDESK_SUPPORT_JSON_WHERE_H
#define COPYDESK_SUPPORT_JSON_WHERE_H

#include <stdint.h>

#include "support/json_path.h"

#define JSON_DEPTH_MAX 2048

struct json_where {
	const struct json_path *paths; /* borrowed */
	size_t depth;
	unsigned char is_object[JSON_DEPTH_MAX / 8]; /* one bit a level */
	unsigned char skipped[JSON_PATHS_MAX];	     /* steps done before */
	uint64_t now; /* a bit for each path that leads to the next value */
	uint64_t open[JSON_STEPS_MAX];	/* the same, into open containers */
	size_t element[JSON_STEPS_MAX]; /* of the open arrays */
};

/*
 * Before the record's first byte. *element: the record is that element of an
 * array, which a pointer's first step means; NULL: it is none.
 */
void json_where_start(struct json_where *where, const struct json_path *paths,
		      size_t count, const size_t *element);

/* Into the object, or array, that comes; false: it is nested too deep. */
bool json_where_open(struct json_where *where, bool object);

/* Out of the innermost one that is open. */
static inline void json_where_close(struct json_where *where)
{
	where->depth--;
}

/* Whether the innermost one is an object; there must be one. */
bool json_where_is_object(const struct json_where *where);

/* Whether a path leads into it. */
bool json_where_is_sought(const struct json_where *where);

/* To the value of that member, or to an element. */
void json_where_member(struct json_where *where, const char *name, size_t len);
void json_where_first_element(struct json_where *where);
void json_where_next_element(struct json_where *where);

/* The path that ends at the value that comes; JSON_PATHS_MAX: none does. */
size_t json_where_path(const struct json_where *where);

#endif

/*
 * Annotations that stand off: files beside a text that count its characters, as
 * brat (.ann) and the BioNLP tasks (.a1) have them. A text that is written anew
 * would leave them with the wrong places.
 */
#ifndef COPYDESK_READER_STANDOFF_H
#define COPYDESK_READER_STANDOFF_H

#include <stdbool.h>
#include <stddef.h>

struct buffer;

/* Names of such files in an archive, which no disk can be asked for. */
struct standoff_names {
	char **name; /* owned, and each of them */
	size_t count, room;
};

/* Whether a file of this name could hold them. */
bool standoff_is_name(const char *name);

/* Keep the path, if it is such a name. False: no memory. */
bool standoff_add(struct standoff_names *names, const char *path);

/* When all are added, and before they are asked for. */
void standoff_sort(struct standoff_names *names);
void standoff_release(struct standoff_names *names);

/*
 * Whether there is such a file beside the text at `path`, on the disk (`among`
 * is NULL) or among these; adds its name.
 */
bool standoff_beside(const char *path, const struct standoff_names *among,
		     struct buffer *name);

#endif

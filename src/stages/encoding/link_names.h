/*
 * Links of Markdown whose addresses are in lines of their own, under a name:
 * "[the plan][1]", and "[1]: https://...".
 */
#ifndef COPYDESK_STAGES_ENCODING_LINK_NAMES_H
#define COPYDESK_STAGES_ENCODING_LINK_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#define LINK_NAMES 256	 /* a text with more has the others as they are */
#define LINK_NAME_MAX 60 /* bytes */

struct link_names {
	const char *text; /* borrowed */
	struct {
		size_t at, len;
	} names[LINK_NAMES];
	size_t count;
};

/* All names that have an address. */
void link_names_find(struct link_names *names, const char *text, size_t len);

/* Whether one of them is name[0, len), whatever the case of its letters and the
 * white space between its words. */
bool link_names_has(const struct link_names *names, const char *name,
		    size_t len);

#endif

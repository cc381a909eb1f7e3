/*
 * The list of links that lynx, elinks and the like write after a page's text:
 * "   1. https://...", "   2. https://...".
 */
#ifndef COPYDESK_STAGES_ENCODING_LINK_LIST_H
#define COPYDESK_STAGES_ENCODING_LINK_LIST_H

#include <stddef.h>

struct link_list {
	size_t last; /* the number of the last link; 0: there is no list */
	size_t at;   /* where it starts */
};

/*
 * Find the list. Its numbers ascend by one from 1, each in a line with its
 * address; below the heading, "References", some may be left out.
 */
void link_list_find(struct link_list *list, const char *text, size_t len);

#endif

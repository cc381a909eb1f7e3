/*
 * The list of links that lynx, elinks and the like write after a page's text:
 * "   1. https://...", "   2. https://...".
 */
#ifndef COPYDESK_STAGES_ENCODING_LINK_LIST_H
#define COPYDESK_STAGES_ENCODING_LINK_LIST_H

#include <stddef.h>

/*
 * The number of the last link, and in *at where the list starts; 0: there is no
 * list. Its numbers ascend by one from 1, each in a line with its address.
 */
size_t link_list_find(const char *text, size_t len, size_t *at);

#endif

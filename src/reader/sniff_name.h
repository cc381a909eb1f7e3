/* What a file's name says of what is in it. */
#ifndef COPYDESK_READER_SNIFF_NAME_H
#define COPYDESK_READER_SNIFF_NAME_H

#include "reader/content.h"

/*
 * A text by its bytes, but not for an editor of texts by its name: subtitles,
 * documents with markup, sources and settings of programs; else CONTENT_TEXT.
 */
enum content sniff_name(const char *path);

#endif

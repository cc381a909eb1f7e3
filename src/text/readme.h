/* Documents that come with programs. */
#ifndef COPYDESK_TEXT_README_H
#define COPYDESK_TEXT_README_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the text has two of the headings that a README has ("Installation",
 * "Usage", "License"), each in a line of its own, or one of them and code.
 */
bool text_is_readme(const char *text, size_t len);

#endif

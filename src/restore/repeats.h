/*
 * How often a text says its words, alone and with their neighbours: an article
 * is its own dictionary. README.md, "repeat".
 */
#ifndef COPYDESK_RESTORE_REPEATS_H
#define COPYDESK_RESTORE_REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define REPEATS_ROWS 96

struct repeats {
	uint8_t *rows; /* owned: of each word, below REPEATS_ROWS */
	size_t count;
};

/* Those of a whole text. False, and nothing to release, without memory. */
bool repeats_read(struct repeats *repeats, const char *text, size_t len);
void repeats_release(struct repeats *repeats);

#endif

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
#define REPEATS_COUNTERS (2 * 131072)

struct repeats {
	uint8_t *rows; /* owned: of each word, below REPEATS_ROWS */
	size_t count;
};

/*
 * Those of a whole text, by the hashes of its words. `counters` are all 0, and
 * will be again. False, and nothing to release, without memory.
 */
bool repeats_read(struct repeats *repeats, uint8_t *counters,
		  const uint64_t *hashes, size_t count);
void repeats_release(struct repeats *repeats);

#endif

/* Edit distance, for "did you mean". */
#include "cli/suggest.h"

#include <string.h>

#define NAME_MAX_LEN 64

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Levenshtein's distance of two names of at most NAME_MAX_LEN bytes. */
static size_t distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t row[NAME_MAX_LEN + 1];

	for (size_t j = 0; j <= b_len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a_len; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			const size_t cost = corner + (a[i - 1] != b[j - 1]);

			corner = row[j];
			row[j] = least(cost, least(row[j], row[j - 1]) + 1);
		}
	}
	return row[b_len];
}

const char *suggest(const char *word, const char *const *names, size_t count)
{
	const size_t len = strcspn(word, "=");
	size_t best = len / 3 + 2;
	const char *found = NULL;

	if (len > NAME_MAX_LEN)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		const size_t size = strlen(names[i]);
		size_t apart;

		if (size > NAME_MAX_LEN)
			continue;
		apart = distance(word, len, names[i], size);
		if (apart < best) {
			best = apart;
			found = names[i];
		}
	}
	return found;
}

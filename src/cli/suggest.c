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

/* What was cut off is one step, however long it was. */
static size_t apart(const char *word, size_t len, const char *name)
{
	return !strncmp(word, name, len)
		       ? 1
		       : distance(word, len, name, strlen(name));
}

const char *suggest(const char *word, const char *const *names, size_t count)
{
	const size_t len = strcspn(word, "=");
	size_t best = len < 4 ? 2 : len / 3 + 2;
	const char *found = NULL;

	if (!len || len > NAME_MAX_LEN)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		size_t steps;

		if (strlen(names[i]) > NAME_MAX_LEN)
			continue;
		steps = apart(word, len, names[i]);
		if (steps < best) {
			best = steps;
			found = names[i];
		}
	}
	return found;
}

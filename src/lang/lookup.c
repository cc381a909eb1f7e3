/* Binary search over the lines of a sorted file. */
#include "lang/lookup.h"

#include <string.h>

static const char *line_start(const char *from, const char *at)
{
	while (at > from && at[-1] != '\n')
		at--;
	return at;
}

static const char *find(char byte, const char *at, const char *end)
{
	const char *found = memchr(at, byte, (size_t)(end - at));

	return found ? found : end;
}

/* As memcmp(): the key against the line's key. */
static int compare(const char *key, size_t len, const char *line,
		   const char *end)
{
	const size_t other = (size_t)(find(' ', line, end) - line);
	const int order = memcmp(key, line, len < other ? len : other);

	if (order)
		return order;
	return len < other ? -1 : len > other;
}

const char *lang_lookup(const struct lang_file *file, const char *key,
			size_t key_len, size_t *len)
{
	const char *low = file->bytes, *high = file->end;

	while (low < high) {
		const char *line = line_start(low, low + (high - low) / 2);
		const char *end = find('\n', line, high);
		const int order = compare(key, key_len, line, end);

		if (!order) {
			const char *blank = find(' ', line, end);

			*len = blank < end ? (size_t)(end - blank - 1) : 0;
			return blank < end ? blank + 1 : end;
		}
		if (order < 0)
			high = line;
		else
			low = end < high ? end + 1 : high;
	}
	return NULL;
}

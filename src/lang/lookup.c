/* Binary search over the lines of a sorted file. */
#include "lang/lookup.h"

#include <string.h>

static const char *line_start(const char *from, const char *at)
{
	while (at > from && at[-1] != '\n')
		at--;
	return at;
}

static const char *line_end(const char *at, const char *end)
{
	const char *found = memchr(at, '\n', (size_t)(end - at));

	return found ? found : end;
}

/* Whether the key of the line that ends at `end`, or later, ends at `at`. */
static bool is_key_end(const char *at, const char *end)
{
	return at == end || *at == ' ' || *at == '\n';
}

/* As memcmp(): the key against the line's key. Most differ early. */
static int compare(const char *key, size_t len, const char *line,
		   const char *end)
{
	size_t i = 0;

	while (i < len && !is_key_end(line + i, end) && key[i] == line[i])
		i++;
	if (is_key_end(line + i, end))
		return i < len;
	return i < len ? (unsigned char)key[i] - (unsigned char)line[i] : -1;
}

const char *lang_lookup(const struct lang_file *file, const char *key,
			size_t key_len, size_t *len)
{
	const char *low = file->bytes, *high = file->end;

	while (low < high) {
		const char *line = line_start(low, low + (high - low) / 2);
		const int order = compare(key, key_len, line, high);
		const char *end;

		if (order < 0) {
			high = line;
			continue;
		}
		end = line_end(line, high);
		if (!order) {
			const char *rest = line + key_len;

			rest += rest < end;
			*len = (size_t)(end - rest);
			return rest;
		}
		low = end < high ? end + 1 : high;
	}
	return NULL;
}

bool lang_has_prefix(const struct lang_file *file, const char *prefix,
		     size_t len)
{
	const char *low = file->bytes, *high = file->end;

	while (low < high) {
		const char *line = line_start(low, low + (high - low) / 2);
		const char *end = line_end(line, high);
		const size_t most = (size_t)(end - line);
		const int order = memcmp(prefix, line, len < most ? len : most);

		if (!order && len <= most)
			return true;
		if (order < 0)
			high = line;
		else
			low = end < high ? end + 1 : high;
	}
	return false;
}

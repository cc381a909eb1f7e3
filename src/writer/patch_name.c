/* Names of files in patches. */
#include "writer/patch_name.h"

#include <string.h>

/* Take the last folder off the name that begins at `from`; false: it has none.
 */
static bool drop_last(struct buffer *out, size_t from)
{
	if (out->len == from)
		return false;
	do {
		out->len--;
	} while (out->len > from && out->bytes[out->len - 1] != '/');
	out->len -= out->len > from;
	return true;
}

size_t patch_name(struct buffer *out, const char *path)
{
	const size_t from = out->len;
	const bool whole = *path == '/';
	size_t ups = 0;

	while (*path) {
		const size_t len = strcspn(path, "/");

		if (len == 2 && !strncmp(path, "..", 2))
			ups += !drop_last(out, from) && !whole;
		else if (len && !(len == 1 && *path == '.')) {
			buffer_add_text(out, out->len > from ? "/" : "");
			buffer_add(out, path, len);
		}
		path += len + (path[len] == '/');
	}
	return whole ? PATCH_FROM_ROOT : ups;
}

#include "reader/standoff.h"

#include <string.h>
#include <unistd.h>

#include "base/buffer.h"

#define TEXT ".txt" /* what these tools read has this ending */

static const char *const endings[] = { ".ann", ".a1" };

bool standoff_is_name(const char *name)
{
	const char *ending = strrchr(name, '.');

	for (size_t i = 0; ending && i < sizeof(endings) / sizeof(*endings);
	     i++)
		if (!strcmp(ending, endings[i]))
			return true;
	return false;
}

bool standoff_beside(const char *path, struct buffer *name)
{
	const size_t len = strlen(path);
	const size_t stem = len < sizeof(TEXT) ? 0 : len - (sizeof(TEXT) - 1);

	if (!stem || strcmp(path + stem, TEXT) != 0)
		return false;
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		buffer_reset(name);
		buffer_add(name, path, stem);
		buffer_add_text(name, endings[i]);
		if (!access(buffer_text(name), F_OK))
			return true;
	}
	buffer_reset(name);
	return false;
}

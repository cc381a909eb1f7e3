#include "reader/standoff.h"

#include <stdlib.h>
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

static bool has_room(struct standoff_names *names)
{
	const size_t room = names->room ? 2 * names->room : 64;
	char **more;

	if (names->count < names->room)
		return true;
	more = realloc(names->name, room * sizeof(*more));
	if (!more)
		return false;
	names->name = more;
	names->room = room;
	return true;
}

bool standoff_add(struct standoff_names *names, const char *path)
{
	char *copy;

	if (!standoff_is_name(path))
		return true;
	if (!has_room(names))
		return false;
	copy = strdup(path);
	if (copy)
		names->name[names->count++] = copy;
	return copy;
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void standoff_sort(struct standoff_names *names)
{
	if (names->count)
		qsort(names->name, names->count, sizeof(*names->name), compare);
}

void standoff_release(struct standoff_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->name[i]);
	free(names->name);
	*names = (struct standoff_names){ .name = NULL };
}

static bool is_there(const struct standoff_names *among, const char *path)
{
	if (!among)
		return !access(path, F_OK);
	return among->count && bsearch(&path, among->name, among->count,
				       sizeof(*among->name), compare);
}

bool standoff_beside(const char *path, const struct standoff_names *among,
		     struct buffer *name)
{
	const size_t len = strlen(path);
	const size_t stem = len < sizeof(TEXT) ? 0 : len - (sizeof(TEXT) - 1);

	if (!stem || strcmp(path + stem, TEXT) != 0)
		return false;
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		const char *beside;

		buffer_reset(name);
		buffer_add(name, path, stem);
		buffer_add_text(name, endings[i]);
		beside = buffer_text(name);
		if (beside && is_there(among, beside))
			return true;
	}
	buffer_reset(name);
	return false;
}

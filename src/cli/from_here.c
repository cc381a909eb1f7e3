/* Paths as a repository has them. */
#include "cli/from_here.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void from_here_init(struct from_here *here)
{
	struct stat now, logical;

	buffer_init(&here->path);
	here->folder = getcwd(NULL, 0);
	here->logical = getenv("PWD");
	if (here->logical &&
	    (*here->logical != '/' || stat(".", &now) ||
	     stat(here->logical, &logical) || now.st_ino != logical.st_ino ||
	     now.st_dev != logical.st_dev))
		here->logical = NULL;
}

void from_here_release(struct from_here *here)
{
	free(here->folder);
	buffer_release(&here->path);
}

/* Bytes of a path that lead to a folder, with the "/" after it; 0: elsewhere.
 */
static size_t lead(const char *path, const char *folder)
{
	const size_t len = folder ? strlen(folder) : 0;

	if (len < 2 || strncmp(path, folder, len) != 0)
		return 0;
	return path[len] == '/' ? len + 1 : path[len] ? 0 : len;
}

/* Without "." and empty names, which lead nowhere. */
static void add_names(struct buffer *out, const char *path)
{
	if (*path == '/')
		buffer_add_byte(out, '/');
	while (*path) {
		const size_t len = strcspn(path, "/");

		if (len && !(len == 1 && *path == '.')) {
			if (out->len && out->bytes[out->len - 1] != '/')
				buffer_add_byte(out, '/');
			buffer_add(out, path, len);
		}
		path += len + (path[len] == '/');
	}
}

const char *from_here(struct from_here *here, const char *path)
{
	const char *plain;
	size_t skip;

	buffer_reset(&here->path);
	add_names(&here->path, path);
	plain = buffer_text(&here->path);
	if (!plain)
		return path;
	skip = lead(plain, here->folder);
	if (!skip)
		skip = lead(plain, here->logical);
	return plain[skip] ? plain + skip : ".";
}

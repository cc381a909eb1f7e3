/* Paths under --output-dir. */
#include "cli/mirror.h"

#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/command.h"

/* Make the folder path[0..slash); one that is there is fine. */
static bool make_folder(char *path, char *slash)
{
	int made;

	*slash = '\0';
	made = mkdir(path, 0777);
	*slash = '/';
	return made == 0 || errno == EEXIST;
}

/* Make the folders that lead to `path`: mostly they are there. */
bool mirror_folders(char *path)
{
	char *last = strrchr(path, '/'), *slash = strchr(path + 1, '/');

	if (!slash || make_folder(path, last))
		return true;
	for (; slash; slash = strchr(slash + 1, '/')) {
		if (!make_folder(path, slash))
			return false;
	}
	return true;
}

/* The real path of a file's folder, and the file's name; free() it. */
static char *real_path(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder =
		slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
	char *real = folder ? realpath(folder, NULL) : NULL;
	struct buffer whole;

	free(folder);
	buffer_init(&whole);
	buffer_printf(&whole, "%s/%s", real && real[1] ? real : "",
		      slash ? slash + 1 : path);
	if (!real || !buffer_text(&whole))
		buffer_release(&whole);
	free(real);
	return whole.bytes;
}

/* The path below --root, which is to be freed; NULL: it is not there. */
static char *below_root(struct mirror *mirror, const char *path)
{
	char *root = realpath(mirror->options->root, NULL);
	char *real = real_path(path), *below = NULL;
	const size_t len = root && root[1] ? strlen(root) : 0;

	if (root && real && !strncmp(real, root, len) && real[len] == '/')
		below = strdup(real + len + 1);
	free(root);
	free(real);
	return below;
}

static char *path_in_folder(struct mirror *mirror, const struct file *file)
{
	const bool standard = !strcmp(file->path, "-");
	const char *name = standard ? "stdin.txt" : file->relative;
	char *below = NULL;
	struct buffer path;

	buffer_init(&path);
	mirror->error = "is not below --root";
	if (mirror->options->root && !standard) {
		below = below_root(mirror, file->path);
		if (!below)
			return NULL;
		name = below;
	}
	mirror->error = "out of memory";
	buffer_printf(&path, "%s/%s", mirror->options->output_dir, name);
	free(below);
	if (buffer_text(&path))
		return path.bytes;
	buffer_release(&path);
	return NULL;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* Note that `path` is written; false, and `error`, when it was already. */
static bool claim(struct mirror *mirror, const char *path)
{
	char *copy = path ? strdup(path) : NULL;
	char **node = copy ? tsearch(copy, &mirror->made, by_text) : NULL;

	if (node && *node == copy)
		return true;
	free(copy);
	mirror->error = node ? "another input has its name in the output folder"
			     : "out of memory";
	return false;
}

void mirror_release(struct mirror *mirror)
{
	while (mirror->made) {
		char *path = *(char **)mirror->made;

		tdelete(path, &mirror->made, by_text);
		free(path);
	}
}

char *mirror_path(struct mirror *mirror, const struct file *file)
{
	char *path = path_in_folder(mirror, file);

	if (path && claim(mirror, path))
		return path;
	free(path);
	return NULL;
}

bool mirror_open(struct mirror *mirror, const struct options *options)
{
	struct buffer path;
	bool done;

	mirror->options = options;
	buffer_init(&path);
	buffer_printf(&path, "%s/", options->output_dir);
	done = buffer_text(&path) && mirror_folders(path.bytes);
	if (!done)
		complain(options->output_dir,
			 strerror(path.failed ? ENOMEM : errno));
	buffer_release(&path);
	return done;
}

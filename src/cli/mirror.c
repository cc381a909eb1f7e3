/* Paths under --output-dir. */
#include "cli/mirror.h"

#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/command.h"
#include "cli/paths.h"

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

static int by_place(const void *a, const void *b)
{
	const struct walk_place *one = a, *other = b;

	if (one->device != other->device)
		return one->device < other->device ? -1 : 1;
	return one->inode < other->inode ? -1 : one->inode > other->inode;
}

/* Keep what is to be freed, once. */
static void keep(struct mirror *mirror, void **tree, void *what,
		 int (*order)(const void *, const void *))
{
	void **node = what ? tsearch(what, tree, order) : NULL;

	if (!node || *node != what)
		free(what);
	mirror->no_memory |= !node;
}

/* Note an input that is a file, or a folder; never what is looked for. */
static bool note_input(const void *context, const char *path)
{
	struct mirror *mirror = *(struct mirror *const *)context;
	struct walk_place *place;
	struct stat what;

	if (stat(path, &what) != 0)
		return false;
	if (S_ISDIR(what.st_mode)) {
		char *real = realpath(path, NULL);

		if (real)
			keep(mirror, &mirror->folders, real, by_text);
		return false;
	}
	place = malloc(sizeof(*place));
	if (place)
		*place = (struct walk_place){ what.st_dev, what.st_ino };
	keep(mirror, &mirror->inputs, place, by_place);
	return false;
}

/* Only where a file is there already does anybody have to know. */
static void note_inputs(struct mirror *mirror)
{
	const struct options *options = mirror->options;

	if (mirror->inputs_known)
		return;
	mirror->inputs_known = true;
	for (size_t i = 0; i < options->path_count; i++)
		note_input(&mirror, options->paths[i]);
	paths_list_has(options, note_input, &mirror);
}

static bool is_below(const char *path, const char *folder)
{
	const size_t len = strcmp(folder, "/") ? strlen(folder) : 0;

	return !strncmp(path, folder, len) && (path[len] == '/' || !path[len]);
}

/* Whether a folder that is read holds the path. A walk passes over the folder
 * of --output-dir, but not over what is named of it. */
static bool is_read(struct mirror *mirror, const char *path)
{
	char *out = realpath(mirror->options->output_dir, NULL);
	char *real = real_path(path), *at = real, *slash;
	bool found = false;

	while (out && at && !found && (slash = strrchr(at, '/')) &&
	       slash > at) {
		*slash = '\0';
		found = is_below(at, out) &&
			tfind(at, &mirror->folders, by_text) != NULL;
	}
	free(out);
	free(real);
	return found;
}

/* Whether the path is a file that is read: its text would be lost. */
static bool is_input(struct mirror *mirror, const struct file *file,
		     const char *path)
{
	struct walk_place place;
	struct stat what;

	if (stat(path, &what) != 0 || !S_ISREG(what.st_mode))
		return false;
	place = (struct walk_place){ what.st_dev, what.st_ino };
	if (!file->member && place.device == file->info.st_dev &&
	    place.inode == file->info.st_ino) {
		mirror->error = "its place in the output folder is its own: "
				"name another folder, or take copydesk fix";
		return true;
	}
	note_inputs(mirror);
	mirror->error = "its place in the output folder is an input's";
	if (tfind(&place, &mirror->inputs, by_place) || is_read(mirror, path))
		return true;
	if (mirror->no_memory)
		mirror->error = "out of memory";
	return mirror->no_memory;
}

static void release(void **tree, int (*order)(const void *, const void *))
{
	while (*tree) {
		void *what = *(void **)*tree;

		tdelete(what, tree, order);
		free(what);
	}
}

void mirror_release(struct mirror *mirror)
{
	release(&mirror->made, by_text);
	release(&mirror->inputs, by_place);
	release(&mirror->folders, by_text);
}

char *mirror_path(struct mirror *mirror, const struct file *file)
{
	char *path = path_in_folder(mirror, file);

	if (path && !is_input(mirror, file, path) && claim(mirror, path))
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

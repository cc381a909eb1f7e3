/* Walking folders. */
#define _DEFAULT_SOURCE /* d_type, which saves a look at each file */
#include "reader/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "reader/standoff.h"

/* The folders that are open, from the inside out. */
struct level {
	const struct level *outer;
	struct walk_place place;
};

/* A walk under way. */
struct walking {
	const struct walk *walk;
	size_t root;	/* bytes of the path that name the folder walked */
	bool annotated; /* a name in the folder at hand is of standoff.h */
};

static const char *relative_to(const struct walking *walking, const char *path)
{
	const char *name = strrchr(path, '/');

	if (!walking->root)
		return name ? name + 1 : path;
	path += walking->root;
	return path + strspn(path, "/");
}

static bool visit(const struct walking *walking, const char *path,
		  const char *problem)
{
	const struct walk_file file = {
		.path = path,
		.relative = relative_to(walking, path),
		.named = walking->root == 0,
		.annotated = walking->root == 0 || walking->annotated,
		.problem = problem,
		.harmless = false,
	};

	return walking->walk->visit(walking->walk->context, &file);
}

static bool visit_note(const struct walking *walking, const char *path,
		       const char *note)
{
	const struct walk_file file = {
		.path = path,
		.relative = relative_to(walking, path),
		.problem = note,
		.harmless = true,
	};

	return walking->walk->visit(walking->walk->context, &file);
}

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* By the names' bytes: the same order in every locale. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static bool is_at(const struct stat *what, const struct walk_place *place)
{
	return what->st_dev == place->device && what->st_ino == place->inode;
}

static bool is_open(const struct level *level, const struct stat *what)
{
	while (level && !is_at(what, &level->place))
		level = level->outer;
	return level != NULL;
}

static const char link_loop[] = "symbolic link loop, left alone";

/* By its path within the folder, or as the user sees it. */
static bool is_excluded(const struct walking *walking, const char *path)
{
	const struct choice *choice = walking->walk->choice;

	return choice_excludes(choice, relative_to(walking, path)) ||
	       (choice->exclude.count && choice_excludes(choice, path));
}

/* Of one that is not excluded. */
static bool is_taken(const struct walking *walking, const char *path)
{
	const struct choice *choice = walking->walk->choice;

	return choice_takes(choice, relative_to(walking, path)) ||
	       (choice->include.count && choice_takes(choice, path));
}

/* A name in a folder that leads nowhere. */
static bool walk_missing(const struct walking *walking, const char *path,
			 int error)
{
	if (error == ELOOP)
		return visit_note(walking, path, link_loop);
	/* A broken link that could not have been a text. */
	if (error == ENOENT &&
	    (is_excluded(walking, path) || !is_taken(walking, path)))
		return true;
	return visit(walking, path, strerror(error));
}

static bool walk_folder(const struct walking *walking,
			const struct level *outer, const char *path,
			const struct stat *what);

static bool is_link(const char *path, unsigned char type)
{
	struct stat what;

	if (type != DT_UNKNOWN)
		return type == DT_LNK;
	return lstat(path, &what) == 0 && S_ISLNK(what.st_mode);
}

/* A file that is no link; opening it will tell the rest. */
static bool walk_file(const struct walking *walking, const char *path)
{
	if (is_excluded(walking, path))
		return true;
	if (is_taken(walking, path))
		return visit(walking, path, NULL);
	passed_add(walking->walk->passed, path);
	return true;
}

static bool walk_found(const struct walking *walking, const struct level *outer,
		       const char *path, unsigned char type)
{
	const struct walk *walk = walking->walk;
	struct stat what;

	if (type == DT_REG)
		return walk_file(walking, path);
	if (!walk->follow && is_link(path, type)) {
		if (!is_excluded(walking, path))
			passed_add_link(walk->passed);
		return true;
	}
	if (stat(path, &what))
		return walk_missing(walking, path, errno);
	if (is_excluded(walking, path))
		return true;
	if (S_ISDIR(what.st_mode)) {
		if (is_open(outer, &what))
			return visit_note(walking, path, link_loop);
		if (is_at(&what, &walk->output))
			return true;
		return walk_folder(walking, outer, path, &what);
	}
	if (!is_taken(walking, path)) {
		passed_add(walk->passed, path);
		return true;
	}
	if (!S_ISREG(what.st_mode))
		return visit_note(walking, path, "not a file, left alone");
	return visit(walking, path, NULL);
}

static char *join(const char *folder, const char *name)
{
	const size_t len = strlen(folder);
	const bool slash = len && folder[len - 1] == '/';
	const size_t size = len + strlen(name) + 2;
	char *path = malloc(size);

	if (path)
		snprintf(path, size, "%s%s%s", folder, slash ? "" : "/", name);
	return path;
}

static bool walk_entries(const struct walking *walking,
			 const struct level *level, const char *folder,
			 struct dirent **entries, int count)
{
	bool on = true;

	for (int i = 0; i < count; i++) {
		char *path = on ? join(folder, entries[i]->d_name) : NULL;

		if (on)
			on = path ? walk_found(walking, level, path,
					       entries[i]->d_type)
				  : visit(walking, folder, "out of memory");
		free(path);
		free(entries[i]);
	}
	return on;
}

static bool has_annotations(struct dirent *const *entries, int count)
{
	for (int i = 0; i < count; i++)
		if (standoff_is_name(entries[i]->d_name))
			return true;
	return false;
}

static bool walk_folder(const struct walking *walking,
			const struct level *outer, const char *path,
			const struct stat *what)
{
	const struct level level = { outer, { what->st_dev, what->st_ino } };
	struct walking within = *walking;
	struct dirent **entries;
	const int count = scandir(path, &entries, is_visible, by_name);
	bool on;

	if (count < 0)
		return visit(walking, path, strerror(errno));
	within.annotated = has_annotations(entries, count);
	on = walk_entries(&within, &level, path, entries, count);
	free(entries);
	return on;
}

struct walk_place walk_place(const char *path)
{
	struct stat what;

	if (stat(path, &what))
		return (struct walk_place){ 0, 0 };
	return (struct walk_place){ what.st_dev, what.st_ino };
}

/* What a named path must not be; NULL: it is welcome. */
static const char *find_problem(const struct walk *walk,
				const struct stat *what)
{
	if (S_ISDIR(what->st_mode))
		return walk->no_folders ? "is a folder: name files, or say "
					  "--output-dir=DIR"
					: NULL;
	return S_ISREG(what->st_mode) || !walk->only_files
		       ? NULL
		       : "is not a file: it cannot be replaced";
}

bool walk_path(const struct walk *walk, const char *path)
{
	struct walking walking = { .walk = walk };
	struct stat what;
	const char *problem;

	if (!strcmp(path, "-"))
		return visit(&walking, path,
			     walk->only_files
				     ? "standard input cannot be rewritten"
				     : NULL);
	if (stat(path, &what))
		return visit(&walking, path, strerror(errno));
	problem = find_problem(walk, &what);
	if (problem || !S_ISDIR(what.st_mode))
		return visit(&walking, path, problem);
	walking.root = strlen(path);
	return walk_folder(&walking, NULL, path, &what);
}

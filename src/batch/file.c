/* Files in work. */
#include "batch/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void file_free(struct file *file)
{
	if (!file)
		return;
	if (file->fd > STDIN_FILENO)
		close(file->fd);
	member_free(file->member);
	free(file);
}

static const char *name_of(const struct walk_file *from, const char *stdin_name)
{
	if (strcmp(from->path, "-"))
		return from->path;
	return stdin_name ? stdin_name : "<stdin>";
}

/* One after the other: a small file is not worth four allocations. */
static const char *add_name(char **end, const char *name)
{
	char *start = *end;

	*end = stpcpy(start, name) + 1;
	return start;
}

struct file *file_new(const struct walk_file *from, const char *stdin_name)
{
	const char *name = name_of(from, stdin_name);
	const size_t size =
		strlen(from->path) + strlen(name) + strlen(from->relative) + 3;
	struct file *file = calloc(1, sizeof(*file) + size);
	char *end;

	if (!file)
		return NULL;
	end = file->names;
	file->fd = -1;
	file->named = from->named;
	file->annotated = from->annotated;
	file->path = add_name(&end, from->path);
	file->name = add_name(&end, name);
	file->relative = add_name(&end, from->relative);
	return file;
}

struct file *file_of_member(struct file *archive, struct member *member)
{
	struct buffer name;
	struct walk_file from = { .relative = member_path(member) };
	struct file *file = NULL;

	buffer_init(&name);
	buffer_printf(&name, "%s/%s", archive->name, from.relative);
	from.path = buffer_text(&name);
	if (from.path)
		file = file_new(&from, NULL);
	buffer_release(&name);
	if (!file) {
		member_free(member);
		return NULL;
	}
	file->member = member;
	file->archive = archive;
	file->device = archive->device;
	file->inode = archive->inode;
	member_stat(member, &file->info);
	return file;
}

void file_plan(struct file *file, const struct plan *plan,
	       enum separator separator)
{
	file->plan = plan;
	file->format = plan->format;
	if (file->format != FORMAT_AUTO)
		return;
	file->format = choice_format(file->name);
	if (separator == SEPARATOR_NONE)
		file->doubtful = format_is_text(file->format);
	else if (file->format == FORMAT_AUTO)
		file->format = FORMAT_TEXT;
}

/* Opened as what it is; if that is a link, as what it points to. */
static int open_path(struct file *file)
{
	const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY;
	const int fd = open(file->path, flags | O_NOFOLLOW);

	file->is_link = fd < 0 && (errno == ELOOP || errno == EMLINK);
	return file->is_link ? open(file->path, flags) : fd;
}

bool file_open(struct file *file)
{
	if (!strcmp(file->path, "-"))
		file->fd = STDIN_FILENO;
	else
		file->fd = open_path(file);
	if (file->fd < 0 || fstat(file->fd, &file->info))
		return false;
	file->device = file->info.st_dev;
	file->inode = file->info.st_ino;
	if (!S_ISDIR(file->info.st_mode))
		return true;
	errno = EISDIR;
	return false;
}

bool file_is_unchanged(const char *path, const struct stat *since)
{
	struct stat now;

	return !stat(path, &now) && now.st_dev == since->st_dev &&
	       now.st_ino == since->st_ino && now.st_size == since->st_size &&
	       now.st_mtim.tv_sec == since->st_mtim.tv_sec &&
	       now.st_mtim.tv_nsec == since->st_mtim.tv_nsec;
}

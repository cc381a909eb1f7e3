/* The file that an output becomes: it appears whole, or not at all. */
#include "writer/target.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xxhash.h>

#include "base/buffer.h"
#include "writer/access.h"

static bool fail(struct target *target)
{
	target->error = strerror(errno);
	return false;
}

/* The folder of `path` with its slash, and room for `more` bytes. */
static char *folder_of(const char *path, size_t more)
{
	const char *slash = strrchr(path, '/');
	const size_t len = slash ? (size_t)(slash - path) + 1 : 0;
	char *folder = malloc(len + more + 1);

	if (folder) {
		memcpy(folder, path, len);
		folder[len] = '\0';
	}
	return folder;
}

static bool make_temporary(struct target *target)
{
	static const char name[] = ".copydesk-XXXXXX";

	target->temporary = folder_of(target->path, sizeof(name));
	if (!target->temporary) {
		errno = ENOMEM;
		return fail(target);
	}
	strcat(target->temporary, name);
	target->fd = mkstemp(target->temporary);
	if (target->fd >= 0)
		return true;
	free(target->temporary);
	target->temporary = NULL;
	if (errno != EACCES)
		return fail(target);
	target->error = "its folder may not be written to";
	return false;
}

/* What the link `path` names in the end; one that leads nowhere is itself. */
static char *follow(const char *path)
{
	char *real = realpath(path, NULL);

	return real || errno != ENOENT ? real : strdup(path);
}

/* The same of a path that may be no link, or not be there yet. */
static char *resolve(const char *path)
{
	struct stat what;

	if (lstat(path, &what) ? errno == ENOENT : !S_ISLNK(what.st_mode))
		return strdup(path);
	return follow(path);
}

/* Begin the temporary file beside what `path`, owned, names. */
static bool replace(struct target *target, char *path, const struct stat *old)
{
	target->path = path;
	if (!target->path)
		return fail(target);
	if (!make_temporary(target))
		return false;
	return keep_access(target->fd, target->path, old) || fail(target);
}

bool target_replace(struct target *target, const char *path,
		    enum target_path what, const struct stat *old)
{
	return replace(target,
		       what == TARGET_LINK ? follow(path) : strdup(path), old);
}

static mode_t usual_mode(void)
{
	const mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/*
 * The open descriptor that `path` names, or -1. It is written to where it
 * is: opened anew, a file would be overwritten, and renamed, lost.
 */
static int named_descriptor(const char *path)
{
	static const char *const names[] = { NULL, "/dev/stdout",
					     "/dev/stderr" };
	static const char folder[] = "/dev/fd/";
	char *end;
	long fd;

	for (int i = STDOUT_FILENO; i <= STDERR_FILENO; i++) {
		if (!strcmp(path, names[i]))
			return i;
	}
	if (strncmp(path, folder, strlen(folder)))
		return -1;
	fd = strtol(path + strlen(folder), &end, 10);
	return *end || end[-1] == '/' || fd > INT_MAX ? -1 : (int)fd;
}

bool target_open(struct target *target, const char *path)
{
	const int named = named_descriptor(path);
	struct stat old;

	if (named >= 0) {
		target->fd = dup(named);
		return target->fd >= 0 || fail(target);
	}
	if (stat(path, &old)) {
		if (errno != ENOENT)
			return fail(target);
		memset(&old, 0, sizeof(old));
		old.st_uid = (uid_t)-1;
		old.st_gid = (gid_t)-1;
		old.st_mode = usual_mode();
		return replace(target, resolve(path), &old);
	}
	if (S_ISREG(old.st_mode))
		return replace(target, resolve(path), &old);
	target->fd = open(path, O_WRONLY | O_CLOEXEC);
	target->path = NULL;
	return target->fd >= 0 || fail(target);
}

/* With more before and after it, a longer name may be too long for a folder. */
#define LONG_NAME 120

/* "FOLDER/.copydesk-NAME.part"; of a long name its hash. */
static char *part_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	const size_t len = strlen(name);
	struct buffer part;

	buffer_init(&part);
	buffer_add(&part, path, (size_t)(name - path));
	if (len <= LONG_NAME)
		buffer_printf(&part, ".copydesk-%s.part", name);
	else
		buffer_printf(&part, ".copydesk-%016" PRIx64 ".part",
			      XXH3_64bits(name, len));
	if (!buffer_text(&part))
		buffer_release(&part);
	return part.bytes;
}

/* What was written before is there, and nothing after it. */
static bool cut_at(struct target *target, uint64_t at)
{
	struct stat now;

	if (fstat(target->fd, &now))
		return fail(target);
	if ((uint64_t)now.st_size < at) {
		target->error = "has lost what the journal says was written";
		return false;
	}
	return (ftruncate(target->fd, (off_t)at) == 0 &&
		lseek(target->fd, (off_t)at, SEEK_SET) >= 0) ||
	       fail(target);
}

/* The mode of a file that is there; those who may read it stay the same. */
static bool keep_mode(struct target *target)
{
	struct stat old;

	if (stat(target->path, &old))
		return fchmod(target->fd, usual_mode()) == 0 || fail(target);
	return keep_access(target->fd, target->path, &old) || fail(target);
}

/*
 * Whether the earlier run had renamed the file already, and was killed then:
 * all that is left is to close it.
 */
static bool is_renamed(struct target *target, uint64_t at)
{
	struct stat now;

	if (access(target->temporary, F_OK) == 0 || stat(target->path, &now) ||
	    (uint64_t)now.st_size != at)
		return false;
	target->fd = open(target->path, O_RDWR | O_CLOEXEC);
	if (target->fd < 0)
		return false;
	free(target->temporary);
	target->temporary = NULL;
	return true;
}

bool target_resume(struct target *target, const char *path, uint64_t at)
{
	target->stays = true;
	target->path = resolve(path);
	target->temporary = target->path ? part_name(target->path) : NULL;
	if (!target->temporary) {
		errno = ENOMEM;
		return fail(target);
	}
	if (at && is_renamed(target, at))
		return cut_at(target, at);
	target->fd = open(target->temporary,
			  O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (target->fd < 0)
		return fail(target);
	return keep_mode(target) && cut_at(target, at);
}

/* A descriptor that was closed before is no fault: nothing was written to it.
 */
static bool close_descriptor(struct target *target)
{
	const bool done =
		target->fd < 0 || close(target->fd) == 0 || errno == EBADF;

	target->fd = -1;
	return done || fail(target);
}

bool target_close(struct target *target)
{
	if (!close_descriptor(target))
		return false;
	if (!target->temporary)
		return true;
	if (rename(target->temporary, target->path)) {
		if (errno != EBUSY)
			return fail(target);
		/* as containers have single files */
		target->error = "is a mount point: its folder is to be mounted";
		return false;
	}
	free(target->temporary);
	target->temporary = NULL;
	return true;
}

void target_discard(struct target *target)
{
	if (target->fd >= 0)
		close(target->fd);
	target->fd = -1;
	if (target->temporary && !target->stays)
		unlink(target->temporary);
	free(target->temporary);
	free(target->path);
	target->temporary = target->path = NULL;
}

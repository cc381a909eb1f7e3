/* Owner, mode, access control list and extended attributes. */
#include "writer/access.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif

/* Another's file: the owner can be kept by root only; false: the group, too. */
static bool keep_group(int fd, const struct stat *old)
{
	return fchown(fd, old->st_uid, old->st_gid) == 0 ||
	       fchown(fd, (uid_t)-1, old->st_gid) == 0;
}

static bool is_owned_alike(const struct stat *a, const struct stat *b)
{
	return a->st_uid == b->st_uid && a->st_gid == b->st_gid;
}

/* The group that the file has instead may do what all others may. */
static mode_t without_group(mode_t mode)
{
	return (mode & 0707) | (mode & 07) << 3;
}

#ifdef __linux__

#define ACL_NAME "system.posix_acl_access"

static bool copy_attribute(int fd, const char *path, const char *name)
{
	const ssize_t size = getxattr(path, name, NULL, 0);
	char *value = size < 0 ? NULL : malloc((size_t)size + 1);
	ssize_t got = -1;

	if (value)
		got = getxattr(path, name, value, (size_t)size);
	if (got >= 0 && fsetxattr(fd, name, value, (size_t)got, 0))
		got = -1;
	free(value);
	return got >= 0;
}

/* A folder may lend its files a list, which names others than the old one's. */
static bool drop_list(int fd)
{
	return fremovexattr(fd, ACL_NAME) == 0 || errno == ENODATA ||
	       errno == EOPNOTSUPP;
}

/*
 * All that can be copied: what cannot is of little weight (a label that only
 * the system sets), but for the list of who may read and write.
 */
static bool copy_attributes(int fd, const char *path)
{
	ssize_t size = listxattr(path, NULL, 0);
	char *names = size > 0 ? malloc((size_t)size) : NULL;
	bool kept = true, listed = false;

	if (size > 0)
		size = names ? listxattr(path, names, (size_t)size) : 0;
	for (ssize_t at = 0; at < size; at += (ssize_t)strlen(names + at) + 1) {
		const bool is_list = !strcmp(names + at, ACL_NAME);

		if (!copy_attribute(fd, path, names + at) && is_list)
			kept = false;
		listed |= is_list;
	}
	if (!listed && !drop_list(fd))
		kept = false;
	if (size > 0 && !names)
		kept = false;
	free(names);
	return kept;
}

#else

static bool copy_attributes(int fd, const char *path)
{
	(void)fd;
	(void)path;
	return true;
}

#endif

bool keep_access(int fd, const char *path, const struct stat *old)
{
	mode_t mode = old->st_mode & 07777;
	struct stat now;

	if (fstat(fd, &now))
		return false;
	if (old->st_ino && !is_owned_alike(&now, old) && !keep_group(fd, old))
		mode = without_group(mode);
	/*
	 * The mode comes last: until then nobody else may open it. With a list
	 * its group bits are the list's, not the group's.
	 */
	if (old->st_ino && !copy_attributes(fd, path))
		mode &= 0707;
	return fchmod(fd, mode) == 0;
}

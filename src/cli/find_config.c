/* Looking for a .copydesk. */
#include "cli/find_config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

char *config_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash ? (size_t)(slash - path) : 0;
	char *folder;

	if (slash == path)
		len = 1;
	folder = malloc(len + 2);
	if (!folder)
		return NULL;
	memcpy(folder, len ? path : ".", len ? len : 1);
	folder[len ? len : 1] = '\0';
	return folder;
}

static bool is_there(const char *path)
{
	struct stat info;

	return lstat(path, &info) == 0 && !S_ISDIR(info.st_mode);
}

/* Longer than any that someone wrote. */
#define CONFIG_MAX 65536

const char *config_fault(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *real = realpath(path, NULL);
	struct stat info;
	const char *fault = NULL;

	if (!real || stat(path, &info))
		fault = strerror(errno);
	else if (strncmp(real, path, (size_t)(slash - path) + 1) != 0)
		fault = "a symbolic link out of its folder is not followed";
	else if (!S_ISREG(info.st_mode))
		fault = "is not a file";
	else if (info.st_size > CONFIG_MAX)
		fault = "is longer than 64 KiB";
	free(real);
	return fault;
}

char *config_find(const char *folder, struct buffer *within)
{
	static const char name[] = "/.copydesk";
	char *real = realpath(folder, NULL);
	char *full = real ? strdup(real) : NULL;
	char *path = full ? malloc(strlen(real) + sizeof(name)) : NULL;

	buffer_reset(within);
	while (path) {
		char *slash;

		sprintf(path, "%s%s", real, name);
		if (is_there(path))
			break;
		slash = strrchr(real, '/');
		if (!slash) {
			free(path);
			path = NULL;
			break;
		}
		*slash = '\0';
	}
	if (path && full[strlen(real)])
		buffer_printf(within, "%s/", full + strlen(real) + 1);
	free(full);
	free(real);
	return path;
}

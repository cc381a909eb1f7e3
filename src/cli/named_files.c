/* Files that options name, read whole. */
#include "base/utf8.h"
#include "cli/command.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool read_all(int fd, struct buffer *bytes)
{
	for (;;) {
		ssize_t got;

		if (!buffer_reserve(bytes, 65536)) {
			errno = ENOMEM;
			return false;
		}
		got = read(fd, bytes->bytes + bytes->len, 65536);
		if (got == 0)
			return true;
		if (got < 0 && errno != EINTR)
			return false;
		if (got > 0)
			bytes->len += (size_t)got;
	}
}

bool read_whole(const char *path, struct buffer *bytes)
{
	const bool standard = !strcmp(path, "-");
	const int fd =
		standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	bool done;

	if (fd < 0) {
		complain(path, strerror(errno));
		return false;
	}
	done = read_all(fd, bytes);
	if (!done)
		complain(path, strerror(errno));
	if (!standard)
		close(fd);
	return done;
}

/*
 * The files of rules, one after the other. Each begins a line of its own, and
 * none has a byte order mark, which only the first could have. They are read
 * once: where each ends is kept for messages.
 */
static bool read_rules(struct named_files *read,
		       const struct choice_list *files)
{
	struct buffer *all = &read->boilerplate;
	struct buffer file;
	bool done = true;

	read->rule_ends = calloc(files->count, sizeof(*read->rule_ends));
	if (!read->rule_ends) {
		complain("--boilerplate", "out of memory");
		return false;
	}
	buffer_init(&file);
	for (size_t i = 0; done && i < files->count; i++) {
		size_t mark;

		buffer_reset(&file);
		done = read_whole(files->items[i], &file);
		mark = utf8_mark(file.bytes, file.len);
		if (file.len > mark)
			buffer_add(all, file.bytes + mark, file.len - mark);
		if (all->len && all->bytes[all->len - 1] != '\n')
			buffer_add_byte(all, '\n');
		read->rule_ends[i] = all->len;
	}
	buffer_release(&file);
	if (all->failed)
		complain("--boilerplate", "out of memory");
	return done && !all->failed;
}

bool named_files_read(struct named_files *files, const struct options *options)
{
	return (!options->model || read_whole(options->model, &files->model)) &&
	       (!options->boilerplate.count ||
		read_rules(files, &options->boilerplate));
}

void named_files_release(struct named_files *files)
{
	buffer_release(&files->config);
	buffer_release(&files->model);
	buffer_release(&files->boilerplate);
	free(files->rule_ends);
}

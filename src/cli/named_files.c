/* Files that options name, read whole. */
#include "base/utf8.h"
#include "cli/command.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK 65536

static const struct kind {
	const char *option;
	unsigned most; /* MiB */
	bool is_text;
} kinds[] = {
	[AS_CONFIG] = { "--config", 1, true },
	[AS_MODEL] = { "--model", 256, false },
	[AS_RULES] = { "--boilerplate", 64, true },
	[AS_BASELINE] = { "--baseline", 2048, true },
};

/* What is wrong with the last `got` bytes, or with how many there are. */
static bool is_wrong(const struct buffer *bytes, size_t got,
		     const struct kind *kind, struct buffer *why)
{
	if (kind->is_text && memchr(bytes->bytes + bytes->len - got, 0, got)) {
		buffer_add_text(why, "holds a NUL byte: it is no text");
		return true;
	}
	if (bytes->len <= (size_t)kind->most << 20)
		return false;
	buffer_printf(why, "is longer than %u MiB, the most that %s reads",
		      kind->most, kind->option);
	return true;
}

static bool read_all(int fd, const struct kind *kind, struct buffer *bytes,
		     struct buffer *why)
{
	for (;;) {
		ssize_t got;

		if (!buffer_reserve(bytes, BLOCK)) {
			buffer_add_text(why, "out of memory");
			return false;
		}
		got = read(fd, bytes->bytes + bytes->len, BLOCK);
		if (got == 0)
			return true;
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			buffer_add_text(why, strerror(errno));
			return false;
		}
		bytes->len += (size_t)got;
		if (is_wrong(bytes, (size_t)got, kind, why))
			return false;
	}
}

bool read_named(const char *path, enum named_as kind, struct buffer *bytes,
		struct buffer *why)
{
	const bool standard = !strcmp(path, "-");
	const int fd =
		standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	bool done;

	if (fd < 0) {
		buffer_add_text(why, strerror(errno));
		return false;
	}
	done = read_all(fd, &kinds[kind], bytes, why);
	if (!standard)
		close(fd);
	return done;
}

bool read_whole(const char *path, enum named_as kind, struct buffer *bytes)
{
	struct buffer why;
	bool done;

	buffer_init(&why);
	done = read_named(path, kind, bytes, &why);
	if (!done)
		complain(path, buffer_text(&why) ? why.bytes : "out of memory");
	buffer_release(&why);
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
		done = read_whole(files->items[i], AS_RULES, &file);
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
	return (!options->model ||
		read_whole(options->model, AS_MODEL, &files->model)) &&
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

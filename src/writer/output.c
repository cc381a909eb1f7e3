/* Checked writing, and files that are replaced whole. */
#include "writer/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xxhash.h>

#include "reader/choice.h"
#include "reader/warc.h"
#include "support/archiving.h"
#include "support/signals.h"
#include "writer/access.h"

/* Writes smaller than this are gathered. */
#define PENDING_MAX ((size_t)65536)

void output_init(struct output *output)
{
	memset(output, 0, sizeof(*output));
	buffer_init(&output->pending);
	output->fd = -1;
}

void output_to_fd(struct output *output, int fd)
{
	output->fd = fd;
}

static bool fail(struct output *output)
{
	output->error = strerror(errno);
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

static bool make_temporary(struct output *output)
{
	static const char name[] = ".copydesk-XXXXXX";

	output->temporary = folder_of(output->target, sizeof(name));
	if (!output->temporary) {
		errno = ENOMEM;
		return fail(output);
	}
	strcat(output->temporary, name);
	output->fd = mkstemp(output->temporary);
	if (output->fd >= 0)
		return true;
	free(output->temporary);
	output->temporary = NULL;
	return fail(output);
}

/* What `path` names in the end; a name that is not there yet is itself. */
static char *resolve(const char *path)
{
	struct stat what;
	char *real;

	if (lstat(path, &what) ? errno == ENOENT : !S_ISLNK(what.st_mode))
		return strdup(path);
	real = realpath(path, NULL);

	return real || errno != ENOENT ? real : strdup(path);
}

bool output_replace(struct output *output, const char *path,
		    const struct stat *old)
{
	output->target = resolve(path);
	if (!output->target)
		return fail(output);
	if (!make_temporary(output))
		return false;
	return keep_access(output->fd, output->target, old) || fail(output);
}

static mode_t usual_mode(void)
{
	const mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/*
 * The open descriptor that `path` names, or -1. It is written to where it
 * stands: opened anew, a file would be overwritten, and renamed, lost.
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

static bool open_path(struct output *output, const char *path)
{
	const int named = named_descriptor(path);
	struct stat old;

	if (named >= 0) {
		output->fd = dup(named);
		return output->fd >= 0 || fail(output);
	}
	if (stat(path, &old)) {
		if (errno != ENOENT)
			return fail(output);
		memset(&old, 0, sizeof(old));
		old.st_uid = (uid_t)-1;
		old.st_gid = (gid_t)-1;
		old.st_mode = usual_mode();
		return output_replace(output, path, &old);
	}
	if (S_ISREG(old.st_mode))
		return output_replace(output, path, &old);
	output->fd = open(path, O_WRONLY | O_CLOEXEC);
	output->target = NULL;
	return output->fd >= 0 || fail(output);
}

static void write_all(struct output *output, const char *data, size_t len)
{
	while (len && !output->error) {
		ssize_t done = -1;

		/* A short write may have been cut short by a signal. */
		errno = EINTR;
		if (!stop_signal)
			done = write(output->fd, data, len);
		if (done < 0) {
			if (errno != EINTR || stop_signal)
				fail(output);
			continue;
		}
		data += done;
		len -= (size_t)done;
	}
}

static void write_pending(struct output *output)
{
	write_all(output, output->pending.bytes, output->pending.len);
	buffer_reset(&output->pending);
}

/* Gather small writes. */
static void write_plain(struct output *output, const char *data, size_t len)
{
	if (output->pending.len + len < PENDING_MAX) {
		buffer_add(&output->pending, data, len);
		if (output->pending.failed)
			output->error = "out of memory";
		return;
	}
	write_pending(output);
	write_all(output, data, len);
}

static bool write_packed(void *context, const char *data, size_t len)
{
	struct output *output = context;

	write_plain(output, data, len);
	return !output->error;
}

static bool start_packing(struct output *output)
{
	output->packer = packer_new(output->packing, write_packed, output);
	if (!output->packer)
		output->error = "out of memory";
	return output->packer;
}

bool output_pack(struct output *output, enum packing packing,
		 enum format format)
{
	if (packing == PACKING_NONE)
		return true;
	output->packing = packing;
	if (format == FORMAT_WARC) {
		output->cutter = calloc(1, sizeof(*output->cutter));
		if (!output->cutter)
			output->error = "out of memory";
	}
	return !output->error && start_packing(output);
}

bool output_to_path(struct output *output, const char *path)
{
	size_t len;

	return open_path(output, path) &&
	       output_pack(output, packing_of_name(path, &len),
			   choice_format(path));
}

bool output_flush(struct output *output)
{
	write_pending(output);
	return !output->error;
}

/* The end of what is compressed. */
static void end_packing(struct output *output)
{
	if (output->packer && !output->error && !packer_end(output->packer) &&
	    !output->error)
		output->error = "cannot be compressed";
	packer_free(output->packer);
	output->packer = NULL;
}

static void pack(struct output *output, const char *data, size_t len)
{
	if (!output->error && !packer_write(output->packer, data, len) &&
	    !output->error)
		output->error = "cannot be compressed";
}

/* Each record in a member of its own. */
static void pack_records(struct output *output, const char *data, size_t len)
{
	while (len && !output->error) {
		bool begins;
		const size_t size =
			warc_cut(output->cutter, data, len, &begins);

		if (begins && output->packed) {
			end_packing(output);
			if (!start_packing(output))
				return;
		}
		pack(output, data, size);
		output->packed = true;
		data += size;
		len -= size;
	}
}

/* "FOLDER/.copydesk-NAME.part" */
static char *part_name(const char *target)
{
	const char *slash = strrchr(target, '/');
	const char *name = slash ? slash + 1 : target;
	struct buffer part;

	buffer_init(&part);
	buffer_add(&part, target, (size_t)(name - target));
	buffer_printf(&part, ".copydesk-%s.part", name);
	if (!buffer_text(&part))
		buffer_release(&part);
	return part.bytes;
}

/* What was written before is there, and nothing after it. */
static bool go_to(struct output *output, uint64_t at)
{
	struct stat now;

	if (fstat(output->fd, &now))
		return fail(output);
	if ((uint64_t)now.st_size < at) {
		output->error = "has lost what the journal says was written";
		return false;
	}
	output->written = (size_t)at;
	if (ftruncate(output->fd, (off_t)at) ||
	    lseek(output->fd, (off_t)at, SEEK_SET) < 0 ||
	    (at && pread(output->fd, &output->last, 1, (off_t)at - 1) != 1))
		return fail(output);
	return true;
}

/* The mode of a file that is there; those who may read it stay the same. */
static bool keep_target(struct output *output)
{
	struct stat old;

	if (stat(output->target, &old))
		return fchmod(output->fd, usual_mode()) == 0 || fail(output);
	return keep_access(output->fd, output->target, &old) || fail(output);
}

/*
 * Whether the earlier run had renamed the file already, and was killed then:
 * all that is left is to close it.
 */
static bool is_closed(struct output *output, uint64_t at)
{
	struct stat now;

	if (access(output->temporary, F_OK) == 0 ||
	    stat(output->target, &now) || (uint64_t)now.st_size != at)
		return false;
	output->fd = open(output->target, O_RDWR | O_CLOEXEC);
	if (output->fd < 0)
		return false;
	free(output->temporary);
	output->temporary = NULL;
	return true;
}

bool output_resume(struct output *output, const char *path, uint64_t at)
{
	size_t len;

	if (packing_of_name(path, &len) != PACKING_NONE ||
	    archiving_of_name(path) != ARCHIVING_NONE) {
		output->error = "--resume writes nothing compressed";
		return false;
	}
	output->stays = true;
	output->target = resolve(path);
	output->temporary = output->target ? part_name(output->target) : NULL;
	if (!output->temporary) {
		errno = ENOMEM;
		return fail(output);
	}
	if (at && is_closed(output, at))
		return go_to(output, at);
	output->fd = open(output->temporary,
			  O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (output->fd < 0)
		return fail(output);
	return keep_target(output) && go_to(output, at);
}

uint64_t output_tail(struct output *output)
{
	char tail[4096];
	const size_t size =
		output->written < sizeof(tail) ? output->written : sizeof(tail);

	if (!output_flush(output) ||
	    pread(output->fd, tail, size, (off_t)(output->written - size)) !=
		    (ssize_t)size)
		return 0;
	return XXH3_64bits(tail, size);
}

void output_write(struct output *output, const char *data, size_t len)
{
	if (!len || output->error)
		return;
	output->last = data[len - 1];
	output->written += len;
	if (!output->packer)
		write_plain(output, data, len);
	else if (output->cutter)
		pack_records(output, data, len);
	else
		pack(output, data, len);
}

bool output_sync(struct output *output)
{
	end_packing(output);
	if (!output_flush(output))
		return false;
	return fsync(output->fd) == 0 || errno == EINVAL || fail(output);
}

static bool rename_target(struct output *output)
{
	if (rename(output->temporary, output->target))
		return fail(output);
	free(output->temporary);
	output->temporary = NULL;
	return true;
}

bool output_close(struct output *output)
{
	bool done = output->fd < 0;

	end_packing(output);
	done = done || output_flush(output);

	if (done && output->fd >= 0) {
		done = close(output->fd) == 0 ||
		       (errno == EBADF && !output->written) || fail(output);
		output->fd = -1;
	}
	if (done && output->temporary)
		done = rename_target(output);
	output_discard(output);
	return done;
}

void output_discard(struct output *output)
{
	packer_free(output->packer);
	output->packer = NULL;
	if (output->cutter)
		warc_cutter_release(output->cutter);
	free(output->cutter);
	output->cutter = NULL;
	if (output->fd >= 0)
		close(output->fd);
	output->fd = -1;
	if (output->temporary && !output->stays)
		unlink(output->temporary);
	free(output->temporary);
	free(output->target);
	output->temporary = output->target = NULL;
	buffer_release(&output->pending);
}

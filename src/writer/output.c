/* Checked writing, gathered and compressed. */
#include "writer/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xxhash.h>

#include "reader/choice.h"
#include "reader/warc.h"
#include "support/archiving.h"
#include "support/signals.h"

/* Writes smaller than this are gathered. */
#define PENDING_MAX ((size_t)65536)

void output_init(struct output *output)
{
	memset(output, 0, sizeof(*output));
	buffer_init(&output->pending);
	output->target.fd = -1;
}

void output_to_fd(struct output *output, int fd)
{
	output->target.fd = fd;
}

static bool fail(struct output *output)
{
	output->error = strerror(errno);
	return false;
}

/* The same for what the target could not do. */
static bool take_error(struct output *output, bool done)
{
	if (!done)
		output->error = output->target.error;
	return done;
}

static void write_all(struct output *output, const char *data, size_t len)
{
	while (len && !output->error) {
		ssize_t done = -1;

		/* A short write may have been cut short by a signal. */
		errno = EINTR;
		if (!stop_signal)
			done = write(output->target.fd, data, len);
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

	return take_error(output, target_open(&output->target, path)) &&
	       output_pack(output, packing_of_name(path, &len),
			   choice_format(path));
}

bool output_replace(struct output *output, const char *path,
		    enum target_path what, const struct stat *old)
{
	return take_error(output,
			  target_replace(&output->target, path, what, old));
}

bool output_resume(struct output *output, const char *path, uint64_t at)
{
	size_t len;

	if (packing_of_name(path, &len) != PACKING_NONE ||
	    archiving_of_name(path) != ARCHIVING_NONE) {
		output->error = "--resume writes nothing compressed";
		return false;
	}
	if (!take_error(output, target_resume(&output->target, path, at)))
		return false;
	output->written = (size_t)at;
	return !at ||
	       pread(output->target.fd, &output->last, 1, (off_t)at - 1) == 1 ||
	       fail(output);
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

uint64_t output_tail(struct output *output)
{
	char tail[4096];
	const size_t size =
		output->written < sizeof(tail) ? output->written : sizeof(tail);

	if (!output_flush(output) ||
	    pread(output->target.fd, tail, size,
		  (off_t)(output->written - size)) != (ssize_t)size)
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
	return fsync(output->target.fd) == 0 || errno == EINVAL || fail(output);
}

bool output_close(struct output *output)
{
	bool done = output->target.fd < 0;

	end_packing(output);
	done = done || output_flush(output);
	done = done && take_error(output, target_close(&output->target));
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
	target_discard(&output->target);
	buffer_release(&output->pending);
}

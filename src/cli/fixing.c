/* A file or an archive that is being fixed, from its state to its end. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/fix.h"

/* So much of --stripped is kept until a file is done. */
#define STRIPPED_MAX ((size_t)1 << 20)

void fix_fail(struct fix *fix, struct file *file, const char *why)
{
	struct fixing *fixing = file->state;

	if (!fixing->failed) {
		complain(file->name, why);
		fix->sink.stats.unwritten++;
	}
	fixing->failed = true;
	fix->sink.tally.trouble++;
}

struct fixing *fixing_of(struct fix *fix, struct file *file)
{
	struct fixing *fixing = file->state;

	if (fixing)
		return fixing;
	fixing = calloc(1, sizeof(*fixing));
	file->state = fixing;
	if (!fixing) {
		complain(file->name, "out of memory");
		fix->sink.tally.trouble++;
		return NULL;
	}
	output_init(&fixing->output);
	archived_init(&fixing->archived);
	buffer_init(&fixing->stripped);
	fixing->stripped_at = -1;
	return fixing;
}

bool fix_open(struct fixing *fixing, struct file *file)
{
	struct output *output = &fixing->output;

	return output_replace(output, file->path,
			      file->is_link ? TARGET_LINK : TARGET_FILE,
			      &file->info) &&
	       output_pack(output, file->packing, file->format);
}

/* No half a line, and none of a file that stays: the disk may be full. */
static void take_back(struct fix *fix, struct fixing *fixing)
{
	struct output *stripped = &fix->stripped;

	if (fixing->stripped_at >= 0 &&
	    ftruncate(stripped->target.fd, fixing->stripped_at) &&
	    !stripped->error)
		stripped->error = strerror(errno);
	fixing->stripped_at = -1;
}

/* What is taken out is written down before it goes. */
static bool keep_stripped(struct fix *fix, struct fixing *fixing)
{
	struct output *stripped = &fix->stripped;

	if (!fixing->stripped.len)
		return true;
	if (fixing->stripped_at < 0)
		fixing->stripped_at = lseek(stripped->target.fd, 0, SEEK_END);
	output_write(stripped, fixing->stripped.bytes, fixing->stripped.len);
	buffer_reset(&fixing->stripped);
	return fix->options->fsync ? output_sync(stripped)
				   : output_flush(stripped);
}

void fix_strip(struct fix *fix, struct file *file, const struct buffer *lines)
{
	struct fixing *fixing = file->state;

	buffer_add(&fixing->stripped, lines->bytes, lines->len);
	if (fixing->stripped.failed)
		fix_fail(fix, file, "out of memory");
	else if (fixing->stripped.len > STRIPPED_MAX &&
		 !keep_stripped(fix, fixing))
		fix_fail(fix, file, "left as it was, since --stripped failed");
}

static void replace(struct fix *fix, struct file *file)
{
	struct fixing *fixing = file->state;
	struct output *output = &fixing->output;

	if (fixing->lossy && !fix->options->lossy)
		fix_fail(fix, file,
			 "has bytes that cannot be decoded: left as it was "
			 "(--lossy rewrites it)");
	else if (!file_is_unchanged(file->path, &file->info))
		fix_fail(fix, file,
			 "changed while it was read: left as it was");
	else if (fix->options->fsync && !output_sync(output))
		fix_fail(fix, file, output->error);
	else if (!keep_stripped(fix, fixing))
		fix_fail(fix, file, "left as it was, since --stripped failed");
	else if (!output_close(output))
		fix_fail(fix, file, output->error);
	else if (file->info.st_nlink > 1)
		complain(file->name,
			 "rewritten; its other hard links keep the old text");
	fix->changed += !fixing->failed;
}

void fix_finish(struct fix *fix, struct file *file)
{
	struct fixing *fixing = file->state;

	if (!fixing)
		return;
	if (fixing->output.target.path && !file->failed && !fixing->failed)
		replace(fix, file);
	if (file->failed || fixing->failed) {
		take_back(fix, fixing);
		file->tally.changed = file->tally.decoded = 0;
		stats_undo(&fixing->members);
	}
	stats_add(&fix->sink.stats, &fixing->members);
	stats_release(&fixing->members);
	output_discard(&fixing->output);
	archived_release(&fixing->archived);
	buffer_release(&fixing->stripped);
	free(fixing);
	file->state = NULL;
}

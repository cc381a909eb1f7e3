/* A file that verify compares. */
#include "cli/side.h"

#include <errno.h>
#include <string.h>

#include "support/complain.h"

static bool fail(const struct side *side, const char *why)
{
	complain(side->file->name, why);
	return false;
}

static void init(struct side *side, struct file *file)
{
	memset(side, 0, sizeof(*side));
	chunk_init(&side->chunk);
	buffer_init(&side->gap);
	side->file = file;
}

bool side_open(struct side *side, const struct walk_file *from,
	       struct input_options options)
{
	init(side, file_new(from, NULL));
	if (!side->file) {
		complain(from->path, "out of memory");
		return false;
	}
	if (!file_open(side->file))
		return fail(side, strerror(errno));
	options.info = &side->file->info;
	return input_start(&side->input, side->file->fd, &options) ||
	       fail(side, side->input.error);
}

bool side_open_source(struct side *side, struct file *file,
		      const struct input_options *options)
{
	init(side, file);
	return input_start(&side->input, -1, options) ||
	       fail(side, side->input.error);
}

void side_close(struct side *side)
{
	input_stop(&side->input);
	reader_stop(&side->reader);
	chunk_release(&side->chunk);
	buffer_release(&side->gap);
	file_free(side->file);
}

bool side_read(struct side *side, size_t most, struct buffer *text)
{
	ssize_t got;

	do {
		if (!buffer_reserve(text, INPUT_BLOCK))
			return fail(side, "out of memory");
		got = input_read(&side->input, text->bytes + text->len,
				 INPUT_BLOCK);
		text->len += got > 0 ? (size_t)got : 0;
	} while (got > 0 && text->len <= most);
	if (got > 0)
		return fail(side, "is many times as long as the original");
	return got == 0 || fail(side, side->input.error);
}

void side_start(struct side *side, const struct reader_options *options)
{
	reader_start(&side->reader, &side->input, options);
}

/* The next piece of the chunk; false: it has no more. */
static bool take_piece(struct side *side)
{
	const struct chunk *chunk = &side->chunk;
	const bool more = side->next < chunk->count;
	const size_t end =
		more ? chunk->pieces[side->next].at : chunk->text.len;

	buffer_add(&side->gap, chunk->text.bytes + side->done,
		   end - side->done);
	side->done = end;
	if (!more)
		return false;
	side->piece = &chunk->pieces[side->next++];
	side->done += side->piece->len;
	return true;
}

bool side_next(struct side *side)
{
	side->piece = NULL;
	buffer_reset(&side->gap);
	while (!take_piece(side)) {
		const enum reader_status status =
			reader_next(&side->reader, &side->chunk);

		if (status == READER_FAILED)
			return fail(side, side->reader.error);
		side->next = side->done = 0;
		if (status == READER_END)
			break;
	}
	return !side->gap.failed || fail(side, "out of memory");
}

struct cd_span side_record(const struct side *side)
{
	return (struct cd_span){ side->chunk.text.bytes + side->piece->at,
				 side->piece->len };
}

struct cd_span side_lead(const struct side *side)
{
	const size_t len = side->piece->lead;

	return (struct cd_span){ side_record(side).bytes - len, len };
}

struct cd_span side_gap(const struct side *side)
{
	const size_t lead = side->piece ? side->piece->lead : 0;

	return (struct cd_span){ side->gap.len ? side->gap.bytes : "",
				 side->gap.len - lead };
}

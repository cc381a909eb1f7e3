/* Cutting an input into chunks of whole articles or records. */
#include "reader/reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "reader/split.h"
#include "reader/take.h"

/* How much is read at a time, and how long a chunk is made at least. */
#define READ_SIZE ((size_t)65536)

void chunk_init(struct chunk *chunk)
{
	memset(chunk, 0, sizeof(*chunk));
}

void chunk_release(struct chunk *chunk)
{
	buffer_release(&chunk->text);
	free(chunk->pieces);
	chunk_init(chunk);
}

size_t chunk_lost(const struct chunk *chunk)
{
	const char *text = chunk->text.bytes;
	const size_t len = chunk->text.len;

	for (size_t at = 0; at + 3 <= len; at++) {
		if (!memcmp(text + at, "\xEF\xBF\xBD", 3))
			return at;
	}
	return len;
}

void reader_start(struct reader *reader, struct input *input,
		  const struct reader_options *options)
{
	memset(reader, 0, sizeof(*reader));
	buffer_init(&reader->carry);
	reader->input = input;
	reader->options = options;
	reader->line = reader->col = 1;
}

static bool drop(struct input *input, uint64_t len)
{
	char block[4096];

	while (len) {
		const size_t size =
			len < sizeof(block) ? (size_t)len : sizeof(block);
		const ssize_t got = input_read(input, block, size);

		if (got <= 0)
			return false;
		len -= (uint64_t)got;
	}
	return true;
}

void reader_resume(struct reader *reader, const struct reader_mark *mark)
{
	reader->in = mark->in;
	reader->line = mark->line;
	reader->col = mark->col;
	reader->record = mark->record;
	reader->base = mark->base;
	reader->skipping = mark->skipping;
	reader->passing = mark->passing;
	reader->csv = mark->csv;
	reader->json = mark->json;
	reader->columns = mark->columns;
	reader->started = true;
	if (!drop(reader->input, mark->in))
		reader->error = "ends before the place to go on from";
	reader->lossy_told = reader->input->lossy;
	reader->decoded_told = reader->input->compared.differs &&
			       reader->input->compared.same < mark->in;
}

static struct reader_mark mark_of(const struct reader *reader)
{
	struct reader_mark mark = {
		.in = reader->in,
		.line = reader->line,
		.col = reader->col,
		.record = reader->record,
		.base = reader->base,
		.skipping = reader->skipping,
		.passing = reader->passing,
		.csv = reader->csv,
		.json = reader->json,
		.columns = reader->columns,
	};

	/* What was looked at and not handed out will be looked at again. */
	if (reader->scanned) {
		mark.csv = CSV_AT_START;
		mark.json.depth = 0;
		mark.json.in_string = false;
	}
	return mark;
}

void reader_stop(struct reader *reader)
{
	buffer_release(&reader->carry);
	buffer_release(&reader->why);
}

static bool fail(struct reader *reader, const char *error)
{
	reader->error = error;
	return false;
}

/*
 * Cut the article that begins at *at, or a part of it. False: more bytes are
 * needed, or memory ran out (then `error` is set).
 */
static bool take_article(struct reader *reader, struct chunk *chunk, size_t *at)
{
	const struct reader_options *options = reader->options;
	const char *text = chunk->text.bytes;
	const size_t len = chunk->text.len;
	struct piece piece = { .kind = PIECE_ARTICLE, .at = *at };
	struct split split = { *at, *at + reader->scanned, len, len };
	const bool whole =
		split_at_separator(options, (struct cd_span){ text, len },
				   &split) ||
		reader->ended;
	const bool part = split.end - *at > options->max_article;

	reader->scanned = split.from - *at;
	if (!whole && !part)
		return false;
	if (part)
		split = split_at_limit(text, len, *at, options->max_article);
	/* Of a part nobody knows whether it begins in a block of code. */
	if (options->format == FORMAT_MARKDOWN && (part || reader->base))
		piece.kind = PIECE_TOO_LONG;
	piece.len = split.end - *at;
	reader->record += !reader->base;
	if (!take_piece(reader, chunk, piece))
		return false;
	take_advance(reader, text + *at, split.next - *at);
	reader->base = part ? reader->base + split.next - *at : 0;
	reader->scanned = 0;
	*at = split.next;
	return true;
}

/* As take_records(), for articles of a text. */
static size_t take_articles(struct reader *reader, struct chunk *chunk)
{
	const char *text = chunk->text.bytes;
	const size_t len = chunk->text.len;
	size_t at = 0;

	if (!len)
		return 0;
	do {
		size_t lead = at;

		if (!reader->base && !reader->scanned)
			lead = split_lead(reader->options, text, len, at);
		if (lead > at)
			take_advance(reader, text + at, lead - at);
		at = lead;
	} while (at < len && take_article(reader, chunk, &at));
	return at;
}

/* Read once, or, to fill, until the chunk holds `least` bytes. */
static bool read_more(struct reader *reader, struct chunk *chunk, size_t least)
{
	do {
		const size_t wanted =
			least ? least - chunk->text.len : READ_SIZE;
		ssize_t got;

		if (!buffer_reserve(&chunk->text, wanted))
			return fail(reader, "out of memory");
		got = input_read(reader->input,
				 chunk->text.bytes + chunk->text.len, wanted);
		/* What came before is handed out first. */
		if (got < 0)
			reader->broken = reader->input->error;
		else
			chunk->text.len += (size_t)got;
		reader->ended = got <= 0;
	} while (chunk->text.len < least && !reader->ended);
	return true;
}

static size_t take_pieces(struct reader *reader, struct chunk *chunk)
{
	switch (reader->options->format) {
	case FORMAT_BYTES:
		return chunk->text.len;
	case FORMAT_WARC:
		return take_warc(reader, chunk);
	case FORMAT_JSON:
		return take_elements(reader, chunk);
	case FORMAT_JSONL:
	case FORMAT_CSV:
	case FORMAT_TSV:
	case FORMAT_SSV:
	case FORMAT_PSV:
		return take_records(reader, chunk);
	default:
		return take_articles(reader, chunk);
	}
}

/* Read until something can be handed out; *used is how much. */
static bool fill_chunk(struct reader *reader, struct chunk *chunk, size_t *used)
{
	size_t least = 0;

	for (;;) {
		if (reader->options->fill)
			least = chunk->text.len + READ_SIZE;
		if ((least || !chunk->text.len) && !reader->ended &&
		    !read_more(reader, chunk, least))
			return false;
		*used = take_pieces(reader, chunk);
		if (reader->error)
			return false;
		if (*used || reader->ended)
			return true;
		if (!least && !read_more(reader, chunk, 0))
			return false;
	}
}

static enum reader_status break_off(struct reader *reader)
{
	const size_t line = reader->line - (reader->col == 1);

	buffer_reset(&reader->why); /* a table's names are in it */
	if (line)
		buffer_printf(&reader->why, "%s, after line %zu",
			      reader->broken, line);
	else
		buffer_printf(&reader->why, "%s, at its start", reader->broken);
	reader->error =
		buffer_text(&reader->why) ? reader->why.bytes : reader->broken;
	return READER_FAILED;
}

/*
 * Whether the chunk is the one that tells of bytes that the decoder could not
 * read: it decodes more at a time, and some when the input is looked at.
 */
static bool tells_of_loss(struct reader *reader, const struct chunk *chunk)
{
	if (!reader->input->lossy || reader->lossy_told)
		return false;
	reader->lossy_told = chunk_lost(chunk) < chunk->text.len;
	return reader->lossy_told;
}

/* Whether the chunk has the first byte that is not the input's. */
static bool tells_of_charset(struct reader *reader, struct chunk *chunk)
{
	const struct compared *compared = &reader->input->compared;
	const uint64_t end = reader->in + chunk->text.len;

	if (!compared->differs || reader->decoded_told ||
	    (compared->same >= end && !reader->ended))
		return false;
	reader->decoded_told = true;
	chunk->decoded_at = (size_t)(compared->same - reader->in);
	return true;
}

enum reader_status reader_next(struct reader *reader, struct chunk *chunk)
{
	size_t used = 0;

	if (reader->error)
		return READER_FAILED;
	buffer_reset(&chunk->text);
	chunk->count = 0;
	chunk->format = reader->options->format;
	chunk->separator = reader->options->separator;
	chunk->charset = reader->input->charset;
	chunk->first = !reader->started;
	chunk->line = reader->line;
	chunk->col = reader->col;
	buffer_add(&chunk->text, reader->carry.bytes, reader->carry.len);
	buffer_reset(&reader->carry);
	if (!fill_chunk(reader, chunk, &used))
		return READER_FAILED;
	buffer_add(&reader->carry, chunk->text.bytes + used,
		   chunk->text.len - used);
	if (reader->carry.failed || chunk->text.failed) {
		reader->error = "out of memory";
		return READER_FAILED;
	}
	chunk->text.len = used;
	chunk->columns = reader->columns;
	chunk->lossy = tells_of_loss(reader, chunk);
	chunk->decoded = tells_of_charset(reader, chunk);
	reader->started = true;
	reader->in += used;
	chunk->after = mark_of(reader);
	if (used || chunk->count || chunk->decoded)
		return READER_CHUNK;
	return reader->broken ? break_off(reader) : READER_END;
}

/* What a text's end may tell, its last chunk has told; not so elsewhere. */
bool reader_is_done(const struct reader *reader)
{
	return format_is_text(reader->options->format) && reader->ended &&
	       !reader->carry.len && !reader->broken && !reader->error;
}

/* Cutting the records of a WARC. */
#include "reader/take.h"

#include "reader/warc.h"

/* How many of the bytes at `at` pass through, in a block that is no article. */
static size_t pass_block(struct reader *reader, const struct chunk *chunk,
			 size_t at)
{
	size_t len = chunk->text.len - at;

	if (len > reader->passing)
		len = (size_t)reader->passing;
	take_advance(reader, chunk->text.bytes + at, len);
	reader->passing -= len;
	return len;
}

/* Blank lines between records. */
static size_t pass_lines(struct reader *reader, const struct chunk *chunk,
			 size_t at)
{
	const char *text = chunk->text.bytes;
	size_t end = at;

	while (end < chunk->text.len &&
	       (text[end] == '\r' || text[end] == '\n'))
		end++;
	take_advance(reader, text + at, end - at);
	return end - at;
}

/* The record with an article; false: memory ran out. */
static bool take_article(struct reader *reader, struct chunk *chunk, size_t at,
			 const struct warc_header *header)
{
	struct piece piece = {
		.kind = PIECE_ARTICLE,
		.at = at + header->len,
		.lead = header->len,
		.len = (size_t)header->block,
	};

	return take_piece(reader, chunk, piece);
}

/* An article that is longer than allowed is reported, and passes through. */
static bool take_too_long(struct reader *reader, struct chunk *chunk, size_t at,
			  const struct warc_header *header)
{
	struct piece piece = {
		.kind = PIECE_TOO_LONG,
		.at = at + header->len,
	};

	reader->passing = header->block;
	return take_piece(reader, chunk, piece);
}

/*
 * The bytes of the record at `at` that can be handed out; 0: more are needed,
 * or it is none: see reader->broken.
 */
static size_t take_record(struct reader *reader, struct chunk *chunk, size_t at)
{
	const char *text = chunk->text.bytes + at;
	const size_t len = chunk->text.len - at;
	struct warc_header header;
	const enum warc_status status = warc_read(text, len, &header);
	const bool too_long = header.block > reader->options->max_article;
	size_t size = header.len;

	if (status == WARC_NONE)
		reader->broken = "is not a WARC record";
	else if (status == WARC_PART && reader->ended && !reader->broken)
		reader->broken = "ends within a WARC record";
	if (status != WARC_WHOLE)
		return 0;
	if (header.article && !too_long)
		size += (size_t)header.block;
	if (size > len) {
		if (reader->ended && !reader->broken)
			reader->broken = "ends within a WARC record";
		return 0;
	}
	reader->record++;
	take_advance(reader, text, header.len);
	if (!header.article)
		reader->passing = header.block;
	else if (!(too_long ? take_too_long : take_article)(reader, chunk, at,
							    &header))
		return 0;
	else if (!too_long)
		take_advance(reader, text + header.len, size - header.len);
	return size;
}

size_t take_warc(struct reader *reader, struct chunk *chunk)
{
	size_t at = 0;

	while (at < chunk->text.len) {
		size_t size;

		if (reader->passing)
			size = pass_block(reader, chunk, at);
		else
			size = pass_lines(reader, chunk, at);
		if (!size)
			size = take_record(reader, chunk, at);
		if (!size)
			break;
		at += size;
	}
	if (reader->ended && reader->passing && !reader->broken &&
	    at == chunk->text.len)
		reader->broken = "ends within a WARC record";
	/* What is no record, and what follows it, is not handed out. */
	if (reader->broken && at < chunk->text.len) {
		reader->ended = true;
		chunk->text.len = at;
	}
	return at;
}

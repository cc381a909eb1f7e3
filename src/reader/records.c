/* Cutting records: lines of JSON Lines, records of a table. */
#include "reader/take.h"

#include <string.h>

#include "base/utf8.h"
#include "text/lines.h"

size_t take_mark(struct reader *reader, const struct chunk *chunk)
{
	if (!chunk->first || reader->record ||
	    !utf8_mark(chunk->text.bytes, chunk->text.len))
		return 0;
	reader->col = 2;
	return 3;
}

/* The record at chunk->text[at..end), which may have its line end. */
static bool take_record(struct reader *reader, struct chunk *chunk, size_t at,
			size_t end)
{
	const bool table = format_is_table(reader->options->format);
	const char *text = chunk->text.bytes + at;
	const size_t len = csv_trim(text, end - at);
	char mark;
	struct piece piece = {
		.kind = PIECE_RECORD,
		.at = at,
		.len = table ? len : end - at,
		.element = RECORD_ALONE,
	};

	if (text_is_blank_line(text, len))
		return true;
	if (table && !reader->columns.count && csv_tells_mark(text, len, &mark))
		return true;
	if (len > reader->options->max_article)
		piece.kind = PIECE_TOO_LONG;
	if (table && !reader->columns.count) {
		if (!take_header(reader, text, len))
			return false;
		if (!reader->options->no_header) {
			piece.kind = PIECE_HEADER;
			return take_piece(reader, chunk, piece);
		}
	}
	reader->record++;
	return take_piece(reader, chunk, piece);
}

/*
 * In a table with tabs, where a mark that nothing closes within an article's
 * length is the text's.
 */
static const char *tab_record_end(const struct reader *reader, const char *text,
				  size_t len)
{
	const size_t most = reader->options->max_article + 1;
	struct csv_text start = { text, len < most ? len : most, false };
	bool ended;
	size_t size;

	start.whole = reader->ended && start.len == len;
	size = csv_tab_record(start, &ended);
	if (!ended && start.len == most) {
		start.whole = true;
		size = csv_tab_record(start, &ended);
	}
	if (ended)
		return text + size - 1;
	/* It is too long: it ends with its line, wherever the chunk does. */
	return start.len == most ? memchr(text + most, '\n', len - most) : NULL;
}

static bool has_tabs(const struct reader *reader)
{
	return format_is_table(reader->options->format) &&
	       format_mark(reader->options->format) == '\t';
}

/* The end of the record, its line feed not counted; NULL: it goes on. */
static const char *record_end(struct reader *reader, const char *text,
			      size_t len)
{
	bool ended;
	size_t size;

	if (!format_is_table(reader->options->format) || has_tabs(reader))
		return memchr(text, '\n', len);
	size = csv_record(text, len, format_mark(reader->options->format),
			  &reader->csv, &ended);
	return ended ? text + size - 1 : NULL;
}

size_t take_records(struct reader *reader, struct chunk *chunk)
{
	const char *text = chunk->text.bytes;
	const size_t len = chunk->text.len;
	const bool table = format_is_table(reader->options->format);
	size_t at = 0;

	while (at < len) {
		const size_t start = at ? at : take_mark(reader, chunk);
		const size_t seen = at ? at : reader->scanned;
		const size_t from = seen > start ? seen : start;
		const char *end =
			has_tabs(reader) && !reader->skipping
				? tab_record_end(reader, text + start,
						 len - start)
				: record_end(reader, text + from, len - from);
		const size_t stop = end ? (size_t)(end - text) : len;
		const bool too_long = stop - at > reader->options->max_article;

		if (!end && !reader->ended && !too_long && !reader->skipping)
			break;
		if (!reader->skipping &&
		    !take_record(reader, chunk, start, stop))
			return at;
		reader->skipping = !end && !reader->ended;
		if (table)
			take_advance(reader, text + at,
				     stop - at + (end != NULL));
		else
			reader->line += end != NULL;
		reader->col = 1;
		at = end ? stop + 1 : len;
	}
	reader->scanned = len - at;
	return at;
}

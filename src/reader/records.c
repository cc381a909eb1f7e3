/* Cutting records: lines of JSON Lines, records of a table. */
#include "reader/take.h"

#include <stdlib.h>
#include <string.h>

#include "text/lines.h"

size_t take_mark(struct reader *reader, const struct chunk *chunk)
{
	if (!chunk->first || reader->record || chunk->text.len < 3 ||
	    memcmp(chunk->text.bytes, "\xEF\xBB\xBF", 3))
		return 0;
	reader->col = 2;
	return 3;
}

/* Whether the column is called so, or, no other is, has that number. */
static bool is_named(const struct buffer *name, const char *field)
{
	return name->len == strlen(field) &&
	       (!name->len || !memcmp(name->bytes, field, name->len));
}

/* The column by its number from 1; `count`: it is none. */
static size_t numbered(const char *field, size_t count)
{
	char *end;
	const unsigned long number = strtoul(field, &end, 10);

	if (field[0] < '0' || field[0] > '9' || *end || !number ||
	    number > count)
		return count;
	return number - 1;
}

static bool no_memory(struct reader *reader)
{
	reader->error = "out of memory";
	return false;
}

/* Look up the fields among the names; those not found stay at `count`. */
static bool read_names(struct reader *reader, const char *header, size_t len)
{
	const struct fields *fields = reader->options->fields;
	const char mark = format_mark(reader->options->format);
	struct columns *columns = &reader->columns;
	struct csv_field field;
	struct buffer name;
	size_t at = 0;

	buffer_init(&name);
	for (; csv_next(header, len, mark, &at, &field); columns->count++) {
		buffer_reset(&name);
		if (!field.bad)
			csv_decode(header, &field, &name);
		buffer_add_text(&reader->why, columns->count ? ", " : "");
		buffer_add(&reader->why, name.bytes, name.len);
		for (size_t i = 0; i < fields->count; i++) {
			if (columns->column[i] == SIZE_MAX &&
			    is_named(&name, fields->names[i]))
				columns->column[i] = columns->count;
		}
	}
	len = name.failed || reader->why.failed;
	buffer_release(&name);
	return len ? no_memory(reader) : true;
}

/* The fields by their columns' names, or numbers; false: one is not there. */
static bool read_header(struct reader *reader, const char *header, size_t len)
{
	const struct fields *fields = reader->options->fields;
	struct columns *columns = &reader->columns;
	struct buffer names;

	for (size_t i = 0; i < fields->count; i++)
		columns->column[i] = SIZE_MAX;
	if (!read_names(reader, header, len))
		return false;
	for (size_t i = 0; i < fields->count; i++) {
		if (columns->column[i] == SIZE_MAX)
			columns->column[i] =
				numbered(fields->names[i], columns->count);
		if (columns->column[i] < columns->count)
			continue;
		names = reader->why;
		buffer_init(&reader->why);
		buffer_printf(&reader->why,
			      "no column '%s': see --field (there are: %.*s)",
			      fields->names[i], (int)names.len, names.bytes);
		buffer_release(&names);
		reader->error = buffer_text(&reader->why);
		return reader->error ? false : no_memory(reader);
	}
	return true;
}

/* The record at chunk->text[at..end), which may have its line end. */
static bool take_record(struct reader *reader, struct chunk *chunk, size_t at,
			size_t end)
{
	const bool table = format_is_table(reader->options->format);
	const char *text = chunk->text.bytes + at;
	const size_t len = csv_trim(text, end - at);
	struct piece piece = {
		.kind = PIECE_RECORD,
		.at = at,
		.len = table ? len : end - at,
		.element = RECORD_ALONE,
	};

	if (text_is_blank_line(text, len))
		return true;
	if (len > reader->options->max_article)
		piece.kind = PIECE_TOO_LONG;
	if (table && !reader->columns.count) {
		piece.kind = PIECE_HEADER;
		return read_header(reader, text, len) &&
		       take_piece(reader, chunk, piece);
	}
	reader->record++;
	return take_piece(reader, chunk, piece);
}

/* The end of the record, its line feed not counted; NULL: it goes on. */
static const char *record_end(struct reader *reader, const char *text,
			      size_t len)
{
	bool ended;
	size_t size;

	if (!format_is_table(reader->options->format))
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
		const size_t front = at ? at : take_mark(reader, chunk);
		const size_t seen = at ? at : reader->scanned;
		const size_t from = seen > front ? seen : front;
		const char *end = record_end(reader, text + from, len - from);
		const size_t stop = end ? (size_t)(end - text) : len;
		const bool too_long = stop - at > reader->options->max_article;

		if (!end && !reader->ended && !too_long && !reader->skipping)
			break;
		if (!reader->skipping &&
		    !take_record(reader, chunk, front, stop))
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

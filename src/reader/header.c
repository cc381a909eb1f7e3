/* The header of a table: which columns the fields are. */
#include <stdlib.h>
#include <string.h>

#include "reader/take.h"

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

/* Look up the fields among the names; those not found stay at SIZE_MAX. */
static bool read_names(struct reader *reader, const char *header, size_t len)
{
	const struct fields *fields = reader->options->fields;
	const char mark = format_mark(reader->options->format);
	struct columns *columns = &reader->columns;
	struct csv_field field;
	size_t at = 0;

	for (; csv_next(header, len, mark, &at, &field); columns->count++) {
		buffer_add_text(&reader->why, columns->count ? ", " : "");
		if (!field.bad)
			csv_decode(header, &field, &reader->why);
		for (size_t i = 0; i < fields->count; i++) {
			if (columns->column[i] == SIZE_MAX &&
			    csv_holds(header, &field, fields->names[i]))
				columns->column[i] = columns->count;
		}
	}
	return reader->why.failed ? no_memory(reader) : true;
}

/* Tables with other marks: how --format calls them. */
static const struct {
	enum format format;
	const char *name, *mark;
} dialects[] = {
	{ FORMAT_CSV, "csv", "commas" },
	{ FORMAT_TSV, "tsv", "tabs" },
	{ FORMAT_SSV, "ssv", "semicolons" },
	{ FORMAT_PSV, "psv", "bars" },
};

#define DIALECTS (sizeof(dialects) / sizeof(dialects[0]))

/* Whether the header has the column, or, NULL, several. */
static bool has_column(struct cd_span header, char mark, const char *wanted)
{
	return wanted ? csv_has(header.bytes, header.len, mark, wanted)
		      : csv_count(header.bytes, header.len, mark) > 1;
}

/* Whether another mark separates the columns; if so, why it is to be named. */
static bool suspects_mark(struct reader *reader, struct cd_span header,
			  const char *wanted, struct buffer *why)
{
	const enum format format = reader->options->format;

	for (size_t i = 0; i < DIALECTS; i++) {
		if (dialects[i].format == format ||
		    !has_column(header, format_mark(dialects[i].format),
				wanted))
			continue;
		buffer_printf(why,
			      "%s seem to separate its columns, not %s: "
			      "--format=%s reads it so",
			      dialects[i].mark,
			      dialects[format - FORMAT_CSV].mark,
			      dialects[i].name);
		return true;
	}
	return false;
}

/* Whether a line end of old is in it, and so the whole table. */
static bool has_lone_cr(struct cd_span header, char mark)
{
	struct csv_field field;
	size_t at = 0;

	while (csv_next(header.bytes, header.len, mark, &at, &field)) {
		if (!field.quoted &&
		    memchr(header.bytes + field.at, '\r', field.len))
			return true;
	}
	return false;
}

static bool refuse(struct reader *reader, struct buffer *why)
{
	buffer_release(&reader->why);
	reader->why = *why;
	reader->error = buffer_text(&reader->why);
	return reader->error ? false : no_memory(reader);
}

static bool refuse_field(struct reader *reader, struct cd_span header,
			 const char *name)
{
	struct buffer why;

	buffer_init(&why);
	if (!suspects_mark(reader, header, name, &why))
		buffer_printf(&why,
			      "no column '%s': see --field (there are: %.*s)",
			      name, (int)reader->why.len, reader->why.bytes);
	return refuse(reader, &why);
}

/* A header of one column, in which others seem to be. */
static bool is_one_column(struct reader *reader, struct cd_span header)
{
	struct buffer why;

	buffer_init(&why);
	if (reader->columns.count > 1 || header.bytes[0] == '"' ||
	    !suspects_mark(reader, header, NULL, &why))
		return true;
	return refuse(reader, &why);
}

bool take_header(struct reader *reader, const char *header, size_t len)
{
	const struct fields *fields = reader->options->fields;
	const struct cd_span line = { header, len };
	struct columns *columns = &reader->columns;

	for (size_t i = 0; i < fields->count; i++)
		columns->column[i] = SIZE_MAX;
	if (has_lone_cr(line, format_mark(reader->options->format))) {
		reader->error = "its lines end in CR alone: write them with LF "
				"first (tr '\\r' '\\n')";
		return false;
	}
	if (!read_names(reader, header, len) || !is_one_column(reader, line))
		return false;
	for (size_t i = 0; i < fields->count; i++) {
		if (columns->column[i] == SIZE_MAX)
			columns->column[i] =
				numbered(fields->names[i], columns->count);
		if (columns->column[i] == columns->count)
			return refuse_field(reader, line, fields->names[i]);
	}
	return true;
}

/* The header of a table: which columns the fields are. */
#include <stdlib.h>
#include <string.h>

#include "reader/take.h"

#define NAME_MAX 60 /* bytes of a column's name */

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

#define MOST_NAMES 50 /* of columns, in a message */

static bool no_memory(struct reader *reader)
{
	reader->error = "out of memory";
	return false;
}

/* The column is the field's, or one of its columns. */
static bool add_column(struct reader *reader, size_t column, size_t field)
{
	struct columns *columns = &reader->columns;

	if (columns->found == FIELDS_MAX) {
		reader->error = "more than 16 columns have that name";
		return false;
	}
	columns->of[columns->found].column = column;
	columns->of[columns->found++].field = field;
	return true;
}

/* The field that a column's name is; FIELDS_MAX: none. */
static size_t field_named(const struct fields *fields, const char *header,
			  const struct csv_field *column)
{
	size_t i;

	for (i = 0; i < fields->count; i++)
		if (csv_holds(header, column, fields->names[i]))
			break;
	return i < fields->count ? i : FIELDS_MAX;
}

/* One more name of those that there are. */
static void list_name(struct buffer *list, const char *header,
		      const struct csv_field *field, size_t before)
{
	buffer_add_text(list, before ? ", " : "");
	if (before == MOST_NAMES)
		buffer_add_text(list, "...");
	else if (!field->len)
		buffer_add_text(list, "''");
	else if (!field->bad)
		csv_decode(header, field, list);
}

/* Count the columns, and look up the fields among their names. */
static bool read_names(struct reader *reader, const char *header, size_t len)
{
	const struct reader_options *options = reader->options;
	const char mark = format_mark(options->format);
	struct columns *columns = &reader->columns;
	struct csv_field field;
	size_t at = 0;

	for (; csv_next(header, len, mark, &at, &field); columns->count++) {
		size_t named = FIELDS_MAX;

		if (columns->count <= MOST_NAMES)
			list_name(&reader->why, header, &field, columns->count);
		if (!options->no_header)
			named = field_named(options->fields, header, &field);
		if (named < FIELDS_MAX &&
		    !add_column(reader, columns->count, named))
			return false;
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
	if (reader->options->no_header)
		buffer_printf(&why,
			      "no column '%s': without a header --field is a "
			      "number, up to %zu",
			      name, reader->columns.count);
	else if (!suspects_mark(reader, header, name, &why))
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

/* Longer than a name, or a sentence: words, and a mark that ends one. */
static bool is_text(const char *name, size_t len)
{
	size_t spaces = 0;

	while (len && strchr("\" ", name[len - 1]))
		len--;
	for (size_t i = 0; i < len; i++)
		spaces += name[i] == ' ';
	return len > NAME_MAX ||
	       (spaces > 1 && strchr(".?!", name[len - 1]) != NULL);
}

/* What a column is called, where its number is asked for, is no text. */
static bool is_named(struct reader *reader, struct cd_span header,
		     size_t column)
{
	struct csv_field field;
	struct buffer why;
	size_t at = 0;

	for (size_t i = 0; i <= column; i++)
		csv_next(header.bytes, header.len,
			 format_mark(reader->options->format), &at, &field);
	if (reader->options->no_header ||
	    !is_text(header.bytes + field.at, field.len))
		return true;
	buffer_init(&why);
	buffer_printf(&why,
		      "column %zu of its first row is no name: is that a "
		      "record (--no-header)? Else name the column by --field",
		      column + 1);
	return refuse(reader, &why);
}

/* A field that is no column's name is a column's number. */
static bool find_number(struct reader *reader, struct cd_span header,
			size_t field)
{
	const char *name = reader->options->fields->names[field];
	const size_t column = numbered(name, reader->columns.count);

	for (size_t i = 0; i < reader->columns.found; i++)
		if (reader->columns.of[i].field == field)
			return true;
	if (column == reader->columns.count)
		return refuse_field(reader, header, name);
	return is_named(reader, header, column) &&
	       add_column(reader, column, field);
}

bool take_header(struct reader *reader, const char *header, size_t len)
{
	const struct fields *fields = reader->options->fields;
	const struct cd_span line = { header, len };

	if (has_lone_cr(line, format_mark(reader->options->format))) {
		reader->error = "its lines end in CR alone: write them with LF "
				"first (tr '\\r' '\\n')";
		return false;
	}
	if (!read_names(reader, header, len) || !is_one_column(reader, line))
		return false;
	for (size_t i = 0; i < fields->count; i++)
		if (!find_number(reader, line, i))
			return false;
	return true;
}

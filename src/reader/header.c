/* The header of a table: which columns the fields are. */
#include <stdlib.h>
#include <string.h>

#include "reader/take.h"

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

bool take_header(struct reader *reader, const char *header, size_t len)
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

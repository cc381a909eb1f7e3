/* Finding, reading and writing the fields of records. */
#include "reader/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "reader/csv.h"

void record_finder_release(struct record_finder *finder)
{
	free(finder->values);
	free(finder->search.values);
	buffer_release(&finder->why);
	memset(finder, 0, sizeof(*finder));
}

static bool fail(struct record_finder *finder, const char *why, size_t at)
{
	buffer_reset(&finder->why);
	buffer_add_text(&finder->why, why);
	finder->why_at = at;
	return false;
}

static bool add_value(struct record_finder *finder, struct record_value value)
{
	if (!array_grow(&finder->values, &finder->cap, finder->count,
			sizeof(*finder->values)))
		return fail(finder, "out of memory", 0);
	finder->values[finder->count++] = value;
	return true;
}

static bool find_json(struct record_finder *finder,
		      const struct record_form *form, const char *record,
		      size_t len, const size_t *element)
{
	struct json_search *search = &finder->search;

	search->paths = form->fields->paths;
	search->path_count = form->fields->count;
	search->element = element;
	if (!len && element)
		return fail(finder, "value or end of the array expected", 0);
	if (!json_search(record, len, search))
		return fail(finder, search->error, search->error_at);
	for (size_t i = 0; i < search->count; i++) {
		const struct json_value *found = &search->values[i];
		struct record_value value = {
			RECORD_NO_TEXT, found->at, found->len, found->path, 0,
		};

		if (found->kind == JSON_STRING)
			value.text = found->escaped ? RECORD_JSON_ESCAPED
						    : RECORD_JSON;
		if (!add_value(finder, value))
			return false;
	}
	return true;
}

/* The field that a column is, or FIELDS_MAX. */
static size_t field_of(const struct record_form *form, size_t column)
{
	for (size_t i = 0; i < form->columns->found; i++) {
		if (form->columns->of[i].column == column)
			return form->columns->of[i].field;
	}
	return FIELDS_MAX;
}

static enum record_text written_as(const char *record,
				   const struct csv_field *field, char mark)
{
	if (field->quoted)
		return mark == '\t' && !memchr(record + field->at, '\n',
					       field->len)
			       ? RECORD_CSV_LINE
			       : RECORD_CSV_QUOTED;
	if (field->len && record[field->at] == '"')
		return RECORD_CSV_TEXT;
	return mark == '\t' && csv_is_escaped(record, field)
		       ? RECORD_CSV_ESCAPED
		       : RECORD_CSV;
}

/*
 * Whether each line of a record with tabs has as many fields as the first row:
 * a mark may begin one field's text and another end the text of a later row.
 */
static bool may_be_rows(const struct record_form *form, const char *record,
			size_t len)
{
	size_t at = 0;

	if (format_mark(form->format) != '\t' || form->columns->count < 2 ||
	    !memchr(record, '\n', len))
		return false;
	while (at <= len) {
		const size_t end = bytes_find(record, len, at, '\n');
		size_t fields = 1;

		for (; at < end; at++)
			fields += record[at] == '\t';
		if (fields != form->columns->count)
			return false;
		at = end + 1;
	}
	return true;
}

static bool find_csv(struct record_finder *finder,
		     const struct record_form *form, const char *record,
		     size_t len)
{
	const size_t body = csv_trim(record, len);
	const char mark = format_mark(form->format);
	size_t at = 0, column = 0;
	struct csv_field field;

	while (csv_next(record, body, mark, &at, &field)) {
		const size_t which = field_of(form, column++);
		const struct record_value value = {
			written_as(record, &field, mark),
			field.at,
			field.len,
			which,
			0,
		};

		if (field.bad)
			return fail(finder, "quotation marks do not close",
				    field.at);
		if (which < FIELDS_MAX && !add_value(finder, value))
			return false;
	}
	if (column == form->columns->count)
		return !may_be_rows(form, record, body) ||
		       fail(finder, "one row with marks, or several", 0);
	fail(finder, "", 0);
	buffer_printf(&finder->why, "%zu field%s, where the first has %zu",
		      column, column == 1 ? "" : "s", form->columns->count);
	return false;
}

/* A field with a "*" may have several values. */
static void number_values(struct record_finder *finder)
{
	size_t counts[FIELDS_MAX] = { 0 };

	for (size_t i = 0; i < finder->count; i++)
		finder->values[i].nth = ++counts[finder->values[i].field];
}

bool record_find(struct record_finder *finder, const struct record_form *form,
		 const char *record, size_t len, size_t element)
{
	const size_t *place = element == RECORD_ALONE ? NULL : &element;
	bool found;

	finder->count = 0;
	found = format_is_table(form->format)
			? find_csv(finder, form, record, len)
			: find_json(finder, form, record, len, place);
	number_values(finder);
	return found;
}

static struct csv_field as_field(const struct record_value *value)
{
	return (struct csv_field){
		.at = value->at,
		.len = value->len,
		.quoted = record_is_quoted(value->text),
	};
}

static bool is_json(const struct record_value *value)
{
	return value->text == RECORD_JSON || value->text == RECORD_JSON_ESCAPED;
}

size_t record_decode(const struct record_value *value, const char *record,
		     struct buffer *out)
{
	const struct csv_field field = as_field(value);

	if (is_json(value))
		return json_unescape(record + value->at, value->len, out);
	if (value->text == RECORD_CSV_ESCAPED)
		csv_unescape(record, &field, out);
	else
		csv_decode(record, &field, out);
	return 0;
}

enum cd_lines record_lines(const struct record_value *value, enum format format)
{
	return !is_json(value) && format_mark(format) == '\t' &&
			       value->text != RECORD_CSV_QUOTED &&
			       value->text != RECORD_CSV_ESCAPED
		       ? CD_LINES_ONE
		       : CD_LINES_FREE;
}

/* What would end the row, or its field. */
static void encode_in_line(const char *text, size_t len, struct buffer *out)
{
	for (size_t at = 0; at < len;) {
		const size_t start = at;

		while (at < len && strchr("\n\r\t", text[at]) && text[at])
			at++;
		if (at > start && start && at < len && text[start - 1] != ' ' &&
		    text[at] != ' ')
			buffer_add_byte(out, ' ');
		if (at < len)
			buffer_add_byte(out, text[at++]);
	}
}

static void encode_tabbed(const struct record_value *value, const char *text,
			  size_t len, struct buffer *out)
{
	struct buffer line;

	buffer_init(&line);
	if (value->text == RECORD_CSV_ESCAPED)
		csv_escape(&line, text, len);
	else
		encode_in_line(text, len, &line);
	/* a mark that begins it is its own only where one did */
	if (value->text == RECORD_CSV_TEXT)
		buffer_add(out, line.bytes, line.len);
	else
		csv_encode(out, line.bytes, line.len, '\t',
			   value->text == RECORD_CSV_LINE);
	out->failed |= line.failed;
	buffer_release(&line);
}

void record_encode(const struct record_value *value, enum format format,
		   const char *text, size_t len, struct buffer *out)
{
	if (is_json(value))
		json_escape(out, text, len);
	else if (format_mark(format) == '\t' &&
		 value->text != RECORD_CSV_QUOTED)
		encode_tabbed(value, text, len, out);
	else
		csv_encode(out, text, len, format_mark(format),
			   value->text == RECORD_CSV_QUOTED);
}

struct json_place record_walk(const struct record_value *value)
{
	const size_t mark = record_is_quoted(value->text);

	return (struct json_place){ mark, mark };
}

void record_step(const struct record_value *value, const char *record,
		 bool single, struct json_place *place)
{
	const char *string = record + value->at;
	bool valid;
	size_t size;

	if (place->at >= value->len)
		return;
	if (is_json(value)) {
		json_step(string, value->len, single, place);
		return;
	}
	size = utf8_step(string + place->at, value->len - place->at, &valid);
	if (!valid && single)
		size = 1;
	place->at += size;
	place->points++;
	if (value->text == RECORD_CSV_ESCAPED &&
	    string[place->at - 1] == '\\') {
		place->at++;
		place->points++;
	}
	/* A mark inside is written twice. */
	if (record_is_quoted(value->text) && string[place->at - 1] == '"') {
		place->at++;
		place->points++;
	}
}

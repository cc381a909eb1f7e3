/* Whether an input is a table, by its header and its first records. */
#include "reader/sniff_table.h"

#include <string.h>

struct table_look {
	struct cd_span text;
	char mark;		/* between fields */
	size_t fields, records; /* of the first record; that have as many */
	size_t others;		/* records with another number */
	size_t quoted;		/* fields in quotation marks */
};

/* The field at the front; *end is the byte after it. False: it is cut off. */
static bool look_field(struct table_look *look, size_t *at, bool *bad)
{
	const struct cd_span text = look->text;

	if (*at < text.len && text.bytes[*at] == '"') {
		for (++*at; *at < text.len; ++*at) {
			if (text.bytes[*at] != '"')
				continue;
			if (++*at >= text.len || text.bytes[*at] != '"')
				break;
		}
		look->quoted++;
		if (*at < text.len && text.bytes[*at] == '\r')
			++*at;
		if (*at < text.len && text.bytes[*at] != look->mark &&
		    text.bytes[*at] != '\n')
			*bad = true;
	}
	while (*at < text.len && text.bytes[*at] != look->mark &&
	       text.bytes[*at] != '\n')
		++*at;
	return *at < text.len;
}

static void look_records(struct table_look *look)
{
	size_t at = 0;

	while (at < look->text.len) {
		size_t fields = 1;
		bool bad = false;

		while (look_field(look, &at, &bad) &&
		       look->text.bytes[at] != '\n') {
			fields++;
			at++;
		}
		if (at == look->text.len)
			return;
		at++;
		if (!look->fields)
			look->fields = fields;
		if (fields == look->fields && !bad)
			look->records++;
		else
			look->others++;
	}
}

/* A name of a column: short, a word or few, no sentence. */
static bool is_column(const char *name, size_t len)
{
	if (len >= 2 && name[0] == '"' && name[len - 1] == '"') {
		name++;
		len -= 2;
	}
	if (len > 40)
		return false;
	for (size_t i = 0; i < len; i++) {
		const unsigned char c = (unsigned char)name[i];

		if (c < ' ' || strchr("\"?!;<>", c) ||
		    (c == '.' && i + 1 == len) || (c == ' ' && i == 0))
			return false;
	}
	return true;
}

static bool is_header(struct cd_span line, char mark)
{
	size_t from = 0, columns = 0;

	for (size_t at = 0; at <= line.len; at++) {
		if (at < line.len && line.bytes[at] != mark)
			continue;
		if (!is_column(line.bytes + from, at - from))
			return false;
		/* One may be the nameless index of the rows. */
		columns += at > from;
		from = at + 1;
	}
	return columns > 1;
}

struct cd_span sniff_first_line(struct cd_span text, bool *whole)
{
	const char *end = text.len ? memchr(text.bytes, '\n', text.len) : NULL;

	*whole = end != NULL;
	if (end)
		text.len = (size_t)(end - text.bytes);
	while (text.len && text.bytes[text.len - 1] == '\r')
		text.len--;
	return text;
}

bool sniff_is_table(struct cd_span text, char mark)
{
	bool whole;
	const struct cd_span line = sniff_first_line(text, &whole);
	struct table_look look = { .text = text, .mark = mark };

	if (!whole || !is_header(line, mark))
		return false;
	look_records(&look);
	return look.fields > 1 &&
	       look.others * (look.quoted ? 4 : 10) <= look.records &&
	       look.records >= (look.quoted || mark == '\t' ? 2 : 4);
}

/* Whether an input is a table, by its header and its first records. */
#include "reader/sniff_table.h"

#include <string.h>

#include "reader/csv.h"
#include "reader/sniff_parts.h"

struct table_look {
	struct cd_span text;
	char mark;		/* between fields */
	size_t fields, records; /* of the first record; that have as many */
	size_t others;		/* records with another number */
	size_t quoted;		/* fields in quotation marks */
	size_t bare;		/* records whose first field is empty */
	bool whole;		/* the last record needs no line end */
	bool plain;		/* a quotation mark is one like others */
};

/* The field at the start; *end is the byte after it. False: it is cut off. */
static bool look_field(struct table_look *look, size_t *at, bool *bad)
{
	const struct cd_span text = look->text;

	if (!look->plain && *at < text.len && text.bytes[*at] == '"') {
		for (++*at; *at < text.len; ++*at) {
			if (text.bytes[*at] != '"')
				continue;
			if (++*at >= text.len || text.bytes[*at] != '"')
				break;
		}
		look->quoted++;
		while (*at < text.len && text.bytes[*at] == '\r')
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

		look->bare += look->text.bytes[at] == look->mark;
		while (look_field(look, &at, &bad) &&
		       look->text.bytes[at] != '\n') {
			fields++;
			at++;
		}
		if (at == look->text.len && !look->whole)
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

/* A name of a column: short, a word ("No.") or few, no sentence. */
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
		    (c == '.' && i + 1 == len && memchr(name, ' ', len)) ||
		    (c == ' ' && i == 0))
			return false;
	}
	return true;
}

static bool is_header(struct cd_span line, char mark)
{
	size_t columns = 0, at = 0;
	struct csv_field field;

	while (csv_next(line.bytes, line.len, mark, &at, &field)) {
		if (!is_column(line.bytes + field.at, field.len))
			return false;
		/* One may be the nameless index of the rows. */
		columns += field.len != 0;
	}
	return columns > 1;
}

/* Whether the records that were looked at agree, and are so many. */
static bool agrees(const struct table_look *look, size_t least)
{
	return look->fields > 1 && look->records >= least &&
	       look->others * (look->quoted ? 4 : 10) <= look->records;
}

/* The same of sentences between tabs, where no mark encloses a field. */
static bool agrees_plainly(struct cd_span text, size_t least)
{
	struct table_look look = { .text = text, .mark = '\t', .plain = true };

	look_records(&look);
	return agrees(&look, least) && !look.bare;
}

bool sniff_is_table(struct cd_span text, char mark)
{
	bool whole;
	const struct cd_span line = sniff_first_line(text, &whole);
	struct table_look look = { .text = text, .mark = mark };

	if (!whole || !is_header(line, mark))
		return false;
	look_records(&look);
	if (agrees(&look, look.quoted || mark == '\t' ? 2 : 4))
		return true;
	return mark == '\t' && agrees_plainly(text, 2);
}

#define HEADLESS 8 /* records that have to agree */

/* "Q:" and a tab: somebody speaks. */
static bool is_speaker(struct cd_span line, char mark)
{
	const char *end = memchr(line.bytes, mark, line.len);

	return end > line.bytes && end[-1] == ':';
}

/* Whether more than the first line is worth a look. */
static bool may_be_headless(struct cd_span line, char mark)
{
	if (!memchr(line.bytes, mark, line.len))
		return false;
	return mark == '\t' ? !is_speaker(line, mark)
			    : memchr(line.bytes, '"', line.len) != NULL;
}

bool sniff_is_headless(struct cd_span text, char mark)
{
	bool whole;
	const struct cd_span line = sniff_first_line(text, &whole);
	struct table_look look = { .text = text, .mark = mark };

	if (!whole || !may_be_headless(line, mark))
		return false;
	look_records(&look);
	if (agrees(&look, HEADLESS) && !look.bare &&
	    (mark == '\t' || look.quoted >= look.records))
		return true;
	return mark == '\t' && agrees_plainly(text, HEADLESS);
}

/* Other marks than the comma that a file called .csv may have. */
static const struct {
	char mark;
	enum format format;
} others[] = {
	{ ';', FORMAT_SSV },
	{ '\t', FORMAT_TSV },
	{ '|', FORMAT_PSV },
};

#define OTHERS (sizeof(others) / sizeof(others[0]))

static bool has_columns(struct cd_span header, char mark)
{
	return csv_count(header.bytes, header.len, mark) > 1;
}

/* A header with this mark, and records that agree; one may be cut off. */
static bool fits(struct cd_span text, bool whole, struct cd_span header,
		 char mark)
{
	struct table_look look = { .text = text, .mark = mark, .whole = whole };

	if (!is_header(header, mark))
		return false;
	look_records(&look);
	return look.fields > 1 &&
	       look.others * (look.quoted ? 4 : 10) <= look.records &&
	       look.records >= (whole ? 2 : 1);
}

static enum format format_of(char mark)
{
	for (size_t i = 0; i < OTHERS; i++) {
		if (others[i].mark == mark)
			return others[i].format;
	}
	return FORMAT_CSV;
}

enum format sniff_dialect(struct cd_span start, bool whole)
{
	const struct cd_span text = sniff_skip_space(start);
	enum format found = FORMAT_CSV;
	char mark;
	bool ended;
	const struct cd_span header = sniff_first_line(text, &ended);

	if (ended && csv_tells_mark(header.bytes, header.len, &mark))
		return format_of(mark);
	if (!ended || has_columns(header, ','))
		return FORMAT_CSV;
	for (size_t i = 0; i < OTHERS; i++) {
		if (!fits(text, whole, header, others[i].mark))
			continue;
		if (found != FORMAT_CSV)
			return FORMAT_CSV;
		found = others[i].format;
	}
	return found;
}

bool sniff_dialect_is_enough(struct cd_span start)
{
	const struct cd_span text = sniff_skip_space(start);
	bool ended;
	const struct cd_span header = sniff_first_line(text, &ended);
	size_t rivals = 0;

	for (size_t i = 0; i < OTHERS; i++)
		rivals += has_columns(header, others[i].mark);
	return ended && (!rivals || has_columns(header, ',') ||
			 sniff_dialect(text, true) != FORMAT_CSV);
}

enum format sniff_columns(struct cd_span start, const char *name)
{
	const struct cd_span text = sniff_skip_space(start);
	enum format found = FORMAT_AUTO;
	bool ended;
	const struct cd_span header = sniff_first_line(text, &ended);

	for (enum format format = FORMAT_CSV; format <= FORMAT_PSV; format++) {
		const char mark = format_mark(format);

		if (!ended || !is_header(header, mark) ||
		    !csv_has(header.bytes, header.len, mark, name))
			continue;
		if (found != FORMAT_AUTO)
			return FORMAT_AUTO;
		found = format;
	}
	return found;
}

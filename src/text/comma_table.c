#include "text/comma_table.h"

#include "base/ascii.h"
#include "base/bytes.h"

#define NAME_MOST 40	/* bytes of a column's name */
#define RECORDS_LEAST 2 /* after the names */

/* The fields of the first line, if each is a short name; else 0. */
static size_t count_names(const char *text, size_t len, size_t end)
{
	size_t count = 0, start = 0;

	for (size_t at = 0; at <= end; at++) {
		const unsigned c = at < end ? bytes_at(text, len, at) : ',';

		if (c == ',') {
			if (at == start || at - start > NAME_MOST ||
			    text[start] == ' ')
				return 0;
			count++;
			start = at + 1;
		} else if (!ascii_is_alnum(c) && c < 0x80 &&
			   (!c || !strchr(" _-()%/", (int)c))) {
			return 0;
		}
	}
	return count;
}

/* The end of the field at text[at]: a comma, a line end, or the text's. */
static size_t field_end(const char *text, size_t len, size_t at)
{
	if (bytes_at(text, len, at) == '"') {
		for (at++; at < len; at++) {
			if (text[at] != '"')
				continue;
			if (bytes_at(text, len, at + 1) != '"')
				break;
			at++;
		}
	}
	while (at < len && text[at] != ',' && text[at] != '\n')
		at++;
	return at;
}

/*
 * The fields of the record at text[*at]; *at is after its line end. 0: a word
 * is apart from the comma before it, as in a sentence.
 */
static size_t count_fields(const char *text, size_t len, size_t *at)
{
	size_t count = 1;

	for (;; count++) {
		*at = field_end(text, len, *at);
		if (bytes_at(text, len, (*at)++) != ',')
			return count;
		if (bytes_at(text, len, *at) == ' ' &&
		    ascii_is_letter(bytes_at(text, len, *at + 1)))
			return 0;
	}
}

bool comma_table_text(const char *text, size_t len)
{
	const size_t end = bytes_line_end(text, len, 0);
	size_t names, records = 0;

	/* most texts begin with a sentence or a title */
	if (end == len || bytes_find(text, end, 0, ',') == end)
		return false;
	names = count_names(text, len, end);
	if (names < 2)
		return false;
	while (len > end && text[len - 1] == '\n')
		len--;
	for (size_t at = end + 1; at < len; records++)
		if (count_fields(text, len, &at) != names)
			return false;
	return records >= RECORDS_LEAST;
}

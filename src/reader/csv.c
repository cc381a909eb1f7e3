/* Records and fields of tables. */
#include "reader/csv.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/bytes.h"

static enum csv_state after(enum csv_state state, char c, char mark)
{
	if (state == CSV_IN_MARKS)
		return c == '"' ? CSV_AT_MARK : CSV_IN_MARKS;
	if (c == mark || c == '\n')
		return CSV_AT_START;
	if (c == '"' && state == CSV_AT_START)
		return CSV_IN_MARKS;
	if (c == '"' && state == CSV_AT_MARK)
		return CSV_IN_MARKS;
	return CSV_IN_PLAIN;
}

size_t csv_record(const char *text, size_t len, char mark,
		  enum csv_state *state, bool *ended)
{
	enum csv_state now = *state;
	size_t at = 0;

	*ended = false;
	while (at < len && !*ended) {
		if (now == CSV_IN_MARKS && text[at] != '"') {
			at = bytes_find(text, len, at, '"');
			continue;
		}
		*ended = now != CSV_IN_MARKS && text[at] == '\n';
		now = after(now, text[at++], mark);
	}
	*state = *ended ? CSV_AT_START : now;
	return at;
}

enum tab_field {
	TAB_TEXT,  /* its first mark is the text's */
	TAB_MARKS, /* marks are around it */
	TAB_OPEN,  /* what is to come tells */
};

/*
 * In a table with tabs most programs know no marks: one at a field's start is
 * the text's ("\t"We left," she said"), unless the next one stands at the
 * field's end. A line end may be between them.
 */
static enum tab_field read_tab_field(struct csv_text text, size_t at,
				     size_t *end)
{
	size_t mark = at + 1;

	for (;; mark += 2) {
		mark = bytes_find(text.bytes, text.len, mark, '"');
		if (mark >= text.len)
			return text.whole ? TAB_TEXT : TAB_OPEN;
		*end = mark + 1;
		if (*end == text.len)
			return text.whole ? TAB_MARKS : TAB_OPEN;
		if (memchr("\t\n\r", text.bytes[*end], 3))
			return TAB_MARKS;
		if (text.bytes[*end] != '"')
			return TAB_TEXT;
	}
}

size_t csv_tab_record(struct csv_text text, bool *ended)
{
	size_t at = 0;

	*ended = false;
	while (at < text.len) {
		size_t end = at;

		if (text.bytes[at] == '"') {
			const enum tab_field field =
				read_tab_field(text, at, &end);

			if (field == TAB_OPEN)
				return text.len;
			at = field == TAB_MARKS ? end : at;
		}
		while (at < text.len && text.bytes[at] != '\t' &&
		       text.bytes[at] != '\n')
			at++;
		*ended = at < text.len && text.bytes[at] == '\n';
		at += at < text.len;
		if (*ended)
			return at;
	}
	return text.len;
}

/* The end of a quoted field, after its closing mark. */
static size_t quoted_end(const char *record, size_t len, size_t at, bool *bad)
{
	for (at++;; at += 2) {
		const char *end = memchr(record + at, '"', len - at);

		if (!end) {
			*bad = true;
			return len;
		}
		at = (size_t)(end - record);
		if (at + 1 >= len || record[at + 1] != '"')
			return at + 1;
	}
}

bool csv_next(const char *record, size_t len, char mark, size_t *at,
	      struct csv_field *field)
{
	size_t from = *at, plain;

	if (from > len)
		return false;
	*field = (struct csv_field){ .at = from };
	field->quoted = from < len && record[from] == '"';
	plain = from;
	if (field->quoted && mark == '\t')
		field->quoted =
			read_tab_field((struct csv_text){ record, len, true },
				       from, &plain) == TAB_MARKS;
	else if (field->quoted)
		plain = quoted_end(record, len, from, &field->bad);
	plain = field->quoted ? plain : from;
	*at = bytes_find(record, len, plain, mark);
	field->len = *at - from;
	field->bad |= field->quoted && *at > plain;
	++*at;
	return true;
}

bool csv_tells_mark(const char *record, size_t len, char *mark)
{
	if (len != 5 || strncasecmp(record, "sep=", 4))
		return false;
	*mark = record[4];
	return true;
}

size_t csv_trim(const char *record, size_t len)
{
	if (len && record[len - 1] == '\n')
		len--;
	while (len && record[len - 1] == '\r')
		len--;
	return len;
}

void csv_decode(const char *record, const struct csv_field *field,
		struct buffer *out)
{
	const char *at = record + field->at;
	size_t len = field->len;

	if (!field->quoted) {
		buffer_add(out, at, len);
		return;
	}
	at++;
	len -= 2;
	while (len) {
		const char *mark = memchr(at, '"', len);
		const size_t size = mark ? (size_t)(mark - at) + 1 : len;

		buffer_add(out, at, size);
		/* Of two marks one is meant. */
		at += size + (mark != NULL);
		len -= size + (mark != NULL);
	}
}

bool csv_holds(const char *record, const struct csv_field *field,
	       const char *text)
{
	struct buffer held;
	bool same;

	if (field->bad)
		return false;
	buffer_init(&held);
	csv_decode(record, field, &held);
	same = !held.failed && held.len == strlen(text) &&
	       (!held.len || !memcmp(held.bytes, text, held.len));
	buffer_release(&held);
	return same;
}

bool csv_has(const char *record, size_t len, char mark, const char *text)
{
	struct csv_field field;
	size_t at = 0;
	bool found = false;

	while (!found && csv_next(record, len, mark, &at, &field))
		found = csv_holds(record, &field, text);
	return found;
}

size_t csv_count(const char *record, size_t len, char mark)
{
	struct csv_field field;
	size_t at = 0, count = 0;

	while (csv_next(record, len, mark, &at, &field))
		count++;
	return count;
}

/* Escapes, and what they are of. */
static const char escapes[] = "ntr\\", escaped[] = "\n\t\r\\";

bool csv_is_escaped(const char *record, const struct csv_field *field)
{
	const char *at = record + field->at, *end = at + field->len;
	bool ends_line = false;

	if (field->quoted)
		return false;
	while ((at = memchr(at, '\\', (size_t)(end - at))) != NULL) {
		const char c = at + 1 < end ? at[1] : '\0';

		if (!c || !strchr(escapes, c))
			return false;
		ends_line |=
			c == 'n' && (at + 2 == end ||
				     !ascii_is_lower((unsigned char)at[2]));
		at += 2;
	}
	return ends_line;
}

void csv_unescape(const char *record, const struct csv_field *field,
		  struct buffer *out)
{
	const char *at = record + field->at, *end = at + field->len, *mark;

	while ((mark = memchr(at, '\\', (size_t)(end - at))) != NULL) {
		buffer_add(out, at, (size_t)(mark - at));
		buffer_add_byte(out,
				escaped[strchr(escapes, mark[1]) - escapes]);
		at = mark + 2;
	}
	buffer_add(out, at, (size_t)(end - at));
}

void csv_escape(struct buffer *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const char *mark = memchr(escaped, text[i], 4);

		if (mark)
			buffer_add_byte(out, '\\');
		buffer_add_byte(out, mark ? escapes[mark - escaped] : text[i]);
	}
}

/* In a table with tabs only a mark at the start may be taken for the field's.
 */
static bool needs_marks(const char *text, size_t len, char mark)
{
	return len && (memchr(text, mark, len) ||
		       memchr(text, '"', mark == '\t' ? 1 : len) ||
		       memchr(text, '\n', len) || memchr(text, '\r', len));
}

void csv_encode(struct buffer *out, const char *text, size_t len, char mark,
		bool quoted)
{
	if (!quoted && !needs_marks(text, len, mark)) {
		buffer_add(out, text, len);
		return;
	}
	buffer_add_byte(out, '"');
	while (len) {
		const char *at = memchr(text, '"', len);
		const size_t size = at ? (size_t)(at - text) + 1 : len;

		buffer_add(out, text, size);
		if (at)
			buffer_add_byte(out, '"');
		text += size;
		len -= size;
	}
	buffer_add_byte(out, '"');
}

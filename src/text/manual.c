/*
 * Documents of programs: a page of a manual as man(1) formats it, and stanzas
 * of fields as packages have them (Debian policy, 5.1). Their indents and line
 * ends are part of them, and "SEE ALSO" or "Comment:" is no furniture.
 */
#include "text/preformatted.h"

#include "base/ascii.h"
#include "base/bytes.h"

#define FIELDS 3      /* at least */
#define FIELD_MOST 40 /* bytes of a field's name */

/* "TAR(1)     User commands     TAR(1)", of which long names leave less. */
static bool is_title(const char *text, const struct text_line *line)
{
	size_t at = line->end;

	if (line->at > line->from || text[at - 1] != ')')
		return false;
	at--;
	while (at > line->at && ascii_is_alnum((unsigned char)text[at - 1]))
		at--;
	return at > line->at + 1 && text[at - 1] == '(' &&
	       ascii_is_digit((unsigned char)text[at]) &&
	       ascii_is_alnum((unsigned char)text[at - 2]);
}

static bool is_heading(const char *text, const struct text_line *line,
		       const char *name)
{
	return line->at == line->from &&
	       bytes_are(text + line->at, line->end - line->at, name);
}

/* A title or none, NAME, and the next heading; what is under them is set in. */
bool text_is_manual(const char *text, size_t len)
{
	struct text_line line;
	bool title = false, name = false;

	for (size_t at = 0; at < len; at = line.next) {
		text_line_read(&line, text, len, at);
		if (line.at == line.end || (name && line.at > line.from))
			continue;
		if (name)
			return is_heading(text, &line, "SYNOPSIS") ||
			       is_heading(text, &line, "DESCRIPTION");
		name = is_heading(text, &line, "NAME");
		if (!name && (title || !is_title(text, &line)))
			return false;
		title = true;
	}
	return false;
}

/* "Upstream-Name: tar": a field begins its line, with a capital. */
static bool is_field(const char *text, const struct text_line *line)
{
	size_t at = line->at;

	if (line->at > line->from || !ascii_is_upper((unsigned char)text[at]))
		return false;
	while (at < line->end && at - line->at < FIELD_MOST &&
	       (ascii_is_alnum((unsigned char)text[at]) || text[at] == '-'))
		at++;
	return at < line->end && text[at] == ':' &&
	       (at + 1 == line->end || text[at + 1] == ' ');
}

/* A line of more of a field is set in; a full stop there is a blank line. */
bool text_is_stanzas(const char *text, size_t len)
{
	size_t fields = 0, blank = 0;
	struct text_line line;

	for (size_t at = 0; at < len; at = line.next) {
		text_line_read(&line, text, len, at);
		if (line.at == line.end || text[line.from] == '#')
			continue;
		if (is_field(text, &line))
			fields++;
		else if (!fields || line.at == line.from)
			return false;
		else
			blank +=
				line.end - line.at == 1 && text[line.at] == '.';
	}
	return fields >= FIELDS && blank;
}

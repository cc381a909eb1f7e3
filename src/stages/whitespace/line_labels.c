/* Lines that begin with a label, as an entry of a list or with a dateline. */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/marks.h"
#include "unicode/props.h"

/* "Answer: Yes.", "REED: No.": a word and a colon. */
bool wrap_begins_label(const struct scanner *scanner, size_t at)
{
	if (!ascii_is_upper(byte_at(scanner, at)))
		return false;
	while (ascii_is_letter(byte_at(scanner, at)))
		at++;
	return stands_at(scanner, at, ": ");
}

/*
 * "Reply-To: ida@lowell.example": a field of a header; "SHA256: 9f0c"; in a
 * chat "ida: see you".
 */
static bool is_field(const struct scanner *scanner, size_t at)
{
	if (!ascii_is_letter(byte_at(scanner, at)))
		return false;
	while (ascii_is_alnum(byte_at(scanner, at)) ||
	       byte_at(scanner, at) == '-' || byte_at(scanner, at) == '.')
		at++;
	return stands_at(scanner, at, ": ");
}

/* "Holt, A. & Reed, T. (2004)": who wrote what a list of references names. */
static bool is_author(const struct scanner *scanner, size_t at)
{
	if (!ascii_is_upper(byte_at(scanner, at)))
		return false;
	while (unicode_is_letter(utf8_at(scanner->text, scanner->len, at)) ||
	       byte_at(scanner, at) == '-')
		utf8_next(scanner->text, &at);
	return stands_at(scanner, at, ", ") &&
	       ascii_is_upper(byte_at(scanner, at + 2)) &&
	       byte_at(scanner, at + 3) == '.';
}

bool wrap_are_entries(const struct scanner *scanner, const struct gap *gap)
{
	size_t line = scanner->line;

	if (gap->lines != 1)
		return false;
	while (ascii_is_blank(byte_at(scanner, line)))
		line++;
	return (is_field(scanner, line) && is_field(scanner, gap->end)) ||
	       (is_author(scanner, line) && is_author(scanner, gap->end)) ||
	       (stands_at(scanner, line, ": ") &&
		stands_at(scanner, gap->end, ": "));
}

#define DATELINE_MAX 60 /* bytes */

/* "PORT ELLIS, May 5 (Wire) -- ": a word in capitals, and soon a dash. */
bool wrap_begins_dateline(const struct scanner *scanner, size_t at)
{
	const size_t from = at;

	while (ascii_is_upper(byte_at(scanner, at)))
		at++;
	if (at - from < 2 || ascii_is_letter(byte_at(scanner, at)))
		return false;
	for (; at < scanner->len && at - from < DATELINE_MAX &&
	       scanner->text[at] != '\n';
	     at++) {
		const uint32_t point =
			utf8_at(scanner->text, scanner->len, at + 1);

		if (scanner->text[at] == ' ' &&
		    mark_is(point, MARK_DASH | MARK_HYPHEN))
			return true;
	}
	return false;
}

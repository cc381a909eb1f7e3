/* Lists of links. */
#include "stages/encoding/link_list.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"
#include "text/address.h"
#include "text/lines.h"

#define NUMBER_MOST 100000

/* "N. ", or "N ", at the line's start. Returns what is after it; 0: no number.
 */
static size_t read_number(const char *line, size_t len, size_t *number)
{
	size_t at = 0;

	*number = 0;
	for (; at < len && ascii_is_digit((unsigned char)line[at]); at++)
		if (*number < NUMBER_MOST)
			*number = *number * 10 + (size_t)(line[at] - '0');
	if (!at)
		return 0;
	at += at < len && line[at] == '.';
	return skip_spaces(line, len, at);
}

/* Whether the line is "N. address", of a scheme that nothing else begins with.
 */
static bool is_link(const char *line, size_t len, size_t wanted)
{
	size_t number, scheme;
	const size_t at = read_number(line, len, &number);

	if (!at || number != wanted)
		return false;
	scheme = bytes_begin(line, len, at, "file:")
			 ? strlen("file:")
			 : address_scheme(line, len, at);
	return scheme && at + scheme < len;
}

/* The same below a heading: "javascript:;", "android-app://name". */
static bool is_listed(const char *line, size_t len, size_t *number)
{
	const size_t from = read_number(line, len, number);
	size_t at = from;

	while (at < len && (ascii_is_alnum((unsigned char)line[at]) ||
			    strchr("+-.", line[at])))
		at++;
	return from && at > from && at + 1 < len && line[at] == ':' &&
	       line[at + 1] != ' ';
}

/* "Visible links:", and "Hidden links:", whose numbers are left out above. */
static bool is_part(const char *line, size_t len)
{
	const size_t most = len && line[len - 1] == ':' ? len - 1 : len;

	return bytes_are(line, most, "Visible links") ||
	       bytes_are(line, most, "Hidden links");
}

/*
 * The list below lynx's heading, "References": its numbers ascend in each part.
 * What follows the list, and any other list, makes it none.
 */
static size_t find_headed(const char *text, size_t len, size_t *at)
{
	size_t next = 0, from, end, last = 0, most = 0, number;
	bool headed = false;

	while (text_next_line(text, len, &next, &from, &end)) {
		const char *line = text + from;

		if (bytes_are(line, end - from, "References")) {
			headed = true;
			last = most = 0;
			*at = from;
		} else if (!headed || is_part(line, end - from)) {
			last = 0;
		} else if (is_listed(line, end - from, &number) &&
			   number > last) {
			last = number;
			most = number > most ? number : most;
		} else {
			headed = false;
		}
	}
	return headed ? most : 0;
}

/* The end of "[12]" at text[at]; 0: no number is there. */
static size_t mark_end(const char *text, size_t len, size_t at)
{
	const size_t from = at + 1;

	for (at = from; at < len && ascii_is_digit((unsigned char)text[at]);)
		at++;
	return at > from && at < len && text[at] == ']' ? at + 1 : 0;
}

/*
 * Whether numbers are before the words of links, "[1]stops in October", and not
 * behind what a source says, "in October.[1]".
 */
static bool lead_words(const char *text, size_t len)
{
	size_t before = 0, behind = 0, at = 0;

	while ((at = bytes_find(text, len, at, '[')) < len) {
		const size_t end = mark_end(text, len, at);

		if (end && end < len &&
		    !ascii_is_space((unsigned char)text[end]))
			before++;
		else
			behind += end != 0;
		at++;
	}
	return before > behind;
}

/* A list without a heading: no number is left out. */
static size_t find_plain(const char *text, size_t len, size_t *at)
{
	size_t next = 0, from, end, count = 0;

	while (text_next_line(text, len, &next, &from, &end)) {
		if (!is_link(text + from, end - from, count + 1))
			continue;
		if (!count)
			*at = from;
		count++;
	}
	return count;
}

void link_list_find(struct link_list *list, const char *text, size_t len)
{
	list->last = find_headed(text, len, &list->at);
	if (!list->last || !lead_words(text, list->at))
		list->last = find_plain(text, len, &list->at);
	if (!list->last)
		list->at = 0;
}

/* The lead of a transcript's line. */
#include "text/lead.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"

#define NAME_WORDS 3 /* of a speaker: "SPEAKER 1", "Dr. Ida Marsh" */
#define HANDLE_BYTES 24
#define NAME_BYTES 40 /* up to the colon */

static bool is_time_byte(unsigned char c)
{
	return ascii_is_digit(c) || (c && strchr("[]()<>:.,- ", (char)c));
}

/* "[00:01:12] ", "00:12 - 00:15 ": digits on both sides of a colon. */
static size_t time_end(const char *text, size_t len, size_t at)
{
	size_t end = at;
	bool time = false;

	while (end < len && is_time_byte((unsigned char)text[end])) {
		time |= text[end] == ':' && end > at &&
			ascii_is_digit((unsigned char)text[end - 1]) &&
			ascii_is_digit(bytes_at(text, len, end + 1));
		end++;
	}
	return time ? end : at;
}

static bool is_name_byte(unsigned char c)
{
	return ascii_is_alnum(c) || (c && strchr("_.-' ", (char)c));
}

/* A capital or a digit begins each word of a name. */
static bool begins_name(const char *text, size_t at)
{
	const unsigned char c = (unsigned char)text[at];

	return ascii_is_upper(c) || ascii_is_digit(c);
}

/* "SPEAKER_00": up to three words with capitals; or `at`. */
static size_t name_end(const char *text, size_t len, size_t at)
{
	size_t end = at, words = 0;

	if (at == len || !ascii_is_upper((unsigned char)text[at]))
		return at;
	for (; end < len && end - at < NAME_BYTES &&
	       is_name_byte((unsigned char)text[end]);
	     end++) {
		if (end > at && text[end - 1] != ' ')
			continue;
		if (!begins_name(text, end) || ++words > NAME_WORDS)
			return at;
	}
	return end;
}

/* "SPEAKER_00: ", "[Speaker 1]: ", "Ida Marsh (01:12): ". */
static size_t speaker_end(const char *text, size_t len, size_t at)
{
	const bool bracket = bytes_at(text, len, at) == '[';
	const size_t name = at + bracket;
	size_t end = name_end(text, len, name);

	if (end == name)
		return at;
	if (bracket && bytes_at(text, len, end++) != ']')
		return at;
	if (bytes_at(text, len, end) == '(') {
		end = time_end(text, len, end);
		end = skip_spaces_back(text, at, end);
		/* the time's last bytes are "):" */
		return end < len && text[end - 1] == ':' && text[end] == ' '
			       ? end + 1
			       : at;
	}
	return end + 1 < len && text[end] == ':' && text[end + 1] == ' '
		       ? end + 2
		       : at;
}

/* "SPEAKER_00", alone on its line, before one that begins small. */
static size_t head_end(const char *text, size_t len, size_t at)
{
	const size_t end = name_end(text, len, at);

	return end > at && ascii_is_digit((unsigned char)text[end - 1]) &&
			       bytes_at(text, len, end) == '\n' &&
			       ascii_is_lower(bytes_at(text, len, end + 1))
		       ? end
		       : at;
}

size_t lead_end(const char *text, size_t len, size_t at)
{
	const size_t time = time_end(text, len, at);
	const size_t from = time > at && text[time - 1] == ' ' ? time : at;
	const size_t head = head_end(text, len, from);

	return head > from ? head : speaker_end(text, len, from);
}

size_t lead_handle_end(const char *text, size_t len, size_t at)
{
	size_t end = at;

	while (end < len && end - at < HANDLE_BYTES &&
	       (ascii_is_alnum((unsigned char)text[end]) ||
		strchr("*_-", text[end])))
		end++;
	return end > at && bytes_begin(text, len, end, ": ") &&
			       ascii_is_upper(bytes_at(text, len, end + 2))
		       ? end + 2
		       : at;
}

#include "text/chat.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define MESSAGES_LEAST 8
#define MESSAGES_SHARE 75 /* percent of the lines */
#define TIME_MOST 24	  /* bytes: "[2021-05-03 10:06:12] " */
#define NAME_MOST 24	  /* bytes */
#define NAME_LEAST 3	  /* "<p> " is a paragraph */
#define REPLIES_LEAST 4
#define LINES_PER_REPLY 3

/* The name of a message: "ida_88" of "<ida_88>". */
struct name {
	const char *bytes;
	size_t len;
};

static size_t skip_time(const char *text, size_t len, size_t at)
{
	const size_t from = at;

	while (at < len && at - from < TIME_MOST &&
	       (ascii_is_digit((unsigned char)text[at]) ||
		strchr("[]()-/.:, T", text[at])))
		at++;
	return at;
}

/* Past the name of the message that begins at `at`; `at`: it is none. */
static size_t message_lead(const char *text, size_t len, size_t at,
			   struct name *name)
{
	const size_t open = skip_time(text, len, at);
	size_t end = open + 1;

	if (bytes_at(text, len, open) != '<')
		return at;
	while (end < len && end - open <= NAME_MOST && text[end] > ' ' &&
	       text[end] != '>')
		end++;
	if (end - open <= NAME_LEAST || bytes_at(text, len, end) != '>' ||
	    bytes_at(text, len, end + 1) != ' ')
		return at;
	*name = (struct name){ text + open + 1, end - open - 1 };
	return end + 1;
}

/* "ida marsh: " after the date and the time, of which slashes and colons tell.
 */
static bool follows_date(const char *text, size_t len, size_t at, size_t end)
{
	size_t slashes = 0, colons = 0, name = end;

	for (size_t i = at; i < end; i++) {
		slashes += text[i] == '/';
		colons += text[i] == ':';
	}
	while (name < len && name - end < NAME_MOST && text[name] != ':' &&
	       text[name] != '\n')
		name++;
	return slashes == 2 && colons && bytes_begin(text, len, name, ": ");
}

/* "@ida_88 where r u": a message to her. */
static bool is_reply(const char *text, size_t len, size_t at)
{
	size_t end = at + 1;

	if (bytes_at(text, len, at) != '@')
		return false;
	while (end < len &&
	       (ascii_is_alnum((unsigned char)text[end]) || text[end] == '_'))
		end++;
	return end - at > NAME_LEAST && bytes_at(text, len, end) == ' ';
}

bool chat_begins_message(const char *text, size_t len, size_t at)
{
	struct name name;

	return is_reply(text, len, at) ||
	       message_lead(text, len, at, &name) > at ||
	       follows_date(text, len, at, skip_time(text, len, at));
}

static bool is_same(const struct name *a, const struct name *b)
{
	return a->len == b->len && !memcmp(a->bytes, b->bytes, a->len);
}

/* No name of a tag: "<title> ". */
static bool is_of_person(const struct name *name)
{
	for (size_t i = 0; i < name->len; i++)
		if (!ascii_is_lower((unsigned char)name->bytes[i]))
			return true;
	return false;
}

bool chat_text(const char *text, size_t len)
{
	struct name first = { 0 }, name;
	size_t messages = 0, lines = 0;
	bool several = false, person = false;

	for (size_t at = 0; at < len;) {
		const size_t end = bytes_line_end(text, len, at);

		lines += end > at;
		if (message_lead(text, end, at, &name) > at) {
			if (!messages++)
				first = name;
			several |= !is_same(&first, &name);
			person |= is_of_person(&name);
		} else if (lines > MESSAGES_LEAST &&
			   messages * 100 < lines * MESSAGES_SHARE)
			return false;
		at = end + 1;
	}
	return several && person && messages >= MESSAGES_LEAST &&
	       messages * 100 >= lines * MESSAGES_SHARE;
}

bool chat_replies(const char *text, size_t len)
{
	size_t replies = 0, lines = 0;

	for (size_t at = 0; at < len;) {
		const size_t end = bytes_line_end(text, len, at);

		lines += end > at;
		replies += is_reply(text, end, at);
		if (lines > MESSAGES_LEAST && replies * LINES_PER_REPLY < lines)
			return false;
		at = end + 1;
	}
	return replies >= REPLIES_LEAST && replies * LINES_PER_REPLY >= lines;
}

bool chat_next(struct chat_walk *walk, struct listing *span)
{
	struct name name;

	while (walk->at < walk->len) {
		const size_t at = walk->at;
		const size_t end = bytes_line_end(walk->text, walk->len, at);
		const size_t lead = message_lead(walk->text, end, at, &name);

		walk->at = end + 1;
		if (lead > at) {
			*span = (struct listing){ at, lead };
			return true;
		}
	}
	return false;
}

#include "text/machine_name.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "text/domains.h"

struct chunk {
	const char *text;
	size_t len;
};

static unsigned char byte_at(const struct chunk *chunk, size_t at)
{
	return bytes_at(chunk->text, chunk->len, at);
}

static bool stands_at(const struct chunk *chunk, size_t at, const char *what)
{
	size_t i = 0;

	while (what[i] &&
	       ascii_lower(byte_at(chunk, at + i)) == (unsigned char)what[i])
		i++;
	return !what[i];
}

/* "harbour.com", "harbour.de/boats": not the end of a sentence. */
static bool is_host_end(const struct chunk *chunk, size_t dot)
{
	size_t end = dot + 1;

	while (ascii_is_letter(byte_at(chunk, end)))
		end++;
	if (!dot || !ascii_is_alnum(byte_at(chunk, dot - 1)))
		return false;
	switch (domain_find(chunk->text + dot + 1, end - dot - 1)) {
	case DOMAIN_NONE:
		return false;
	case DOMAIN_PLAIN:
	case DOMAIN_NAME:
		return !ascii_is_alnum(byte_at(chunk, end));
	default:
		return byte_at(chunk, end) == '/';
	}
}

/* "/boats/list.txt": that of a file, where it is in a path */
static bool is_ending(const struct chunk *chunk, size_t dot)
{
	return ascii_is_alnum(byte_at(chunk, dot - 1)) &&
	       ascii_is_letter(byte_at(chunk, dot + 1));
}

#define HASH_LEAST 16 /* letters and digits of a hash, at least */

/* "9f86d081884c7d659a2f": no word, and no number, is so long. */
static bool is_hash(const struct chunk *chunk, size_t at)
{
	const size_t from = at;
	size_t digits = 0;

	for (; ascii_is_alnum(byte_at(chunk, at)); at++)
		digits += ascii_is_digit(byte_at(chunk, at));
	return at - from >= HASH_LEAST && digits && digits < at - from;
}

/* "--log-level", "--tag=ferry": what is after a dash has one word. */
static bool is_option(const struct chunk *chunk)
{
	size_t at = 2;

	while (ascii_is_alnum(byte_at(chunk, at)))
		at++;
	return stands_at(chunk, 0, "--") && at > 2 &&
	       (byte_at(chunk, at) == '=' ||
		(byte_at(chunk, at) == '-' &&
		 ascii_is_alnum(byte_at(chunk, at + 1))));
}

#define PART_MOST 5 /* letters of a part's number: "xviii" */

/* "12(a)(1)(ii)": letters in a bracket after a number or a bracket. */
static bool is_part(const struct chunk *chunk, size_t at)
{
	size_t end = at + 1;

	while (ascii_is_lower(byte_at(chunk, end)))
		end++;
	return at && end > at + 1 && end - at <= PART_MOST + 1 &&
	       byte_at(chunk, end) == ')' &&
	       (ascii_is_digit(byte_at(chunk, at - 1)) ||
		byte_at(chunk, at - 1) == ')');
}

static bool is_name(const struct chunk *chunk)
{
	bool path = false;

	if (is_option(chunk))
		return true;

	for (size_t at = 0; at < chunk->len; at++) {
		const unsigned char next = byte_at(chunk, at + 1);

		if (!(at && ascii_is_alnum(byte_at(chunk, at - 1))) &&
		    is_hash(chunk, at))
			return true;
		switch (chunk->text[at]) {
		case '\\':
			if (ascii_is_lower(next))
				return true;
			break;
		case '=':
			if (at && next == '=')
				return true;
			break;
		case '(':
			if (is_part(chunk, at))
				return true;
			break;
		case '_':
		case '@':
			if (ascii_is_alnum(next) || next == '_')
				return true;
			break;
		case ':':
			if (stands_at(chunk, at, "://"))
				return true;
			break;
		case '/':
			path = true;
			break;
		case '.':
			if (is_host_end(chunk, at) ||
			    (path && is_ending(chunk, at)))
				return true;
			break;
		}
	}
	/* "/usr/bin/file": a path from the root */
	return stands_at(chunk, 0, "www.") ||
	       (path && chunk->text[0] == '/' &&
		ascii_is_letter(byte_at(chunk, 1)));
}

/* Where a label of letters and digits ends. */
static size_t label_end(const struct chunk *chunk, size_t at)
{
	while (ascii_is_alnum(byte_at(chunk, at)))
		at++;
	return at;
}

/* An address goes on here: "ferry.com/times", "ferry.com:80". */
static bool goes_on(const struct chunk *chunk, size_t at)
{
	const unsigned char c = byte_at(chunk, at);

	if (strchr("/@_-", c))
		return c != 0;
	return strchr(".:?#", c) && ascii_is_alnum(byte_at(chunk, at + 1));
}

/*
 * The dot of "ferry.com", which may be how a company is called: a host of two
 * labels, with marks around it at most, and no part of an address. 0: none.
 */
static size_t site_dot(const struct chunk *chunk)
{
	size_t at = 0, dot, end;

	while (at < chunk->len && !ascii_is_alnum(byte_at(chunk, at))) {
		if (strchr("/@_#.~", chunk->text[at]))
			return 0;
		at++;
	}
	dot = label_end(chunk, at);
	if (byte_at(chunk, dot) != '.' || !is_host_end(chunk, dot))
		return 0;
	end = label_end(chunk, dot + 1);
	return goes_on(chunk, end) ? 0 : dot;
}

/* "(a)", "(ii)", where a line begins: the number of an item. */
static bool is_item(const struct chunk *chunk)
{
	size_t at = 1;

	while (byte_at(chunk, at) && strchr("ivx", byte_at(chunk, at)))
		at++;
	at += at == 1 && ascii_is_lower(byte_at(chunk, at));
	return chunk->text[0] == '(' && at > 1 && at + 1 == chunk->len &&
	       chunk->text[at] == ')';
}

static bool begins_line(const struct machine_name_walk *walk)
{
	return !walk->at || walk->text[walk->at - 1] == '\n';
}

static void read_chunk(struct machine_name_walk *walk, size_t at)
{
	struct chunk chunk;

	walk->at = walk->end = at;
	while (walk->at &&
	       !ascii_is_space((unsigned char)walk->text[walk->at - 1]))
		walk->at--;
	while (walk->end < walk->len &&
	       !ascii_is_space((unsigned char)walk->text[walk->end]))
		walk->end++;
	chunk.text = walk->text + walk->at;
	chunk.len = walk->end - walk->at;
	walk->found = is_name(&chunk) || (begins_line(walk) && is_item(&chunk));
	walk->dot = walk->found ? site_dot(&chunk) : 0;
}

bool machine_name_holds(struct machine_name_walk *walk, size_t at, size_t end)
{
	if (at >= walk->end)
		read_chunk(walk, at);
	return walk->found && end <= walk->end && at < walk->end;
}

enum site_part machine_name_site(const struct machine_name_walk *walk,
				 size_t at)
{
	if (!walk->dot)
		return SITE_NONE;
	return at < walk->at + walk->dot ? SITE_NAME : SITE_DOMAIN;
}

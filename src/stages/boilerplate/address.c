/* Addresses of the web, e-mail addresses and handles in a text. */
#include "stages/boilerplate/address.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/boilerplate/tokens.h"

/* The end of the run of bytes that are no white space. */
static size_t chunk_end(const char *text, size_t at, size_t end)
{
	while (at < end && !ascii_is_space((unsigned char)text[at]))
		at++;
	return at;
}

static bool has_prefix(const char *text, size_t at, size_t end,
		       const char *prefix)
{
	const size_t len = strlen(prefix);

	return end - at >= len && !memcmp(text + at, prefix, len);
}

static bool in_address(unsigned char c)
{
	return ascii_is_alnum(c) || strchr("-._~/?#@!$&+=%:_", c) != NULL;
}

/* The end of an address that begins at `at`, without a closing mark. */
static size_t address_end(const char *text, size_t at, size_t end)
{
	while (at < end && text[at] && in_address((unsigned char)text[at]))
		at++;
	while (strchr(".,:!?", text[at - 1]))
		at--;
	return at;
}

/* "name.com", "name.org/path": a known ending at the chunk's host part. */
static bool is_host(const char *text, size_t at, size_t end)
{
	static const char *const endings[] = {
		".com", ".org", ".net", ".co.uk", ".gov", ".edu", ".ly",
	};

	for (size_t i = at; i < end; i++) {
		if (text[i] != '.')
			continue;
		for (size_t k = 0; k < sizeof(endings) / sizeof(*endings);
		     k++) {
			const size_t len = strlen(endings[k]);

			if (has_prefix(text, i, end, endings[k]) &&
			    (i + len == end ||
			     !ascii_is_alnum((unsigned char)text[i + len])))
				return i > at;
		}
	}
	return false;
}

/* Hosts of posts, as posts' texts hold them. */
static unsigned post_flag(const char *text, size_t at, size_t end)
{
	static const char *const hosts[] = {
		"pic.twitter.com/",
		"t.co/",
		"pic.x.com/",
		"fb.watch/",
	};

	if (has_prefix(text, at, end, "http"))
		at += has_prefix(text, at, end, "https") ? 8 : 7;
	for (size_t i = 0; i < sizeof(hosts) / sizeof(*hosts) && at < end; i++)
		if (has_prefix(text, at, end, hosts[i]))
			return TOKEN_POST;
	return 0;
}

/*
 * Whether an address, e-mail address or handle begins at `at`: its end, and
 * its flag; 0 when there is none.
 */
size_t address_at(const char *text, size_t at, size_t end, unsigned *flag)
{
	const size_t chunk = chunk_end(text, at, end);
	const char *sign;
	size_t tail;

	if (text[at] == '@' && at + 1 < chunk &&
	    (ascii_is_alnum((unsigned char)text[at + 1]) ||
	     text[at + 1] == '_')) {
		tail = at + 1;
		while (tail < chunk &&
		       (ascii_is_alnum((unsigned char)text[tail]) ||
			text[tail] == '_'))
			tail++;
		*flag = TOKEN_HANDLE;
		return tail;
	}
	if (!ascii_is_alnum((unsigned char)text[at]))
		return 0;
	tail = address_end(text, at, chunk);
	sign = memchr(text + at, '@', tail - at);
	if (sign && sign > text + at && sign + 1 < text + tail) {
		*flag = TOKEN_MAIL;
		return tail;
	}
	if (has_prefix(text, at, chunk, "http") ||
	    has_prefix(text, at, chunk, "www.") ||
	    has_prefix(text, at, chunk, "pic.twitter.com")) {
		*flag = TOKEN_URL | post_flag(text, at, tail);
		return memchr(text + at, '.', tail - at) ? tail : 0;
	}
	if (is_host(text, at, tail)) {
		*flag = TOKEN_URL;
		return tail;
	}
	return 0;
}

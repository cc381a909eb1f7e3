/* Addresses of the web, e-mail addresses and handles in a text. */
#include "text/address.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "text/domains.h"

/* The end of an address that begins at `at`, without a closing mark. */
static size_t address_end(const char *text, size_t at, size_t end)
{
	while (at < end && address_is_byte((unsigned char)text[at]))
		at++;
	while (strchr(".,:!?", text[at - 1]))
		at--;
	return at;
}

static size_t label_end(const char *text, size_t at, size_t end)
{
	while (at < end && ascii_is_alnum((unsigned char)text[at]))
		at++;
	return at;
}

/* Whether text[at, end), after a period, is a domain: in small letters. */
static bool is_domain(const char *text, size_t at, size_t end, bool path)
{
	for (size_t i = at; i < end; i++) {
		if (!ascii_is_lower((unsigned char)text[i]))
			return false;
	}
	switch (domain_find(text + at, end - at)) {
	case DOMAIN_NONE:
		return false;
	case DOMAIN_PATH:
		return path;
	default:
		return true;
	}
}

/* "name.com", "name.org/path": a domain ends the chunk's host part. */
static bool is_host(const char *text, size_t at, size_t end)
{
	for (size_t i = at + 1; i < end; i++) {
		size_t tail;

		if (text[i] != '.')
			continue;
		tail = label_end(text, i + 1, end);
		if (is_domain(text, i + 1, tail,
			      tail < end && text[tail] == '/'))
			return true;
	}
	return false;
}

/* Hosts of posts, as posts' texts hold them. */
static unsigned post_kind(const char *text, size_t at, size_t end)
{
	static const char *const hosts[] = {
		"pic.twitter.com/",
		"t.co/",
		"pic.x.com/",
		"fb.watch/",
	};

	if (bytes_begin(text, end, at, "http"))
		at += bytes_begin(text, end, at, "https") ? 8 : 7;
	for (size_t i = 0; i < sizeof(hosts) / sizeof(*hosts) && at < end; i++)
		if (bytes_begin(text, end, at, hosts[i]))
			return ADDRESS_POST;
	return 0;
}

/* "@@4711" and "@4711" are numbers of something. */
static size_t handle_end(const char *text, size_t at, size_t end)
{
	bool named = false;

	if (at && text[at - 1] == '@')
		return at;
	for (at++; at < end; at++) {
		const unsigned char c = (unsigned char)text[at];

		if (!ascii_is_alnum(c) && c != '_')
			break;
		named |= !ascii_is_digit(c);
	}
	return named ? at : 0;
}

/* "ida@lowell.example"; "Show@Lowell" is a name. */
static bool is_mail(const char *text, size_t at, size_t end)
{
	const char *sign = memchr(text + at, '@', end - at);

	return sign && sign > text + at &&
	       memchr(sign + 1, '.', (size_t)(text + end - sign - 1));
}

static bool has_scheme(const char *text, size_t at, size_t end)
{
	return bytes_begin(text, end, at, "http") ||
	       bytes_begin(text, end, at, "www.") ||
	       bytes_begin(text, end, at, "pic.twitter.com");
}

/* Reads the run at `at`, unless that was done: it goes as far. */
static void read_run(struct address_run *run, const char *text, size_t at,
		     size_t end)
{
	if (at < run->end)
		return;
	run->end = address_end(text, at, end);
	run->dot = run->end;
	while (run->dot > at && text[run->dot - 1] != '.')
		run->dot--;
	run->mail = is_mail(text, at, run->end);
	run->host = is_host(text, at, run->end);
}

size_t address_at(const char *text, size_t at, size_t end,
		  struct address_run *run, unsigned *kind)
{
	size_t tail;

	if (text[at] == '@') {
		tail = handle_end(text, at, end);
		*kind = ADDRESS_HANDLE;
		return tail > at ? tail : 0;
	}
	if (!ascii_is_alnum((unsigned char)text[at]))
		return 0;
	read_run(run, text, at, end);
	*kind = run->mail ? ADDRESS_MAIL : ADDRESS_URL;
	if (!run->mail && has_scheme(text, at, end)) {
		*kind |= post_kind(text, at, run->end);
		return run->dot > at ? run->end : 0;
	}
	return run->mail || run->host ? run->end : 0;
}

/*
 * Addresses of the web, e-mail addresses and handles in a text.
 */
#ifndef COPYDESK_TEXT_ADDRESS_H
#define COPYDESK_TEXT_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

/* What an address is; bits, so that a set of kinds is one number. */
enum address_kind {
	ADDRESS_URL = 1 << 3,
	ADDRESS_MAIL = 1 << 4,
	ADDRESS_HANDLE = 1 << 5, /* @name */
	ADDRESS_POST =
		1 << 7, /* of a post on a social network, or its picture */
};

/* What may be one, read once though it may hold many words; 0 at first. */
struct address_run {
	size_t end; /* where it ends */
	size_t dot; /* after its last period; its start where it has none */
	bool mail, host;
};

/* What addresses are made of. */
static inline bool address_is_byte(unsigned char c)
{
	return ascii_is_alnum(c) || (c && strchr("-._~/?#@!$&+=%:", c));
}

/*
 * The length of "http://" or "https://" at text[at], or of "mailto:", too; 0:
 * there is none.
 */
static inline size_t address_web_scheme(const char *text, size_t len, size_t at)
{
	if (!bytes_begin(text, len, at, "http"))
		return 0;
	if (bytes_begin(text, len, at, "http://"))
		return 7;
	return bytes_begin(text, len, at, "https://") ? 8 : 0;
}

static inline size_t address_scheme(const char *text, size_t len, size_t at)
{
	return bytes_begin(text, len, at, "mailto:")
		       ? 7
		       : address_web_scheme(text, len, at);
}

/*
 * Whether an address begins at text[at]: its end (a byte offset), and in *kind
 * what it is (enum address_kind); 0 when there is none. `run` is kept while a
 * text is read from start to end.
 */
size_t address_at(const char *text, size_t at, size_t end,
		  struct address_run *run, unsigned *kind);

#endif

/*
 * Top-level domains: the one list by which all stages tell a host from the end
 * of a sentence that has no space after it.
 */
#ifndef COPYDESK_TEXT_DOMAINS_H
#define COPYDESK_TEXT_DOMAINS_H

#include <stddef.h>

/* How sure a domain makes that "harbour.XX" is a host. */
enum domain {
	DOMAIN_NONE,
	DOMAIN_PLAIN, /* no word: com, io; in any letters */
	DOMAIN_NAME,  /* a name or an abbreviation in capitals: De, EU, AI */
	DOMAIN_WORD,  /* a word: news, es; a host in small letters */
	DOMAIN_PATH,  /* a short word, or rare: it, me; only before a path */
};

/* The domain that label[0, len) is, in letters of any case. */
enum domain domain_find(const char *label, size_t len);

/* Domain `i` in small letters, and what it is; NULL after the last. */
const char *domain_at(size_t i, enum domain *kind);

#endif

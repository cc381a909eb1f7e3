/*
 * SHA-1 (FIPS 180-4) as WARC files give it: in base32 (RFC 4648). It tells a
 * record whose bytes were damaged, and protects from nobody.
 *
 * Why not a library: none of those that are linked has it.
 */
#ifndef COPYDESK_SUPPORT_DIGEST_H
#define COPYDESK_SUPPORT_DIGEST_H

#include <stddef.h>

#define DIGEST_TEXT 33 /* with its NUL */

void digest_sha1(const char *bytes, size_t len, char *text);

#endif

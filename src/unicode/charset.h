/*
 * Charsets, by ICU: what an article is written in, and reading it. The public
 * cd_decoder and cd_bom_charset() are defined here too.
 */
#ifndef COPYDESK_UNICODE_CHARSET_H
#define COPYDESK_UNICODE_CHARSET_H

#include <copydesk.h>

#include "base/buffer.h"
#include "unicode/report.h"

/*
 * Whether the bytes are UTF-8 as they are: valid, and not UTF-16, UTF-32 or
 * ISO 2022 that happens to be valid.
 */
bool charset_is_utf8(const char *bytes, size_t len);

/*
 * Read an article that is not; the text is appended to `out`. It is UTF-8 with
 * bad bytes (name "UTF-8"; each maximal subpart of an ill-formed sequence
 * becomes U+FFFD and is listed), UTF-8 whose emoji are pairs of surrogates
 * ("CESU-8"), UTF-8 with bytes of Windows-1252 between ("UTF-8 and
 * windows-1252"; marks that were cut are listed), or the whole of it is in
 * another charset: then nothing is bad.
 * CD_OK, CD_NOMEM or CD_INTERNAL.
 */
enum cd_status charset_decode_article(const char *bytes, size_t len,
				      struct buffer *out,
				      struct charset_report *report);

#endif

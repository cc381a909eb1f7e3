/*
 * Inside the charset part: UTF-8 with bytes of Windows-1252 between.
 */
#ifndef COPYDESK_UNICODE_MIXED_H
#define COPYDESK_UNICODE_MIXED_H

#include <copydesk.h>

#include "base/buffer.h"
#include "unicode/report.h"

/*
 * Whether these bytes, which are no UTF-8, are what is left of a sequence that
 * was cut, and make no sense in a Western charset.
 */
bool mixed_is_cut(struct cd_span article, size_t at, size_t len);

/*
 * Append the article to `out`, each byte that is not UTF-8 as Windows-1252 has
 * it, but for what was cut, which the report lists. *fits: all others make
 * sense so; else nothing is appended, nor listed. CD_OK, CD_NOMEM or
 * CD_INTERNAL.
 */
enum cd_status read_mixed(struct cd_span article, struct buffer *out,
			  struct charset_report *report, bool *fits);

#endif

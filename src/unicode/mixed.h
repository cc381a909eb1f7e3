/*
 * Inside the charset part: UTF-8 with bytes of Windows-1252 between.
 */
#ifndef COPYDESK_UNICODE_MIXED_H
#define COPYDESK_UNICODE_MIXED_H

#include <copydesk.h>

#include "base/buffer.h"

/*
 * Append the article to `out`, each byte that is not UTF-8 as Windows-1252 has
 * it. *fits: all of them make sense so; else nothing is appended. CD_OK,
 * CD_NOMEM or CD_INTERNAL.
 */
enum cd_status read_mixed(struct cd_span article, struct buffer *out,
			  bool *fits);

#endif

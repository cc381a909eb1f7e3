/*
 * Charsets that their bytes tell, and ICU does not know: Thai, Vietnamese,
 * Persian, Russian of DOS and of a Macintosh, the euro of ISO 8859-15.
 */
#ifndef COPYDESK_UNICODE_TOLD_H
#define COPYDESK_UNICODE_TOLD_H

#include <stdbool.h>

#include <copydesk.h>

/* ICU's name of the charset (static), or NULL. */
const char *charset_told(struct cd_span bytes);

/* Whether they are Windows-874 or TIS-620, which Korean is a little like. */
bool charset_is_thai(struct cd_span bytes);

/*
 * Whether what is valid UTF-8 among bytes that are not came about by chance:
 * East Asian pairs, kana, Persian, Russian of such charsets.
 */
bool charset_is_no_utf8(struct cd_span bytes);

/*
 * Whether they have the letters of Russian and its neighbours where
 * Windows-1251 has them. Hebrew may have, too.
 */
bool charset_is_russian(struct cd_span bytes);

/*
 * Whether a text that fits Windows-1252 is in ISO 8859-15: the byte of its euro
 * is beside numbers.
 */
bool charset_has_euro(struct cd_span bytes);

#endif

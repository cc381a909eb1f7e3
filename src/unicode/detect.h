/*
 * Inside the charset part: asking ICU.
 */
#ifndef COPYDESK_UNICODE_DETECT_H
#define COPYDESK_UNICODE_DETECT_H

#include <copydesk.h>

#define CHARSET_NAME_MAX 40 /* bytes of a name, its NUL too */

/* How well the article reads as a Western charset. */
enum western_fit {
	WESTERN_NOT,
	WESTERN_LIKELY, /* but full of accents, as Hungarian and Czech are */
	WESTERN_SURE,
};

/*
 * The charset that ICU finds, into `name` (CHARSET_NAME_MAX bytes), and ICU's
 * confidence in percent; an empty name: none for sure. Where a Western charset
 * fits, another has to be surer by far. CD_OK or CD_NOMEM.
 */
enum cd_status detect_charset(struct cd_span article, enum western_fit western,
			      char *name, int *confidence);

#endif

/*
 * Inside the charset part: the charset of a Latin text by the letters that it
 * would have.
 */
#ifndef COPYDESK_UNICODE_LETTERS_H
#define COPYDESK_UNICODE_LETTERS_H

#include <copydesk.h>

#include <stddef.h>

/*
 * ICU's name of the charset (static), or NULL: it is Windows-1252, or nobody
 * knows. CD_OK, CD_NOMEM or CD_INTERNAL.
 */
enum cd_status charset_of_letters(struct cd_span article, const char **name);

#endif

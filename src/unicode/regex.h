/*
 * Regular expressions of users' rules, by ICU.
 */
#ifndef COPYDESK_UNICODE_REGEX_H
#define COPYDESK_UNICODE_REGEX_H

#include <copydesk.h>

struct regex;

/*
 * Compile an expression (UTF-8, ICU's syntax). CD_OK and *regex, owned by the
 * caller: regex_free(); CD_DATA: it is not valid; CD_NOMEM.
 */
enum cd_status regex_new(const char *pattern, size_t len, struct regex **regex);
void regex_free(struct regex *regex);

enum regex_answer { REGEX_NO, REGEX_YES, REGEX_FAILED };

/*
 * Whether the whole of `text` (valid UTF-8) matches. The expression is not
 * changed: threads may share it. An expression that takes too many steps does
 * not match; the limit is in steps, so that every machine agrees.
 */
enum regex_answer regex_matches(const struct regex *regex, const char *text,
				size_t len);

#endif

/*
 * Reading boilerplate rules from a file. src/lang/README.md describes the
 * format.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_RULES_FILE_H
#define COPYDESK_STAGES_BOILERPLATE_RULES_FILE_H

#include "stages/boilerplate/rules.h"

struct lang;

/*
 * The rules of a language, and the user's (`len` bytes; 0: none). On success
 * *rules is owned by the caller: strip_rules_free(); it is NULL when there are
 * none. CD_DATA: `error` says what is wrong, with its line; CD_NOMEM.
 */
enum cd_status strip_rules_new(const struct lang *lang, const char *user_rules,
			       size_t len, struct strip_rules **rules,
			       char *error, size_t error_size);
void strip_rules_free(struct strip_rules *rules);

#endif

/* The nearest of some names: for "did you mean". */
#ifndef COPYDESK_CLI_SUGGEST_H
#define COPYDESK_CLI_SUGGEST_H

#include <stddef.h>

/* The name that `word` (up to a "=") most likely meant; NULL: none is near. */
const char *suggest(const char *word, const char *const *names, size_t count);

#endif

/*
 * The quick look: whether a line that ends like a sentence could be furniture,
 * without its tokens. It is what an ordinary paragraph costs.
 */
#ifndef COPYDESK_BOILERPLATE_LOOK_H
#define COPYDESK_BOILERPLATE_LOOK_H

#include "stages/boilerplate/rules.h"

/*
 * Whether an anchor stands in text[at, end) of a rule that could match it, as
 * far as its place (enum strip_edge), its length, its marks and its first word
 * tell. Bytes of `text` before `at` may be read too.
 */
bool look_finds(const struct strip_rules *rules, const char *text, size_t at,
		size_t end, unsigned edges);

#endif

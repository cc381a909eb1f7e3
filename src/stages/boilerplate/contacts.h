/*
 * Contacts: whom to call, at the end of a press release.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_CONTACTS_H
#define COPYDESK_STAGES_BOILERPLATE_CONTACTS_H

#include "stages/boilerplate/article.h"

/*
 * The end of the names and addresses that a heading "Contact:" has after it, or
 * beside it, in at most rule->lines lines: they end before a sentence, and with
 * the last address, or where the article does. Many lines without one are of
 * something else. `index`: there is no address.
 */
size_t contacts_end(struct article *article, size_t index,
		    const struct strip_rule *rule);

/*
 * Whether a telephone number is among the words of a text: "(03) 555-0199",
 * digits in a row, but no amounts: "$6,349 $10,986".
 */
bool contacts_names_phone(const char *text, const struct tokens *words);

#endif

/*
 * Contacts that are the article's: a list of addresses, or one of places to
 * turn to with how to reach each, if it is most of the article. At its end are
 * those of who sent it.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_OWN_CONTACTS_H
#define COPYDESK_STAGES_BOILERPLATE_OWN_CONTACTS_H

#include "stages/boilerplate/article.h"

/*
 * The bytes of a label and its colon that begin a line, "Phone: 555-0100": a
 * few words, with something after them; else 0.
 */
size_t own_label_length(const char *text, const struct line *line);

/* False: no line begins with such a label. */
bool own_may_have_labels(const struct article *article);

/* Mark them. The lines have their places, nothing more. */
void own_contacts_mark(struct article *article);

#endif

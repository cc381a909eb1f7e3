/*
 * Names that a machine reads: addresses, handles, identifiers, paths. Between
 * two spaces nothing of them changes: not the case of a letter, not a mark.
 */
#ifndef COPYDESK_TEXT_MACHINE_NAME_H
#define COPYDESK_TEXT_MACHINE_NAME_H

#include <stdbool.h>
#include <stddef.h>

/* All zero, but the text. */
struct machine_name_walk {
	const char *text; /* borrowed */
	size_t len;
	size_t at, end; /* the chunk between spaces that was looked at last */
	bool found;	/* it holds a name */
	size_t dot;	/* in it, of a site that may be a company; 0: none */
};

/*
 * Whether text[at, end) lies within such a name. To be asked in ascending
 * order: each chunk is read once.
 */
bool machine_name_holds(struct machine_name_walk *walk, size_t at, size_t end);

/* "Ferry.com", a name for readers as well: its two parts. */
enum site_part { SITE_NONE, SITE_NAME, SITE_DOMAIN };

/* Which of them the place is in; machine_name_holds() was asked for it. */
enum site_part machine_name_site(const struct machine_name_walk *walk,
				 size_t at);

#endif

/* Lines of a site's navigation: "Home", "Sign in". */
#ifndef COPYDESK_BOILERPLATE_MENU_LINE_H
#define COPYDESK_BOILERPLATE_MENU_LINE_H

#include "stages/boilerplate/article.h"

/* The rule by which a line that is known is a menu's; NULL: it is not. */
const struct strip_rule *menu_line_rule(const struct article *article,
					const struct line *line);

/* Words of menus that were met, each counted once: "Home" in four cells. */
struct menu_words {
	uint64_t seen; /* bits for their first words */
	int points;
};

/* One more line, which `rule` finds. */
void menu_words_add(struct menu_words *words, const struct line *line,
		    const struct strip_rule *rule);

#endif

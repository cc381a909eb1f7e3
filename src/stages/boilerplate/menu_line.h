/* Lines of a site's navigation: "Home", "Sign in". */
#ifndef COPYDESK_STAGES_BOILERPLATE_MENU_LINE_H
#define COPYDESK_STAGES_BOILERPLATE_MENU_LINE_H

#include "stages/boilerplate/article.h"

/* The rule by which a line that is known is a menu's; NULL: it is not. */
const struct strip_rule *menu_line_rule(const struct article *article,
					const struct line *line);

/*
 * Whether the line before line `index` leads to what follows: "The menu of the
 * page now reads:", but not "Search for:".
 */
bool menu_line_is_led(struct article *article, size_t index);

/*
 * Mark the lines [at, end) as a menu's, but those that go by other classes.
 * Returns whether one was marked.
 */
bool menu_line_mark(struct article *article, size_t at, size_t end,
		    const struct strip_rule *rule);

/* Words of menus that were met, each counted once: "Home" in four cells. */
struct menu_words {
	uint64_t seen; /* bits for their first words */
	int points;
};

/* One more line, which `rule` finds. */
void menu_words_add(struct menu_words *words, const struct line *line,
		    const struct strip_rule *rule);

#endif

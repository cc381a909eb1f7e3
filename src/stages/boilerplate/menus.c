/* Menus: runs of short lines with the words of a site's navigation. */
#include "stages/boilerplate/menus.h"

#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/menu_line.h"

#define MENU_POINTS 160 /* of a menu's lines, by the rules that match them */
#define LEAST_LINES 4	/* that match */
#define MOST_WORDS 4	/* of another line in a menu */
#define MOST_BULLET 10	/* of one with a bullet */
#define MOST_BYTES 120	/* of any */
#define MOST_BETWEEN 8	/* other lines from one that matches to the next */

/* Lines that are near each other and match. */
struct menu {
	size_t first, last; /* that match */
	size_t others;	    /* since the last one */
	struct menu_words words;
	const struct strip_rule *rule; /* that matched first; NULL: none did */
};

/* Whether a line may be in a menu: a few words, and no sentence. */
static bool is_short(const struct line *line)
{
	return line->features & FEATURE_OPEN &&
	       line->words.count <= (line->features & FEATURE_BULLET
					     ? MOST_BULLET
					     : MOST_WORDS);
}

/* A line that matches. */
static void add_line(struct menu *menu, size_t index, const struct line *line,
		     const struct strip_rule *rule)
{
	if (!menu->rule) {
		menu->rule = rule;
		menu->first = index;
	}
	menu->last = index;
	menu->others = 0;
	menu_words_add(&menu->words, line, rule);
}

static bool mark_menu(struct article *article, const struct menu *menu)
{
	return menu->words.points >= MENU_POINTS &&
	       !menu_line_is_led(article, menu->first) &&
	       menu_line_mark(article, menu->first, menu->last + 1, menu->rule);
}

/* One line more; whether it ends the menu that came before it. */
static bool ends_menu(struct article *article, struct menu *menu, size_t index)
{
	const struct line *line = &article->lines[index];
	const struct strip_rule *rule;

	if (line->mark)
		return false;
	if (line->end - line->at > MOST_BYTES || !lines_know(article, index) ||
	    !is_short(line))
		return true;
	rule = menu_line_rule(article, line);
	if (rule)
		add_line(menu, index, line, rule);
	else
		menu->others++;
	return menu->others > MOST_BETWEEN;
}

bool menus_mark(struct article *article)
{
	struct menu menu = { 0 };
	bool marked = false;

	if (article->menu_lines < LEAST_LINES)
		return false;
	for (size_t i = 0; i < article->count; i++) {
		if (!ends_menu(article, &menu, i))
			continue;
		marked |= mark_menu(article, &menu);
		menu = (struct menu){ 0 };
	}
	marked |= mark_menu(article, &menu);
	return marked && !article->pass->failed;
}

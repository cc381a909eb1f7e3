/* Lines of a site's navigation. */
#include "stages/boilerplate/menu_line.h"

const struct strip_rule *menu_line_rule(const struct article *article,
					const struct line *line)
{
	for (size_t i = 0; i < line->match_count; i++) {
		const struct strip_rule *rule =
			&article->rules->rules[line->matches[i].rule];

		if (rule->until == UNTIL_MENU)
			return rule;
	}
	return NULL;
}

void menu_words_add(struct menu_words *words, const struct line *line,
		    const struct strip_rule *rule)
{
	const uint64_t word = (uint64_t)1 << (line->words.word[0].hash & 63);

	if (!(words->seen & word))
		words->points += rule->points;
	words->seen |= word;
}

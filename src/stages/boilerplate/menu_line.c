/* Lines of a site's navigation. */
#include "stages/boilerplate/menu_line.h"

#include "stages/boilerplate/lines.h"
#include "stages/stage.h"

#define LEAST_LEAD 4 /* words of a line that leads to a list */

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

bool menu_line_is_led(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return index && article->pass->text[line[-1].end - 1] == ':' &&
	       lines_know(article, index - 1) &&
	       line[-1].words.count >= LEAST_LEAD;
}

/* "Harbour Cams" seems a name by itself, and names may be kept. */
bool menu_line_mark(struct article *article, size_t at, size_t end,
		    const struct strip_rule *rule)
{
	bool marked = false;

	for (size_t i = at; i < end; i++) {
		struct line *line = &article->lines[i];

		if (line->mark == rule->rule ||
		    (line->mark && pass_selects(article->pass, line->mark)))
			continue;
		line->mark = rule->rule;
		line->cause = rule->source_line;
		line->confidence = 0;
		marked = true;
	}
	return marked;
}

void menu_words_add(struct menu_words *words, const struct line *line,
		    const struct strip_rule *rule)
{
	const uint64_t word = (uint64_t)1 << (line->words.word[0].hash & 63);

	if (!(words->seen & word))
		words->points += rule->points;
	words->seen |= word;
}

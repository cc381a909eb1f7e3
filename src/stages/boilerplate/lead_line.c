/* The first paragraph of a story, which an archive gives twice. */
#include "stages/boilerplate/lead_line.h"

#include <string.h>

#include "base/bytes.h"
#include "stages/stage.h"

#define LABEL "LEAD: "
#define MOST_LINES 4 /* a headline, a byline, and the lead twice */

/* What follows the label of a line; 0: it has none. */
static size_t lead_of(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];

	return bytes_begin(article->pass->text, line->end, line->at, LABEL)
		       ? line->at + strlen(LABEL)
		       : 0;
}

/* Whether the line after it is the same, with or without the label. */
static bool is_said_again(const struct article *article, size_t i, size_t lead)
{
	const struct line *line = &article->lines[i], *next = line + 1;
	const size_t again = lead_of(article, i + 1);
	const size_t at = again ? again : next->at;
	const char *text = article->pass->text;

	return next->end - at == line->end - lead &&
	       !memcmp(text + at, text + lead, line->end - lead);
}

void lead_line_mark(struct article *article)
{
	bool again =
		false; /* a lead that is given more than twice goes whole */

	for (size_t i = 0; i + 1 < article->count && (i < MOST_LINES || again);
	     i++) {
		const size_t lead = lead_of(article, i);

		again = lead && is_said_again(article, i, lead);
		if (again)
			article->lines[i].mark = RULE_BOILERPLATE_HIGHLIGHTS;
	}
}

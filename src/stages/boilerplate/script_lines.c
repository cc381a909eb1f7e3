/* Lines of a page's programs. */
#include "stages/boilerplate/script_lines.h"

#include "stages/stage.h"
#include "text/page_script.h"

void script_lines_mark(struct article *article)
{
	if (!rims_end(&article->rims, PAGE_SCRIPT_ENDS))
		return;
	for (size_t i = 0; i < article->count; i++) {
		struct line *line = &article->lines[i];

		if (!line->own && page_script_is_line(article->pass->text,
						      line->at, line->end))
			line->mark = RULE_BOILERPLATE_OTHER;
	}
}

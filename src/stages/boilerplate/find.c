/* All that is furniture in an article. */
#include "stages/boilerplate/find.h"

#include "stages/boilerplate/classify.h"
#include "stages/boilerplate/database.h"
#include "stages/boilerplate/lead_line.h"
#include "stages/boilerplate/line_cache.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/menus.h"
#include "stages/boilerplate/page_frame.h"
#include "stages/boilerplate/page_title.h"
#include "stages/boilerplate/repeats.h"
#include "stages/boilerplate/scored_lines.h"
#include "stages/boilerplate/script_lines.h"
#include "stages/boilerplate/source_lines.h"
#include "stages/boilerplate/spans.h"

#define TURNS 8 /* of rules and scorer; each marks a line at least */

bool find_goes(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return line->mark && pass_selects(article->pass, line->mark);
}

/*
 * "(CNN) By Jane Roe": whether what is left of a line, whose start goes, is
 * furniture. It will not count as a line of the article.
 */
static bool rest_goes(struct article *article, size_t index,
		      const size_t around[2])
{
	const struct line *line = &article->lines[index];
	struct line *spare = &article->lines[article->count];

	if (!line->span_count || line->spans[0].at > line->at ||
	    line->spans[0].end >= line->end)
		return false;
	*spare = (struct line){ .at = line->spans[0].end, .end = line->end };
	return lines_know(article, article->count) &&
	       classify_alone(article, article->count, around[0], around[1]);
}

/* Spans inside lines; may mark further lines that turn out to go whole. */
static void find_spans(struct article *article)
{
	size_t before = 0, kept = 0;

	for (size_t i = 0; i < article->count; i++)
		kept += !article->lines[i].mark;
	for (size_t i = 0; i < article->count; i++) {
		const bool marked = article->lines[i].mark != 0;
		const size_t around[2] = { before, kept - before - !marked };

		if (find_goes(article, i))
			continue;
		spans_find(article, i, around);
		if (!marked && rest_goes(article, i, around))
			kept--;
		else
			before += !marked;
	}
}

static bool mark_menus(struct article *article)
{
	const bool frame = page_frame_mark(article);

	return menus_mark(article) || frame;
}

/* What the rules do not find line by line. */
static bool mark_more(struct article *article)
{
	const bool menus = mark_menus(article);
	const bool repeats = repeats_mark(article);

	return scored_lines_mark(article) || menus || repeats;
}

/*
 * Lines go by the rules, then by the scorer; what went changes places, so both
 * look again until neither finds more.
 */
static void mark_lines(struct article *article)
{
	int turns = 0;

	page_title_mark(article);
	lead_line_mark(article);
	source_lines_mark(article);
	database_mark(article);
	script_lines_mark(article);
	mark_menus(article); /* short lines of a menu look like names, too */
	do
		classify_lines(article);
	while (mark_more(article) && ++turns < TURNS);
}

bool find_furniture(struct article *article)
{
	if (!lines_read(article))
		return false;
	line_cache_keep(article);
	if (!article->inspected)
		return false;
	mark_lines(article);
	find_spans(article);
	return !article->pass->failed;
}

/* Lines of a list of headlines, and what stands between them. */
#include "stages/boilerplate/block_items.h"

#include "stages/boilerplate/kept.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/sentences.h"
#include "stages/stage.h"

#define ITEM_WORDS 4	 /* a shorter line is a heading of the article */
#define RANK_BYTES 3	 /* of the number above a headline */
#define SHORT_WORDS 2	 /* of one in a list that ends the page, at least */
#define ITEM_MOST 20	 /* words of a headline with a mark at its end */
#define SENTENCE_WORDS 8 /* of one that is no headline's */
#define POINT_WORDS 25	 /* a longer one under a bullet may be a paragraph */
#define DATED_WORDS 60	 /* the same of one whose date follows */
#define WRAPPED_WORDS 14 /* of a line that goes on in the next one */
#define HEADING_WORDS 2	 /* after a list */
#define KIND_WORDS 3	 /* of the kind of page, after an item's date */
#define LIST_LINES 10	 /* after a headline with a mark at its end */
#define LONG_WORDS 7	 /* of headlines, before a heading */
#define HEADLINE_WORDS 5 /* of one that nothing but a heading tells */
#define LABEL_WORDS 4	 /* of who says what a headline says */

/* "June 4, 2019", "2 hours ago" */
static bool is_stamp(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	if (index >= article->count || !lines_know(article, index))
		return false;
	for (size_t i = 0; i < line->match_count; i++) {
		const struct strip_rule *rule =
			&article->rules->rules[line->matches[i].rule];

		if (rule->rule == RULE_BOILERPLATE_TIMESTAMP &&
		    rule->how == HOW_LINE)
			return true;
	}
	return false;
}

/* A full sentence and who took the picture: a caption, no headline. */
static bool begins_with_sentence(const struct article *article,
				 const struct line *line)
{
	const size_t end =
		line->words.count ? sentence_end(article, &line->words, 0) : 0;

	return end >= SENTENCE_WORDS && end < line->words.count &&
	       line->words.word[end].gap & GAP_STOP &&
	       !(line->features & FEATURE_TITLE);
}

static bool begins_small(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;

	return line->words.count &&
	       ascii_is_lower((unsigned char)text[line->words.word->at]);
}

/* A line of a paragraph whose next one goes on with a small letter. */
static bool is_wrapped(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return line->words.count > WRAPPED_WORDS &&
	       index + 1 < article->count && line_adjoins(article, index + 1) &&
	       begins_small(article, line + 1);
}

/* A bullet, or a headline. */
static bool is_open_item(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	if (!lines_know(article, index) || line->dateline ||
	    is_wrapped(article, index) || line->words.count > DATED_WORDS ||
	    (line->words.count > BLOCK_WORDS && !is_stamp(article, index + 1)))
		return false;
	/* a bullet of a summary is a sentence, and no more, or goes on small */
	if (line->features & FEATURE_BULLET && begins_small(article, line))
		return false;
	if (line->features & FEATURE_BULLET)
		return line->words.count <= POINT_WORDS ||
		       !begins_with_sentence(article, line);
	return (line->features & FEATURE_OPEN &&
		line->words.count >= ITEM_WORDS &&
		!begins_with_sentence(article, line));
}

/* "Jane Roe: The bridge is safe. Now open it." */
static bool is_labelled(const struct line *line)
{
	for (size_t i = 1; i < line->words.count && i <= LABEL_WORDS; i++)
		if (line->words.word[i].gap & GAP_COLON)
			return true;
	return false;
}

/* A headline with a mark at its end. */
static bool is_marked_item(const struct article *article,
			   const struct line *line)
{
	return line->words.count >= ITEM_WORDS &&
	       line->words.count <= ITEM_MOST && !article->transcript &&
	       (line->features & FEATURE_QUERY || is_labelled(line));
}

/* "The Old Pier": a headline of few words, or a heading. */
static bool is_short_item(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return lines_know(article, index) && !line->dateline &&
	       line->words.count >= SHORT_WORDS &&
	       line->words.count < ITEM_WORDS &&
	       line->features & FEATURE_OPEN &&
	       line->features & FEATURE_TITLE && !is_labelled(line);
}

/*
 * The same in the lines of a list: no blank line before it, but one, or a
 * longer headline, after it.
 */
static bool is_in_lines(struct article *article, size_t index)
{
	return is_short_item(article, index) && line_adjoins(article, index) &&
	       index + 1 < article->count &&
	       (!line_adjoins(article, index + 1) ||
		is_open_item(article, index + 1));
}

/* "UP NEXT": a heading of headlines, or of tags. */
static bool heads_list(const struct article *article, const struct line *line,
		       enum strip_until until)
{
	for (size_t i = 0; i < line->match_count; i++)
		if (article->rules->rules[line->matches[i].rule].until == until)
			return true;
	return false;
}

/* "Who owns the quay?", and then its date, the next headline or heading. */
static bool asks_in_list(struct article *article, size_t index)
{
	return is_marked_item(article, &article->lines[index]) &&
	       index + 1 < article->count &&
	       (is_stamp(article, index + 1) ||
		(is_open_item(article, index + 1) &&
		 !block_has_bullet(article, index + 1)) ||
		heads_list(article, &article->lines[index + 1], UNTIL_OPEN));
}

/*
 * The same. A headline may ask, hold sentences or have few words, in a list
 * that ends the page; elsewhere, that is of the article.
 */
static bool is_item(struct article *article, size_t index)
{
	size_t i = index;

	if (is_open_item(article, index) || is_in_lines(article, index) ||
	    asks_in_list(article, index))
		return true;
	while (i < article->count && i <= index + LIST_LINES &&
	       (is_open_item(article, i) || is_short_item(article, i) ||
		is_marked_item(article, &article->lines[i])))
		i++;
	return i == article->count;
}

bool block_item_goes_on(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	if (is_stamp(article, index))
		return true;
	return is_stamp(article, index - 1) && line->words.count &&
	       line->words.count <= KIND_WORDS && line->features & FEATURE_OPEN;
}

/* One of the points of a summary, which may ask; another follows it. */
static bool is_point(struct article *article, size_t index,
		     const struct strip_rule *rule)
{
	return rule->until == UNTIL_BODY && index + 1 < article->count &&
	       lines_know(article, index) &&
	       is_marked_item(article, &article->lines[index]) &&
	       is_open_item(article, index + 1);
}

/* "In the spring we hope to add:": it leads to the lines after it. */
static bool is_lead(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return line->features & FEATURE_COLON &&
	       line->words.count >= ITEM_WORDS && index + 1 < article->count;
}

/* A word or two after items with bullets, from `first` on: a heading. */
static bool is_heading_after(const struct article *article, size_t index,
			     size_t first)
{
	if (block_has_bullet(article, index) ||
	    article->lines[index].words.count > HEADING_WORDS ||
	    index + 1 == article->count || index < first + 2)
		return false;
	for (size_t i = first; i < index; i++)
		if (!block_has_bullet(article, i))
			return false;
	return true;
}

/*
 * Few words after long headlines, and then a paragraph: "Control of the pier".
 */
static bool is_heading_before_text(const struct article *article, size_t index,
				   size_t first)
{
	const struct line *line = &article->lines[index];

	if (line->words.count > ITEM_WORDS || line->features & FEATURE_TITLE ||
	    block_has_bullet(article, index) || index == first ||
	    index + 1 == article->count ||
	    !line_is_sentence(article, index + 1))
		return false;
	for (size_t i = first; i < index; i++)
		if (article->lines[i].words.count < LONG_WORDS)
			return false;
	return true;
}

/* A bullet, or a number of several: "2. The old pier". */
static bool has_sign(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return block_has_bullet(article, index) ||
	       (line->lead &&
		ascii_is_digit((unsigned char)article->pass->text[line->at]));
}

/* Whether a list of such items from `first` on has ended before a line. */
static bool is_after_signs(const struct article *article, size_t index,
			   size_t first)
{
	return index >= first + 2 && !has_sign(article, index) &&
	       has_sign(article, index - 1) && has_sign(article, index - 2) &&
	       !line_adjoins(article, index);
}

/* "Read more..." right below a text, and then the next headline and its text,
 * as a digest has them. */
static bool ends_part(const struct article *article, size_t index)
{
	return index && index + 2 < article->count &&
	       line_adjoins(article, index) &&
	       !line_adjoins(article, index + 1) &&
	       line_is_sentence(article, index - 1) &&
	       line_is_sentence(article, index + 2) &&
	       !is_marked_item(article, &article->lines[index + 2]);
}

/* "1", "2.": the place of the headline below it, of those that most read. */
static bool is_rank(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return lines_know(article, index) && line->words.count == 1 &&
	       line->words.word->flags & TOKEN_NUMBER &&
	       line->end - line->at <= RANK_BYTES &&
	       index + 1 < article->count && is_open_item(article, index + 1);
}

/* "NEWS", "3 days ago": what is above a headline. */
static bool is_section(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return index + 2 < article->count && line->words.count &&
	       line->words.count <= HEADING_WORDS &&
	       line->features & FEATURE_OPEN && is_stamp(article, index + 1) &&
	       is_open_item(article, index + 2);
}

/* What a picture shows, and who played it. */
static bool is_legend(const struct article *article, const struct line *line)
{
	for (size_t i = 0; i < line->match_count; i++)
		switch (article->rules->rules[line->matches[i].rule].rule) {
		case RULE_BOILERPLATE_CAPTION:
		case RULE_BOILERPLATE_CREDIT:
		case RULE_BOILERPLATE_PLAYER:
			return true;
		default:
			break;
		}
	return false;
}

/* "Gulls come back to the old quay" */
static bool is_headline(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return index < article->count && !line->mark &&
	       is_open_item(article, index) &&
	       line->words.count >= HEADLINE_WORDS &&
	       !(line->features & (FEATURE_BULLET | FEATURE_COLON |
				   FEATURE_TABLE | FEATURE_SPEAKER)) &&
	       !begins_small(article, line) && !is_legend(article, line);
}

bool block_leads(struct article *article, size_t index)
{
	return is_headline(article, index + 1) &&
	       is_headline(article, index + 2);
}

size_t block_items_end(struct article *article, size_t index,
		       const struct strip_rule *rule)
{
	size_t end = index + 1, items = 0;

	if (ends_part(article, index))
		return end;
	while (end < article->count) {
		if (!lines_know(article, end) ||
		    heads_list(article, &article->lines[end], UNTIL_TAGS) ||
		    is_heading_after(article, end, index + 1) ||
		    is_heading_before_text(article, end, index + 1) ||
		    is_after_signs(article, end, index + 1))
			break;
		if (is_rank(article, end)) {
			end++;
			continue;
		}
		if (is_section(article, end)) {
			end += 2;
			continue;
		}
		if (is_item(article, end) || is_point(article, end, rule)) {
			if (++items > rule->lines ||
			    (rule->until == UNTIL_OPEN &&
			     is_lead(article, end)))
				break;
		} else if (!items || !block_item_goes_on(article, end)) {
			break;
		}
		end++;
	}
	return end;
}

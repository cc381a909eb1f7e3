/* Blocks: lines that a heading takes with it. */
#include "stages/boilerplate/blocks.h"

#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/contacts.h"
#include "stages/boilerplate/kept.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/sentences.h"
#include "stages/boilerplate/tag_list.h"
#include "stages/stage.h"

#define ITEM_WORDS 4	 /* a shorter line is a heading of the article */
#define RANK_BYTES 3	 /* of the number above a headline */
#define SHORT_WORDS 2	 /* of one in a list that ends the page, at least */
#define ITEM_MOST 20	 /* words of a headline with a mark at its end */
#define SENTENCE_WORDS 8 /* of one that is no headline's */
#define POINT_WORDS 25	 /* a longer one under a bullet may be a paragraph */
#define BLOCK_WORDS 40	 /* a longer line is no item of a list */
#define DATED_WORDS 60	 /* the same of one whose date follows */
#define HEADING_WORDS 2	 /* after a list */
#define HEADLINE_WORDS 3 /* after a heading, in its line */
#define KIND_WORDS 3	 /* of the kind of page, after an item's date */
#define LIST_LINES 10	 /* after a headline with a mark at its end */
#define MENU_LINES 12	 /* before the article */
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

/* A bullet, or a headline. */
static bool is_open_item(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	if (!lines_know(article, index) || line->dateline ||
	    line->words.count > DATED_WORDS ||
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

static bool has_bullet(const struct article *article, size_t index)
{
	return article->lines[index].features & FEATURE_BULLET;
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
		 !has_bullet(article, index + 1)) ||
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

/* What follows an item: its date, and after that its kind: "Press". */
static bool is_of_item(struct article *article, size_t index)
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
	if (has_bullet(article, index) ||
	    article->lines[index].words.count > HEADING_WORDS ||
	    index + 1 == article->count || index < first + 2)
		return false;
	for (size_t i = first; i < index; i++)
		if (!has_bullet(article, i))
			return false;
	return true;
}

/* Whether a list of bullets from `first` on has ended before line `index`. */
static bool is_after_bullets(const struct article *article, size_t index,
			     size_t first)
{
	return index >= first + 2 && !has_bullet(article, index) &&
	       has_bullet(article, index - 1) &&
	       has_bullet(article, index - 2) && !line_adjoins(article, index);
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

/* The end of the headlines after a heading: at most so many as the rule says.
 */
static size_t find_items_end(struct article *article, size_t index,
			     const struct strip_rule *rule)
{
	size_t end = index + 1, items = 0;

	while (end < article->count) {
		if (!lines_know(article, end) ||
		    heads_list(article, &article->lines[end], UNTIL_TAGS) ||
		    is_heading_after(article, end, index + 1) ||
		    is_after_bullets(article, end, index + 1))
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
		} else if (!items || !is_of_item(article, end)) {
			break;
		}
		end++;
	}
	return end;
}

/* "Related: Gulls come back to the quay": its own headline is in the line. */
static bool holds_headline(const struct article *article, size_t index,
			   const struct strip_rule *rule)
{
	const struct line *line = &article->lines[index];

	for (size_t i = 0; i < line->match_count; i++)
		if (&article->rules->rules[line->matches[i].rule] == rule)
			return line->words.count >=
			       line->matches[i].end + HEADLINE_WORDS;
	return false;
}

/* Whether no paragraph is before a line, but a menu's words at most. */
static bool is_at_top(struct article *article, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (i == MENU_LINES ||
		    (!article->lines[i].mark && line_is_sentence(article, i)))
			return false;
	return true;
}

/* Who wrote it, when, or what its picture shows. */
static bool is_below_headline(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	if (is_of_item(article, index))
		return true;
	for (size_t i = 0; i < line->match_count; i++)
		switch (article->rules->rules[line->matches[i].rule].rule) {
		case RULE_BOILERPLATE_BYLINE:
		case RULE_BOILERPLATE_CAPTION:
		case RULE_BOILERPLATE_CREDIT:
			return true;
		default:
			break;
		}
	return false;
}

/* The last headline before line `end`, of those after line `index`, or `end`.
 */
static size_t last_headline(struct article *article, size_t index, size_t end)
{
	const struct token *first = article->lines[index + 1].words.word;
	size_t last = end - 1;

	/* "1 Gulls come back", "2 A boat is lost" */
	if (first->end - first->at == 1 &&
	    article->pass->text[first->at] == '1')
		return end;
	while (last > index + 1 && is_below_headline(article, last))
		last--;
	return last;
}

/*
 * The same. But where the heading began the page, as "BREAKING NEWS" does, one
 * of the headlines is the article's own, "Pier falls": the last before the
 * article's text, or which one is not told. A single line after a heading with
 * its headline is a crosshead. And of bullets that are more than a summary has
 * none goes: they are the article.
 */
static size_t find_list_end(struct article *article, size_t index,
			    const struct strip_rule *rule)
{
	const size_t end = find_items_end(article, index, rule);

	if (rule->until == UNTIL_BODY && end == index + 1 + rule->lines &&
	    end < article->count && has_bullet(article, end))
		return index + 1;
	if (rule->until != UNTIL_OPEN || end == index + 1 ||
	    end == article->count)
		return end;
	if (!line_is_sentence(article, end))
		return is_at_top(article, index) ? index + 1 : end;
	if (is_at_top(article, index))
		return last_headline(article, index, end);
	return end == index + 2 && holds_headline(article, index, rule)
		       ? end - 1
		       : end;
}

/* The line with a dateline among the next `most`, or `index`. */
static size_t find_dateline(struct article *article, size_t index, size_t most)
{
	for (size_t i = index + 1; i < article->count && i <= index + most;
	     i++) {
		if (!lines_know(article, i) ||
		    article->lines[i].words.count > 2 * BLOCK_WORDS)
			return article->lines[i].dateline ? i : index;
		if (article->lines[i].dateline)
			return i;
	}
	return index;
}

static void mark_lines(struct article *article, size_t first, size_t end,
		       const struct strip_rule *rule)
{
	for (size_t i = first; i < end; i++) {
		if (article->lines[i].mark || article->lines[i].own)
			continue;
		article->lines[i].mark = rule->rule;
		article->lines[i].cause = rule->source_line;
	}
}

/* Whether lines [first, end) are within the bound; if not, that is noted. */
static bool is_bounded(struct article *article, size_t first, size_t end,
		       const struct strip_rule *rule)
{
	size_t words = 0;

	for (size_t i = first; i < end && !rule->unbounded; i++) {
		struct line *line = &article->lines[i];

		words += bound_line(article, line, rule->rule);
		if (words <= BOUND_WORDS)
			continue;
		bound_hold(line, 0, line->words.count, rule->rule);
		return false;
	}
	return true;
}

static bool all_short(struct article *article, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (!lines_know(article, i) ||
		    article->lines[i].words.count > 2 * BLOCK_WORDS)
			return false;
	return true;
}

/*
 * "Key points" before a paragraph is a heading of the article; and points that
 * nothing follows are the article.
 */
static bool has_points(struct article *article, size_t index,
		       const struct strip_rule *rule)
{
	const size_t end = find_list_end(article, index, rule);

	return holds_headline(article, index, rule) ||
	       find_dateline(article, index, rule->lines) > index ||
	       (end > index + 1 && end < article->count);
}

bool blocks_suffice(struct article *article, size_t index,
		    const struct strip_rule *rule)
{
	if (rule->until == UNTIL_BODY)
		return has_points(article, index, rule);
	if (rule->until == UNTIL_TAGS)
		return article->lines[index].features & FEATURE_COLON ||
		       tag_list_end(article, index, rule) > index;
	return rule->until != UNTIL_CONTACT ||
	       contacts_end(article, index, rule) > index ||
	       (index + 1 == article->count &&
		article->lines[index].features & FEATURE_COLON);
}

/* 1: the first line has no stop, and the next one has; it is the title. */
static size_t title_above(const struct article *article, size_t index)
{
	return index > 1 && article->lines[0].features & FEATURE_OPEN &&
	       !(article->lines[1].features & FEATURE_OPEN);
}

void blocks_take(struct article *article, size_t index,
		 const struct strip_rule *rule)
{
	size_t end = index + 1;

	switch (rule->until) {
	case UNTIL_BODY:
		end = find_dateline(article, index, rule->lines);
		if (end > index)
			break;
		end = index + 1;
		/* fall through */
	case UNTIL_OPEN:
		end = find_list_end(article, index, rule);
		break;
	case UNTIL_END:
		if (article->count - end <= rule->lines &&
		    all_short(article, end, article->count) &&
		    is_bounded(article, end, article->count, rule))
			end = article->count;
		break;
	case UNTIL_CONTACT:
		end = contacts_end(article, index, rule);
		break;
	case UNTIL_TAGS:
		end = tag_list_end(article, index, rule);
		break;
	case UNTIL_ABOVE:
		end = title_above(article, index);
		if (index <= rule->lines && all_short(article, end, index) &&
		    is_bounded(article, end, index, rule))
			mark_lines(article, end, index, rule);
		end = index + 1;
		break;
	default:
		break;
	}
	if (rule->until == UNTIL_END ||
	    is_bounded(article, index + 1, end, rule))
		mark_lines(article, index + 1, end, rule);
}

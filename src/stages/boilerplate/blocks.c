/* Blocks: lines that a heading takes with it. */
#include "stages/boilerplate/blocks.h"

#include "stages/boilerplate/block_items.h"
#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/contacts.h"
#include "stages/boilerplate/kept.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/tag_list.h"
#include "stages/stage.h"
#include "text/wordset.h"

#define HEADLINE_WORDS 3 /* after a heading, in its line */
#define MENU_LINES 12	 /* before the article */

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

	if (block_item_goes_on(article, index))
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

/* The last of headlines that are one block is apart: it heads what follows. */
static bool is_heading(const struct article *article, size_t index, size_t end)
{
	return end > index + 3 && line_adjoins(article, end - 2) &&
	       !line_adjoins(article, end - 1) && !line_adjoins(article, end);
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
	const size_t end = block_items_end(article, index, rule);

	if (rule->until == UNTIL_BODY && end == index + 1 + rule->lines &&
	    end < article->count && block_has_bullet(article, end))
		return index + 1;
	if (rule->until != UNTIL_OPEN || end == index + 1 ||
	    end == article->count)
		return end;
	if (!line_is_sentence(article, end))
		return is_at_top(article, index) ? index + 1 : end;
	if (is_at_top(article, index))
		return last_headline(article, index, end);
	return is_heading(article, index, end) ||
			       (end == index + 2 &&
				holds_headline(article, index, rule))
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

/* "* Recommended reading" in a list that stays: no heading of what follows. */
static bool is_later_item(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return line->lead && index > line->lead &&
	       line->features & FEATURE_BULLET && !line[-1].mark;
}

bool blocks_suffice(struct article *article, size_t index,
		    const struct strip_rule *rule)
{
	if (rule->until == UNTIL_OPEN && is_later_item(article, index))
		return false;
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

#define SUMMARY_LINES 2	  /* at least */
#define SUMMARY_LETTERS 4 /* of words that say what it is about */
#define SUMMARY_SHARE 2	  /* of so many such words the story has one again */

/* Whether lines say what comes again below them, as a page's summary does. */
static bool is_summary(struct article *article, size_t first, size_t end)
{
	struct pass *pass = article->pass;
	const size_t below = article->lines[end].end;
	struct wordset story;
	size_t words = 0, again = 0;

	if (end - first < SUMMARY_LINES)
		return false;
	if (!wordset_read(&story, pass->arena, pass->text + below,
			  pass->len - below)) {
		pass->failed = true;
		return false;
	}
	for (size_t i = first; i < end; i++) {
		const struct tokens *tokens = &article->lines[i].words;

		for (size_t k = 0; k < tokens->count; k++) {
			const struct token *word = &tokens->word[k];
			const size_t len = word->end - word->at;

			if (len < SUMMARY_LETTERS)
				continue;
			words++;
			again += wordset_holds(&story, pass->text + word->at,
					       len);
		}
	}
	return again * SUMMARY_SHARE >= words;
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
		    is_bounded(article, end, index, rule) &&
		    (rule->rule != RULE_BOILERPLATE_HIGHLIGHTS ||
		     is_summary(article, end, index)))
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

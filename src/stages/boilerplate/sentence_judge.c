/* What a sentence of a line is. */
#include "stages/boilerplate/sentence_judge.h"

#include <string.h>

#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/classify.h"
#include "stages/boilerplate/line_torn.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/run_on.h"
#include "stages/boilerplate/scored_rest.h"
#include "stages/boilerplate/sentence_class.h"
#include "stages/boilerplate/sentences.h"
#include "stages/stage.h"

#define ITEM_WORDS 6 /* of an item that tells */

size_t sentence_end_at(const struct sentences *all, const struct sentence *one)
{
	const struct line *line = all->line;

	if (one->end == line->words.count)
		return line->end;
	return sentence_skip_closing(all->article->pass->text,
				     line->words.word[one->end - 1].end,
				     line->end);
}

/*
 * Whether a quotation is open after text[at, end), if one was before it. A
 * second mark that opens says that the first had no closing mark of its kind.
 */
static int count_open(const char *text, size_t at, size_t end, int open)
{
	for (; at < end; at++) {
		if (text[at] == '"')
			open = 0;
		if (text[at] != '\xE2' || end - at < 3 ||
		    text[at + 1] != '\x80')
			continue;
		if (text[at + 2] == '\x9C')
			open = 1;
		else if (text[at + 2] == '\x9D')
			open = 0;
	}
	return open;
}

/* At the first question, for all sentences: each byte is read once. */
static void count_all_open(struct sentences *all)
{
	const struct line *line = all->line;
	size_t at = line->at;
	int open = 0;

	for (size_t i = 0; i < all->count; i++) {
		const size_t begin = line->words.word[all->list[i].first].at;

		open = count_open(all->article->pass->text, at, begin, open);
		all->list[i].open = open;
		at = begin;
	}
	all->counted = true;
}

static bool is_quoted(struct sentences *all, const struct sentence *one)
{
	if (!all->counted)
		count_all_open(all);
	return one->open > 0;
}

/*
 * What a sentence without a mark before it follows: a heading, too. "Boats Inc.
 * (ASX: BTS) Builds a Pier": what follows a ticker in a headline.
 */
static bool is_cut_off(const struct line *line, const struct sentence *one)
{
	const struct token *word = line->words.word;
	const struct token *first = &word[one->first], *next = &word[one->end];

	if (one->first && first->gap & GAP_CLOSE && !(first->gap & GAP_STOP) &&
	    first[-1].gap & GAP_COLON)
		return true;
	return one->end < line->words.count && !(next->gap & GAP_STOP) &&
	       !(next[-1].flags & TOKEN_CAPS);
}

/* "... for more. 'An Affinity' for Boats": a heading that lost its line. */
static bool is_quoted_heading(const struct line *line,
			      const struct sentence *one)
{
	return line->words.word[one->first].gap & (GAP_QUOTE | GAP_APOSTROPHE);
}

/* "3. Video", "[x] Read the plan": what a list has under a number or letter. */
static bool is_item(const struct sentences *all, const struct sentence *one)
{
	const struct token *word;

	if (one == all->list || one[-1].end - one[-1].first != 1)
		return false;
	word = &all->line->words.word[one[-1].first];
	return word->flags & TOKEN_NUMBER ||
	       (one == all->list + 1 && word->end - word->at == 1);
}

/* Whether a sentence that begins with a bullet is as long as one that tells. */
static bool is_long_item(const struct line *line, const struct sentence *one)
{
	const struct token *word = line->words.word;

	return word[one->first].gap & GAP_BULLET &&
	       one->end - one->first >= ITEM_WORDS &&
	       (one->end == line->words.count || word[one->end].gap & GAP_STOP);
}

/* "• Sign up for the ferry: it fills early.", beside an item like it that
   stays, and without a word of how to reach anybody. */
static bool is_beside_item(const struct sentences *all,
			   const struct sentence *one,
			   const struct line *sentence, uint16_t class)
{
	return all->line->flat && sentence_is_pitch(class) &&
	       !(sentence->features &
		 (FEATURE_URL | FEATURE_MAIL | FEATURE_HANDLE)) &&
	       is_long_item(all->line, one) &&
	       ((one > all->list && is_long_item(all->line, one - 1)) ||
		(one + 1 < all->list + all->count &&
		 is_long_item(all->line, one + 1)));
}

/*
 * "The pier closes. Next up: the mill." is a story's, but for a label without a
 * full stop; so is "What will it cost? - Lowell News" on the first line.
 */
static bool is_of_story(const struct sentences *all,
			const struct line *sentence, uint16_t class)
{
	if (all->plain && class == RULE_BOILERPLATE_RELATED)
		return sentence->marks & GAP_COLON;
	return all->opens && class == RULE_BOILERPLATE_CREDIT;
}

/* "GET THE APPA boat sank": the last word of a call holds the next one. */
static bool holds_next(const struct sentences *all, const struct sentence *one)
{
	const struct token *last = &all->line->words.word[one->end - 1];
	const char *text = all->article->pass->text;

	return one->end < all->line->words.count && last->flags & TOKEN_CAPS &&
	       !(last[1].flags & TOKEN_CAPS) && text[last->end - 1] == 'A' &&
	       token_set_has(
		       &all->article->rules->enders,
		       token_hash(text + last->at, last->end - last->at - 1));
}

/* "The mills of Lowell. http://lowell.example. Retrieved May 3." */
static bool is_address(const struct tokens *words)
{
	return words->count == 1 && words->word[0].flags & TOKEN_URL;
}

/*
 * "... rot. (str. 30)", or the start of a sentence that the next line has the
 * end of: a part. "(Copyright 2008 Reed. All rights reserved.)" is none.
 */
static bool is_part(const struct sentences *all, const struct sentence *one,
		    uint16_t class)
{
	struct line span = *all->line;

	/* "Cards are dealt. (S) (AD)": a sign of a listing */
	if (class == RULE_BOILERPLATE_AD && one->end == one->first + 1 &&
	    span.words.word[one->first].gap & GAP_OPEN)
		return true;
	/* "– “The Boat Is Late.” (Lowell News)": who printed an item of a list
	 */
	if (class == RULE_BOILERPLATE_CREDIT && one->first &&
	    all->line->features & FEATURE_BULLET &&
	    span.words.word[one->first].gap & GAP_OPEN)
		return true;
	if (one->end == span.words.count &&
	    !(span.words.word[one->end - 1].flags & TOKEN_CAPS) &&
	    line_runs_over(all->article, all->line))
		return true;
	if (class == RULE_BOILERPLATE_COPYRIGHT ||
	    class == RULE_BOILERPLATE_CREDIT)
		return false;
	if (one > all->list)
		span.at = (uint32_t)sentence_end_at(all, one - 1);
	span.end = (uint32_t)sentence_end_at(all, one);
	return line_has_open_bracket(all->article, &span);
}

/* What pages say in labels without a full stop. */
static bool is_label(uint16_t class)
{
	return class == RULE_BOILERPLATE_NEWSLETTER ||
	       class == RULE_BOILERPLATE_SHARE ||
	       class == RULE_BOILERPLATE_AD ||
	       class == RULE_BOILERPLATE_PLAYER ||
	       class == RULE_BOILERPLATE_OTHER;
}

/* What calls on the reader: a gallery's label and its captions do not. */
static bool may_lead(const struct line *sentence, uint16_t class)
{
	return sentence_is_pitch(class) || (class == RULE_BOILERPLATE_PLAYER &&
					    sentence->features & FEATURE_YOU &&
					    !(sentence->marks & GAP_COLON));
}

/* Whether it runs on into the story, or into what somebody says. */
static bool goes_on(const struct sentences *all, const struct line *sentence,
		    uint16_t class)
{
	const bool flat = all->line->flat;

	return (flat &&
		(sentence_runs_into_speech(all->article, sentence, class) ||
		 (may_lead(sentence, class) &&
		  sentence_leads_to_story(all->article, sentence)) ||
		 sentence_holds_story(all->article, sentence, class))) ||
	       ((is_label(class) ||
		 (flat && (class == RULE_BOILERPLATE_RELATED ||
			   class == RULE_BOILERPLATE_CREDIT))) &&
		sentence_runs_on(all->article, sentence, class));
}

/* Whether somebody says it. What is no sentence is not said by anybody. */
static bool is_said(struct sentences *all, const struct sentence *one,
		    const struct line *sentence, uint16_t class)
{
	return (!(sentence->features & FEATURE_OPEN) && is_quoted(all, one)) ||
	       (all->speech && sentence_is_pitch(class) &&
		!(sentence->features & FEATURE_CAPS));
}

/* Whether it is the story's, although it is like furniture of that class. */
static bool is_kept(const struct sentences *all, const struct line *sentence,
		    uint16_t class)
{
	return ((all->plain || class == RULE_BOILERPLATE_CREDIT) &&
		sentence_tells_where(all->article, sentence, class)) ||
	       is_of_story(all, sentence, class) ||
	       /* “The pier is gone.” Ida Moss, CNN: what she said is none */
	       (class == RULE_BOILERPLATE_CAPTION &&
		sentence->words.word[0].gap & GAP_QUOTE) ||
	       (class == RULE_BOILERPLATE_CREDIT &&
		bound_has_story(&sentence->words, 0, sentence->words.count)) ||
	       sentence_is_late(all->article, sentence, class);
}

/* What rules find it to be, or what it is like. */
static uint16_t class_of(const struct sentences *all,
			 const struct sentence *one, size_t before,
			 size_t after)
{
	struct article *article = all->article;
	const uint16_t class =
		classify_alone(article, article->count, before, after);

	if (class || is_cut_off(all->line, one) ||
	    is_quoted_heading(all->line, one))
		return class;
	return scored_rest_class(article, &article->lines[article->count]);
}

uint16_t sentence_judge(struct sentences *all, struct sentence *one,
			size_t before, size_t after)
{
	struct article *article = all->article;
	struct line *spare = &article->lines[article->count];
	uint16_t class;

	if (one->rest || is_item(all, one) || holds_next(all, one))
		return 0;
	memset(spare, 0, sizeof(*spare));
	spare->at = all->line->words.word[one->first].at;
	spare->end = (uint32_t)sentence_end_at(all, one);
	if (!lines_know(article, article->count) ||
	    spare->features & FEATURE_QUOTE)
		return 0;
	class = class_of(all, one, before, after);
	if (!class || is_said(all, one, spare, class) ||
	    is_beside_item(all, one, spare, class) ||
	    goes_on(all, spare, class) || is_kept(all, spare, class) ||
	    is_part(all, one, class))
		return 0;
	if (all->line->flat && class == RULE_BOILERPLATE_EMBED && after &&
	    is_address(&spare->words))
		return 0;
	one->from = sentence_cut(article, spare, class);
	one->cause = spare->cause;
	one->weak = !sentence_may_go(spare, class);
	return one->weak ? 0 : class;
}

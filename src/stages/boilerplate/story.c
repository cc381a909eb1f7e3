/* The story after a call that lost the line end after it. */
#include "stages/boilerplate/story.h"

#include <stdint.h>

#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/sentences.h"

#define LEAST_WORDS 8	/* of the story's sentence, */
#define LEAST_PLACED 6	/* and with its dateline */
#define LEAST_SMALL 3	/* one word in so many is small in it */
#define EARLY_WORDS 8	/* so many do not speak to the reader */
#define MOST_NAME 5	/* words of its subject's name */
#define MOST_OPENED 3	/* words of a name or date after its first word */
#define LEAST_AFTER 11	/* words of what comes after an address */
#define LEAST_LATE 9	/* and of what comes after any word */
#define NO_STORY 100000 /* it does not begin so */
#define MOST_SUBJECT 5	/* words before the verb */
#define MOST_PLACE 4	/* words of a dateline */

static bool is_capital(const struct token *word)
{
	return word->flags & TOKEN_CAPITAL;
}

/* Whether a rule knows a part of words [at, end). */
static bool is_matched(const struct line *line, size_t at, size_t end)
{
	for (size_t i = 0; i < line->match_count; i++)
		if (line->matches[i].first >= at &&
		    line->matches[i].first < end)
			return true;
	return false;
}

/* Whether words [at, end) are like a sentence that is not to the reader. */
static bool is_prose(const struct article *article, const struct line *line,
		     size_t at, size_t end)
{
	const struct token *word = line->words.word;
	size_t small = 0;

	if (!(word[end].gap & GAP_STOP))
		return false;
	for (size_t i = at; i < end; i++) {
		if (i < at + EARLY_WORDS &&
		    token_set_has(&article->rules->you, word[i].hash))
			return false;
		small += token_is_small(&word[i]);
	}
	return small * LEAST_SMALL >= end - at && !is_matched(line, at, end);
}

/*
 * "By March 31, there were": the first small word after what opens a sentence.
 * "the podcast The Boat on": a name may begin with an article, but not where
 * it `follows` all of a call.
 */
static size_t after_name(const struct article *article,
			 const struct tokens *words, size_t at, bool follows)
{
	const struct strip_rules *rules = article->rules;
	const uint32_t hash = words->word[at].hash;
	const bool may_name = token_set_has(&rules->determiners, hash)
				      ? follows
				      : token_set_has(&rules->unfinished, hash);
	size_t i = at + 1;

	while (may_name && i < words->count && i <= at + MOST_OPENED &&
	       !token_goes_on(&words->word[i]))
		i++;
	return i;
}

/* "Meanwhile, at the pier", "Such an act", "By March 31, there were" */
static bool is_opened(const struct article *article, const struct tokens *words,
		      size_t at, bool follows)
{
	const struct strip_rules *rules = article->rules;
	const struct token *word = &words->word[at];
	const bool starts = token_set_has(&rules->starters, word->hash);
	size_t i;

	if (word[1].gap & GAP_COMMA)
		return !is_capital(&word[1]) &&
		       !token_set_has(&rules->joining, word[1].hash) &&
		       /* "Next China, a daily letter" is a name */
		       (starts ||
			(follows &&
			 !token_set_has(&rules->determiners, word[1].hash)));
	if (!starts)
		return false;
	i = after_name(article, words, at, follows);
	return i < words->count &&
	       (token_goes_on(&words->word[i]) ||
		(i > at + 1 && words->word[i].gap & GAP_COMMA));
}

/* The word after the name at `at`. */
static size_t name_end(const struct tokens *words, size_t at)
{
	const struct token *word = words->word;
	size_t i = at + 1;

	while (i < words->count && i < at + MOST_NAME && is_capital(&word[i]) &&
	       word[i].gap == GAP_SPACE)
		i++;
	return i;
}

/* "... we don't spam Residents said that": whatever comes before it. */
static bool is_speaker(const struct article *article,
		       const struct tokens *words, size_t at)
{
	const size_t i = name_end(words, at);

	return i < words->count && token_goes_on(&words->word[i]) &&
	       token_set_has(&article->rules->speech, words->word[i].hash);
}

/* "Professor Moss says that", "Ann Moss, chair of the board, was" */
static bool is_subject(const struct article *article,
		       const struct tokens *words, size_t at)
{
	const struct strip_rules *rules = article->rules;
	const struct token *word = words->word;
	const size_t i = name_end(words, at);

	if (i >= words->count || is_capital(&word[i]))
		return false;
	if (word[i].gap & GAP_COMMA)
		return i > at + 1 && !(word[i].flags & TOKEN_NUMBER);
	return token_goes_on(&word[i]) &&
	       (token_set_has(&rules->verbs, word[i].hash) ||
		token_set_has(&rules->speech, word[i].hash));
}

/* "LOWELL – Ida Moss is": a dateline. */
static bool is_dateline(const struct tokens *words, size_t at)
{
	const struct token *word = words->word;
	size_t i = at;

	while (i < words->count && i < at + MOST_PLACE &&
	       word[i].flags & TOKEN_CAPS && !(word[i].gap & GAP_DASH))
		i++;
	return i > at && i < words->count && word[i].gap & GAP_DASH &&
	       is_capital(&word[i]) && !(word[i].flags & TOKEN_CAPS);
}

/* An address: nothing of a call comes after it. */
static bool is_address(const struct token *word)
{
	return word->flags & TOKENS_CONTACT;
}

/* "at 9:59 PDT" ends a post. */
static bool is_zone(const struct tokens *words, size_t at)
{
	return at && words->word[at].flags & TOKEN_CAPS &&
	       words->word[at - 1].flags & TOKEN_NUMBER;
}

/* How many words a sentence must have that begins as the one at `at` does. */
static size_t least_words(const struct article *article,
			  const struct tokens *words, size_t at, size_t first)
{
	const bool last =
		is_address(&words->word[at - 1]) || is_zone(words, at - 1);
	const bool follows = at == first || last;

	if (follows && is_dateline(words, at))
		return LEAST_PLACED;
	if (is_opened(article, words, at, follows) ||
	    is_speaker(article, words, at) ||
	    (follows && is_subject(article, words, at)))
		return LEAST_WORDS;
	return last ? LEAST_AFTER : NO_STORY;
}

size_t story_start(const struct article *article, const struct line *line,
		   size_t first, size_t end)
{
	const struct tokens *words = &line->words;

	for (size_t i = first ? first : 1; i + LEAST_PLACED <= end; i++) {
		const struct token *word = &words->word[i];

		if (is_capital(word) && word->gap == GAP_SPACE &&
		    !(word->flags & TOKEN_GLUED) &&
		    !token_set_has(&article->rules->unfinished,
				   word[-1].hash) &&
		    i + least_words(article, words, i, first) <= end &&
		    is_prose(article, line, i, end))
			return i;
	}
	return end;
}

/*
 * "... boats and piers Ferries were": a capital between two small words, but
 * for a call's, and "using Tides or".
 */
static bool breaks_off(const struct article *article,
		       const struct tokens *words, size_t at)
{
	const struct strip_rules *rules = article->rules;
	const struct token *word = &words->word[at];

	return is_capital(word) && word->gap == GAP_SPACE &&
	       !(word->flags & TOKEN_GLUED) && !is_address(word) &&
	       !(word->flags & TOKEN_CAPS && word->end - word->at > 1) &&
	       token_is_small(&word[-1]) && !is_address(&word[-1]) &&
	       token_goes_on(&word[1]) &&
	       !token_set_has(&rules->joining, word[1].hash) &&
	       !token_set_has(&rules->calls, word->hash) &&
	       !token_set_has(&rules->unfinished, word[-1].hash);
}

/*
 * "... Quay Media LLC Ferries were": where names begin before a verb, one of
 * them its own; SIZE_MAX: nowhere, or right after a stop.
 */
static size_t names_before(const struct article *article,
			   const struct tokens *words, size_t at)
{
	const struct strip_rules *rules = article->rules;
	const struct token *word = words->word;
	size_t i = at;

	if (!token_goes_on(&word[at]) ||
	    !(token_set_has(&rules->verbs, word[at].hash) ||
	      token_set_has(&rules->speech, word[at].hash)))
		return SIZE_MAX;
	while (i > 1 && is_capital(&word[i - 1]) && word[i].gap == GAP_SPACE)
		i--;
	return i < at && word[i].gap == GAP_SPACE &&
			       !(word[i].flags & TOKEN_GLUED)
		       ? i
		       : SIZE_MAX;
}

bool story_follows(const struct article *article, const struct line *line,
		   size_t first, size_t end)
{
	const struct tokens *words = &line->words;

	for (size_t i = first ? first : 1; i < end; i++) {
		const size_t at = breaks_off(article, words, i)
					  ? i
					  : names_before(article, words, i);

		if (at < end && end - at >= LEAST_LATE &&
		    is_prose(article, line, at, end))
			return true;
	}
	return false;
}

bool story_is(const struct article *article, const struct line *line,
	      size_t first, size_t end)
{
	const struct tokens *words = &line->words;

	return end - first >= LEAST_LATE && is_capital(&words->word[first]) &&
	       is_subject(article, words, first) &&
	       is_prose(article, line, first, end);
}

/* "Residents said", "The last boat to Tarn left", "He told": what happened. */
static bool is_told_of(const struct article *article, const struct line *line,
		       size_t first, size_t end)
{
	const struct strip_rules *rules = article->rules;
	const struct token *word = line->words.word;
	const bool may_be_long =
		token_set_has(&rules->determiners, word[first].hash);

	if (token_set_has(&rules->page, word[first].hash))
		return false;
	for (size_t i = first + 1;
	     i < end && i <= first + MOST_SUBJECT && word[i].gap == GAP_SPACE;
	     i++) {
		if (is_capital(&word[i]))
			continue;
		if (token_set_has(&rules->past, word[i].hash) ||
		    token_set_has(&rules->speech, word[i].hash))
			return true;
		if (!may_be_long || token_set_has(&rules->verbs, word[i].hash))
			return false;
	}
	return false;
}

bool story_among(const struct article *article, const struct line *line,
		 uint16_t class)
{
	const struct token *word = line->words.word;
	size_t end;

	for (size_t at = 0; at < line->words.count; at = end) {
		end = sentence_end(article, &line->words, at);
		if (end - at >= LEAST_WORDS &&
		    pass_has(article->pass, word[end - 1].end, ".") &&
		    bound_is_article(article, line, at, end, class) &&
		    is_told_of(article, line, at, end) &&
		    is_prose(article, line, at, end))
			return true;
	}
	return false;
}

/* Classes that may go as a sentence. */
#include "stages/boilerplate/sentence_class.h"

#include "base/ascii.h"
#include "stages/boilerplate/contacts.h"
#include "stages/stage.h"

#define LEAST_WORDS 4 /* shorter sentences are told by lines only */
#define LEAST_FULL 6  /* of classes that are mostly labels */
#define LEAST_RIGHTS 3
#define LEAST_LABELLED 3 /* of a link and what it leads to */
#define MOST_TEASER 24
#define LEAST_LATE 25  /* words before what a rule found */
#define LEAST_BEFORE 6 /* the same of what begins within a sentence */
#define MOST_LEAD 12   /* words of a call before what a rule knows of it */
#define LEAST_ENDER 4  /* bytes of a word that is no abbreviation */

bool sentence_may_go(const struct line *sentence, uint16_t class)
{
	switch (class) {
	case RULE_BOILERPLATE_COPYRIGHT: /* "All rights reserved." */
		return sentence->words.count >= LEAST_RIGHTS;
	case RULE_BOILERPLATE_SHARE:
		/* the name of a site alone may be a sentence's last word */
		return sentence->words.count >= 2 &&
		       (sentence->features & FEATURE_OPEN ||
			sentence->words.count >= LEAST_WORDS);
	case RULE_BOILERPLATE_RELATED:
		/* a headline may have run into the sentence after it */
		if (sentence->words.count > MOST_TEASER &&
		    !(sentence->features & FEATURE_OPEN))
			return false;
		/* fall through */
	case RULE_BOILERPLATE_NEWSLETTER:
	case RULE_BOILERPLATE_CREDIT:
	case RULE_BOILERPLATE_CORRECTION:
		return sentence->features & FEATURE_OPEN ||
		       sentence->words.count >= LEAST_WORDS;
	case RULE_BOILERPLATE_AD:
	case RULE_BOILERPLATE_PLAYER:
	case RULE_BOILERPLATE_OTHER:
		return sentence->features & FEATURE_OPEN ||
		       sentence->words.count >= LEAST_FULL;
	case RULE_BOILERPLATE_TIMESTAMP:
		return sentence->features & FEATURE_OPEN;
	case RULE_BOILERPLATE_EMBED:
		/* "Tickets: lowell.example" says what is to be had there */
		return !(sentence->features & FEATURE_URL) ||
		       sentence->words.count < LEAST_LABELLED;
	default:
		return false;
	}
}

bool sentence_tells_where(const struct article *article,
			  const struct line *sentence, uint16_t class)
{
	return class != RULE_BOILERPLATE_NEWSLETTER &&
	       class != RULE_BOILERPLATE_COPYRIGHT &&
	       (sentence->features & (FEATURE_URL | FEATURE_MAIL) ||
		contacts_names_phone(article->pass->text, &sentence->words));
}

/* Whether more than half of the first words are small. */
static bool is_prose(const struct tokens *words, size_t end)
{
	size_t small = 0;

	for (size_t i = 0; i < end; i++)
		small += token_is_small(&words->word[i]);
	return small * 2 > end;
}

/* From the first to the last word of a class's matches; end 0: none. */
static struct rule_match reach(const struct article *article,
			       const struct line *sentence, uint16_t class)
{
	struct rule_match all = { 0 };

	for (size_t i = 0; i < sentence->match_count; i++) {
		const struct rule_match *hit = &sentence->matches[i];
		const struct strip_rule *rule =
			&article->rules->rules[hit->rule];

		if (rule->rule != class || rule->points <= 0)
			continue;
		if (!all.end || hit->first < all.first)
			all.first = hit->first;
		if (hit->end > all.end)
			all.end = hit->end;
	}
	return all;
}

bool sentence_is_late(const struct article *article,
		      const struct line *sentence, uint16_t class)
{
	return class != RULE_BOILERPLATE_CREDIT &&
	       class != RULE_BOILERPLATE_COPYRIGHT &&
	       reach(article, sentence, class).first >= LEAST_LATE;
}

/* "is licensed under", not "Copyright 2008" and "© 2008" */
static bool is_small(const struct article *article, const struct line *sentence,
		     size_t at)
{
	const size_t byte = sentence->words.word[at].at;

	return ascii_is_lower((unsigned char)article->pass->text[byte]);
}

/* "... had left on time Sign up for our newsletter": a capital after no mark.
 */
static bool is_glued(const struct tokens *words, size_t at)
{
	return words->word[at].flags & TOKEN_CAPITAL &&
	       token_is_small(&words->word[at - 1]) &&
	       !(words->word[at].gap & ~GAP_SPACE);
}

/* Whether furniture of a class may begin within a sentence, at that word. */
static bool may_begin(const struct article *article,
		      const struct line *sentence, uint16_t class, size_t at)
{
	switch (class) {
	case RULE_BOILERPLATE_COPYRIGHT:
		return !is_small(article, sentence, at);
	case RULE_BOILERPLATE_AD:
	case RULE_BOILERPLATE_NEWSLETTER:
		return is_glued(&sentence->words, at);
	default:
		return false;
	}
}

/* "The boats are back When you buy through links": the first word of the call.
 */
static size_t call_start(const struct article *article,
			 const struct line *sentence, size_t first)
{
	const struct tokens *words = &sentence->words;

	for (size_t i = first; i > 1 && i + MOST_LEAD > first; i--)
		if (is_glued(words, i) &&
		    token_set_has(&article->rules->openers,
				  words->word[i].hash))
			return i;
	return first;
}

/* "It is a long way. * and": a word that begins small after a sentence. */
static bool is_small_start(const struct article *article,
			   const struct line *sentence, size_t at)
{
	const struct token *word = &sentence->words.word[at];
	const char *end = article->pass->text + word[-1].end;

	return word->gap & GAP_STOP && !(word->gap & GAP_OPEN) &&
	       !(word->flags & TOKEN_URL) &&
	       word[-1].end - word[-1].at >= LEAST_ENDER && end[0] == '.' &&
	       end[1] == ' ' && is_small(article, sentence, at) &&
	       is_small(article, sentence, at - 1);
}

/* Where what a rule found begins so, or 0. */
static size_t small_start(const struct article *article,
			  const struct line *sentence, size_t first)
{
	size_t at = first;

	while (at >= LEAST_BEFORE && !is_small_start(article, sentence, at))
		at--;
	return at >= LEAST_BEFORE ? at : 0;
}

uint32_t sentence_cut(const struct article *article,
		      const struct line *sentence, uint16_t class)
{
	struct rule_match all = reach(article, sentence, class);
	const size_t small =
		all.end ? small_start(article, sentence, all.first) : 0;

	if (small && is_prose(&sentence->words, small))
		return (uint32_t)small;
	if (class == RULE_BOILERPLATE_AD && all.end)
		all.first = call_start(article, sentence, all.first);
	return all.end && all.first >= LEAST_BEFORE &&
			       may_begin(article, sentence, class, all.first) &&
			       is_prose(&sentence->words, all.first)
		       ? all.first
		       : 0;
}

bool sentence_is_pitch(uint16_t class)
{
	return class == RULE_BOILERPLATE_NEWSLETTER ||
	       class == RULE_BOILERPLATE_SHARE || class == RULE_BOILERPLATE_AD;
}

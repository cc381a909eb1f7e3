/* Furniture that runs on into a sentence. */
#include "stages/boilerplate/run_on.h"

#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/line_glue.h"
#include "stages/boilerplate/sentences.h"
#include "stages/boilerplate/story.h"
#include "stages/stage.h"

#define LEAST_STORY 9 /* words of a story's sentence after a call */
#define LEAST_REST 4  /* words after what is glued */
#define MOST_MORE 3   /* words of a call after what a rule knows of it */
#define LEAST_LABEL 2 /* of a label and the headline after it */
#define MOST_LABEL 4  /* words before the headline's colon */
#define MOST_NAME 7   /* words of what a story's sentence begins with */
#define LEAST_CALL 4  /* words of a call in capitals */
#define LEAST_PROSE 8 /* words of the sentence after it */
#define LEAST_LONG 9  /* words after the last of a rule, or to the reader, */
#define MOST_CALL 30  /* of these in one sentence */
#define MOST_SITES 6  /* and after these: "on Twitter and Facebook" */

/* "CLICK HERE TO GET THE APPA boat sank on the way to the pier.": capitals. */
static bool is_call(const struct line *line)
{
	const struct tokens *words = &line->words;
	size_t caps = 0;

	while (caps < words->count && words->word[caps].flags & TOKEN_CAPS)
		caps++;
	if (caps < LEAST_CALL || caps + LEAST_PROSE > words->count)
		return false;
	for (size_t i = caps; i < caps + LEAST_PROSE / 2; i++)
		if (words->word[i].flags & TOKEN_CAPS)
			return false;
	return true;
}

/* The word after the last match of a class's rules; 0: none matched. */
static size_t last_match(const struct article *article, const struct line *line,
			 uint16_t class)
{
	size_t end = 0;

	for (size_t i = 0; i < line->match_count; i++)
		if (article->rules->rules[line->matches[i].rule].rule == class
		    && line->matches[i].end > end)
			end = line->matches[i].end;
	return end;
}

static bool begins_sentence(const struct article *article,
			    const struct tokens *words, size_t at)
{
	const struct token *word = &words->word[at];
	const unsigned odd = TOKENS_CONTACT | TOKEN_GLUED;

	/* "Follow @lowell Thus a win could be on the way" */
	if (at && word[-1].flags & TOKEN_HANDLE)
		return word->flags & TOKEN_CAPITAL && word->gap == GAP_SPACE &&
		       token_set_has(&article->rules->openers, word->hash);
	/* "the Old Pier Show on" is one name */
	return at > 1 && word->flags & TOKEN_CAPITAL &&
	       word->gap == GAP_SPACE &&
	       !((word->flags | word[-1].flags) & odd) &&
	       ((word[-1].flags & ~word[-2].flags) & TOKEN_CAPITAL ||
		token_set_has(&article->rules->enders, word[-1].hash)) &&
	       at + 1 < words->count &&
	       (token_goes_on(&word[1]) ||
		/* "It's late"; "our email Moss's boat is late" */
		((token_set_has(&article->rules->openers, word->hash) ||
		  token_set_has(&article->rules->enders, word[-1].hash)) &&
		 word[1].gap == GAP_APOSTROPHE && at + 2 < words->count &&
		 token_goes_on(&word[2])));
}

/*
 * Whether a word is to the reader: not as in "Follow us on Facebook Here's a
 * film", and "in your inbox You may have heard", where a sentence begins.
 */
static bool speaks_at(const struct article *article, const struct tokens *words,
		      size_t at)
{
	const struct strip_rules *rules = article->rules;
	const struct token *word = &words->word[at];

	return token_set_has(&rules->you, word->hash) &&
	       !(word->flags & TOKEN_CAPITAL &&
		 (word[1].gap == GAP_APOSTROPHE ||
		  (at && word->gap == GAP_SPACE &&
		   token_set_has(&rules->enders, word[-1].hash))));
}

bool runs_on_after(const struct article *article, const struct line *line,
		   size_t first, size_t end)
{
	const struct tokens *words = &line->words;
	size_t from = first, at;

	for (size_t i = first; i < end; i++)
		if (speaks_at(article, words, i))
			from = i + 1;
	for (at = from; at < end && !(words->word[at].gap & GAP_STOP); at++)
		if (at - from > MOST_CALL)
			return true;
	at = from;
	/* a rule's "here" may be the first word of it */
	if (from &&
	    token_set_has(&article->rules->openers, words->word[from - 1].hash))
		at--;
	while (at < from + MOST_SITES && at < end &&
	       !begins_sentence(article, words, at))
		at++;
	return at < from + MOST_SITES && at + LEAST_LONG <= end;
}

static bool is_pitch(const struct line *line, uint16_t class)
{
	return class == RULE_BOILERPLATE_NEWSLETTER ||
	       class == RULE_BOILERPLATE_SHARE ||
	       (class == RULE_BOILERPLATE_RELATED &&
		line->features & FEATURE_URL);
}

/* "All Ferry News Alder Lines is": a name, and its verb. */
static bool begins_name(const struct article *article,
			const struct tokens *words, size_t first, size_t end)
{
	const struct strip_rules *rules = article->rules;
	size_t at = first + 1;

	while (at < end && at - first < MOST_NAME &&
	       words->word[at].flags & TOKEN_CAPITAL &&
	       words->word[at].gap == GAP_SPACE)
		at++;
	return at > first + 1 && at < end && token_goes_on(&words->word[at]) &&
	       (token_set_has(&rules->verbs, words->word[at].hash) ||
		token_set_has(&rules->told, words->word[at].hash));
}

static bool runs_into_story(const struct article *article,
			    const struct line *line, size_t first, size_t end)
{
	const struct token *word = line->words.word;

	return first && first + 1 < end && word[first].flags & TOKEN_CAPITAL &&
	       word[first].gap == GAP_SPACE &&
	       (token_goes_on(&word[first + 1]) ||
		begins_name(article, &line->words, first, end)) &&
	       /* "Sign up to Tides": the name is what the call is about */
	       !token_set_has(&article->rules->unfinished,
			      word[first - 1].hash) &&
	       bound_is_ordinary(article, line, first, end);
}

/*
 * "Also read: Pool to close Crowds outside sang for an hour.": no headline has
 * a full stop. One that is long after a colon may end anywhere.
 */
static bool headline_runs_on(const struct article *article,
			     const struct line *sentence)
{
	const struct tokens *words = &sentence->words;

	for (size_t i = 1; i <= MOST_LABEL && i + LEAST_LONG <= words->count;
	     i++)
		if (words->word[i].gap & GAP_COLON &&
		    bound_is_ordinary(article, sentence, i, words->count))
			return true;
	for (size_t i = LEAST_LABEL; i + LEAST_REST < words->count; i++)
		if (token_goes_on(&words->word[i - 1]) &&
		    runs_into_story(article, sentence, i, words->count))
			return true;
	return false;
}

bool sentence_runs_into_speech(const struct article *article,
			       const struct line *sentence, uint16_t class)
{
	const struct tokens *words = &sentence->words;
	const size_t rest = last_match(article, sentence, class);

	for (size_t i = rest + 1; rest && i < words->count; i++)
		if (words->word[i].gap & GAP_COLON &&
		    words->word[i - 1].flags & TOKEN_CAPS)
			return true;
	return false;
}

/* "Write to our team at news@lowell.example Crowds outside sang for long." */
static bool address_runs_on(const struct article *article,
			    const struct line *sentence)
{
	const struct tokens *words = &sentence->words;

	for (size_t i = 1; i + LEAST_REST < words->count; i++)
		if (words->word[i - 1].flags & TOKENS_CONTACT &&
		    runs_into_story(article, sentence, i, words->count))
			return true;
	return false;
}

/*
 * Whether a word may begin the sentence: not as in "the latest AI news" and
 * "the Old Pier Show on".
 */
static bool may_follow_call(const struct article *article,
			    const struct tokens *words, size_t first, size_t i,
			    size_t end)
{
	const struct token *word = &words->word[i];

	return !(word->flags & TOKEN_GLUED) &&
	       (!(word->flags & TOKEN_CAPS) || word->end - word->at == 1 ||
		begins_name(article, words, i, end)) &&
	       (i == first || token_goes_on(&word[-1]));
}

bool runs_into_later(const struct article *article, const struct line *line,
		     size_t first, size_t end)
{
	for (size_t i = first; i < end && i <= first + MOST_MORE; i++)
		if (may_follow_call(article, &line->words, first, i, end) &&
		    runs_into_story(article, line, i, end))
			return true;
	return false;
}

bool sentence_runs_on(const struct article *article,
		      const struct line *sentence, uint16_t class)
{
	const size_t rest = last_match(article, sentence, class);

	if (class == RULE_BOILERPLATE_RELATED &&
	    headline_runs_on(article, sentence))
		return true;
	if (class != RULE_BOILERPLATE_RELATED &&
	    class != RULE_BOILERPLATE_PLAYER && rest &&
	    story_start(article, sentence, rest, sentence->words.count) <
		    sentence->words.count)
		return true;
	return address_runs_on(article, sentence) ||
	       (rest && runs_into_later(article, sentence, rest,
					sentence->words.count));
}

/* Where words speak to the reader for the last time, and past it; 0: nowhere.
 */
static size_t past_reader(const struct article *article,
			  const struct tokens *words)
{
	size_t at = words->count;

	while (at && !speaks_at(article, words, at - 1))
		at--;
	return at;
}

/* Whether words from `at` on have a verb, as the story's sentences do. */
static bool has_verb(const struct article *article, const struct tokens *words,
		     size_t at)
{
	const struct strip_rules *rules = article->rules;

	for (; at < words->count; at++)
		if (token_set_has(&rules->verbs, words->word[at].hash) ||
		    token_set_has(&rules->past, words->word[at].hash) ||
		    token_set_has(&rules->told, words->word[at].hash))
			return true;
	return false;
}

bool sentence_leads_to_story(const struct article *article,
			     const struct line *sentence)
{
	const struct tokens *words = &sentence->words;
	size_t at = past_reader(article, words);

	if (sentence->features & FEATURE_OPEN)
		return false;
	for (at = at > 1 ? at : 2; at + LEAST_STORY <= words->count; at++)
		if (words->word[at].flags & TOKEN_CAPITAL &&
		    words->word[at].gap == GAP_SPACE &&
		    token_goes_on(&words->word[at + 1]) &&
		    !token_set_has(&article->rules->unfinished,
				   words->word[at - 1].hash))
			return has_verb(article, words, at + 1);
	return false;
}

/* Posts, captions and headlines are sentences themselves. */
static bool is_of_sentences(uint16_t class)
{
	return class == RULE_BOILERPLATE_EMBED ||
	       class == RULE_BOILERPLATE_HIGHLIGHTS ||
	       class == RULE_BOILERPLATE_RELATED ||
	       class == RULE_BOILERPLATE_PLAYER;
}

bool sentence_holds_story(const struct article *article,
			  const struct line *sentence, uint16_t class)
{
	return !is_of_sentences(class) &&
	       story_follows(article, sentence,
			     last_match(article, sentence, class),
			     sentence->words.count);
}

/* Calls, and posts: what other classes hold are sentences, too. */
static bool is_call_of_page(uint16_t class)
{
	return class == RULE_BOILERPLATE_NEWSLETTER ||
	       class == RULE_BOILERPLATE_SHARE ||
	       class == RULE_BOILERPLATE_AD || class == RULE_BOILERPLATE_EMBED;
}

/* Whether a sentence of the story comes after word `rest` of a line. */
static bool holds_story(const struct article *article, const struct line *line,
			uint16_t class, size_t rest)
{
	const size_t end = line->words.count;

	return rest && is_call_of_page(class) &&
	       story_start(article, line, rest, end) < end;
}

/*
 * "Thanks for signing up! Lowell has had a ferry since 1890, when it came.":
 * whether the line's last sentence is of the story, and none of furniture.
 */
static bool ends_in_story(const struct article *article,
			  const struct line *line, uint16_t class, size_t rest)
{
	const struct tokens *words = &line->words;
	size_t last = 0, end;

	for (; (end = sentence_end(article, words, last)) < words->count;)
		last = end;
	return rest && last >= rest && is_call_of_page(class) &&
	       class != RULE_BOILERPLATE_EMBED &&
	       story_is(article, line, last, words->count);
}

bool runs_on(const struct article *article, const struct line *line,
	     uint16_t class)
{
	const size_t rest = last_match(article, line, class);

	if (!(line->words.word[line->words.count].gap & GAP_STOP))
		return false;
	return line_is_glued(article, line, class) || is_call(line) ||
	       holds_story(article, line, class, rest) ||
	       sentence_holds_story(article, line, class) ||
	       ends_in_story(article, line, class, rest) ||
	       (rest && is_pitch(line, class) &&
		runs_on_after(article, line, rest, line->words.count));
}

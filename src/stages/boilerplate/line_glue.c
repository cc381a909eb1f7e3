/* Lines in which a word is glued to the next one. */
#include "stages/boilerplate/line_glue.h"

#include "base/ascii.h"
#include "stages/stage.h"

#define LEAST_REST 4	  /* words after what is glued */
#define LEAST_BEFORE 8	  /* words of a sentence that a call is glued to */
#define LEAST_CALL_WORD 3 /* bytes of the call's first word */
#define MOST_BEFORE 4	  /* words of a call before what a rule knows of it */
#define LEAST_RUN 40	  /* words of some lines in one */

/* "LibraryWe", "NASAWe": where a word is glued to another; 0: nowhere. */
static size_t glue_in(const char *text, const struct token *word)
{
	for (size_t at = word->at + 2; at < word->end; at++) {
		const bool next_small =
			at + 1 < word->end &&
			ascii_is_lower((unsigned char)text[at + 1]);

		if (ascii_is_upper((unsigned char)text[at]) &&
		    (ascii_is_lower((unsigned char)text[at - 1]) ||
		     (next_small &&
		      ascii_is_upper((unsigned char)text[at - 2]))))
			return at;
	}
	return 0;
}

/* Words that no name and no credit goes on with. */
static bool is_prose(const struct tokens *words, size_t at)
{
	for (size_t i = at; i < at + LEAST_REST - 1; i++)
		if (!token_goes_on(&words->word[i]))
			return false;
	return true;
}

/* "Source: Ida LowellThe ferry is late today.": a sentence begins in a word. */
static bool is_glued(const struct article *article, const struct line *line,
		     uint16_t class)
{
	const char *text = article->pass->text;
	const struct tokens *words = &line->words;

	for (size_t i = 1; i + LEAST_REST < words->count; i++) {
		const struct token *word = &words->word[i];
		const size_t at = word->flags & (TOKEN_URL | TOKEN_MAIL)
					  ? 0
					  : glue_in(text, word);

		if (at && token_goes_on(&word[1]) &&
		    (token_set_has(&article->rules->openers,
				   token_hash(text + at, word->end - at)) ||
		     (class == RULE_BOILERPLATE_CREDIT &&
		      is_prose(words, i + 1))))
			return true;
	}
	return false;
}

/* The first word of the matches. */
static size_t first_match(const struct line *line)
{
	size_t first = line->words.count;

	for (size_t i = 0; i < line->match_count; i++)
		if (line->matches[i].first < first)
			first = line->matches[i].first;
	return first;
}

/* "todayGet": an ordinary word, not as in "TheHarbour". */
static bool begins_call(const struct article *article, const struct token *word)
{
	const struct strip_rules *rules = article->rules;
	const char *text = article->pass->text;
	const size_t at = word->flags & (TOKEN_URL | TOKEN_MAIL)
				  ? 0
				  : glue_in(text, word);
	const uint32_t hash = at ? token_hash(text + at, word->end - at) : 0;

	return at && word->end - at >= LEAST_CALL_WORD &&
	       (token_set_has(&rules->common, hash) ||
		token_set_has(&rules->frequent, hash) ||
		token_set_has(&rules->calls, hash));
}

/* "piersFast", not "TheHarbour" or "iPhone": a word with one glued to it. */
static bool is_two_words(const struct article *article,
			 const struct token *word)
{
	const size_t at = word->flags & TOKENS_CONTACT
				  ? 0
				  : glue_in(article->pass->text, word);

	return at && at - word->at >= LEAST_CALL_WORD &&
	       word->end - at >= LEAST_CALL_WORD;
}

/* "The ferry to the mill is late todayGet it all in your inbox!" */
static bool is_glued_to(const struct article *article, const struct line *line,
			uint16_t class)
{
	const size_t first = first_match(line);

	for (size_t i = LEAST_BEFORE; i <= first && i < line->words.count; i++)
		if (begins_call(article, &line->words.word[i]) ||
		    (class == RULE_BOILERPLATE_NEWSLETTER &&
		     i + MOST_BEFORE >= first &&
		     is_two_words(article, &line->words.word[i])))
			return true;
	return false;
}

/* A long one that holds glued words: lines of the article, one after another.
 */
static bool is_run_of_lines(const struct line *line)
{
	const struct tokens *words = &line->words;
	size_t glued = 0;

	if (words->count < LEAST_RUN)
		return false;
	for (size_t i = 1; i < words->count; i++)
		glued += words->word[i].flags & TOKEN_GLUED &&
			 !(words->word[i].flags & TOKENS_CONTACT) &&
			 !(words->word[i].flags & TOKEN_CAPITAL);
	return glued >= 2;
}

bool line_is_glued(const struct article *article, const struct line *line,
		   uint16_t class)
{
	return is_glued(article, line, class) ||
	       is_glued_to(article, line, class) || is_run_of_lines(line);
}

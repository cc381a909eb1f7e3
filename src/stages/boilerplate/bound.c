/* The bound of a span: words of ordinary sentences. */
#include "stages/boilerplate/bound.h"

#include "stages/boilerplate/sentences.h"
#include "stages/stage.h"

#define LEAST_WORDS 6	      /* of an ordinary sentence */
#define LEAST_AFTER_SUBJECT 2 /* of "Nobody came.": no call begins so */
#define LEAST_TOLD 8	      /* of one that says who said it */
#define HEADLINE_WORDS 30     /* of two headlines in a run of them */

static bool is_matched(const struct article *article, const struct line *line,
		       size_t first, size_t end, uint16_t class)
{
	for (size_t i = 0; i < line->match_count; i++) {
		const struct rule_match *hit = &line->matches[i];

		if (article->rules->rules[hit->rule].rule == class &&
		    hit->first >= first && hit->first < end)
			return true;
	}
	return false;
}

static bool has_one_of(const struct token_set *set, const struct line *line,
		       size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (token_set_has(set, line->words.word[i].hash))
			return true;
	return false;
}

/* "the US": among words in small letters no pronoun. */
static bool is_country(const struct token *word, size_t first, size_t i)
{
	const struct token *beside = &word[i > first ? i - 1 : i + 1];

	return word[i].flags & TOKEN_CAPS && word[i].end - word[i].at == 2 &&
	       !(beside->flags & TOKEN_CAPS);
}

static bool speaks_to_reader(const struct article *article,
			     const struct line *line, size_t first, size_t end)
{
	const struct token *word = line->words.word;

	for (size_t i = first; i < end; i++)
		if (token_set_has(&article->rules->you, word[i].hash) &&
		    !is_country(word, first, i))
			return true;
	return false;
}

/* "Jane RoeCouncil closes bridge | Ferry": no sentences, but headlines. */
static bool is_headlines(const struct line *line, size_t first, size_t end)
{
	size_t seams = 0;

	for (size_t i = first; i < end; i++)
		seams += line->words.word[i].flags & TOKEN_GLUED ||
			 line->words.word[i].gap & GAP_BAR;
	return seams * HEADLINE_WORDS >= end - first;
}

bool bound_is_ordinary(const struct article *article, const struct line *line,
		       size_t first, size_t end)
{
	const size_t least = token_set_has(&article->rules->subject,
					   line->words.word[first].hash)
				     ? LEAST_AFTER_SUBJECT
				     : LEAST_WORDS;

	return end - first >= least && line->words.word[end].gap & GAP_STOP &&
	       !speaks_to_reader(article, line, first, end);
}

bool bound_is_article(const struct article *article, const struct line *line,
		      size_t first, size_t end, uint16_t class)
{
	return bound_is_ordinary(article, line, first, end) &&
	       !is_matched(article, line, first, end, class);
}

bool bound_breaks_post(const struct article *article, const struct line *line)
{
	const struct token_set *me = &article->rules->me;
	size_t end;

	for (size_t at = 0; at < line->words.count; at = end) {
		end = sentence_end(article, &line->words, at);
		if (end - at > BOUND_MIXED &&
		    bound_is_article(article, line, at, end,
				     RULE_BOILERPLATE_POST) &&
		    !has_one_of(me, line, at, end))
			return true;
	}
	return false;
}

static bool tells(const struct article *article, const struct line *line,
		  size_t first, size_t end)
{
	for (size_t i = first + 1; i < end; i++)
		if (!(line->words.word[i].flags & TOKEN_CAPITAL) &&
		    token_set_has(&article->rules->told,
				  line->words.word[i].hash))
			return true;
	return false;
}

bool bound_tells(const struct article *article, const struct line *line,
		 uint16_t class)
{
	size_t end;

	for (size_t at = 0; at < line->words.count; at = end) {
		end = sentence_end(article, &line->words, at);
		if (at && end - at >= LEAST_TOLD &&
		    line->words.word[at].gap & GAP_STOP &&
		    bound_is_article(article, line, at, end, class) &&
		    tells(article, line, at, end))
			return true;
	}
	return false;
}

#define STORY_WORDS 8 /* small words before a stop that may end a sentence */

bool bound_has_story(const struct tokens *words, size_t first, size_t end)
{
	size_t small = 0;

	for (size_t i = first; i < end; i++) {
		const struct token *word = &words->word[i];

		if (small >= STORY_WORDS && word->gap & GAP_STOP &&
		    word->gap & GAP_SPACE && word->flags & TOKEN_CAPITAL)
			return true;
		small += token_is_small(word);
	}
	return false;
}

bool bound_credits_story(const struct article *article, const struct line *line)
{
	size_t end;

	for (size_t at = 0; at < line->words.count; at = end) {
		end = sentence_end(article, &line->words, at);
		if (bound_has_story(&line->words, at, end))
			return true;
	}
	return false;
}

static bool is_endless(const struct line *line, size_t first, size_t end)
{
	return end - first > BOUND_WORDS && !is_headlines(line, first, end);
}

size_t bound_line(const struct article *article, const struct line *line,
		  uint16_t class)
{
	size_t words = 0, end;

	for (size_t at = 0; at < line->words.count; at = end) {
		end = sentence_end(article, &line->words, at);
		if (is_endless(line, at, end) ||
		    bound_is_article(article, line, at, end, class))
			words += end - at;
	}
	return words;
}

size_t bound_span(const struct article *article, const struct line *line,
		  size_t first, size_t end, size_t hit)
{
	size_t words = 0, next;

	for (size_t at = first; at < end; at = next) {
		next = sentence_end(article, &line->words, at);
		if (next > end)
			next = end;
		if (is_endless(line, at, next) ||
		    (bound_is_ordinary(article, line, at, next) &&
		     (hit < at || hit >= next)))
			words += next - at;
	}
	return words;
}

void bound_hold(struct line *line, size_t first, size_t end, uint16_t class)
{
	if (line->held || first >= end)
		return;
	line->held = class;
	line->held_at = line->words.word[first].at;
	line->held_end = line->words.word[end - 1].end;
}

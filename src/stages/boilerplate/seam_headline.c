/* A teaser's label and the headline after it, which goes too. */
#include "stages/boilerplate/seam.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/boilerplate/headline.h"
#include "stages/boilerplate/sentences.h"

#define LEAST_REMARK 6 /* words of a sentence after a label */
#define MOST_LATER 3   /* from where a headline seems to end to what is glued */

static bool begins_headline(const struct tokens *words, size_t at)
{
	return at < words->count &&
	       (words->word[at].flags & (TOKEN_CAPITAL | TOKEN_NUMBER) ||
		words->word[at].gap & GAP_QUOTE);
}

/* "... saying, “Look!”": what asks or calls is a quotation in the sentence. */
static bool ends_quoted(const struct pass *pass, size_t at)
{
	return pass_has(pass, at + 1, "\"") || pass_has(pass, at + 1, "\u201D");
}

/* "Related: The harbour office says so on its page.": the author's own words */
static bool is_remark(const struct pass *pass, const struct tokens *words,
		      size_t at, size_t end)
{
	size_t small = 0;

	if (end - at < LEAST_REMARK || !(words->word[end].gap & GAP_STOP) ||
	    (words->word[end].gap & GAP_QUERY &&
	     !ends_quoted(pass, words->word[end - 1].end)))
		return false;
	for (size_t i = at; i < end; i++)
		small += token_is_small(&words->word[i]);
	return small * 2 > end - at;
}

/* "WATCH: The mayor wrote, “Come to the pier!”": who said it, and what */
static bool tells_words(const struct article *article,
			const struct tokens *words, size_t at, size_t end)
{
	for (size_t i = at; i + 1 < end; i++)
		if (token_set_has(&article->rules->speech,
				  words->word[i].hash) &&
		    words->word[i + 1].gap & GAP_QUOTE &&
		    words->word[i + 1].gap & (GAP_COMMA | GAP_COLON))
			return true;
	return false;
}

/* "ICYMI: “The bridge is open,” Ada Penn reports.": a sentence of the author's
 */
static bool says_before(const struct seam *seam, size_t end)
{
	const struct tokens *words = &seam->line->words;
	const char *text = seam->article->pass->text;
	size_t at = words->word[end - 1].end;

	return end < words->count && text[at++] == ',' &&
	       (text[at] == '"' ||
		bytes_begin(text, seam->line->end, at, "\u201D"));
}

/* "Related: his uncle sat on the board.", and what is the author's own, too */
static bool is_own(const struct seam *seam, size_t end)
{
	const struct tokens *words = &seam->line->words;
	const struct token *first = &words->word[seam->end];

	return !begins_headline(words, seam->end) || says_before(seam, end) ||
	       /* "WATCH: — Lowell News (@lowell)": what was between is lost */
	       (first->gap & GAP_DASH && end < words->count) ||
	       is_remark(seam->article->pass, words, seam->end, end) ||
	       tells_words(seam->article, words, seam->end, end) ||
	       /* "ANALYSIS/OPINION:" is what the story is */
	       words->word[seam->first].gap & GAP_SLASH ||
	       /* "WATCH:The ferry is late": what is glued to it may be it */
	       (seam->first && seam->end < words->count &&
		!(first->gap & GAP_SPACE));
}

/* The mark that closes a quotation at the headline's end goes with it. */
static size_t headline_stop(const struct seam *seam, size_t end)
{
	const struct tokens *words = &seam->line->words;
	const char *text = seam->article->pass->text;
	const size_t at = words->word[end - 1].end;

	if (end == words->count)
		return seam->line->end;
	if (text[at] == '\'' && text[at + 1] == ' ')
		return at + 1;
	return sentence_skip_closing(text, at, seam->line->end);
}

/* "THE BIG READ:", "ONES TO WATCH:": the match is the end of a longer label. */
static bool is_end_of_label(const struct seam *seam)
{
	const struct token *word = &seam->line->words.word[seam->first];

	return seam->first && word->gap == GAP_SPACE &&
	       word->flags & TOKEN_CAPS && word[-1].flags & TOKEN_CAPS;
}

/*
 * "Ida LowellREAD MORE:": where a call in capitals begins that is glued to what
 * is before it; else where the match does.
 */
static size_t call_start(const struct seam *seam)
{
	const struct token *word = &seam->line->words.word[seam->first];
	const char *text = seam->article->pass->text;
	size_t at;

	if (!seam->first || word->gap != GAP_SPACE ||
	    !(word->flags & TOKEN_CAPS))
		return seam->at;
	at = word[-1].end;
	while (at > word[-1].at && ascii_is_upper((unsigned char)text[at - 1]))
		at--;
	return at > word[-1].at &&
			       ascii_is_lower((unsigned char)text[at - 1]) &&
			       token_set_has(
				       &seam->article->rules->calls,
				       token_hash(text + at, word[-1].end - at))
		       ? at
		       : seam->at;
}

/* A sentence may be glued to a headline some words after where it seems to end:
 * "Bands That Covered Their Songs“Never,” he said". */
static size_t last_glue(const struct tokens *words, size_t end)
{
	if (end == NO_MATCH || end == words->count ||
	    words->word[end].gap != GAP_SPACE)
		return end;
	return end + MOST_LATER < words->count ? end + MOST_LATER
					       : words->count;
}

bool seam_headline(struct seam *seam)
{
	const struct pattern_table *table = &seam->article->rules->patterns;
	const struct tokens *words = &seam->line->words;
	const char *text = seam->article->pass->text;
	const size_t end = headline_end(table, text, words, seam->end);
	const size_t glue = headline_glue(table, text, words, seam->end,
					  last_glue(words, end));

	if (is_end_of_label(seam) ||
	    (!glue && (end == NO_MATCH || is_own(seam, end))))
		return false;
	seam->at = call_start(seam);
	seam->stop = glue ? glue : headline_stop(seam, end);
	return true;
}

/* Headlines glued to a name. */
#include "stages/boilerplate/glued.h"

#include <string.h>

#include "base/ascii.h"

#define MOST_GLUED 160 /* words of a glued run of headlines */
#define MOST_NAME 6    /* words of a name */
#define LEAST_NAME 3   /* bytes of its last word */
#define LEAST_LAST 5   /* of the last one of a sentence: "Sept." ends none */
#define LEAST_PROSE 3  /* sentences */

/*
 * "Sen. John Doe John Quincy DoeHeadline of one story Headline of another
 * MORE": from the full name, whose last part is glued to the first headline, to
 * MORE. The name begins after the name that the reporter wrote, which ends
 * alike.
 */

/* "DoeHeadline", "Doe2020": where the name ends in a token; 0: nowhere. */
static size_t glue_in(const char *text, const struct token *word)
{
	/* "McConnell" is no "Mc" with something glued to it */
	for (size_t at = word->at + LEAST_NAME; at < word->end; at++) {
		const unsigned char c = (unsigned char)text[at];

		if (ascii_is_lower((unsigned char)text[at - 1]) &&
		    (ascii_is_upper(c) || ascii_is_digit(c)))
			return at;
	}
	return 0;
}

/* The end of a name to which what follows may be glued; 0 for none. */
static size_t glue_end(const char *text, const struct token *word)
{
	const unsigned next = word[1].gap;
	const size_t at = glue_in(text, word);

	if (!(word->flags & TOKEN_CAPITAL))
		return 0;
	/* "Doe'Headline with a quotation' goes on" */
	if (!at && next & (GAP_APOSTROPHE | GAP_QUOTE) && !(next & GAP_SPACE) &&
	    word[1].flags & TOKEN_CAPITAL && word->end - word->at >= LEAST_NAME)
		return word->end;
	return at;
}

/* Whether a token ends in the name, or has another name glued to it. */
static bool is_same_name(const char *text, const struct token *word,
			 const struct token *glued, size_t len)
{
	return word->end - word->at >= len &&
	       !memcmp(text + word->at, text + glued->at, len) &&
	       (word->end - word->at == len ||
		ascii_is_upper((unsigned char)text[word->at + len]));
}

/* After the reporter's name, if it is before token `glued`; or 0. */
static size_t name_before(const char *text, const struct token *word,
			  size_t glued)
{
	const size_t len = glue_end(text, &word[glued]) - word[glued].at;

	for (size_t i = glued; i && glued - i < MOST_NAME; i--) {
		const struct token *before = &word[i - 1];

		if (!(before->flags & TOKEN_CAPITAL))
			return 0;
		if (is_same_name(text, before, &word[glued], len))
			return before->end - before->at == len
				       ? word[i].at
				       : before->at + len;
	}
	return 0;
}

/* Few headlines have a full stop. */
static bool ends_sentence(const struct token *word)
{
	return word[1].gap & GAP_STOP && !(word[1].gap & GAP_QUERY) &&
	       word[1].flags & TOKEN_CAPITAL &&
	       word->end - word->at >= LEAST_LAST;
}

size_t glued_start(const char *text, const struct tokens *words, size_t end)
{
	size_t i = end, sentences = 0;

	while (i && end - i < MOST_GLUED) {
		size_t at;

		i--;
		sentences += ends_sentence(&words->word[i]);
		if (sentences == LEAST_PROSE)
			return 0;
		if (!glue_end(text, &words->word[i]))
			continue;
		at = name_before(text, words->word, i);
		if (at)
			return at;
	}
	return 0;
}

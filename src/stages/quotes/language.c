/* Whose quotation marks a text has. */
#include "stages/quotes/quotes.h"

#include "edit/tally.h"
#include "unicode/delimiters.h"

#define COMMON_PERCENT 10 /* of English words, at least */
#define WORDS_SURE 16	  /* with fewer common ones: another language, */
#define ACCENT_WORDS 25	  /* if a word in so many has letters beyond ASCII */
#define LOOKED_AT 4096	  /* bytes */

/* As Finnish and Swedish papers set them. */
static const struct quote_marks facing_right = {
	.doubles = { "\u201D", "\u201D" },
	.singles = { "\u2019", "\u2019" },
	.inner = { "\u2019", "\u2019" },
};

/* Which marks a typed " stands for nobody has said. */
static const struct quote_marks as_typed = {
	.doubles = { "\"", "\"" },
	.singles = { "\u2018", "\u2019" },
	.inner = { "\u2018", "\u2019" },
};

static bool is_english(const struct tally *tally)
{
	return tally->common &&
	       tally->common * 100 >= tally->words * COMMON_PERCENT;
}

/* Letters beyond ASCII: what leads two bytes, but for signs as U+00A0. */
static size_t count_accents(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += (unsigned char)text[i] >= 0xC3 &&
			 (unsigned char)text[i] < 0xE0;
	return count;
}

const struct quote_marks *quotes_language(struct pass *pass)
{
	const struct survey *survey = pass->survey;
	const size_t len = pass->len < LOOKED_AT ? pass->len : LOOKED_AT;
	struct tally tally = { .lists = pass->settings->lists };

	if (pass->settings->marks)
		return pass->settings->marks;
	/* a text with “ is as English has it, or a closer look would not help
	 */
	if (survey->open_double || survey->quotes_other ||
	    !word_lists_hold(tally.lists, LIST_TELLTALE) ||
	    !(survey->close_double + survey->straight_double))
		return &quote_marks_english;
	tally_text(&tally, pass->text, len);
	if (is_english(&tally))
		return &quote_marks_english;
	if (survey->close_double > 1)
		return &facing_right;
	return tally.words < WORDS_SURE || survey->close_double ||
			       count_accents(pass->text, len) * ACCENT_WORDS <
				       tally.words
		       ? &quote_marks_english
		       : &as_typed;
}
